#include "process/rpcloop.h"

#include "core/errors.h"

#include <QLoggingCategory>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

Q_LOGGING_CATEGORY(lcRpc, "nc.rpc")

enum class Read { Nothing, Some, Closed };

Read readInto(int fd, QByteArray& chunk)
{
    chunk.resize(64 * 1024);
    const ssize_t got = ::read(fd, chunk.data(), static_cast<std::size_t>(chunk.size()));
    chunk.resize(std::max<ssize_t>(got, 0));
    if (got > 0)
        return Read::Some;
    return got < 0 && (errno == EAGAIN || errno == EINTR) ? Read::Nothing : Read::Closed;
}

} // namespace

RpcLoop::RpcLoop(RpcOptions options)
    : m_options(std::move(options))
    , m_wakeFd(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    , m_errors(name(), m_options.onErrorLine)
    , m_thread([this] { run(); })
{
}

RpcLoop::~RpcLoop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
    }
    wake();
    m_thread.join();
    ::close(m_wakeFd);
}

QString RpcLoop::name() const
{
    return m_options.name.isEmpty() ? m_options.child.program : m_options.name;
}

void RpcLoop::wake() const
{
    const std::uint64_t one = 1;
    // Fails only when the counter is full, and then the thread is awake anyway.
    [[maybe_unused]] const auto written = ::write(m_wakeFd, &one, sizeof one);
}

// Callers' threads: call(), stop(), pid().

Result<RpcAnswer> RpcLoop::call(
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

void RpcLoop::stop()
{
    std::unique_lock lock(m_mutex);
    m_stop = true;
    wake();
    m_stopDone.wait(lock, [&] { return !m_stop; });
}

qint64 RpcLoop::pid() const
{
    const std::lock_guard lock(m_mutex);
    return m_pid;
}

// The loop's own thread from here on.

void RpcLoop::run()
{
    // Signals are for other threads; a write to a process that is gone shall be an error, not a signal.
    sigset_t all;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_BLOCK, &all, nullptr);
    while (takeOrders()) {
        poll();
        expire();
    }
    shutDown();
}

/// What callers want; false when the peer goes away.
bool RpcLoop::takeOrders()
{
    std::unique_lock lock(m_mutex);
    if (m_quit)
        return false;
    if (m_stop) {
        lock.unlock();
        shutDown();
        lock.lock();
        m_stop = false;
        m_stopDone.notify_all();
    }
    if (!m_child && !m_queue.empty()) {
        lock.unlock();
        startChild();
        lock.lock();
    }
    if (m_child && m_writing.isEmpty() && !m_queue.empty()) {
        m_writing = std::move(m_queue.front().frame);
        m_written = 0;
        m_queue.pop_front();
    }
    return true;
}

void RpcLoop::startChild()
{
    auto child = ChildProcess::start(m_options.child);
    if (!child) {
        Error error = child.error();
        error.subject = name();
        failAll(error);
        return;
    }
    m_child = std::move(*child);
    m_reader.emplace(m_options.answerLimit);
    m_errors.clear();
    m_outOpen = m_errOpen = true;
    qCDebug(lcRpc) << "started" << name() << "process" << m_child->pid();
    const std::lock_guard lock(m_mutex);
    m_pid = m_child->pid();
}

int RpcLoop::pollTimeout() const
{
    const std::lock_guard lock(m_mutex);
    if (m_pending.empty())
        return -1;
    Clock::time_point first = Clock::time_point::max();
    for (const auto& [id, pending] : m_pending)
        first = std::min(first, pending->deadline);
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(first - Clock::now()).count();
    return static_cast<int>(std::clamp<qint64>(left, 0, 60'000));
}

void RpcLoop::poll()
{
    // A negative descriptor is left out by poll().
    std::array<pollfd, 5> fds{
        {{m_wakeFd, POLLIN, 0}, {-1, POLLIN, 0}, {-1, POLLIN, 0}, {-1, POLLOUT, 0}, {-1, POLLIN, 0}}};
    if (m_child) {
        fds[1].fd = m_outOpen ? m_child->outFd() : -1;
        fds[2].fd = m_errOpen ? m_child->errFd() : -1;
        fds[3].fd = m_writing.isEmpty() ? -1 : m_child->inFd();
        fds[4].fd = m_child->exitFd();
    }
    if (::poll(fds.data(), fds.size(), pollTimeout()) <= 0)
        return;
    if (fds[0].revents != 0) {
        std::uint64_t count = 0;
        [[maybe_unused]] const auto got = ::read(m_wakeFd, &count, sizeof count);
    }
    if (m_child && fds[2].revents != 0)
        readErrors();
    if (m_child && fds[1].revents != 0)
        readAnswers();
    if (m_child && fds[3].revents != 0)
        writeSome();
    if (m_child && (fds[4].revents != 0 || !m_outOpen))
        childEnded();
}

void RpcLoop::writeSome()
{
    const auto left = QByteArrayView(m_writing).sliced(m_written);
    const ssize_t put = ::write(m_child->inFd(), left.data(), static_cast<std::size_t>(left.size()));
    if (put < 0 && errno != EAGAIN && errno != EINTR) {
        childEnded();
        return;
    }
    m_written += std::max<ssize_t>(put, 0);
    if (m_written == m_writing.size())
        m_writing.clear();
}

void RpcLoop::readAnswers()
{
    QByteArray chunk;
    // A while at a time, so that a process that floods us does not keep cancels and deadlines waiting.
    for (int i = 0; i < 64 && m_child && m_outOpen; ++i) {
        const Read read = readInto(m_child->outFd(), chunk);
        if (read == Read::Nothing)
            return;
        if (read == Read::Closed) {
            m_outOpen = false;
            return;
        }
        m_reader->add(chunk);
        for (;;) {
            auto message = m_reader->next();
            if (!message) {
                Error error = message.error();
                error.subject = name();
                killChild(error);
                return;
            }
            if (!*message)
                break;
            deliver(**message);
            if (!m_child)
                return;
        }
    }
}

void RpcLoop::readErrors()
{
    QByteArray chunk;
    QByteArray all;
    for (int i = 0; i < 16 && m_errOpen; ++i) {
        const Read read = readInto(m_child->errFd(), chunk);
        if (read == Read::Nothing)
            break;
        if (read == Read::Closed)
            m_errOpen = false;
        all += chunk;
    }
    m_errors.add(all);
    if (!m_errOpen)
        m_errors.end();
}

void RpcLoop::deliver(const QJsonObject& message)
{
    const auto id = static_cast<quint64>(message["id"_L1].toInteger(0));
    const bool answer = message.contains("result"_L1) || message["error"_L1].isObject();
    std::unique_lock lock(m_mutex);
    const auto it = m_pending.find(id);
    if (it == m_pending.end() || !answer) {
        lock.unlock();
        killChild({errors::badAnswer, name(), u"id %1"_s.arg(id), Next::Retry});
        return;
    }
    RpcAnswer result{message["result"_L1], std::nullopt};
    if (message["error"_L1].isObject())
        result.error = message["error"_L1].toObject();
    it->second->answer = std::move(result);
    it->second->done.notify_all();
    m_pending.erase(it);
}

/// A request that ran out of time ends the process: nothing else stops what it is at.
void RpcLoop::expire()
{
    std::shared_ptr<Pending> late;
    {
        const std::lock_guard lock(m_mutex);
        const auto now = Clock::now();
        const auto it = std::find_if(
            m_pending.begin(), m_pending.end(), [&](const auto& entry) { return entry.second->deadline <= now; });
        if (it == m_pending.end())
            return;
        late = it->second;
        std::erase_if(m_queue, [&](const Request& request) { return request.id == it->first; });
        m_pending.erase(it);
        late->answer = fail(errors::timedOut, name(), {}, Next::Retry);
        late->done.notify_all();
    }
    qCWarning(lcRpc) << name() << "did not answer in time";
    if (m_child)
        killChild({errors::peerDied, name(), u"it was ended because another request ran out of time"_s, Next::Retry});
}

bool RpcLoop::waitForExit(std::chrono::milliseconds time)
{
    const auto until = Clock::now() + time;
    while (!m_child->ended()) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
        if (left <= 0)
            return false;
        if (m_errOpen)
            readErrors();
        pollfd fd{m_child->exitFd(), POLLIN, 0};
        ::poll(&fd, 1, static_cast<int>(std::min<qint64>(left, 20)));
    }
    return true;
}

void RpcLoop::childEnded()
{
    if (m_outOpen) {
        // What it had said before it ended still counts.
        readAnswers();
        if (!m_child)
            return;
    }
    QString how = u"it closed its output"_s;
    if (waitForExit(m_options.shutdownBudget))
        how = waitStatusText(*m_child->ended());
    if (m_errOpen)
        readErrors();
    if (!m_errors.last().isEmpty())
        how += u": "_s + m_errors.last().join(u" / "_s);
    killChild({errors::peerDied, name(), how, Next::Retry});
}

void RpcLoop::shutDown()
{
    if (m_child) {
        m_child->closeIn();
        // The pipe may be full of what nobody wants any more; a process that cannot write does not see its stdin end.
        const auto until = Clock::now() + m_options.shutdownBudget;
        QByteArray chunk;
        while (!waitForExit(std::chrono::milliseconds(10)) && Clock::now() < until) {
            while (m_outOpen && readInto(m_child->outFd(), chunk) == Read::Some)
                continue;
        }
    }
    killChild({errors::peerDied, name(), u"it was stopped"_s, Next::Retry});
}

void RpcLoop::killChild(const Error& error)
{
    if (m_child) {
        m_child->kill();
        if (m_errOpen)
            readErrors();
        qCDebug(lcRpc) << "ended" << name() << "process" << m_child->pid() << error.id() << error.detail;
    }
    m_child.reset();
    m_writing.clear();
    m_outOpen = m_errOpen = false;
    failAll(error);
}

/// Every call under way gets the error, those that wait to be sent too: a process that always dies ends somewhere.
void RpcLoop::failAll(const Error& error)
{
    const std::lock_guard lock(m_mutex);
    m_pid = -1;
    for (const auto& [id, pending] : m_pending) {
        pending->answer = fail(error);
        pending->done.notify_all();
    }
    m_pending.clear();
    m_queue.clear();
}

} // namespace nc
