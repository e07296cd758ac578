#pragma once

#include "core/task.h"
#include "sandbox/account.h"
#include "sandbox/sandboxrecord.h"

namespace nc {

/// The sandbox's private PostgreSQL 15: makes, starts and stops the cluster of one folder. Its functions block and
/// write what they did into the record, which the caller keeps.
class PostgresServer {
public:
    explicit PostgresServer(QString folder);

    /// errors::noPostgres, errors::noPostgresUser: before anything is made.
    Result<void> check();

    /// Makes the cluster when there is none; starts it when it does not run. Chooses another port when the old one was
    /// taken.
    Result<void> start(SandboxRecord& record, const TaskContext& task);
    /// Waits for start() to become true: the server takes connections.
    Result<void> awaitReady(const SandboxRecord& record, const TaskContext& task);
    /// Fast shutdown.
    Result<void> stop(const SandboxRecord& record);
    /// Deletes the cluster, also where it lies elsewhere. The server must be stopped.
    void remove(const SandboxRecord& record);

    /// Runs SQL as the superuser in `database`, all in one transaction.
    Result<QByteArray> run(
        const SandboxRecord& record, const QString& database, const QByteArray& sql, const TaskContext& task);
    /// Roles, database `notifications` and its tables (docs/contracts.md, section 4).
    Result<void> createDatabase(const SandboxRecord& record, const TaskContext& task);

    QString logFile(const SandboxRecord& record) const;

private:
    Result<void> chooseCluster(SandboxRecord& record, const TaskContext& task);
    Result<void> makeCluster(const SandboxRecord& record, const TaskContext& task);
    Result<void> removeStalePidFile(const SandboxRecord& record);
    Result<void> chooseSocketFolder(SandboxRecord& record);
    QString program(const QString& name) const;
    bool canEnter(const QString& folder, const TaskContext& task) const;

    QString m_folder;
    QString m_programs;
    std::optional<Account> m_account;
};

} // namespace nc
