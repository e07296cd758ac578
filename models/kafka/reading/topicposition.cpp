#include "kafka/reading/topicposition.h"

#include <algorithm>
#include <cmath>

namespace nc {

qint64 recordsIn(const QList<PartitionProgress>& partitions)
{
    qint64 sum = 0;
    for (const PartitionProgress& one : partitions)
        sum += std::max<qint64>(0, one.high - one.low);
    return sum;
}

QMap<qint32, std::pair<qint64, qint64>> rangesFrom(const QList<PartitionProgress>& partitions, double part)
{
    QMap<qint32, std::pair<qint64, qint64>> ranges;
    for (const PartitionProgress& one : partitions) {
        const qint64 size = std::max<qint64>(0, one.high - one.low);
        const auto skipped = static_cast<qint64>(std::floor(static_cast<double>(size) * std::clamp(part, 0.0, 1.0)));
        // The very end shows the last ones, not nothing.
        const qint64 begin = one.low + std::min(skipped, std::max<qint64>(0, size - 1));
        if (begin < one.high)
            ranges.insert(one.partition, {begin, one.high});
    }
    return ranges;
}

QMap<qint32, std::pair<qint64, qint64>> rangesLeft(const QList<PartitionProgress>& partitions)
{
    QMap<qint32, std::pair<qint64, qint64>> ranges;
    for (const PartitionProgress& one : partitions) {
        const qint64 end = one.end < 0 ? one.high : one.end;
        if (one.position < end)
            ranges.insert(one.partition, {one.position, end});
    }
    return ranges;
}

} // namespace nc
