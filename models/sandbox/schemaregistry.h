#pragma once

#include "core/task.h"
#include "sandbox/sandboxrecord.h"

namespace nc {

/// The sandbox's schema registry: Apicurio Registry, in memory. Fetched once from Maven Central into the user's cache
/// folder, only when somebody asks for it.
class SchemaRegistry {
public:
    explicit SchemaRegistry(QString folder);

    /// errors::noJava; errors::registryFailed when it cannot be fetched.
    Result<void> start(SandboxRecord& record, const TaskContext& task);
    Result<void> awaitReady(const SandboxRecord& record, const TaskContext& task);
    Result<void> stop(const SandboxRecord& record);

    /// The id of the schema of audit-events; registers it when it is not there. In an empty registry it is always the
    /// first, so that records written before a restart keep their meaning.
    Result<qint32> registerAuditSchema(const SandboxRecord& record, const TaskContext& task);

    /// The base URL that clients use.
    static QString url(const SandboxRecord& record);

private:
    Result<QString> fetch(const TaskContext& task);
    QString logFile() const;

    QString m_folder;
};

} // namespace nc
