#include "failures/sending/replayer.h"

#include "core/whoami.h"
#include "failures/deliveries/inboxhistory.h"
#include "failures/facts/errors.h"
#include "failures/facts/platformtopics.h"
#include "failures/facts/unseensources.h"
#include "failures/ledger/topicends.h"
#include "failures/sending/fatewatcher.h"
#include "failures/sending/ledgerway.h"
#include "failures/sending/replayrun.h"
#include "failures/sending/replaysource.h"
#include "failures/sending/topicwitness.h"
#include "kafka/client/errors.h"
#include "kafka/cluster/admin.h"
#include "kafka/reading/recordreader.h"
#include "kafka/schemas/avrodecoder.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// Everything that was looked up before the first record is read.
struct Prepared {
    ReadRequest range;
    ReplayTargets targets;
    QString clusterId;
    QList<qint64> ends;
    QList<qint64> auditEnds; ///< only where events are sent
    qint64 total = 0;
    QString target; ///< where most of it goes; empty: not known
    bool isEvents = false; ///< those are known twice: as dead letters and by their audit
};

ReadRequest rangeFor(const TopicInfo& topic, const OffsetSelection& offsets, qint64* total)
{
    ReadRequest range;
    range.topic = topic.topic;
    range.isolation = Isolation::ReadCommitted;
    const auto bounds = offsets.bounds();
    for (const PartitionInfo& partition : topic.partitions) {
        auto [first, last] = std::pair(partition.low, partition.high);
        if (!offsets.isEmpty()) {
            const auto chosen = bounds.constFind(partition.partition);
            if (chosen == bounds.constEnd())
                continue;
            first = std::max(first, chosen->first);
            last = std::min(last, chosen->second);
        }
        if (first >= last)
            continue;
        range.offsets.insert(partition.partition, {first, last});
        *total += last - first;
    }
    return range;
}

} // namespace

struct Replayer::Private {
    KafkaAccess access;
    std::unique_ptr<ClusterAdmin> admin;
    std::unique_ptr<RecordReader> reader;

    Result<Prepared> prepare(const ReplayRequest& request, const TaskContext& task);
    Result<void> limits(Prepared& prepared, const ReplayRequest& request, const TaskContext& task);
    Result<void> checkRun(const ReplayRequest& request, const LedgerIndex& ledger) const;
    static FenceRequest fence(const Prepared& prepared, const ReplayRequest& request);
    /// The ledger; and what must be known before the service's records are sent.
    Result<LedgerIndex> knowledge(Prepared& prepared, const ReplayRequest& request, LedgerReading reading,
        ReplaySummary& notes, const TaskContext& task);
    RunInfo info(const ReplayRequest& request, const Prepared& prepared) const;
};

Result<Prepared> Replayer::Private::prepare(const ReplayRequest& request, const TaskContext& task)
{
    Prepared prepared;
    const auto topic = topicWithEnds(*admin, request.topic, task);
    if (!topic)
        return fail(topic.error());
    prepared.range = rangeFor(*topic, request.offsets, &prepared.total);
    for (const PartitionInfo& partition : topic->partitions)
        prepared.ends.append(partition.high);
    const auto topics = admin->listTopics({.watermarks = false, .groups = false, .internals = false}, task);
    if (!topics)
        return fail(topics.error());
    for (const TopicInfo& info : *topics)
        prepared.targets.partitions.insert(info.topic, static_cast<qint32>(info.partitions.size()));
    if (!request.patch.isEmpty()) {
        prepared.targets.patch = RawJson::parse(request.patch);
        if (!prepared.targets.patch || !prepared.targets.patch->isObject()) {
            QJsonParseError problem;
            QJsonDocument::fromJson(request.patch, &problem);
            return fail(errors::badPatch, {}, problem.errorString());
        }
    }
    if (!request.target.isEmpty() && !prepared.targets.partitions.contains(request.target))
        return fail(errors::targetMissing, request.target);
    const auto cluster = admin->cluster(task);
    if (!cluster)
        return fail(cluster.error());
    prepared.clusterId = cluster->id;
    return prepared;
}

Result<void> Replayer::Private::limits(Prepared& prepared, const ReplayRequest& request, const TaskContext& task)
{
    prepared.target = request.target.isEmpty() ? topicWithoutSuffix(request.topic) : request.target;
    prepared.isEvents = prepared.target == serviceTopics().first();
    if (!prepared.targets.partitions.contains(prepared.target))
        return {};
    // A limit that may not be seen is not known, no more.
    const auto configs = admin->configs({prepared.target}, task);
    if (!configs)
        return fail(configs.error());
    bool ok = false;
    const qint64 most = configs->value(prepared.target).value(u"max.message.bytes"_s).value.toLongLong(&ok);
    if (ok)
        prepared.targets.largestRecord.insert(prepared.target, most);
    return {};
}

Result<LedgerIndex> Replayer::Private::knowledge(Prepared& prepared, const ReplayRequest& request,
    LedgerReading reading, ReplaySummary& notes, const TaskContext& task)
{
    const bool ofService = !expectedType(prepared.target).isEmpty();
    // Of the audit only the ledger is asked: its records may be long gone.
    QStringList asked{request.topic};
    if (ofService)
        asked.append(auditTopic());
    auto entries = LedgerStore(*admin, *reader, request.localLedger, reading).load(asked, task);
    if (!entries)
        return fail(entries.error());
    const auto ledgers = std::move(*entries).into(notes.unseen);
    notes.ledgerIsLocal = notes.unseen.contains(sources::ledger);
    if (!ofService)
        return ledgers.value(request.topic);
    auto read = readHistory(*admin, *reader, AvroDecoder(access), request.shelfLives, task);
    if (!read)
        return fail(read.error());
    DeliveryHistory history = std::move(*read).into(notes.unseen);
    if (request.inbox && prepared.isEvents) {
        const auto inbox = addInboxRows(history, *request.inbox, task);
        if (!inbox)
            return fail(inbox.error());
        notes.unseen.add(*inbox);
    }
    history.addResent(ledgers.value(auditTopic()));
    if (prepared.isEvents) {
        const auto audit = topicWithEnds(*admin, auditTopic(), task);
        // Ends that nobody tells are not taken for none; a topic that may not be seen is.
        if (!audit && audit.error().is(errors::kafkaNoLeader))
            return fail(audit.error());
        for (const PartitionInfo& partition : audit ? audit->partitions : QList<PartitionInfo>())
            prepared.auditEnds.append(partition.high);
    }
    prepared.targets.rules = SendingRules(request, std::move(history), QDateTime::currentMSecsSinceEpoch());
    return ledgers.value(request.topic);
}

Result<void> Replayer::Private::checkRun(const ReplayRequest& request, const LedgerIndex& ledger) const
{
    if (request.resume.isEmpty())
        return {};
    for (const LedgerEntry& entry : ledger.entries()) {
        if (entry.run == request.resume)
            return {};
    }
    return fail(errors::noSuchRun, request.topic, request.resume);
}

RunInfo Replayer::Private::info(const ReplayRequest& request, const Prepared& prepared) const
{
    RunInfo info;
    info.topic = request.topic;
    info.run = request.resume.isEmpty() ? QUuid::createUuid().toString(QUuid::Id128).left(12) : request.resume;
    info.by = request.by.isEmpty() ? whoAmI() : request.by;
    info.reason = request.reason;
    info.mode = request.atLeastOnce ? u"at-least-once"_s : u"exactly-once"_s;
    info.ends = prepared.ends;
    info.auditEnds = prepared.auditEnds;
    return info;
}

FenceRequest Replayer::Private::fence(const Prepared& prepared, const ReplayRequest& request)
{
    FenceRequest fence{prepared.clusterId, request.topic, {}, 1'000'000, prepared.targets.largestRecord.keys()};
    if (prepared.isEvents)
        fence.otherTopic = auditTopic();
    for (const qint64 most : prepared.targets.largestRecord)
        fence.batchBytes = static_cast<int>(std::min<qint64>(fence.batchBytes, most));
    return fence;
}

Replayer::Replayer(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

Replayer::~Replayer() = default;

Result<std::unique_ptr<Replayer>> Replayer::open(const KafkaAccess& access)
{
    auto p = std::make_unique<Private>();
    p->access = access;
    auto admin = ClusterAdmin::open(access);
    if (!admin)
        return fail(admin.error());
    auto reader = RecordReader::open(access, RecordReader::queueKilobytesForTraces);
    if (!reader)
        return fail(reader.error());
    p->admin = std::move(*admin);
    p->reader = std::move(*reader);
    return std::unique_ptr<Replayer>(new Replayer(std::move(p)));
}

Result<ReplaySummary> Replayer::replay(const ReplayRequest& request, const Results& results, const TaskContext& task)
{
    auto prepared = d->prepare(request, task);
    if (!prepared)
        return fail(prepared.error());
    if (const auto known = d->limits(*prepared, request, task); !known)
        return fail(known.error());
    // At-least-once runs take the same way into the ledger wherever they may.
    const LedgerWay::Wish wish{request.localLedger, request.atLeastOnce};
    auto way = LedgerWay::take(d->access, *d->admin, *d->reader, Private::fence(*prepared, request), wish, task);
    if (!way)
        return fail(way.error());
    ReplaySummary notes;
    const auto ledger = d->knowledge(*prepared, request, way->reading(), notes, task);
    if (!ledger)
        return fail(ledger.error());
    if (const auto known = d->checkRun(request, *ledger); !known)
        return fail(known.error());
    const RunInfo info = d->info(request, *prepared);
    const auto sink = way->open(info, request.atLeastOnce);
    if (!sink)
        return fail(sink.error());
    std::unique_ptr<FateWatcher> watcher;
    TopicWitness witness(d->access, request.topic);
    ReplayRun run(request, *ledger, prepared->targets, results);
    run.setWitness(&witness);
    if (request.canary) {
        auto opened = FateWatcher::open(d->access, {request.topic}, task);
        if (!opened)
            return fail(opened.error());
        watcher = std::move(*opened);
        run.setWatcher(watcher.get());
    }
    auto summary = run.send(*d->reader, prepared->range, **sink, prepared->total, task);
    if (summary) {
        summary->run = info.run;
        summary->unseen.add(notes.unseen);
        summary->ledgerIsLocal = way->usedFile();
        if (way->isLocal())
            summary->unseen = summary->unseen.without(sources::ledger); // asked for, and told by ledgerIsLocal
    }
    return summary;
}

Result<ReplaySummary> Replayer::tryOut(const ReplayRequest& request, const Results& results, const TaskContext& task)
{
    auto prepared = d->prepare(request, task);
    if (!prepared)
        return fail(prepared.error());
    if (const auto known = d->limits(*prepared, request, task); !known)
        return fail(known.error());
    ReplaySummary notes;
    const auto ledger = d->knowledge(*prepared, request, LedgerReading::WhatIsSeen, notes, task);
    if (!ledger)
        return fail(ledger.error());
    if (const auto known = d->checkRun(request, *ledger); !known)
        return fail(known.error());
    ReplayRun run(request, *ledger, prepared->targets, results);
    auto summary = run.tryOut(*d->reader, prepared->range, prepared->total, task);
    if (summary) {
        summary->unseen.add(notes.unseen);
        summary->ledgerIsLocal = notes.ledgerIsLocal;
    }
    return summary;
}

Result<std::optional<RunningReplay>> Replayer::running(const QString& topic, const TaskContext& task)
{
    const auto ledger = LedgerStore(*d->admin, *d->reader, {}, LedgerReading::WhatIsSeen).load(topic, task);
    if (!ledger)
        return fail(ledger.error());
    Unseen unseen; // the run itself needs the whole ledger, and says what is in its way
    return runningReplay(ledger->into(unseen), QDateTime::currentMSecsSinceEpoch());
}

Result<Replayer::DiscardSummary> Replayer::discard(const ReplayRequest& request, bool undo, const TaskContext& task)
{
    const auto prepared = d->prepare(request, task);
    if (!prepared)
        return fail(prepared.error());
    auto way = LedgerWay::take(
        d->access, *d->admin, *d->reader, Private::fence(*prepared, request), {request.localLedger, true}, task);
    if (!way)
        return fail(way.error());
    const auto read = LedgerStore(*d->admin, *d->reader, request.localLedger, way->reading()).load(request.topic, task);
    if (!read)
        return fail(read.error());
    DiscardSummary summary;
    const LedgerIndex& ledger = read->into(summary.unseen);
    RunInfo info = d->info(request, *prepared);
    info.action = undo ? LedgerAction::Reopened : LedgerAction::Discarded;
    info.mode.clear();
    ReplayRun run(request, ledger, prepared->targets, {});
    const auto note = [&](const QList<LedgerEntry>& entries) { return way->note(entries, info, task); };
    const auto marked = run.mark(*d->reader, prepared->range, note, info, task);
    if (!marked)
        return fail(marked.error());
    summary.matched = marked->matched;
    summary.changed = marked->replayed;
    summary.ledgerIsLocal = way->isLocal() && summary.changed > 0;
    if (way->isLocal())
        summary.unseen = summary.unseen.without(sources::ledger); // nothing goes twice for it
    return summary;
}

} // namespace nc
