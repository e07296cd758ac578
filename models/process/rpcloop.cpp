#include "process/rpcloop.h"

#include "core/errors.h"

#include <QLoggingCategory>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

Q_LOGGING_CATEGORY(lcRpc, "nc.rpc")

constexpr qsizetype longestLine = 4 * 1024;
constexpr qsizetype keptLines = 5;

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

void RpcPeer::Loop::run()
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
bool RpcPeer::Loop::takeOrders()
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

void RpcPeer::Loop::startChild()
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
    m_errorText.clear();
    m_lastLines.clear();
    m_outOpen = m_errOpen = true;
    qCDebug(lcRpc) << "started" << name() << "process" << m_child->pid();
    const std::lock_guard lock(m_mutex);
    m_pid = m_child->pid();
}

int RpcPeer::Loop::pollTimeout() const
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

void RpcPeer::Loop::poll()
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
        readErrorLines();
    if (m_child && fds[1].revents != 0)
        readAnswers();
    if (m_child && fds[3].revents != 0)
        writeSome();
    if (m_child && (fds[4].revents != 0 || !m_outOpen))
        childEnded();
}

void RpcPeer::Loop::writeSome()
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

void RpcPeer::Loop::readAnswers()
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

void RpcPeer::Loop::readErrorLines()
{
    QByteArray chunk;
    for (int i = 0; i < 16 && m_errOpen; ++i) {
        const Read read = readInto(m_child->errFd(), chunk);
        if (read == Read::Nothing)
            break;
        if (read == Read::Closed)
            m_errOpen = false;
        m_errorText += chunk;
    }
    const auto tell = [&](QByteArray line) {
        if (line.endsWith('\r'))
            line.chop(1);
        // Cut, so that a line without end fills neither the memory nor the log.
        const QString text = QString::fromUtf8(line.first(std::min(line.size(), longestLine)));
        qCInfo(lcRpc).noquote() << name() + u':' << text;
        m_lastLines.append(text);
        if (m_lastLines.size() > keptLines)
            m_lastLines.removeFirst();
        if (m_options.onErrorLine)
            m_options.onErrorLine(text);
    };
    qsizetype start = 0;
    for (qsizetype end = 0; (end = m_errorText.indexOf('\n', start)) >= 0; start = end + 1)
        tell(m_errorText.sliced(start, end - start));
    m_errorText.remove(0, start);
    if (m_errorText.size() > longestLine || (!m_errOpen && !m_errorText.isEmpty())) {
        tell(m_errorText);
        m_errorText.clear();
    }
}

void RpcPeer::Loop::deliver(const QJsonObject& message)
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
void RpcPeer::Loop::expire()
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

bool RpcPeer::Loop::waitForExit(std::chrono::milliseconds time)
{
    const auto until = Clock::now() + time;
    while (!m_child->ended()) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
        if (left <= 0)
            return false;
        if (m_errOpen)
            readErrorLines();
        pollfd fd{m_child->exitFd(), POLLIN, 0};
        ::poll(&fd, 1, static_cast<int>(std::min<qint64>(left, 20)));
    }
    return true;
}

void RpcPeer::Loop::childEnded()
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
        readErrorLines();
    if (!m_lastLines.isEmpty())
        how += u": "_s + m_lastLines.join(u" / "_s);
    killChild({errors::peerDied, name(), how, Next::Retry});
}

void RpcPeer::Loop::shutDown()
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

void RpcPeer::Loop::killChild(const Error& error)
{
    if (m_child) {
        m_child->kill();
        if (m_errOpen)
            readErrorLines();
        qCDebug(lcRpc) << "ended" << name() << "process" << m_child->pid() << error.id() << error.detail;
    }
    m_child.reset();
    m_writing.clear();
    m_outOpen = m_errOpen = false;
    failAll(error);
}

/// Every call under way gets the error, those that wait to be sent too: a process that always dies ends somewhere.
void RpcPeer::Loop::failAll(const Error& error)
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
