#pragma once

#include "core/task.h"
#include "gate/pass.h"
#include "sandbox/sandboxrecord.h"

#include <QList>
#include <QPair>

namespace nc {

class Servers;

struct SandboxOptions {
    bool empty = false; ///< the platform's tables and topics without rows and records
    bool secure = false; ///< SSL and SASL listeners as well
    bool schemaRegistry = false;
};

/// Where a sandbox's parts are and whether they run.
struct SandboxStatus {
    QString folder;
    bool exists = false;
    bool running = false; ///< everything that was started runs
    bool postgresRuns = false;
    bool kafkaRuns = false;
    bool registryRuns = false;
    SandboxRecord record;
};

/// A private PostgreSQL and Kafka in one folder, with the demo registry. All functions block; a cancel stops what was
/// begun. Calls for one folder, also of other programs, wait for each other. Not bound to a thread.
class Sandbox {
public:
    explicit Sandbox(const QString& folder);

    /// Starts what does not run and returns when all of it answers; with everything running it only says so. What was
    /// asked for once (secure, schemaRegistry, empty) stays so until reset(). errors::noPostgres, errors::noJava,
    /// errors::noBroker, errors::notASandbox, …
    Result<SandboxStatus> up(const SandboxOptions& options, const Pass& pass, const TaskContext& task);
    /// Stops every process; data stay.
    Result<SandboxStatus> down(const TaskContext& task);
    /// Stops every process and deletes the data, the clones and the cluster.
    Result<SandboxStatus> reset(const TaskContext& task);
    Result<SandboxStatus> status() const;

    QString folder() const { return m_folder; }

private:
    Result<void> prepareFolder() const;
    Result<void> bringUp(Servers& servers, SandboxRecord& record, const SandboxOptions& options, const Pass& pass,
        const TaskContext& task);

    QString m_folder;
};

/// What `sandbox env` prints: names and values, in order. errors::sandboxStopped.
Result<QList<QPair<QString, QString>>> sandboxEnvironment(const SandboxStatus& status);

} // namespace nc
