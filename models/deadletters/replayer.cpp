#include "deadletters/replayer.h"

#include "core/activitylog.h"
#include "deadletters/errors.h"
#include "deadletters/ledgerstore.h"
#include "deadletters/plainsink.h"
#include "deadletters/platformtopics.h"
#include "deadletters/replayrun.h"
#include "deadletters/replaysource.h"
#include "deadletters/topicends.h"
#include "deadletters/transactionalsink.h"
#include "kafka/admin.h"
#include "kafka/errors.h"
#include "kafka/recordreader.h"
#include "kafka/recordwriter.h"

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
    qint64 total = 0;
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
    Result<std::unique_ptr<TransactionalProducer>> producer(
        const Prepared& prepared, const ReplayRequest& request, const TaskContext& task);
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
    const QString target = request.target.isEmpty() ? topicWithoutSuffix(request.topic) : request.target;
    if (!prepared.targets.partitions.contains(target))
        return {};
    const auto details = admin->describeTopic(target, task);
    if (!details)
        return fail(details.error());
    bool ok = false;
    const qint64 most = details->config.value(u"max.message.bytes"_s).value.toLongLong(&ok);
    if (ok)
        prepared.targets.largestRecord.insert(target, most);
    return {};
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
    info.changes = request.changes;
    info.ends = prepared.ends;
    return info;
}

Result<std::unique_ptr<TransactionalProducer>> Replayer::Private::producer(
    const Prepared& prepared, const ReplayRequest& request, const TaskContext& task)
{
    TransactionSettings settings;
    settings.transactionalId = transactionalIdFor(prepared.clusterId, request.topic);
    for (const qint64 most : prepared.targets.largestRecord)
        settings.batchBytes = static_cast<int>(std::min<qint64>(settings.batchBytes, most));
    auto made = TransactionalProducer::open(access, settings, task);
    if (!made && made.error().is(errors::kafkaForbidden))
        return fail(errors::transactionsForbidden, QString::fromUtf8(settings.transactionalId), made.error().detail,
            Next::Fatal);
    if (made) {
        (*made)->warm(ledgerTopicName());
        for (auto at = prepared.targets.largestRecord.constBegin(); at != prepared.targets.largestRecord.constEnd();
             ++at)
            (*made)->warm(at.key());
    }
    return made;
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
    auto reader = RecordReader::open(access);
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
    LedgerStore store(*d->admin, *d->reader, request.localLedger);
    std::unique_ptr<TransactionalProducer> producer;
    std::unique_ptr<RecordWriter> writer;
    if (request.atLeastOnce) {
        auto opened = RecordWriter::open(d->access);
        if (!opened)
            return fail(opened.error());
        writer = std::move(*opened);
    } else {
        if (const auto there = store.ensureTopic(task); !there)
            return fail(there.error());
        // From here on nobody else can write for this topic; only now is the ledger's end the true one.
        auto made = d->producer(*prepared, request, task);
        if (!made)
            return fail(made.error());
        producer = std::move(*made);
    }
    const auto ledger = store.load(request.topic, task);
    if (!ledger)
        return fail(ledger.error());
    if (const auto known = d->checkRun(request, *ledger); !known)
        return fail(known.error());
    const RunInfo info = d->info(request, *prepared);
    std::unique_ptr<BatchSink> sink;
    if (producer)
        sink = std::make_unique<TransactionalSink>(*producer, info);
    else
        sink = std::make_unique<PlainSink>(
            *writer, LedgerFile(request.localLedger, prepared->clusterId, request.topic), info);
    ReplayRun run(request, *ledger, prepared->targets, results);
    auto summary = run.send(*d->reader, prepared->range, *sink, prepared->total, task);
    if (summary)
        summary->run = info.run;
    return summary;
}

Result<ReplaySummary> Replayer::tryOut(const ReplayRequest& request, const Results& results, const TaskContext& task)
{
    auto prepared = d->prepare(request, task);
    if (!prepared)
        return fail(prepared.error());
    if (const auto known = d->limits(*prepared, request, task); !known)
        return fail(known.error());
    LedgerStore store(*d->admin, *d->reader, request.localLedger);
    const auto ledger = store.load(request.topic, task);
    if (!ledger)
        return fail(ledger.error());
    if (const auto known = d->checkRun(request, *ledger); !known)
        return fail(known.error());
    ReplayRun run(request, *ledger, prepared->targets, results);
    return run.tryOut(*d->reader, prepared->range, prepared->total, task);
}

Result<Replayer::DiscardSummary> Replayer::discard(const ReplayRequest& request, bool undo, const TaskContext& task)
{
    const auto prepared = d->prepare(request, task);
    if (!prepared)
        return fail(prepared.error());
    LedgerStore store(*d->admin, *d->reader, request.localLedger);
    if (const auto there = store.ensureTopic(task); !there)
        return fail(there.error());
    auto producer = d->producer(*prepared, request, task);
    if (!producer)
        return fail(producer.error());
    const auto ledger = store.load(request.topic, task);
    if (!ledger)
        return fail(ledger.error());
    RunInfo info = d->info(request, *prepared);
    info.action = undo ? LedgerAction::Reopened : LedgerAction::Discarded;
    info.mode.clear();
    TransactionalSink sink(**producer, info);
    ReplayRun run(request, *ledger, prepared->targets, {});
    DiscardSummary summary;
    const auto marked = run.mark(*d->reader, prepared->range, sink, info, task);
    if (!marked)
        return fail(marked.error());
    summary.matched = marked->matched;
    summary.changed = marked->replayed;
    return summary;
}

QByteArray transactionalIdFor(const QString& clusterId, const QString& topic)
{
    return "notification-console." + clusterId.toUtf8() + '.' + topic.toUtf8();
}

QString outcomeName(ReplayOutcome outcome)
{
    static constexpr QLatin1StringView names[] = {"replayed"_L1, "would-replay"_L1, "skipped"_L1, "failed"_L1};
    return names[static_cast<int>(outcome)];
}

} // namespace nc
