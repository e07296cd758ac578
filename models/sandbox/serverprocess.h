#pragma once

#include "core/task.h"
#include "sandbox/account.h"

#include <QJsonObject>
#include <QStringList>

#include <chrono>

namespace nc {

/// Says which process is meant, also after a pid was given to somebody else: pid, when it began, in which boot.
struct ProcessMark {
    qint64 pid = 0;
    qint64 began = 0; ///< clock ticks since boot, field 22 of /proc/<pid>/stat
    QString boot; ///< /proc/sys/kernel/random/boot_id

    /// The mark of a process that runs now; pid 0 when there is none.
    static ProcessMark of(qint64 pid);
    /// Whether that very process still runs (a zombie does not).
    bool isAlive() const;

    QJsonObject toJson() const;
    static ProcessMark fromJson(const QJsonObject& json);

    friend bool operator==(const ProcessMark&, const ProcessMark&) = default;
};

struct ServerCall {
    QString program;
    QStringList arguments;
    QString log; ///< stdout and stderr are appended to it
    std::optional<Account> account = {};
    QMap<QString, QString> environment = {}; ///< on top of ours
};

/// Starts a server that outlives us: own session, no terminal, none of our open files. errors::noTool when the program
/// cannot be executed, errors::cannotWrite when the log cannot be opened.
Result<ProcessMark> startServer(const ServerCall& call);

/// Asks the process to end with `signal` and waits; after `patience` it is killed. Never touches another process.
/// A cancel stops the waiting, not the process. errors::stillRunning when even SIGKILL did not help.
Result<void> stopServer(const ProcessMark& process, int signal, std::chrono::milliseconds patience);

/// Waits until `ready` is true. errors::serverDied (with the log's end) when the process ends before,
/// errors::serverSilent after `limit`, errors::cancelled.
Result<void> waitUntil(const std::function<bool()>& ready, const ProcessMark& process, const QString& name,
    const QString& log, std::chrono::milliseconds limit, const TaskContext& task);

} // namespace nc
