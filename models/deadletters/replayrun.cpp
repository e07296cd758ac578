#include "deadletters/replayrun.h"

#include "deadletters/transactionalsink.h"
#include "kafka/errors.h"
#include "kafka/recordreader.h"

namespace nc {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

/// About 10,000 records a transaction cost least; an open one holds back what read_committed readers see behind it, so
/// it is ended well under a second.
constexpr qsizetype batchRecords = 10'000;
constexpr qint64 batchBytes = 16 * 1024 * 1024;
constexpr auto batchTime = 400ms;
/// With a rate a batch is what may go in this time.
constexpr double rateSlice = 0.25;

ReplayResult resultOf(const ReplayItem& item, const SendOutcome& outcome)
{
    ReplayResult result{item.partition, item.offset, ReplayOutcome::Replayed, {}, {}, item.typeUnknown, {}};
    result.target = {item.out.topic, outcome.ok() ? outcome.partition : item.out.partition, outcome.offset};
    if (!outcome.ok()) {
        result.outcome = ReplayOutcome::Failed;
        result.error = outcome.error.value_or(Error{errors::kafkaFailed, item.out.topic, {}, Next::Abort});
    }
    return result;
}

} // namespace

ReplayRun::ReplayRun(const ReplayRequest& request, const LedgerIndex& ledger, const ReplayTargets& targets,
    const Replayer::Results& results)
    : m_request(request)
    , m_ledger(ledger)
    , m_targets(targets)
    , m_results(results)
{
    m_summary.exactlyOnce = !request.atLeastOnce;
}

void ReplayRun::count(const QList<ReplayResult>& results)
{
    m_summary.matched += results.size();
    for (const ReplayResult& result : results) {
        switch (result.outcome) {
        case ReplayOutcome::Skipped:
            ++m_summary.skipped;
            break;
        case ReplayOutcome::Failed:
            ++m_summary.failed;
            break;
        case ReplayOutcome::Replayed:
        case ReplayOutcome::WouldReplay:
            ++m_summary.replayed;
            ++m_summary.byTarget[result.target.topic];
            break;
        }
    }
}

void ReplayRun::tell(QList<ReplayResult> results)
{
    if (results.isEmpty())
        return;
    count(results);
    if (m_results)
        m_results(results);
}

bool ReplayRun::isFull() const
{
    const auto most = m_request.rate > 0
        ? std::clamp<qsizetype>(static_cast<qsizetype>(m_request.rate * rateSlice), 1, batchRecords)
        : batchRecords;
    return m_batch.size() >= most || m_batchBytes >= batchBytes || Clock::now() - m_opened >= batchTime;
}

/// Waits, without an open transaction, until the next batch may go.
Result<void> ReplayRun::keepPace(const TaskContext& task)
{
    if (m_request.rate <= 0)
        return {};
    const auto due = m_began
        + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(double(m_sent) / m_request.rate));
    const auto wait = std::chrono::duration_cast<std::chrono::milliseconds>(due - Clock::now());
    if (wait > 0ms && task.cancel.waitFor(wait))
        return TaskContext::cancelled();
    return {};
}

Result<void> ReplayRun::finishBatch(BatchSink& sink, const TaskContext& task)
{
    if (m_batch.isEmpty())
        return {};
    const QList<ReplayItem> batch = std::exchange(m_batch, {});
    m_batchBytes = 0;
    const auto outcomes = sink.finish(batch, task);
    if (!outcomes)
        return fail(outcomes.error());
    QList<ReplayResult> results;
    results.reserve(batch.size());
    for (qsizetype i = 0; i < batch.size(); ++i)
        results.append(resultOf(batch[i], (*outcomes)[i]));
    m_sent += batch.size();
    tell(std::move(results));
    return {};
}

Result<void> ReplayRun::takeChunk(ReplayChunk chunk, BatchSink& sink, const TaskContext& task)
{
    tell(std::move(chunk.settled));
    for (ReplayItem& item : chunk.items) {
        if (task.isCancelled())
            return TaskContext::cancelled();
        if (m_batch.isEmpty()) {
            if (const auto paced = keepPace(task); !paced)
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
        if (isFull()) {
            if (const auto done = finishBatch(sink, task); !done)
                return done;
        }
    }
    return {};
}

Result<ReplaySummary> ReplayRun::send(
    RecordReader& reader, const ReadRequest& range, BatchSink& sink, qint64 total, const TaskContext& task)
{
    ReplaySource source(m_request, m_ledger, m_targets);
    source.start(reader, range, task.cancel);
    m_began = Clock::now();
    qint64 scanned = 0;
    const auto stopped = [&](const Error& error) {
        sink.drop();
        return fail(error);
    };
    while (!source.finished()) {
        if (task.isCancelled())
            return stopped(TaskContext::cancelled().error());
        auto chunk = source.take(50ms);
        if (chunk) {
            scanned += chunk->scanned;
            if (const auto taken = takeChunk(std::move(*chunk), sink, task); !taken)
                return stopped(taken.error());
        }
        if (!m_batch.isEmpty() && isFull()) {
            if (const auto done = finishBatch(sink, task); !done)
                return stopped(done.error());
        }
        task.report(scanned, total, QStringLiteral("replaying"));
    }
    if (const auto done = finishBatch(sink, task); !done)
        return stopped(done.error());
    sink.drop(); // open only where nothing was taken
    if (task.isCancelled())
        return TaskContext::cancelled();
    if (source.error())
        return fail(*source.error());
    return m_summary;
}

Result<ReplaySummary> ReplayRun::tryOut(
    RecordReader& reader, const ReadRequest& range, qint64 total, const TaskContext& task)
{
    ReplaySource source(m_request, m_ledger, m_targets);
    source.start(reader, range, task.cancel);
    qint64 scanned = 0;
    while (!source.finished()) {
        if (task.isCancelled())
            return TaskContext::cancelled();
        auto chunk = source.take(50ms);
        if (!chunk)
            continue;
        scanned += chunk->scanned;
        for (const ReplayItem& item : std::as_const(chunk->items)) {
            ReplayResult result{item.partition, item.offset, ReplayOutcome::WouldReplay, {}, {}, item.typeUnknown, {}};
            result.target = {item.out.topic, item.out.partition, -1};
            chunk->settled.append(result);
        }
        tell(std::move(chunk->settled));
        task.report(scanned, total, QStringLiteral("reading"));
    }
    if (task.isCancelled())
        return TaskContext::cancelled();
    if (source.error())
        return fail(*source.error());
    return m_summary;
}

Result<ReplaySummary> ReplayRun::mark(RecordReader& reader, const ReadRequest& range, TransactionalSink& sink,
    const RunInfo& info, const TaskContext& task)
{
    const bool undo = info.action == LedgerAction::Reopened;
    QList<ReplayItem> items;
    const auto look = [&](RecordBatch batch) {
        for (const RecordView& view : batch) {
            if (!m_request.offsets.isEmpty() && !m_request.offsets.contains(view.partition(), view.offset()))
                continue;
            const Record record = view.toRecord();
            if (m_request.filter && !m_request.filter(readDeadLetter(record, m_ledger)))
                continue;
            ++m_summary.matched;
            const LetterState state = standingOf(record, m_ledger).state;
            if (undo != (state == LetterState::Discarded))
                continue;
            ReplayItem item;
            item.key = record.key;
            item.value = record.value;
            item.partition = record.partition;
            item.offset = record.offset;
            item.timestamp = record.timestamp;
            items.append(std::move(item));
        }
        return Flow::Continue;
    };
    const auto read = reader.scan(range, look, task);
    if (!read)
        return fail(read.error());
    // No targets: a run of such an entry tells only which records it is about.
    QList<SendOutcome> outcomes(items.size(), SendOutcome{0, 0, {}});
    QList<LedgerEntry> entries = makeEntries(items, outcomes, info);
    m_summary.replayed = items.size();
    if (entries.isEmpty())
        return m_summary;
    if (const auto noted = sink.note(entries, task); !noted)
        return fail(noted.error());
    return m_summary;
}

} // namespace nc
