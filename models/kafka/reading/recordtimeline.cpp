#include "kafka/reading/recordtimeline.h"

#include "kafka/client/clientconfig.h"
#include "kafka/client/kafkaclient.h"
#include "kafka/cluster/clusterquery.h"

#include <chrono>

namespace nc {

static constexpr std::chrono::seconds patience{10};

namespace {

struct Partition {
    qsizetype topic; ///< index into the result
    QString name;
    qint32 number;
    qint64 low = 0;
    qint64 high = 0;
};

} // namespace

static Result<QList<qint64>> offsetsAt(const std::shared_ptr<KafkaClient>& client, const QList<Partition>& partitions,
    qint64 time, const TaskContext& task)
{
    QList<OffsetQuestion> questions;
    for (const Partition& p : partitions)
        questions.append({p.name, p.number, time});
    return queryOffsets(client, questions, patience, task);
}

Result<QList<RecordTimeline>> recordTimelines(
    const KafkaAccess& access, const QStringList& topics, const QList<EpochMs>& boundaries, const TaskContext& task)
{
    auto opened = KafkaClient::open(KafkaClient::Kind::Consumer, access);
    if (!opened)
        return fail(opened.error());
    const auto all = queryTopics(*opened, {}, patience, task);
    if (!all)
        return fail(all.error());
    QList<RecordTimeline> result;
    QList<Partition> partitions;
    for (const TopicInfo& topic : *all) {
        if (!topics.contains(topic.topic))
            continue;
        for (const PartitionInfo& p : topic.partitions)
            partitions.append({result.size(), topic.topic, p.partition});
        result.append({topic.topic, QList<qint64>(qMax<qsizetype>(0, boundaries.size() - 1), 0), 0});
    }
    if (partitions.isEmpty())
        return result;
    const auto low = offsetsAt(*opened, partitions, askLow, task);
    if (!low)
        return fail(low.error());
    const auto high = offsetsAt(*opened, partitions, askHigh, task);
    if (!high)
        return fail(high.error());
    for (qsizetype i = 0; i < partitions.size(); ++i) {
        partitions[i].low = qMax<qint64>(0, low->at(i));
        partitions[i].high = qMax(partitions[i].low, high->at(i));
        result[partitions[i].topic].total += partitions[i].high - partitions[i].low;
    }
    QList<qint64> before;
    for (qsizetype b = 0; b < boundaries.size(); ++b) {
        const auto at = offsetsAt(*opened, partitions, boundaries[b], task);
        if (!at)
            return fail(at.error());
        QList<qint64> now;
        for (qsizetype i = 0; i < partitions.size(); ++i)
            now.append(at->at(i) < 0 ? partitions[i].high : at->at(i));
        for (qsizetype i = 0; b > 0 && i < partitions.size(); ++i)
            result[partitions[i].topic].counts[b - 1] += qMax<qint64>(0, now[i] - before[i]);
        before = now;
        task.report(b + 1, boundaries.size());
    }
    return result;
}

} // namespace nc
