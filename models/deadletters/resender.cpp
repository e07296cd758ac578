#include "deadletters/resender.h"

#include "core/activitylog.h"
#include "deadletters/deadletterstore.h"
#include "deadletters/deliverystore.h"
#include "deadletters/errors.h"
#include "deadletters/ledgerstore.h"
#include "deadletters/platformtopics.h"
#include "deadletters/resendevent.h"
#include "deadletters/topicends.h"
#include "deadletters/transactionalsink.h"
#include "kafka/admin.h"
#include "kafka/errors.h"
#include "kafka/recordreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSet>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace nc {

inline size_t qHash(const RecordPlace& place, size_t seed = 0)
{
    return qHashMulti(seed, place.topic, place.partition, place.offset);
}

namespace {

const auto eventTopic = u"user-notifications"_s;
constexpr qsizetype batchRecords = 1000;

/// What an event and its dead letter have in common; trace ids do not join them.
QString eventKey(const QString& process, const QString& templateName, const QStringList& recipients)
{
    return process + u'\n' + templateName + u'\n' + recipients.join(u',');
}

QStringList recipientsOf(const AuditDelivery& audit)
{
    // The same way as a dead letter's are read.
    const QByteArray event = QJsonDocument(audit.notification).toJson(QJsonDocument::Compact);
    return factsOf(event, eventTopic).recipients;
}

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
    Result<std::unique_ptr<TransactionalProducer>> producer(const Target& target, const TaskContext& task);
    Result<QList<Delivery>> chosen(const ResendRequest& request, const TaskContext& task);
    Result<QSet<QString>> deadEvents(const QString& localLedger, const TaskContext& task);
    Result<QHash<RecordPlace, Record>> sources(const QList<Delivery>& rows, const TaskContext& task);
    static ReplayItem itemFor(const Delivery& row, const Record& source);
    static RunInfo info(const ResendRequest& request, const Target& target, LedgerAction action);
    Result<void> sendAll(QList<ReplayItem> items, const ResendRequest& request, TransactionalSink& sink,
        ReplaySummary& summary, const Replayer::Results& results, const TaskContext& task);
};

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

Result<std::unique_ptr<TransactionalProducer>> Resender::Private::producer(
    const Target& target, const TaskContext& task)
{
    TransactionSettings settings;
    settings.transactionalId = transactionalIdFor(target.clusterId, auditTopic());
    auto made = TransactionalProducer::open(access, settings, task);
    if (!made && made.error().is(errors::kafkaForbidden))
        return fail(errors::transactionsForbidden, QString::fromUtf8(settings.transactionalId), made.error().detail,
            Next::Fatal);
    if (made) {
        (*made)->warm(ledgerTopicName());
        (*made)->warm(eventTopic);
    }
    return made;
}

Result<QList<Delivery>> Resender::Private::chosen(const ResendRequest& request, const TaskContext& task)
{
    const auto store = DeliveryStore::open(access, request.localLedger);
    if (!store)
        return fail(store.error());
    DeliveryQuery query;
    query.failedOnly = true;
    query.since = request.since;
    query.filter = request.filter;
    auto found = (*store)->read(query, task);
    if (!found)
        return fail(found.error());
    QList<Delivery> rows;
    for (Delivery& row : found->rows) {
        if (row.isFailure() && isChosen(row, request.offsets))
            rows.append(std::move(row));
    }
    return rows;
}

Result<QSet<QString>> Resender::Private::deadEvents(const QString& localLedger, const TaskContext& task)
{
    QSet<QString> keys;
    const QString topic = eventTopic + u".DLT"_s;
    const auto there = admin->topic(topic, task);
    if (!there)
        return there.error().is(errors::unknownTopic) ? Result<QSet<QString>>(keys) : fail(there.error());
    const auto store = DeadLetterStore::open(access, localLedger);
    if (!store)
        return fail(store.error());
    LetterQuery query;
    query.topic = topic;
    const auto done = (*store)->read(
        query, LedgerIndex(),
        [&keys](const DeadLetter& letter) {
            keys.insert(eventKey(letter.facts.process, letter.facts.templateName, letter.facts.recipients));
            return true;
        },
        task);
    if (!done)
        return fail(done.error());
    return keys;
}

Result<QHash<RecordPlace, Record>> Resender::Private::sources(const QList<Delivery>& rows, const TaskContext& task)
{
    QList<RecordPlace> places;
    for (const Delivery& row : rows)
        places.append(row.audit.place);
    QHash<RecordPlace, Record> out;
    if (places.isEmpty())
        return out;
    const auto records = reader->fetch(auditTopic(), places, task);
    if (!records)
        return fail(records.error());
    for (const Record& record : *records)
        out.insert({auditTopic(), record.partition, record.offset}, record);
    return out;
}

ReplayItem Resender::Private::itemFor(const Delivery& row, const Record& source)
{
    ReplayItem item;
    item.partition = row.audit.place.partition;
    item.offset = row.audit.place.offset;
    item.timestamp = source.timestamp;
    item.key = source.key;
    item.value = source.value;
    item.also = row.places.mid(1);
    return item;
}

RunInfo Resender::Private::info(const ResendRequest& request, const Target& target, LedgerAction action)
{
    RunInfo info;
    info.action = action;
    info.topic = auditTopic();
    info.run = QUuid::createUuid().toString(QUuid::Id128).left(12);
    info.by = request.by.isEmpty() ? whoAmI() : request.by;
    info.reason = request.reason;
    info.mode = action == LedgerAction::Resent ? u"exactly-once"_s : QString();
    info.ends = target.ends;
    return info;
}

Result<void> Resender::Private::sendAll(QList<ReplayItem> items, const ResendRequest& request, TransactionalSink& sink,
    ReplaySummary& summary, const Replayer::Results& results, const TaskContext& task)
{
    using Clock = std::chrono::steady_clock;
    const auto began = Clock::now();
    const auto slice = request.rate > 0
        ? std::clamp<qsizetype>(static_cast<qsizetype>(request.rate / 4), 1, batchRecords)
        : batchRecords;
    for (qsizetype at = 0; at < items.size(); at += slice) {
        if (request.rate > 0) {
            const auto due = began
                + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(double(at) / request.rate));
            const auto wait = std::chrono::duration_cast<std::chrono::milliseconds>(due - Clock::now());
            if (wait.count() > 0 && task.cancel.waitFor(wait))
                return TaskContext::cancelled();
        }
        const QList<ReplayItem> batch = items.mid(at, slice);
        for (const ReplayItem& item : batch) {
            if (const auto added = sink.add(item, task); !added) {
                sink.drop();
                return fail(added.error());
            }
        }
        const auto outcomes = sink.finish(batch, task);
        if (!outcomes)
            return fail(outcomes.error());
        QList<ReplayResult> told;
        for (qsizetype i = 0; i < batch.size(); ++i) {
            const SendOutcome& outcome = (*outcomes)[i];
            ReplayResult result{batch[i].partition, batch[i].offset, ReplayOutcome::Replayed, {}, {}, false,
                {eventTopic, outcome.partition, outcome.offset}};
            if (!outcome.ok()) {
                result.outcome = ReplayOutcome::Failed;
                result.error = outcome.error;
            }
            summary.replayed += outcome.ok() ? 1 : 0;
            summary.failed += outcome.ok() ? 0 : 1;
            told.append(result);
        }
        results(told);
        task.report(at + batch.size(), items.size(), u"replaying"_s);
    }
    return {};
}

Result<ReplaySummary> Resender::resend(
    const ResendRequest& request, bool dryRun, const Replayer::Results& results, const TaskContext& task)
{
    const auto target = d->target(task);
    if (!target)
        return fail(target.error());
    std::unique_ptr<TransactionalProducer> producer;
    if (!dryRun) {
        LedgerStore store(*d->admin, *d->reader, request.localLedger);
        if (const auto there = store.ensureTopic(task); !there)
            return fail(there.error());
        auto made = d->producer(*target, task);
        if (!made)
            return fail(made.error());
        producer = std::move(*made);
    }
    // Reads the ledger too, so only after the transactions were initialised.
    const auto rows = d->chosen(request, task);
    if (!rows)
        return fail(rows.error());
    const auto dead = d->deadEvents(request.localLedger, task);
    if (!dead)
        return fail(dead.error());
    const auto sources = d->sources(*rows, task);
    if (!sources)
        return fail(sources.error());
    ReplaySummary summary;
    summary.matched = rows->size();
    QList<ReplayItem> items;
    QList<ReplayResult> settled;
    const auto any = static_cast<qint32>(QRandomGenerator::global()->bounded(1 << 20));
    for (const Delivery& row : *rows) {
        ReplayResult result{row.audit.place.partition, row.audit.place.offset, ReplayOutcome::Skipped, {}, {}, false,
            {eventTopic, -1, -1}};
        const auto source = sources->constFind(row.audit.place);
        const auto event = resendEvent(row.audit);
        if (row.state != DeliveryState::Open && !request.again) {
            result.skip = row.state == DeliveryState::Discarded ? SkipReason::Discarded : SkipReason::AlreadyReplayed;
            if (row.mark)
                result.target = row.mark->target;
        } else if (!request.force
            && dead->contains(eventKey(row.audit.process, row.audit.templateName, recipientsOf(row.audit)))) {
            result.skip = SkipReason::EventIsDead;
        } else if (!event || source == sources->constEnd()) {
            result.outcome = ReplayOutcome::Failed;
            result.error = event
                ? Error{errors::cannotResend, u"%1:%2"_s.arg(result.partition).arg(result.offset), {}, Next::Abort}
                : event.error();
        } else {
            ReplayItem item = d->itemFor(row, *source);
            item.out.topic = eventTopic;
            item.out.partition = (any + static_cast<qint32>(items.size())) % target->partitions;
            item.out.value = *event;
            item.out.headers = {{"__TypeId__", expectedType(eventTopic)}};
            result.outcome = ReplayOutcome::WouldReplay;
            result.target.partition = item.out.partition;
            items.append(std::move(item));
            if (!dryRun)
                continue;
            ++summary.replayed;
        }
        summary.skipped += result.outcome == ReplayOutcome::Skipped ? 1 : 0;
        summary.failed += result.outcome == ReplayOutcome::Failed ? 1 : 0;
        settled.append(result);
    }
    results(settled);
    if (dryRun)
        return summary;
    const RunInfo info = d->info(request, *target, LedgerAction::Resent);
    summary.run = info.run;
    TransactionalSink sink(*producer, info);
    if (const auto sent = d->sendAll(std::move(items), request, sink, summary, results, task); !sent)
        return fail(sent.error());
    if (summary.replayed > 0)
        summary.byTarget.insert(eventTopic, summary.replayed);
    return summary;
}

Result<Replayer::DiscardSummary> Resender::discard(const ResendRequest& request, bool undo, const TaskContext& task)
{
    const auto target = d->target(task);
    if (!target)
        return fail(target.error());
    LedgerStore store(*d->admin, *d->reader, request.localLedger);
    if (const auto there = store.ensureTopic(task); !there)
        return fail(there.error());
    const auto producer = d->producer(*target, task);
    if (!producer)
        return fail(producer.error());
    const auto rows = d->chosen(request, task);
    if (!rows)
        return fail(rows.error());
    const auto sources = d->sources(*rows, task);
    if (!sources)
        return fail(sources.error());
    Replayer::DiscardSummary summary;
    summary.matched = rows->size();
    QList<ReplayItem> items;
    for (const Delivery& row : *rows) {
        if (undo == (row.state == DeliveryState::Discarded))
            items.append(d->itemFor(row, sources->value(row.audit.place)));
    }
    summary.changed = items.size();
    const RunInfo info = d->info(request, *target, undo ? LedgerAction::Reopened : LedgerAction::Discarded);
    const QList<LedgerEntry> entries =
        makeEntries(items, QList<SendOutcome>(items.size(), SendOutcome{0, 0, {}}), info);
    if (entries.isEmpty())
        return summary;
    TransactionalSink sink(**producer, info);
    if (const auto noted = sink.note(entries, task); !noted)
        return fail(noted.error());
    return summary;
}

} // namespace nc
