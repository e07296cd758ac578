#include "render/engineconnection.h"

#include "render/enginecommand.h"
#include "render/errors.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nc {
namespace {

// What production runs; another version would give other bytes (docs/contracts.md).
constexpr QLatin1StringView wantedProtocol = "1"_L1;
constexpr QLatin1StringView wantedFreeMarker = "2.3.31"_L1;
constexpr QLatin1StringView wantedJsoup = "1.13.1"_L1;

constexpr auto startLimit = 30s;
constexpr int attempts = 3;
constexpr qint64 frameLimit = 128LL * 1024 * 1024;

/// Holds one of the helper's threads; gives up when cancelled.
template <class Semaphore>
class Slot {
public:
    Slot(Semaphore& semaphore, const TaskContext& task)
        : m_semaphore(semaphore)
    {
        while (!m_taken && !task.isCancelled())
            m_taken = m_semaphore.try_acquire_for(50ms);
    }
    ~Slot()
    {
        if (m_taken)
            m_semaphore.release();
    }
    Slot(const Slot&) = delete;
    Slot& operator=(const Slot&) = delete;
    bool isTaken() const { return m_taken; }

private:
    Semaphore& m_semaphore;
    bool m_taken = false;
};

Error inOurWords(Error error)
{
    if (error.is(errors::timedOut))
        error.code = errors::timeLimit;
    else if (error.is(errors::peerDied) && error.detail.contains("exit code 3"_L1))
        return {errors::memoryLimit, {}, {}}; // the JVM could not even say so
    else if (error.is(errors::peerDied))
        error.code = errors::engineCrashed;
    else if (error.is(errors::answerTooLarge) || error.is(errors::requestTooLarge))
        error.code = errors::outputLimit;
    else if (error.is(errors::badAnswer))
        error.code = errors::engineAnswer;
    else if (error.is(errors::cannotStart))
        return {errors::engineStart, error.detail, {}};
    return error;
}

} // namespace

Result<EngineVersion> EngineConnection::version(const TaskContext& task)
{
    if (const auto peer = ready(task); !peer)
        return fail(peer.error());
    const std::lock_guard lock(m_mutex);
    return m_version;
}

Result<std::shared_ptr<RpcPeer>> EngineConnection::ready(const TaskContext& task)
{
    const std::lock_guard lock(m_mutex);
    if (m_peer && m_peer->pid() > 0 && m_peer->pid() == m_greeted)
        return m_peer;
    if (!m_peer) {
        auto command = engineCommand(m_jar);
        if (!command)
            return fail(command.error());
        RpcOptions options;
        options.name = u"template-engine"_s;
        options.child = std::move(*command);
        options.requestLimit = frameLimit;
        options.answerLimit = frameLimit;
        m_peer = std::make_shared<RpcPeer>(std::move(options));
    }
    auto greeting = greet(*m_peer, task);
    if (!greeting) {
        m_peer.reset();
        return fail(greeting.error());
    }
    m_version = *greeting;
    m_greeted = m_peer->pid();
    return m_peer;
}

Result<EngineVersion> EngineConnection::greet(RpcPeer& peer, const TaskContext& task) const
{
    const auto answer = peer.call(u"version"_s, {}, task, startLimit);
    if (!answer) {
        const Error& error = answer.error();
        if (error.is(errors::cancelled))
            return fail(error);
        if (error.detail.contains("UnsupportedClassVersionError"_L1))
            return fail(errors::javaTooOld, {}, error.detail);
        return fail(errors::engineStart, error.detail.isEmpty() ? error.id() : error.detail);
    }
    const QJsonObject object = answer->result.toObject();
    const EngineVersion version{object.value("freemarker"_L1).toString(), object.value("jsoup"_L1).toString(),
        object.value("java"_L1).toString()};
    if (object.value("protocol"_L1).toString() != wantedProtocol || version.freemarker != wantedFreeMarker
        || version.jsoup != wantedJsoup)
        return fail(errors::engineVersion, u"FreeMarker %1, jsoup %2"_s.arg(version.freemarker, version.jsoup));
    return version;
}

Result<RpcAnswer> EngineConnection::call(
    const QString& method, const QJsonObject& params, std::chrono::milliseconds limit, const TaskContext& task)
{
    const Slot slot(m_free, task);
    if (!slot.isTaken())
        return TaskContext::cancelled();
    for (int attempt = 1;; ++attempt) {
        const auto peer = ready(task);
        if (!peer)
            return fail(peer.error());
        auto answer = (*peer)->call(method, params, task, limit);
        // It may have been killed for its neighbour; what it is asked changes nothing, so ask again.
        const bool died = !answer && answer.error().is(errors::peerDied);
        if (answer)
            return answer;
        if (!died || attempt == attempts)
            return fail(inOurWords(answer.error()));
    }
}

void EngineConnection::stop()
{
    const std::lock_guard lock(m_mutex);
    if (m_peer)
        m_peer->stop();
    m_greeted = -1;
}

} // namespace nc
