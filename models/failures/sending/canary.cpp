#include "failures/sending/canary.h"

#include "failures/facts/errors.h"
#include "failures/facts/shelflives.h"

namespace nc {
namespace {

using namespace std::chrono_literals;

/// How often it is looked whether failures come back.
constexpr auto lookEvery = 1s;

} // namespace

Canary::Canary(std::unique_ptr<FateWatcher> watcher, std::chrono::milliseconds time, QString topic)
    : m_watcher(std::move(watcher))
    , m_time(time)
    , m_topic(std::move(topic))
{
}

Result<std::optional<Error>> Canary::awaitFirst(const QString& target, const TaskContext& task)
{
    m_isDue = false;
    task.report(0, -1, QStringLiteral("watching"));
    const auto fate = m_watcher->await(m_time, task);
    if (!fate)
        return fail(fate.error());
    m_looked = Clock::now();
    switch (*fate) {
    case FateWatcher::Fate::Failed:
        return Error{errors::canaryFailed, target, m_watcher->firstFailure(), Next::Abort};
    case FateWatcher::Fate::Unseen:
        return Error{errors::canaryUnseen, target, durationText(m_time), Next::Abort};
    case FateWatcher::Fate::Good:
        break;
    }
    return std::nullopt;
}

Result<std::optional<Error>> Canary::watch(
    const QList<SendingItem>& batch, const QList<ReplayResult>& results, const TaskContext& task)
{
    std::optional<QString> target;
    for (qsizetype i = 0; i < batch.size(); ++i) {
        if (results[i].outcome != ReplayOutcome::Replayed)
            continue;
        m_watcher->add(results[i].target, batch[i].out.value.value_or(QByteArray()));
        target = results[i].target.topic;
    }
    // One that could not be sent at all tells nothing about the others.
    if (m_isDue && !target)
        return std::nullopt;
    if (m_isDue)
        return awaitFirst(*target, task);
    if (Clock::now() - m_looked < lookEvery)
        return std::nullopt;
    m_looked = Clock::now();
    if (const auto looked = m_watcher->look(task); !looked)
        return fail(looked.error());
    if (m_watcher->failures() > 0)
        return Error{errors::failuresCameBack, m_topic, QString::number(m_watcher->failures()), Next::Abort};
    return std::nullopt;
}

} // namespace nc
