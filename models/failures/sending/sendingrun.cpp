#include "failures/sending/sendingrun.h"

#include "core/errors.h"
#include "kafka/client/errors.h"

#include <QSet>

namespace nc {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

/// About 10,000 records a transaction cost least; an open one holds back what read_committed readers see behind it, so
/// it is ended well under a second.
constexpr qsizetype batchRecords = 10'000;
constexpr qint64 batchBytes = 12 * 1024 * 1024;
constexpr auto batchTime = 400ms;
/// What goes when nothing holds it back, carefully.
constexpr double usualRate = 50'000;
/// The service's four attempts take eleven.
constexpr auto usualFate = 15s;

ReplayResult resultOf(const SendingItem& item, const SendOutcome& outcome)
{
    ReplayResult result{item.partition, item.offset, ReplayOutcome::Replayed};
    result.typeUnknown = item.typeUnknown;
    result.facts = item.facts;
    result.joined = item.joined;
    result.target = {item.out.topic, outcome.ok() ? outcome.partition : item.out.partition, outcome.offset};
    if (!outcome.ok()) {
        result.outcome = ReplayOutcome::Failed;
        result.error = outcome.error.value_or(Error{errors::kafkaFailed, item.out.topic, {}, Next::Abort});
    }
    return result;
}

ReplayResult wouldGo(const SendingItem& item)
{
    ReplayResult result{item.partition, item.offset, ReplayOutcome::WouldReplay};
    result.typeUnknown = item.typeUnknown;
    result.facts = item.facts;
    result.joined = item.joined;
    result.target = {item.out.topic, item.anyPartition ? -1 : item.out.partition, -1};
    return result;
}

} // namespace

SendingRun::SendingRun(const SendingRequest& request, SendingSource& source, const SendingResults& results)
    : m_request(request)
    , m_source(source)
    , m_results(results)
    , m_pace(request)
{
    m_summary.exactlyOnce = !request.atLeastOnce;
}

void SendingRun::count(const QList<ReplayResult>& results)
{
    for (const ReplayResult& result : results) {
        if (result.joined)
            continue;
        ++m_summary.matched;
        const bool byVerdict = result.skip == SkipReason::WouldFail || result.skip == SkipReason::Verdict;
        if (result.facts && (result.outcome != ReplayOutcome::Skipped || byVerdict))
            m_summary.verdicts.add(result.facts->verdict);
        switch (result.outcome) {
        case ReplayOutcome::Skipped:
            ++m_summary.skipped;
            ++m_summary.bySkip[result.skip];
            break;
        case ReplayOutcome::Failed:
            ++m_summary.failed;
            break;
        case ReplayOutcome::Replayed:
        case ReplayOutcome::WouldReplay:
            ++m_summary.replayed;
            ++m_summary.byTarget[result.target.topic];
            if (result.facts && !result.facts->narrowed && !result.facts->earlier.isEmpty()) {
                QSet<QString> people;
                for (const EarlierDelivery& one : result.facts->earlier)
                    people.insert(one.recipient);
                ++m_summary.againRecords;
                m_summary.againPeople += people.size();
            }
            break;
        }
    }
}

void SendingRun::tell(QList<ReplayResult> results)
{
    if (results.isEmpty())
        return;
    count(results);
    if (m_results)
        m_results(results);
}

bool SendingRun::isFull() const
{
    return (m_canary && m_canary->isDue()) || double(m_batch.size()) >= m_pace.batchOf(batchRecords)
        || m_batchBytes >= batchBytes || Clock::now() - m_opened >= batchTime || m_pace.isPaused();
}

/// So that looking takes as long as the rest of the batch.
bool SendingRun::isNearlyFull() const
{
    return m_batch.size() == batchRecords * 2 / 3 || m_batchBytes >= batchBytes * 2 / 3;
}

Result<void> SendingRun::confirm(const QList<SendingItem>& batch, const TaskContext& task)
{
    m_isUnconfirmed = false;
    return m_witness ? m_witness->confirm(batch, m_readBy, task) : Result<void>();
}

Result<void> SendingRun::finishBatch(BatchSink& sink, bool more, const TaskContext& task)
{
    if (m_batch.isEmpty())
        return {};
    const QList<SendingItem> batch = std::exchange(m_batch, {});
    m_batchBytes = 0;
    sink.expectMore(more);
    // The records are on their way meanwhile.
    if (const auto same = confirm(batch, task); !same)
        return same;
    const auto outcomes = sink.finish(batch, task);
    if (!outcomes)
        return fail(outcomes.error());
    QList<ReplayResult> results;
    results.reserve(batch.size());
    for (qsizetype i = 0; i < batch.size(); ++i)
        results.append(resultOf(batch[i], (*outcomes)[i]));
    m_pace.wasSent(batch.size());
    tell(results);
    if (!m_canary)
        return {};
    auto stopped = m_canary->watch(batch, results, task);
    if (!stopped)
        return fail(stopped.error());
    m_summary.stopped = std::move(*stopped);
    return {};
}

Result<void> SendingRun::takeChunk(
    SendingChunk chunk, BatchSink& sink, const ReadAhead& ahead, const TaskContext& task)
{
    m_readBy = chunk.readAt;
    m_isUnconfirmed = m_isUnconfirmed || !chunk.settled.isEmpty();
    tell(std::move(chunk.settled));
    for (qsizetype i = 0; i < chunk.items.size(); ++i) {
        SendingItem& item = chunk.items[i];
        if (task.isCancelled())
            return TaskContext::cancelled();
        if (m_batch.isEmpty()) {
            if (const auto paced = m_pace.keep(task); !paced)
                return paced;
            m_opened = Clock::now();
        }
        const auto added = sink.add(item, task);
        if (!added && added.error().is(errors::recordTooLarge)) {
            tell({resultOf(item, {-1, -1, added.error()})});
            continue;
        }
        if (!added)
            return added;
        m_batchBytes += item.out.value ? item.out.value->size() : 0;
        m_batch.append(std::move(item));
        if (m_witness && isNearlyFull())
            m_witness->prepare(m_batch.first(), task);
        const bool last = i + 1 == chunk.items.size();
        // What belongs together goes together.
        if (isFull() && (last || !chunk.items[i + 1].joined)) {
            if (const auto done = finishBatch(sink, !last || !ahead.finished(), task); !done)
                return done;
            if (m_summary.stopped)
                return {};
            // With a rate one portion may take hours.
            task.report(m_scanned + i + 1, m_source.total(), QStringLiteral("replaying"));
        }
    }
    return {};
}

Result<void> SendingRun::sendAll(ReadAhead& ahead, BatchSink& sink, const TaskContext& task)
{
    while (!ahead.finished() && !m_summary.stopped) {
        if (task.isCancelled())
            return TaskContext::cancelled();
        auto chunk = ahead.take(50ms);
        if (chunk) {
            const qint64 upTo = m_scanned + chunk->scanned;
            if (const auto taken = takeChunk(std::move(*chunk), sink, ahead, task); !taken)
                return taken;
            m_scanned = upTo;
        }
        if (!m_batch.isEmpty() && isFull()) {
            if (const auto done = finishBatch(sink, !ahead.finished(), task); !done)
                return done;
        }
        task.report(m_scanned, m_source.total(), QStringLiteral("replaying"));
    }
    return finishBatch(sink, false, task);
}

Result<ReplaySummary> SendingRun::send(BatchSink& sink, const TaskContext& task)
{
    ReadAhead ahead(m_source, task.cancel);
    const auto done = sendAll(ahead, sink, task);
    sink.drop(); // open where it broke off, or where nothing was taken
    const bool cancelled = done ? task.isCancelled() : done.error().is(errors::cancelled);
    // That nobody is sending any more is said whatever was cancelled; what broke off otherwise says nothing.
    if (done || cancelled)
        sink.end(TaskContext{});
    if (!done)
        return fail(done.error());
    if (cancelled)
        return TaskContext::cancelled();
    if (ahead.error() && !m_summary.stopped)
        return fail(*ahead.error());
    if (m_isUnconfirmed && !m_summary.stopped) {
        if (const auto same = confirm({}, task); !same)
            return fail(same.error());
    }
    return m_summary;
}

std::chrono::milliseconds SendingRun::estimate() const
{
    const double pace = m_request.rate > 0 ? m_request.rate : usualRate;
    const std::chrono::milliseconds sending(1000 + qint64(1000 * double(m_summary.replayed) / pace));
    return m_request.canary ? sending + usualFate : sending;
}

Result<ReplaySummary> SendingRun::tryOut(const TaskContext& task)
{
    ReadAhead ahead(m_source, task.cancel);
    while (!ahead.finished()) {
        if (task.isCancelled())
            return TaskContext::cancelled();
        auto chunk = ahead.take(50ms);
        if (!chunk)
            continue;
        m_scanned += chunk->scanned;
        for (const SendingItem& item : std::as_const(chunk->items))
            chunk->settled.append(wouldGo(item));
        tell(std::move(chunk->settled));
        task.report(m_scanned, m_source.total(), QStringLiteral("reading"));
    }
    if (task.isCancelled())
        return TaskContext::cancelled();
    if (ahead.error())
        return fail(*ahead.error());
    m_summary.estimate = estimate();
    return m_summary;
}

} // namespace nc
