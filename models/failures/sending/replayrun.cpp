#include "failures/sending/replayrun.h"

#include "failures/facts/errors.h"
#include "failures/sending/fatewatcher.h"
#include "failures/sending/markcollector.h"
#include "failures/sending/topicwitness.h"
#include "kafka/client/errors.h"
#include "kafka/reading/recordreader.h"

namespace nc {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

/// About 10,000 records a transaction cost least; an open one holds back what read_committed readers see behind it, so
/// it is ended well under a second.
constexpr qsizetype batchRecords = 10'000;
constexpr qint64 batchBytes = 12 * 1024 * 1024;
constexpr auto batchTime = 400ms;
/// How often a run with a canary looks whether failures come back.
constexpr auto lookEvery = 1s;
/// What goes when nothing holds it back, carefully.
constexpr double usualRate = 50'000;
/// With a rate a batch is what may go in this time.
constexpr double rateSlice = 0.25;

ReplayResult resultOf(const ReplayItem& item, const SendOutcome& outcome)
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

} // namespace

ReplayRun::ReplayRun(
    const ReplayRequest& request, const LedgerIndex& ledger, const ReplayTargets& targets, const ReplayResults& results)
    : m_request(request)
    , m_ledger(ledger)
    , m_targets(targets)
    , m_results(results)
{
    m_summary.exactlyOnce = !request.atLeastOnce;
}

void ReplayRun::count(const QList<ReplayResult>& results)
{
    for (const ReplayResult& result : results) {
        if (result.joined)
            continue;
        ++m_summary.matched;
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

void ReplayRun::tell(QList<ReplayResult> results)
{
    if (results.isEmpty())
        return;
    count(results);
    if (m_results)
        m_results(results);
}

double ReplayRun::rate() const
{
    const double asked = m_request.control ? m_request.control->rate() : -1;
    return asked < 0 ? m_request.rate : asked;
}

bool ReplayRun::isFull() const
{
    const double most = rate() > 0 ? std::clamp(rate() * rateSlice, 1.0, double(batchRecords)) : double(batchRecords);
    return m_canaryIsDue || double(m_batch.size()) >= most || m_batchBytes >= batchBytes
        || Clock::now() - m_opened >= batchTime || (m_request.control && m_request.control->isPaused());
}

/// So that looking takes as long as the rest of the batch.
bool ReplayRun::isNearlyFull() const
{
    return m_batch.size() == batchRecords * 2 / 3 || m_batchBytes >= batchBytes * 2 / 3;
}

/// Waits, without an open transaction, until the next batch may go.
Result<void> ReplayRun::keepPace(const TaskContext& task)
{
    bool paused = false;
    while (m_request.control && m_request.control->isPaused()) {
        paused = true;
        m_request.control->setResting(true);
        if (task.cancel.waitFor(50ms))
            return TaskContext::cancelled();
    }
    if (paused)
        m_request.control->setResting(false);
    if (paused || rate() != m_rate) {
        m_rate = rate();
        m_began = Clock::now();
        m_sent = 0;
    }
    if (m_rate <= 0)
        return {};
    const auto due =
        m_began + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(double(m_sent) / m_rate));
    const auto wait = std::chrono::duration_cast<std::chrono::milliseconds>(due - Clock::now());
    if (wait > 0ms && task.cancel.waitFor(wait))
        return TaskContext::cancelled();
    return {};
}

Result<void> ReplayRun::watch(
    const QList<ReplayItem>& batch, const QList<ReplayResult>& results, const TaskContext& task)
{
    if (!m_watcher)
        return {};
    for (qsizetype i = 0; i < batch.size(); ++i) {
        if (results[i].outcome == ReplayOutcome::Replayed)
            m_watcher->add(results[i].target, batch[i].out.value.value_or(QByteArray()));
    }
    if (m_canaryIsDue) {
        // One that could not be sent at all tells nothing about the others.
        if (results.isEmpty() || results.first().outcome != ReplayOutcome::Replayed)
            return {};
        m_canaryIsDue = false;
        task.report(0, -1, QStringLiteral("watching"));
        const auto fate = m_watcher->await(m_request.canaryTime, task);
        if (!fate)
            return fail(fate.error());
        const QString topic = results.first().target.topic;
        if (*fate == FateWatcher::Fate::Failed)
            m_summary.stopped = Error{errors::canaryFailed, topic, m_watcher->firstFailure(), Next::Abort};
        else if (*fate == FateWatcher::Fate::Unseen)
            m_summary.stopped = Error{errors::canaryUnseen, topic, durationText(m_request.canaryTime), Next::Abort};
        m_looked = Clock::now();
        return {};
    }
    if (Clock::now() - m_looked < lookEvery)
        return {};
    m_looked = Clock::now();
    if (const auto looked = m_watcher->look(task); !looked)
        return looked;
    if (m_watcher->failures() > 0)
        m_summary.stopped =
            Error{errors::failuresCameBack, m_request.topic, QString::number(m_watcher->failures()), Next::Abort};
    return {};
}

Result<void> ReplayRun::confirm(const QList<ReplayItem>& batch, const TaskContext& task)
{
    m_isUnconfirmed = false;
    return m_witness ? m_witness->confirm(batch, m_readBy, task) : Result<void>();
}

Result<void> ReplayRun::finishBatch(BatchSink& sink, bool more, const TaskContext& task)
{
    if (m_batch.isEmpty())
        return {};
    const QList<ReplayItem> batch = std::exchange(m_batch, {});
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
    m_sent += batch.size();
    tell(results);
    return watch(batch, results, task);
}

Result<void> ReplayRun::takeChunk(
    ReplayChunk chunk, BatchSink& sink, const ReplaySource& source, const TaskContext& task)
{
    m_readBy = chunk.readAt;
    m_isUnconfirmed = m_isUnconfirmed || !chunk.settled.isEmpty();
    tell(std::move(chunk.settled));
    for (qsizetype i = 0; i < chunk.items.size(); ++i) {
        ReplayItem& item = chunk.items[i];
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
        if (m_witness && isNearlyFull())
            m_witness->prepare(m_batch.first(), task);
        const bool last = i + 1 == chunk.items.size();
        // What belongs together goes together.
        if (isFull() && (last || !chunk.items[i + 1].joined)) {
            if (const auto done = finishBatch(sink, !last || !source.finished(), task); !done)
                return done;
            if (m_summary.stopped)
                return {};
            // With a rate one portion may take hours.
            task.report(m_scanned + i + 1, m_total, QStringLiteral("replaying"));
        }
    }
    return {};
}

Result<ReplaySummary> ReplayRun::send(
    RecordReader& reader, const ReadRequest& range, BatchSink& sink, qint64 total, const TaskContext& task)
{
    ReplaySource source(m_request, m_ledger, m_targets);
    source.start(reader, range, task.cancel);
    m_began = m_looked = Clock::now();
    m_rate = rate();
    m_total = total;
    m_canaryIsDue = m_watcher != nullptr;
    const auto stopped = [&](const Error& error) {
        sink.drop();
        return fail(error);
    };
    while (!source.finished() && !m_summary.stopped) {
        if (task.isCancelled())
            return stopped(TaskContext::cancelled().error());
        auto chunk = source.take(50ms);
        if (chunk) {
            const qint64 upTo = m_scanned + chunk->scanned;
            if (const auto taken = takeChunk(std::move(*chunk), sink, source, task); !taken)
                return stopped(taken.error());
            m_scanned = upTo;
        }
        if (!m_batch.isEmpty() && isFull()) {
            if (const auto done = finishBatch(sink, !source.finished(), task); !done)
                return stopped(done.error());
        }
        task.report(m_scanned, total, QStringLiteral("replaying"));
    }
    if (const auto done = finishBatch(sink, false, task); !done)
        return stopped(done.error());
    sink.drop(); // open only where nothing was taken
    if (task.isCancelled())
        return TaskContext::cancelled();
    if (source.error() && !m_summary.stopped)
        return fail(*source.error());
    if (m_isUnconfirmed && !m_summary.stopped) {
        if (const auto same = confirm({}, task); !same)
            return fail(same.error());
    }
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
            ReplayResult result{item.partition, item.offset, ReplayOutcome::WouldReplay};
            result.typeUnknown = item.typeUnknown;
            result.facts = item.facts;
            result.joined = item.joined;
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
    const double pace = m_request.rate > 0 ? m_request.rate : usualRate;
    m_summary.estimate = std::chrono::milliseconds(1000 + qint64(1000 * double(m_summary.replayed) / pace));
    if (m_request.canary)
        m_summary.estimate += 15s; // four attempts take eleven
    return m_summary;
}

Result<ReplaySummary> ReplayRun::mark(
    RecordReader& reader, const ReadRequest& range, const Note& note, const RunInfo& info, const TaskContext& task)
{
    const bool undo = info.action == LedgerAction::Reopened;
    MarkCollector marked;
    CauseCache causes;
    const auto look = [&](RecordBatch batch) {
        for (const RecordView& view : batch) {
            if (!m_request.offsets.isEmpty() && !m_request.offsets.contains(view.partition(), view.offset()))
                continue;
            const Record record = view.toRecord();
            if (m_request.filter && !m_request.filter(readDeadLetter(record, m_ledger, &causes)))
                continue;
            ++m_summary.matched;
            const LetterState state = standingOf(record, m_ledger).state;
            if (undo == (state == LetterState::Discarded))
                marked.add(record);
        }
        return Flow::Continue;
    };
    const auto read = reader.scan(range, look, task);
    if (!read)
        return fail(read.error());
    // No targets: a run of such an entry tells only which records it is about.
    const QList<LedgerEntry> entries = marked.entries(info);
    m_summary.replayed = marked.count();
    if (entries.isEmpty())
        return m_summary;
    if (const auto noted = note(entries); !noted)
        return fail(noted.error());
    return m_summary;
}

} // namespace nc
