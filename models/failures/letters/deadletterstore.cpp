#include "failures/letters/deadletterstore.h"

#include "core/errors.h"
#include "failures/facts/expiry.h"
#include "failures/facts/headernames.h"
#include "failures/facts/platformtopics.h"
#include "kafka/client/errors.h"
#include "kafka/cluster/admin.h"
#include "kafka/reading/recordreader.h"

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// Up to here records are counted by reading them; beyond it, where the ledger knows nothing of a topic, its watermarks
/// are enough.
constexpr qint64 countedByReading = 200'000;

/// The parts of a record by which its state is known.
Record standingRecord(const RecordView& view)
{
    Record record;
    record.partition = view.partition();
    record.offset = view.offset();
    record.headers =
        view.headers([](QByteArrayView name) { return !name.endsWith("stacktrace") && !name.endsWith("message"); });
    return record;
}

DeadLetter letterOf(const RecordView& view, LetterParts parts, const LedgerIndex& ledger, CauseCache& causes)
{
    const auto wanted = [parts](QByteArrayView name) {
        return parts == LetterParts::All || !isFailureHeader(name) || !name.endsWith("stacktrace");
    };
    return readDeadLetter(view.toRecord(wanted), ledger, &causes);
}

ReadRequest wholeTopic(const QString& topic)
{
    ReadRequest request;
    request.topic = topic;
    request.from = {ReadFrom::Kind::Beginning, 0};
    // Dead letters carry long traces, which the client copies when it is asked for headers: few at a time stay in the
    // processor's cache.
    request.batchSize = 8;
    return request;
}

/// Ranges of the chosen offsets within the partitions that there are; empty when nothing can match.
std::optional<ReadRequest> rangeOf(const LetterQuery& query, const TopicInfo& topic)
{
    ReadRequest request = wholeTopic(query.topic);
    if (query.since)
        request.from = {ReadFrom::Kind::Time, *query.since};
    if (query.offsets.isEmpty())
        return request;
    const auto bounds = query.offsets.bounds();
    for (const PartitionInfo& partition : topic.partitions) {
        if (bounds.contains(partition.partition))
            request.offsets.insert(partition.partition, bounds[partition.partition]);
    }
    return request.offsets.isEmpty() ? std::nullopt : std::optional(request);
}

} // namespace

struct DeadLetterStore::Private {
    QString localLedger;
    LedgerReading reading;
    std::unique_ptr<ClusterAdmin> admin;
    std::unique_ptr<RecordReader> reader;
    VerdictOf verdict;

    Result<void> count(LetterTopic& topic, const LedgerIndex& ledger, Unseen& unseen, const TaskContext& task);
};

DeadLetterStore::DeadLetterStore(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

DeadLetterStore::~DeadLetterStore() = default;

Result<std::unique_ptr<DeadLetterStore>> DeadLetterStore::open(
    const KafkaAccess& access, const QString& localLedger, LedgerReading reading)
{
    auto p = std::make_unique<Private>();
    p->localLedger = localLedger;
    p->reading = reading;
    auto admin = ClusterAdmin::open(access);
    if (!admin)
        return fail(admin.error());
    auto reader = RecordReader::open(access, RecordReader::queueKilobytesForTraces);
    if (!reader)
        return fail(reader.error());
    p->admin = std::move(*admin);
    p->reader = std::move(*reader);
    return std::unique_ptr<DeadLetterStore>(new DeadLetterStore(std::move(p)));
}

Result<void> DeadLetterStore::Private::count(
    LetterTopic& topic, const LedgerIndex& ledger, Unseen& unseen, const TaskContext& task)
{
    if (topic.records == 0)
        return {};
    qint64& untouched = ledger.isWhole() ? topic.open : topic.unknown;
    if (ledger.isEmpty() && topic.records > countedByReading) {
        untouched = topic.records;
        return {};
    }
    const qint64 all = std::exchange(topic.records, 0);
    const auto look = [&](RecordBatch batch) {
        for (const RecordView& view : batch) {
            ++topic.records;
            if (ledger.isEmpty()) {
                ++untouched;
                continue;
            }
            switch (standingOf(standingRecord(view), ledger).state) {
            case LetterState::Open:
                ++topic.open;
                break;
            case LetterState::Replayed:
                ++topic.replayed;
                break;
            case LetterState::Returned:
                ++topic.returned;
                break;
            case LetterState::Discarded:
                ++topic.discarded;
                break;
            case LetterState::Unknown:
                ++topic.unknown;
                break;
            }
        }
        return Flow::Continue;
    };
    const auto done = reader->scan(wholeTopic(topic.topic), look, task);
    if (done)
        return {};
    if (done.error().is(errors::cancelled))
        return fail(done.error());
    // One topic that cannot be read does not hide the others.
    topic = {topic.topic, topic.target, all};
    topic.unknown = all;
    unseen.add(topic.topic, done.error());
    return {};
}

Result<Seen<QList<LetterTopic>>> DeadLetterStore::topics(const TaskContext& task)
{
    const auto all = d->admin->listTopics({.watermarks = true, .groups = false, .internals = false}, task);
    if (!all)
        return fail(all.error());
    QList<LetterTopic> topics;
    QStringList names;
    for (const TopicInfo& info : *all) {
        if (!isDeadLetterTopic(info.topic))
            continue;
        topics.append({info.topic, topicWithoutSuffix(info.topic), info.records()});
        names.append(info.topic);
    }
    LedgerStore store(*d->admin, *d->reader, d->localLedger, d->reading);
    auto read = store.load(names, task);
    if (!read)
        return fail(read.error());
    Unseen unseen;
    const auto ledgers = std::move(*read).into(unseen);
    for (LetterTopic& topic : topics) {
        if (const auto counted = d->count(topic, ledgers.value(topic.topic), unseen, task); !counted)
            return fail(counted.error());
    }
    return Seen(std::move(topics), std::move(unseen));
}

Result<Seen<LedgerIndex>> DeadLetterStore::ledger(const QString& topic, const TaskContext& task)
{
    return LedgerStore(*d->admin, *d->reader, d->localLedger, d->reading).load(topic, task);
}

void DeadLetterStore::judgeWith(VerdictOf verdict)
{
    d->verdict = std::move(verdict);
}

Result<std::optional<qint64>> DeadLetterStore::retention(const QString& topic, const TaskContext& task)
{
    const auto known = readRetention(*d->admin, {topic}, task);
    if (!known)
        return fail(known.error());
    return known->contains(topic) ? std::optional(known->value(topic)) : std::nullopt;
}

Result<qint64> DeadLetterStore::read(
    const LetterQuery& query, const LedgerIndex& ledger, const Visit& visit, const TaskContext& task, LetterParts parts)
{
    const auto topic = d->admin->topic(query.topic, task);
    if (!topic)
        return fail(topic.error());
    const auto range = rangeOf(query, *topic);
    if (!range)
        return 0;
    const LetterMatcher matcher(query, d->verdict);
    CauseCache causes;
    const auto look = [&](RecordBatch batch) {
        for (const RecordView& view : batch) {
            if (!query.offsets.isEmpty() && !query.offsets.contains(view.partition(), view.offset()))
                continue;
            const DeadLetter letter = letterOf(view, parts, ledger, causes);
            if (matcher.matches(letter, view) && !visit(letter))
                return Flow::Stop;
        }
        return Flow::Continue;
    };
    const auto done = d->reader->scan(*range, look, task);
    if (!done)
        return fail(done.error());
    return done->scanned;
}

} // namespace nc
