#pragma once

#include "core/result.h"
#include "core/task.h"
#include "kafka/client/kafkaaccess.h"
#include "kafka/filter/recordmatcher.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <optional>

namespace nc {

/// Values that were written by way of a schema registry: a zero byte, the schema's number in four bytes (big-endian),
/// Avro binary. Schemas are fetched once and kept; problems are kept for whoever wants to say them once. Copies share
/// all of that. Any thread.
class AvroDecoder {
public:
    explicit AvroDecoder(const KafkaAccess& access);

    /// Whether the value begins as such values do. Few others do; JSON never.
    static bool isFramed(QByteArrayView value);

    /// The value as JSON (see AvroSchema::toJson). Blocks while its schema is not known yet. Errors of
    /// SchemaRegistryClient::schema(), errors::badAvro.
    Result<QByteArray> toJson(QByteArrayView framed, const TaskContext& task) const;

    /// For RecordMatcher and whoever shows records: JSON for values in the frame that can be decoded, nothing for all
    /// others (which costs next to nothing).
    RecordMatcher::ValueDecoder forRecords(const TaskContext& task) const;

    /// What kept the first value that could not be decoded from it. Nothing for values that most likely are no Avro: a
    /// zero byte, and a number after it that no registry has got to.
    std::optional<Error> problem() const;

private:
    struct Private;
    std::shared_ptr<Private> d;
};

} // namespace nc
