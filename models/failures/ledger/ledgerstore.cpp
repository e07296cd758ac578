#include "failures/ledger/ledgerstore.h"

#include "core/errors.h"
#include "failures/facts/errors.h"
#include "failures/facts/platformtopics.h"
#include "failures/facts/unseensources.h"
#include "failures/ledger/ledgerfile.h"
#include "failures/ledger/topicends.h"
#include "kafka/client/errors.h"
#include "kafka/cluster/admin.h"
#include "kafka/reading/recordreader.h"

#include <QDeadlineTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

using namespace std::chrono_literals;

/// A killed console's transaction is ended by the broker ten seconds after its time-out of ten.
constexpr auto longestStill = 28s;

} // namespace

struct LedgerStore::Extent {
    QString topic;
    QMap<qint32, std::pair<qint64, qint64>> watermarks;
};

LedgerStore::LedgerStore(ClusterAdmin& admin, RecordReader& reader, QString localFolder, LedgerReading reading)
    : m_admin(admin)
    , m_reader(reader)
    , m_localFolder(std::move(localFolder))
    , m_reading(reading)
{
}

Result<void> LedgerStore::addLocal(const QString& topic, QList<LedgerEntry>& entries, const TaskContext& task)
{
    if (m_localFolder.isEmpty())
        return {};
    const auto cluster = m_admin.cluster(task);
    if (!cluster)
        return fail(cluster.error());
    const auto local = LedgerFile(m_localFolder, cluster->id, topic).read();
    if (!local)
        return fail(local.error());
    if (local->isEmpty())
        return {};
    entries += *local;
    std::ranges::stable_sort(entries, {}, &LedgerEntry::at);
    return {};
}

Result<void> LedgerStore::ensureTopic(const TaskContext& task)
{
    const QString name = ledgerTopicName();
    const auto there = m_admin.topic(name, task);
    if (there)
        return {};
    if (!there.error().is(errors::unknownTopic))
        return fail(there.error());
    const auto cluster = m_admin.cluster(task);
    if (!cluster)
        return fail(cluster.error());
    NewTopic topic{name, 1, static_cast<int>(std::clamp<qsizetype>(cluster->brokers.size(), 1, 3)), {}};
    topic.config = {{u"cleanup.policy"_s, u"delete"_s}, {u"retention.ms"_s, u"-1"_s}, {u"retention.bytes"_s, u"-1"_s}};
    auto made = m_admin.createTopic(topic, task);
    // Another console may have been quicker.
    if (!made && made.error().is(errors::topicExists))
        return {};
    return made;
}

Result<QMap<QString, QList<LedgerEntry>>> LedgerStore::read(const QStringList& wanted, const TaskContext& task)
{
    QMap<QString, QList<LedgerEntry>> entries;
    // Watermarks of the admin client are those of read_uncommitted: a read_committed end would hide what stands behind
    // another program's open transaction, and records would go twice.
    const auto info = topicWithEnds(m_admin, ledgerTopicName(), task);
    if (!info && (info.error().is(errors::unknownTopic) || mayMiss(info.error(), {})))
        return entries;
    if (!info)
        return fail(info.error());
    ReadRequest request;
    request.topic = ledgerTopicName();
    request.isolation = Isolation::ReadCommitted;
    // Up to that end even where an open transaction keeps it out of sight for now.
    request.follow = true;
    request.to = {ReadTo::Kind::Offset, 0};
    for (const PartitionInfo& partition : info->partitions) {
        if (partition.high > partition.low)
            request.offsets.insert(partition.partition, {partition.low, partition.high});
    }
    if (request.offsets.isEmpty())
        return entries;
    std::optional<Error> problem;
    QDeadlineTimer still(longestStill);
    const auto sink = [&](RecordBatch batch) {
        if (!batch.empty())
            still = QDeadlineTimer(longestStill);
        else if (still.hasExpired())
            return Flow::Stop;
        for (const RecordView& view : batch) {
            if (!view.key() || !view.value())
                continue;
            const QString topic = QString::fromUtf8(*view.key());
            if (!wanted.contains(topic))
                continue;
            auto entry = decodeLedgerEntry(view.value()->toByteArray());
            if (!entry) {
                Error damaged = entry.error();
                damaged.subject = topic;
                // One damaged entry takes nothing else away from who only looks.
                if (mayMiss(damaged, topic))
                    continue;
                problem = damaged;
                return Flow::Stop;
            }
            entries[topic].append(std::move(*entry));
        }
        return Flow::Continue;
    };
    const auto done = m_reader.scan(request, sink, task);
    if (problem)
        return fail(*problem);
    if (!done)
        return mayMiss(done.error(), {}) ? Result<QMap<QString, QList<LedgerEntry>>>(entries) : fail(done.error());
    const Error heldBack{errors::ledgerHeldBack, ledgerTopicName(), {}, Next::Retry};
    if (!done->complete && !mayMiss(heldBack, {}))
        return fail(heldBack);
    return entries;
}

bool LedgerStore::mayMiss(const Error& error, const QString& topic)
{
    if (m_reading == LedgerReading::Whole || error.is(errors::cancelled))
        return false;
    m_unseen.add(sources::ledger, error);
    if (topic.isEmpty())
        m_hidden = true;
    else
        m_damaged.insert(topic);
    return true;
}

Result<LedgerIndex> LedgerStore::indexOf(const QString& topic, QList<LedgerEntry> entries, const TaskContext& task)
{
    if (const auto added = addLocal(topic, entries, task); !added && !mayMiss(added.error(), topic))
        return fail(added.error());
    auto present = ofThisLife(topic, std::move(entries), task);
    if (!present)
        return fail(present.error());
    LedgerIndex index(std::move(*present));
    index.setWhole(!m_hidden && !m_damaged.contains(topic));
    return index;
}

Result<Seen<LedgerIndex>> LedgerStore::load(const QString& topic, const TaskContext& task)
{
    auto all = load(QStringList{topic}, task);
    if (!all)
        return fail(all.error());
    Unseen unseen;
    LedgerIndex index = std::move(*all).into(unseen).take(topic);
    return Seen(std::move(index), std::move(unseen));
}

Result<Seen<QMap<QString, LedgerIndex>>> LedgerStore::load(const QStringList& topics, const TaskContext& task)
{
    m_unseen = {};
    m_damaged.clear();
    m_hidden = false;
    auto entries = read(topics, task);
    if (!entries)
        return fail(entries.error());
    QMap<QString, LedgerIndex> out;
    for (const QString& topic : topics) {
        auto index = indexOf(topic, entries->take(topic), task);
        if (!index)
            return fail(index.error());
        out.insert(topic, std::move(*index));
    }
    return Seen(std::move(out), m_unseen);
}

Result<QList<LedgerEntry>> LedgerStore::ofThisLife(
    const QString& topic, QList<LedgerEntry> entries, const TaskContext& task)
{
    if (entries.isEmpty())
        return entries;
    const auto info = topicWithEnds(m_admin, topic, task);
    // Who may not look is careful: what was sent in a life that nobody can tell apart counts as sent.
    if (!info && info.error().is(errors::kafkaForbidden))
        return entries;
    if (!info)
        return info.error().is(errors::unknownTopic) ? Result<QList<LedgerEntry>>() : fail(info.error());
    Extent extent{topic, {}};
    for (const PartitionInfo& partition : info->partitions)
        extent.watermarks.insert(partition.partition, {partition.low, partition.high});
    // The topic changed lives at some moments in the order of the ledger: everything before the last of them is about a
    // former life. So the first entry that is not can be searched by halving. Entries that nothing tells about (their
    // records are gone) do not matter, and are taken for what follows them.
    qsizetype low = 0;
    qsizetype high = entries.size();
    while (low < high) {
        // The first look is at the oldest: where it is of this life, all are.
        const qsizetype middle = low == 0 && high == entries.size() ? 0 : low + (high - low) / 2;
        Life life = Life::Unknown;
        qsizetype at = middle;
        for (; at < high && life == Life::Unknown; ++at) {
            const auto found = lifeOf(entries[at], extent, task);
            if (!found)
                return fail(found.error());
            life = *found;
        }
        if (life == Life::Former)
            low = at;
        else
            high = middle;
    }
    entries.remove(0, low);
    // What an entry claims about records that there never were is damage, or somebody's bad joke.
    for (LedgerEntry& entry : entries) {
        for (LedgerRun& run : entry.runs)
            run.count = std::min(run.count, extent.watermarks.value(run.partition).second - run.offset);
        entry.runs.removeIf([](const LedgerRun& run) { return run.count <= 0; });
    }
    return entries;
}

Result<LedgerStore::Life> LedgerStore::lifeOf(const LedgerEntry& entry, const Extent& extent, const TaskContext& task)
{
    QList<RecordPlace> places;
    QHash<std::pair<qint32, qint64>, std::pair<qint64, QByteArray>> expected;
    for (const LedgerRange& range : entry.ranges) {
        const auto marks = extent.watermarks.constFind(range.partition);
        if (marks == extent.watermarks.constEnd() || range.last >= marks->second)
            return Life::Former;
        const auto want = [&](qint64 offset, qint64 timestamp, const QByteArray& hash) {
            if (offset < marks->first || expected.contains({range.partition, offset}))
                return;
            places.append({extent.topic, range.partition, offset});
            expected.insert({range.partition, offset}, {timestamp, hash});
        };
        want(range.first, range.firstTimestamp, range.firstHash);
        want(range.last, range.lastTimestamp, range.lastHash);
        if (places.size() >= 4)
            break;
    }
    if (places.isEmpty())
        return Life::Unknown;
    const auto records = m_reader.fetch(extent.topic, places, task);
    if (!records && records.error().is(errors::kafkaForbidden))
        return Life::Unknown; // counts as present
    if (!records)
        return fail(records.error());
    for (const Record& record : *records) {
        const auto [timestamp, hash] = expected.value({record.partition, record.offset});
        if (record.timestamp != timestamp || recordHash(record.timestamp, record.key, record.value) != hash)
            return Life::Former;
    }
    return records->isEmpty() ? Life::Unknown : Life::Present;
}

} // namespace nc
