#include "process/rpcpeer.h"

#include "core/errors.h"
#include "process/rpcframe.h"
#include "process/rpcloop.h"

#include <cstdint>
#include <sys/eventfd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nc {

RpcPeer::RpcPeer(RpcOptions options)
    : m_loop(std::make_unique<Loop>(std::move(options)))
{
}

RpcPeer::~RpcPeer() = default;

Result<RpcAnswer> RpcPeer::call(
    const QString& method, const QJsonObject& params, const TaskContext& task, std::chrono::milliseconds timeout)
{
    return m_loop->call(method, params, task, timeout);
}

void RpcPeer::stop()
{
    m_loop->stop();
}

qint64 RpcPeer::pid() const
{
    return m_loop->pid();
}

// The part of the loop that callers run in their own threads.

RpcPeer::Loop::Loop(RpcOptions options)
    : m_options(std::move(options))
    , m_wakeFd(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    , m_thread([this] { run(); })
{
}

RpcPeer::Loop::~Loop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
    }
    wake();
    m_thread.join();
    ::close(m_wakeFd);
}

QString RpcPeer::Loop::name() const
{
    return m_options.name.isEmpty() ? m_options.child.program : m_options.name;
}

void RpcPeer::Loop::wake() const
{
    const std::uint64_t one = 1;
    // Fails only when the counter is full, and then the thread is awake anyway.
    [[maybe_unused]] const auto written = ::write(m_wakeFd, &one, sizeof one);
}

Result<RpcAnswer> RpcPeer::Loop::call(
    const QString& method, const QJsonObject& params, const TaskContext& task, std::chrono::milliseconds timeout)
{
    if (task.isCancelled())
        return TaskContext::cancelled();
    const auto pending = std::make_shared<Pending>();
    pending->deadline = Clock::now() + timeout;
    quint64 id = 0;
    {
        const std::lock_guard lock(m_mutex);
        id = ++m_lastId;
    }
    QByteArray frame = rpcFrame({{u"id"_s, static_cast<qint64>(id)}, {u"method"_s, method}, {u"params"_s, params}});
    if (frame.size() > m_options.requestLimit)
        return fail(errors::requestTooLarge, name(), QString::number(frame.size()));

    // Taken before the lock and given back after it: cancel() calls the waker under a lock of its own.
    const auto handle = task.cancel.onCancel([this, pending] {
        const std::lock_guard lock(m_mutex);
        pending->done.notify_all();
    });
    std::unique_lock lock(m_mutex);
    m_pending.emplace(id, pending);
    m_queue.push_back({id, std::move(frame)});
    wake();
    pending->done.wait(lock, [&] { return pending->answer || task.isCancelled(); });
    if (pending->answer)
        return std::move(*pending->answer);
    const auto unsent = std::find_if(m_queue.begin(), m_queue.end(), [&](const Request& r) { return r.id == id; });
    if (unsent != m_queue.end()) {
        m_queue.erase(unsent);
        m_pending.erase(id);
    } else {
        pending->abandoned = true;
    }
    lock.unlock();
    return TaskContext::cancelled();
}

void RpcPeer::Loop::stop()
{
    std::unique_lock lock(m_mutex);
    m_stop = true;
    wake();
    m_stopDone.wait(lock, [&] { return !m_stop; });
}

qint64 RpcPeer::Loop::pid() const
{
    const std::lock_guard lock(m_mutex);
    return m_pid;
}

} // namespace nc
