#pragma once

#include "cli/environment.h"
#include "kafka/schemas/avrodecoder.h"

namespace nc::cli {

/// The Avro values of one command's records as JSON. What keeps them from being decoded is said once, on stderr.
class AvroValues {
public:
    AvroValues(const KafkaAccess& access, Environment& env);

    /// For RecordMatcher; lives no longer than this object.
    RecordMatcher::ValueDecoder decoder();
    /// Nothing where the record's bytes are to be shown as they are.
    std::optional<QByteArray> of(const RecordView& record);

private:
    Environment& m_env;
    AvroDecoder m_avro;
    RecordMatcher::ValueDecoder m_decode;
    bool m_told = false;
};

} // namespace nc::cli
