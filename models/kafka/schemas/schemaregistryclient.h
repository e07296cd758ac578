#pragma once

#include "core/result.h"
#include "core/task.h"
#include "kafka/client/kafkaaccess.h"

#include <QByteArray>

#include <memory>

namespace nc {

/// Asks a schema registry (Confluent's HTTP interface, which Apicurio speaks too) for schemas by their number, over one
/// connection that is kept. What it learned is kept for the life of the object. The work is bounded whatever records
/// hold: an unknown number is asked for once, after a hundred of them no further one is; a registry that is down is
/// left alone for ten seconds, then for twice as long, at most five minutes. Any thread; one question at a time.
class SchemaRegistryClient {
public:
    /// The address may hold a user name and password itself; else those of the access are used, if there are any.
    explicit SchemaRegistryClient(const KafkaAccess& access);
    ~SchemaRegistryClient();
    SchemaRegistryClient(const SchemaRegistryClient&) = delete;
    SchemaRegistryClient& operator=(const SchemaRegistryClient&) = delete;

    /// Whether the connection names a registry.
    bool isConfigured() const;

    /// Whether a registry may have got as far as that number. Bytes that only look like one mostly give a larger one.
    static bool isLikely(qint32 id);

    /// The Avro schema of that number, as JSON text. Blocks for at most ten seconds (three until it is connected).
    /// errors::noSchemaRegistry, registryUnreachable, registryRefused, registryAnswer (it does not answer as registries
    /// do), unknownSchema, schemaNotAsked (too many before it were unknown), badAvro (the schema is of another kind),
    /// cancelled.
    Result<QByteArray> schema(qint32 id, const TaskContext& task);

    /// Whether a registry answers there, and takes the user's name and password. Errors as schema().
    Result<void> check(const TaskContext& task);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace nc
