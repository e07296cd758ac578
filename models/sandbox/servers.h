#pragma once

#include "sandbox/kafkabroker.h"
#include "sandbox/postgresserver.h"
#include "sandbox/schemaregistry.h"

#include <optional>

namespace nc {

/// The servers of one sandbox during one call of Sandbox: starts those that do not run, side by side, and takes back
/// what it started when the call fails. Saves the record after each step, so that no process is ever forgotten.
class Servers {
public:
    explicit Servers(const QString& folder);

    /// Starts what is missing; waits for nothing but initdb.
    Result<void> start(SandboxRecord& record, const TaskContext& task);
    /// Returns when PostgreSQL takes connections; tries again with another port when somebody took ours meanwhile.
    Result<void> awaitPostgres(SandboxRecord& record, const TaskContext& task);
    /// Returns when Kafka answers and the topics are there.
    Result<void> awaitKafka(SandboxRecord& record, const TaskContext& task);

    /// Returns when the schema registry answers; gives the id of the schema of audit-events. Nothing without one.
    Result<std::optional<qint32>> awaitRegistry(SandboxRecord& record, const TaskContext& task);

    /// Stops everything that the record names.
    Result<void> stop(SandboxRecord& record);
    Result<void> stopKafka(SandboxRecord& record);
    /// Stops what start() started.
    void takeBack(SandboxRecord& record);

    PostgresServer& postgres() { return m_postgres; }

private:
    Result<void> startPostgres(SandboxRecord& record, const TaskContext& task);
    Result<void> startKafka(SandboxRecord& record, const TaskContext& task);
    Result<void> startRegistry(SandboxRecord& record, const TaskContext& task);

    QString m_folder;
    PostgresServer m_postgres;
    KafkaBroker m_kafka;
    SchemaRegistry m_registry;
    bool m_startedPostgres = false;
    bool m_startedKafka = false;
    bool m_startedRegistry = false;
};

} // namespace nc
