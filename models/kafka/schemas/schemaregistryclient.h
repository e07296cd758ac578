#pragma once

#include "core/result.h"
#include "core/task.h"
#include "kafka/client/kafkaaccess.h"

#include <QByteArray>

#include <memory>

namespace nc {

/// Asks a schema registry (Confluent's HTTP interface, which Apicurio speaks too) for schemas by their number. What it
/// learned is kept for the life of the object; failures for some seconds, so that a registry that is down does not hold
/// up every record. Any thread.
class SchemaRegistryClient {
public:
    /// The address may hold a user name and password itself; else those of the access are used, if there are any.
    explicit SchemaRegistryClient(const KafkaAccess& access);
    ~SchemaRegistryClient();
    SchemaRegistryClient(const SchemaRegistryClient&) = delete;
    SchemaRegistryClient& operator=(const SchemaRegistryClient&) = delete;

    /// Whether the connection names a registry.
    bool isConfigured() const;

    /// The Avro schema of that number, as JSON text. Blocks for at most ten seconds (three until it is connected).
    /// errors::noSchemaRegistry, registryUnreachable, registryRefused, registryAnswer, unknownSchema, badAvro (the
    /// schema is of another kind), cancelled.
    Result<QByteArray> schema(qint32 id, const TaskContext& task);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace nc
