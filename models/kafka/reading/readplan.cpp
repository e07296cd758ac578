#include "kafka/reading/readplan.h"

#include "kafka/client/errors.h"
#include "kafka/cluster/clusterquery.h"

#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr auto timeout = 10s;

Result<std::vector<FetchRange>> choosePartitions(const TopicInfo& topic, const ReadRequest& request)
{
    QList<qint32> wanted = request.offsets.keys();
    if (request.partition && wanted.isEmpty())
        wanted.append(*request.partition);
    const bool all = wanted.isEmpty();
    std::vector<FetchRange> ranges;
    for (const PartitionInfo& partition : topic.partitions) {
        if (!all && !wanted.removeOne(partition.partition))
            continue;
        FetchRange range;
        range.progress.partition = partition.partition;
        range.leader = partition.leader;
        ranges.push_back(range);
    }
    if (!wanted.isEmpty())
        return fail(errors::unknownPartition, u"%1:%2"_s.arg(request.topic).arg(wanted.first()));
    return ranges;
}

/// Fills `begin` (before clamping) from what the request says.
qint64 beginOf(const ReadRequest& request, const PartitionProgress& p, qint64 atTime)
{
    switch (request.from.kind) {
    case ReadFrom::Kind::Beginning:
    case ReadFrom::Kind::Newest:
        return p.low;
    case ReadFrom::Kind::End:
        return p.high;
    case ReadFrom::Kind::Offset:
        return request.from.value;
    case ReadFrom::Kind::Time:
        return atTime >= 0 ? atTime : p.high;
    }
    return p.low;
}

qint64 endOf(const ReadRequest& request, const PartitionProgress& p, qint64 atTime)
{
    switch (request.to.kind) {
    case ReadTo::Kind::End:
        return p.high;
    case ReadTo::Kind::Offset:
        return request.to.value;
    case ReadTo::Kind::Time:
        return atTime >= 0 ? atTime : p.high;
    }
    return p.high;
}

} // namespace

Result<std::vector<FetchRange>> planRead(
    const std::shared_ptr<KafkaClient>& client, const ReadRequest& request, const TaskContext& task)
{
    if (request.topic.isEmpty())
        return fail(errors::unknownTopic, request.topic);
    const auto topics = queryTopics(client, request.topic, timeout, task);
    if (!topics)
        return fail(topics.error());
    auto ranges = choosePartitions(topics->first(), request);
    if (!ranges)
        return ranges;

    const bool fromTime = request.offsets.isEmpty() && request.from.kind == ReadFrom::Kind::Time;
    const bool toTime = request.offsets.isEmpty() && request.to.kind == ReadTo::Kind::Time;
    QList<OffsetQuestion> questions;
    for (const FetchRange& range : *ranges) {
        const qint32 partition = range.progress.partition;
        questions.append({request.topic, partition, askLow});
        questions.append({request.topic, partition, askHigh});
        if (fromTime)
            questions.append({request.topic, partition, std::max<qint64>(0, request.from.value)});
        if (toTime)
            questions.append({request.topic, partition, std::max<qint64>(0, request.to.value)});
    }
    const auto answers = queryOffsets(client, questions, timeout, task);
    if (!answers)
        return fail(answers.error());
    auto answer = answers->cbegin();
    for (FetchRange& range : *ranges) {
        PartitionProgress& p = range.progress;
        p.low = *answer++;
        p.high = *answer++;
        if (p.low < 0 || p.high < 0)
            return fail(errors::kafkaNoLeader, u"%1:%2"_s.arg(request.topic).arg(p.partition), {}, Next::Retry);
        const qint64 first = fromTime ? *answer++ : -1;
        const qint64 last = toTime ? *answer++ : -1;
        p.begin = beginOf(request, p, first);
        p.end = endOf(request, p, last);
        if (!request.offsets.isEmpty()) {
            p.begin = request.offsets.value(p.partition).first;
            p.end = request.offsets.value(p.partition).second;
        }
        if (const auto bound = request.before.constFind(p.partition); bound != request.before.constEnd())
            p.end = std::min(p.end, *bound);
        // Following waits for an end that is not there yet.
        const bool mayWait = request.follow && request.to.kind == ReadTo::Kind::Offset;
        if (!mayWait)
            p.end = std::min(p.end, p.high);
        p.begin = std::clamp(p.begin, p.low, p.high);
        p.end = std::max(p.end, p.begin);
        p.position = p.begin;
    }
    return ranges;
}

} // namespace nc
