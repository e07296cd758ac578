#pragma once

#include "core/result.h"

#include <QProcessEnvironment>
#include <QStringList>

#include <optional>
#include <sys/types.h>

namespace nc {

/// What to start. `program` is a path or a name looked up in $PATH.
struct ChildSpec {
    QString program;
    QStringList arguments;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    QString folder; ///< working folder; empty: ours
};

/// A child process with pipes on its three streams, in a process group of its own (so that Ctrl+C reaches us alone and
/// we end it in order), killed by the kernel when the *thread* that started it ends: start it from a thread that lives
/// as long as the child shall. No event loop. Not thread-safe; used by RpcPeer.
class ChildProcess {
public:
    /// errors::cannotStart with the system's reason.
    static Result<ChildProcess> start(const ChildSpec& spec);

    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&& other) noexcept;
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    /// Kills what still runs, and reaps it.
    ~ChildProcess();

    pid_t pid() const { return m_pid; }
    /// Descriptors for poll(); not blocking; -1 once closed. `exitFd` becomes readable when the process has ended.
    int inFd() const { return m_in; }
    int outFd() const { return m_out; }
    int errFd() const { return m_err; }
    int exitFd() const { return m_exit; }

    void closeIn();
    /// The wait status once the process has ended; does not block.
    std::optional<int> ended();
    /// SIGKILL to the whole group, then reaps it.
    void kill();

private:
    ChildProcess() = default;

    pid_t m_pid = -1;
    int m_in = -1;
    int m_out = -1;
    int m_err = -1;
    int m_exit = -1;
    std::optional<int> m_status;
};

/// "exit code 3", "signal 9 (Killed)": the detail of an error.
QString waitStatusText(int status);

} // namespace nc
