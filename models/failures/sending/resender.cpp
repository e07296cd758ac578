#include "failures/sending/resender.h"

#include "core/whoami.h"
#include "failures/deliveries/deliverystore.h"
#include "failures/facts/errors.h"
#include "failures/facts/platformtopics.h"
#include "failures/facts/unseensources.h"
#include "failures/ledger/topicends.h"
#include "failures/sending/fatewatcher.h"
#include "failures/sending/ledgerway.h"
#include "failures/sending/resendplan.h"
#include "kafka/client/errors.h"
#include "kafka/cluster/admin.h"
#include "kafka/reading/recordreader.h"
#include "kafka/schemas/avrodecoder.h"

#include <QDateTime>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {

inline size_t qHash(const RecordPlace& place, size_t seed = 0)
{
    return qHashMulti(seed, place.topic, place.partition, place.offset);
}

namespace {

const auto eventTopic = u"user-notifications"_s;
const auto deadTopic = u"user-notifications.DLT"_s;
constexpr qsizetype batchRecords = 1000;
/// What goes when nothing holds it back, carefully.
constexpr double usualRate = 10'000;

bool isChosen(const Delivery& row, const OffsetSelection& offsets)
{
    if (offsets.isEmpty())
        return true;
    return std::ranges::any_of(
        row.places, [&offsets](const RecordPlace& place) { return offsets.contains(place.partition, place.offset); });
}

} // namespace

struct Resender::Private {
    KafkaAccess access;
    std::unique_ptr<ClusterAdmin> admin;
    std::unique_ptr<RecordReader> reader;

    struct Target {
        qint32 partitions = 0;
        QString clusterId;
        QList<qint64> ends;
    };
    Result<Target> target(const TaskContext& task);
    Result<LedgerWay> takeWay(
        const ResendRequest& request, const Target& target, bool mayBeLocal, const TaskContext& task);
    struct Chosen {
        QList<Delivery> rows;
        Unseen unseen;
    };
    Result<Chosen> chosen(const ResendRequest& request, LedgerReading reading, const TaskContext& task);
    using Sources = QHash<RecordPlace, Record>;
    Result<Sources> sources(const QList<Delivery>& rows, const TaskContext& task);
    static std::optional<Record> sourceOf(const Delivery& row, const Sources& sources);
    Result<ResendPlan> plan(const ResendRequest& request, const Target& target, LedgerReading reading,
        ReplaySummary& summary, const TaskContext& task);
    static RunInfo info(const ResendRequest& request, const Target& target, LedgerAction action);
};

namespace {

/// Sends what was decided on, batch by batch.
class ResendRun {
public:
    ResendRun(const ResendRequest& request, BatchSink& sink, FateWatcher* watcher, const Replayer::Results& results)
        : m_request(request)
        , m_sink(sink)
        , m_watcher(watcher)
        , m_results(results)
    {
    }

    Result<void> send(const QList<ReplayItem>& items, ReplaySummary& summary, const TaskContext& task)
    {
        m_began = Clock::now();
        qsizetype at = 0;
        while (at < items.size() && !summary.stopped) {
            if (const auto paced = keepPace(task); !paced)
                return paced;
            const bool canary = m_watcher && at == 0;
            const QList<ReplayItem> batch = items.mid(at, canary ? 1 : slice());
            at += batch.size();
            m_sink.expectMore(at < items.size());
            if (const auto sent = sendBatch(batch, summary, task); !sent)
                return sent;
            task.report(at, items.size(), u"replaying"_s);
            if (const auto watched = watch(canary, summary, task); !watched)
                return watched;
        }
        return {};
    }

private:
    using Clock = std::chrono::steady_clock;

    double rate() const
    {
        const double asked = m_request.control ? m_request.control->rate() : -1;
        return asked < 0 ? m_request.rate : asked;
    }
    qsizetype slice() const
    {
        return rate() > 0 ? std::clamp<qsizetype>(static_cast<qsizetype>(rate() / 4), 1, batchRecords) : batchRecords;
    }
    /// Without an open transaction.
    Result<void> keepPace(const TaskContext& task)
    {
        while (m_request.control && m_request.control->isPaused()) {
            m_request.control->setResting(true);
            m_began = Clock::now();
            m_sent = 0;
            if (task.cancel.waitFor(std::chrono::milliseconds(50)))
                return TaskContext::cancelled();
        }
        if (m_request.control)
            m_request.control->setResting(false);
        if (rate() <= 0)
            return {};
        const auto due = m_began
            + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(double(m_sent) / rate()));
        const auto wait = std::chrono::duration_cast<std::chrono::milliseconds>(due - Clock::now());
        if (wait.count() > 0 && task.cancel.waitFor(wait))
            return TaskContext::cancelled();
        return {};
    }
    Result<void> sendBatch(const QList<ReplayItem>& batch, ReplaySummary& summary, const TaskContext& task)
    {
        for (const ReplayItem& item : batch) {
            if (const auto added = m_sink.add(item, task); !added) {
                m_sink.drop();
                return fail(added.error());
            }
        }
        const auto outcomes = m_sink.finish(batch, task);
        if (!outcomes)
            return fail(outcomes.error());
        QList<ReplayResult> told;
        for (qsizetype i = 0; i < batch.size(); ++i) {
            const SendOutcome& outcome = (*outcomes)[i];
            ReplayResult result{batch[i].partition, batch[i].offset, ReplayOutcome::Replayed};
            result.target = {eventTopic, outcome.partition, outcome.offset};
            result.facts = batch[i].facts;
            if (!outcome.ok()) {
                result.outcome = ReplayOutcome::Failed;
                result.error = outcome.error;
            } else if (m_watcher) {
                m_watcher->add(result.target, batch[i].out.value.value_or(QByteArray()));
            }
            summary.replayed += outcome.ok() ? 1 : 0;
            summary.failed += outcome.ok() ? 0 : 1;
            told.append(result);
        }
        m_sent += batch.size();
        m_results(told);
        return {};
    }
    Result<void> watch(bool canary, ReplaySummary& summary, const TaskContext& task)
    {
        if (!m_watcher)
            return {};
        if (canary) {
            task.report(0, -1, u"watching"_s);
            const auto fate = m_watcher->await(m_request.canaryTime, task);
            if (!fate)
                return fail(fate.error());
            if (*fate == FateWatcher::Fate::Failed)
                summary.stopped = Error{errors::canaryFailed, eventTopic, m_watcher->firstFailure(), Next::Abort};
            else if (*fate == FateWatcher::Fate::Unseen)
                summary.stopped =
                    Error{errors::canaryUnseen, eventTopic, durationText(m_request.canaryTime), Next::Abort};
            return {};
        }
        if (const auto looked = m_watcher->look(task); !looked)
            return looked;
        if (m_watcher->failures() > 0)
            summary.stopped =
                Error{errors::failuresCameBack, auditTopic(), QString::number(m_watcher->failures()), Next::Abort};
        return {};
    }

    const ResendRequest& m_request;
    BatchSink& m_sink;
    FateWatcher* m_watcher;
    const Replayer::Results& m_results;
    Clock::time_point m_began;
    qint64 m_sent = 0;
};

} // namespace

Resender::Resender(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

Resender::~Resender() = default;

Result<std::unique_ptr<Resender>> Resender::open(const KafkaAccess& access)
{
    auto p = std::make_unique<Private>();
    p->access = access;
    auto admin = ClusterAdmin::open(access);
    if (!admin)
        return fail(admin.error());
    auto reader = RecordReader::open(access);
    if (!reader)
        return fail(reader.error());
    p->admin = std::move(*admin);
    p->reader = std::move(*reader);
    return std::unique_ptr<Resender>(new Resender(std::move(p)));
}

Result<Resender::Private::Target> Resender::Private::target(const TaskContext& task)
{
    Target out;
    const auto events = admin->topic(eventTopic, task);
    if (!events)
        return fail(events.error().is(errors::unknownTopic) ? Error{errors::targetMissing, eventTopic, {}, Next::Abort}
                                                            : events.error());
    out.partitions = static_cast<qint32>(events->partitions.size());
    const auto audit = topicWithEnds(*admin, auditTopic(), task);
    if (!audit)
        return fail(audit.error());
    for (const PartitionInfo& partition : audit->partitions)
        out.ends.append(partition.high);
    const auto cluster = admin->cluster(task);
    if (!cluster)
        return fail(cluster.error());
    out.clusterId = cluster->id;
    return out;
}

Result<LedgerWay> Resender::Private::takeWay(
    const ResendRequest& request, const Target& target, bool mayBeLocal, const TaskContext& task)
{
    const FenceRequest fence{target.clusterId, auditTopic(), deadTopic, 1'000'000, {eventTopic}};
    return LedgerWay::take(access, *admin, *reader, fence, {request.localLedger, mayBeLocal}, task);
}

Result<Resender::Private::Chosen> Resender::Private::chosen(
    const ResendRequest& request, LedgerReading reading, const TaskContext& task)
{
    const auto store = DeliveryStore::open(access, request.localLedger, reading);
    if (!store)
        return fail(store.error());
    DeliveryQuery query;
    query.failedOnly = true;
    query.since = request.since;
    query.filter = request.filter;
    auto read = (*store)->read(query, task);
    if (!read)
        return fail(read.error());
    Chosen out;
    Deliveries found = std::move(*read).into(out.unseen);
    for (Delivery& row : found.rows) {
        if (row.isFailure() && isChosen(row, request.offsets))
            out.rows.append(std::move(row));
    }
    return out;
}

Result<Resender::Private::Sources> Resender::Private::sources(const QList<Delivery>& rows, const TaskContext& task)
{
    QList<RecordPlace> places;
    for (const Delivery& row : rows)
        places.append(row.audit.place);
    Sources out;
    if (places.isEmpty())
        return out;
    const auto records = reader->fetch(auditTopic(), places, task);
    if (!records)
        return fail(records.error());
    for (const Record& record : *records)
        out.insert({auditTopic(), record.partition, record.offset}, record);
    return out;
}

std::optional<Record> Resender::Private::sourceOf(const Delivery& row, const Sources& sources)
{
    const auto found = sources.constFind(row.audit.place);
    return found == sources.constEnd() ? std::nullopt : std::optional(*found);
}

Result<ResendPlan> Resender::Private::plan(const ResendRequest& request, const Target& target, LedgerReading reading,
    ReplaySummary& summary, const TaskContext& task)
{
    auto letters = DeadEvents::read(access, request.localLedger, reading, task);
    if (!letters)
        return fail(letters.error());
    DeadEvents dead = std::move(*letters).into(summary.unseen);
    auto read = readHistory(*admin, *reader, AvroDecoder(access), request.shelfLives, task);
    if (!read)
        return fail(read.error());
    DeliveryHistory history = std::move(*read).into(summary.unseen);
    return ResendPlan(
        request, std::move(dead), std::move(history), target.partitions, QDateTime::currentMSecsSinceEpoch());
}

RunInfo Resender::Private::info(const ResendRequest& request, const Target& target, LedgerAction action)
{
    RunInfo info;
    info.action = action;
    info.topic = auditTopic();
    info.run = QUuid::createUuid().toString(QUuid::Id128).left(12);
    info.by = request.by.isEmpty() ? whoAmI() : request.by;
    info.reason = request.reason;
    if (action == LedgerAction::Resent)
        info.mode = request.atLeastOnce ? u"at-least-once"_s : u"exactly-once"_s;
    info.ends = target.ends;
    info.auditEnds = target.ends;
    return info;
}

Result<ReplaySummary> Resender::resend(
    const ResendRequest& request, bool dryRun, const Replayer::Results& results, const TaskContext& task)
{
    const auto target = d->target(task);
    if (!target)
        return fail(target.error());
    std::optional<LedgerWay> way;
    if (!dryRun) {
        auto taken = d->takeWay(request, *target, request.atLeastOnce, task);
        if (!taken)
            return fail(taken.error());
        way = std::move(*taken);
    }
    const LedgerReading reading = way ? way->reading() : LedgerReading::WhatIsSeen;
    // Reads the ledger too, so only after the transactions were initialised.
    const auto chosen = d->chosen(request, reading, task);
    if (!chosen)
        return fail(chosen.error());
    const auto sources = d->sources(chosen->rows, task);
    if (!sources)
        return fail(sources.error());
    ReplaySummary summary;
    summary.exactlyOnce = !request.atLeastOnce;
    summary.unseen.add(chosen->unseen);
    summary.ledgerIsLocal = chosen->unseen.contains(sources::ledger);
    auto plan = d->plan(request, *target, reading, summary, task);
    if (!plan)
        return fail(plan.error());
    summary.matched = chosen->rows.size();
    QList<ReplayItem> items;
    QList<ReplayResult> settled;
    for (const Delivery& row : chosen->rows) {
        if (task.isCancelled())
            return TaskContext::cancelled();
        ResendPlan::Decision decision = plan->decide(row, Private::sourceOf(row, *sources));
        if (decision.item && !dryRun) {
            items.append(std::move(*decision.item));
            continue;
        }
        const ReplayResult& result = decision.result;
        summary.replayed += result.outcome == ReplayOutcome::WouldReplay ? 1 : 0;
        summary.failed += result.outcome == ReplayOutcome::Failed ? 1 : 0;
        if (result.outcome == ReplayOutcome::Skipped) {
            ++summary.skipped;
            ++summary.bySkip[result.skip];
        }
        settled.append(result);
    }
    results(settled);
    if (!dryRun) {
        const RunInfo info = Private::info(request, *target, LedgerAction::Resent);
        summary.run = info.run;
        const auto sink = way->open(info, request.atLeastOnce);
        if (!sink)
            return fail(sink.error());
        std::unique_ptr<FateWatcher> watcher;
        if (request.canary && !items.isEmpty()) {
            auto opened = FateWatcher::open(d->access, {deadTopic}, task);
            if (!opened)
                return fail(opened.error());
            watcher = std::move(*opened);
        }
        ResendRun run(request, **sink, watcher.get(), results);
        if (const auto sent = run.send(items, summary, task); !sent)
            return fail(sent.error());
        summary.ledgerIsLocal = way->usedFile();
        if (way->isLocal())
            summary.unseen = summary.unseen.without(sources::ledger); // asked for, and told by ledgerIsLocal
    }
    if (summary.replayed > 0)
        summary.byTarget.insert(eventTopic, summary.replayed);
    if (dryRun) {
        const double pace = request.rate > 0 ? request.rate : usualRate;
        summary.estimate = std::chrono::milliseconds(1000 + qint64(1000 * double(summary.replayed) / pace));
        if (request.canary)
            summary.estimate += std::chrono::seconds(15); // four attempts take eleven
    }
    return summary;
}

Result<Replayer::DiscardSummary> Resender::discard(const ResendRequest& request, bool undo, const TaskContext& task)
{
    const auto target = d->target(task);
    if (!target)
        return fail(target.error());
    auto way = d->takeWay(request, *target, true, task);
    if (!way)
        return fail(way.error());
    const auto chosen = d->chosen(request, way->reading(), task);
    if (!chosen)
        return fail(chosen.error());
    const auto sources = d->sources(chosen->rows, task);
    if (!sources)
        return fail(sources.error());
    Replayer::DiscardSummary summary;
    summary.unseen = chosen->unseen;
    summary.matched = chosen->rows.size();
    QList<ReplayItem> items;
    for (const Delivery& row : chosen->rows) {
        if (undo == (row.state == DeliveryState::Discarded))
            items.append(ResendPlan::itemFor(row, sources->value(row.audit.place)));
    }
    summary.changed = items.size();
    const RunInfo info = Private::info(request, *target, undo ? LedgerAction::Reopened : LedgerAction::Discarded);
    const QList<LedgerEntry> entries =
        makeEntries(items, QList<SendOutcome>(items.size(), SendOutcome{0, 0, {}}), info);
    if (const auto noted = way->note(entries, info, task); !noted)
        return fail(noted.error());
    summary.ledgerIsLocal = way->isLocal() && !entries.isEmpty();
    if (way->isLocal())
        summary.unseen = summary.unseen.without(sources::ledger); // nothing goes twice for it
    return summary;
}

} // namespace nc
