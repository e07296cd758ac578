#pragma once

#include "core/task.h"

#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace nc {

/// A child process that answers framed requests: four bytes of length (big-endian), then JSON, both ways; requests carry
/// an id and are answered in any order. Its standard error goes to an unnamed file, whose end is told after a crash.
/// The child ends by itself when this end closes. All functions may be called from any thread.
class HelperProcess {
public:
    static constexpr quint32 maxFrame = 128U << 20;

    /// What came of a call.
    struct Answer {
        QJsonValue result;
        QJsonObject error; ///< not empty: the helper refused
    };

    /// How a process ended.
    struct End {
        bool killedByUs = false;
        int exitCode = -1; ///< -1 after a signal
        QString lastWords;
    };

    /// errors::engineStart when the program cannot be started.
    static Result<std::shared_ptr<HelperProcess>> start(const QString& program, const QStringList& arguments);
    /// Kills the child.
    ~HelperProcess();
    HelperProcess(const HelperProcess&) = delete;
    HelperProcess& operator=(const HelperProcess&) = delete;

    /// Sends a request and waits. errors::timedOut after `limit`: the process is killed then, as its thread will not
    /// stop. errors::engineCrashed when the process ended meanwhile (end() says how), errors::cancelled.
    Result<Answer> call(const QString& method, const QJsonObject& params, std::chrono::milliseconds limit,
                        const TaskContext& task);

    bool isAlive() const;
    /// Only once isAlive() is false.
    End end() const;
    void kill();

private:
    HelperProcess(int socket, int errorFile, int pid);
    void readAnswers();
    bool readExactly(char* to, std::size_t size) const;
    bool send(const QByteArray& frame, std::chrono::steady_clock::time_point until, const TaskContext& task);
    void finish();

    const int m_socket;
    const int m_errorFile;
    const int m_pid;

    std::mutex m_sending;
    mutable std::mutex m_mutex; // guards everything below
    std::condition_variable m_changed;
    QHash<qint64, std::optional<Answer>> m_calls;
    qint64 m_lastId = 0;
    bool m_alive = true;
    bool m_reaped = false;
    End m_end;

    std::thread m_reader; // last: starts when the rest is there
};

} // namespace nc
