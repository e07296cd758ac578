#pragma once

#include "core/task.h"
#include "process/childprocess.h"
#include "process/errorlines.h"
#include "process/rpcanswer.h"
#include "process/rpcframe.h"
#include "process/rpcoptions.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace nc {

/// The thread of an RpcPeer, and what its callers do beside it. Queue, pending calls and the wish to stop are under one
/// mutex; the process and its pipes belong to the thread alone.
class RpcLoop {
public:
    explicit RpcLoop(RpcOptions options);
    ~RpcLoop();

    Result<RpcAnswer> call(
        const QString& method, const QJsonObject& params, const TaskContext& task, std::chrono::milliseconds timeout);
    void stop();
    qint64 pid() const;

private:
    using Clock = std::chrono::steady_clock;
    struct Pending {
        std::condition_variable done;
        std::optional<Result<RpcAnswer>> answer;
        Clock::time_point deadline;
        bool abandoned = false;
    };
    struct Request {
        quint64 id;
        QByteArray frame;
    };

    QString name() const;
    void wake() const;

    // In the thread.
    void run();
    bool takeOrders();
    void startChild();
    void poll();
    int pollTimeout() const;
    void writeSome();
    void readAnswers();
    void readErrors();
    void deliver(const QJsonObject& message);
    void expire();
    void childEnded();
    void shutDown();
    void killChild(const Error& error);
    void failAll(const Error& error);
    bool waitForExit(std::chrono::milliseconds time);

    const RpcOptions m_options;
    int m_wakeFd = -1;

    mutable std::mutex m_mutex;
    std::condition_variable m_stopDone;
    std::map<quint64, std::shared_ptr<Pending>> m_pending;
    std::deque<Request> m_queue;
    quint64 m_lastId = 0;
    pid_t m_pid = -1;
    bool m_stop = false;
    bool m_quit = false;

    std::optional<ChildProcess> m_child;
    std::optional<RpcFrameReader> m_reader;
    QByteArray m_writing;
    qsizetype m_written = 0;
    ErrorLines m_errors;
    bool m_outOpen = false;
    bool m_errOpen = false;

    std::thread m_thread;
};

} // namespace nc
