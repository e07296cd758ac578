#include "kafka/cluster/topicinfo.h"

namespace nc {

qint64 TopicInfo::records() const
{
    qint64 sum = 0;
    for (const PartitionInfo& partition : partitions) {
        if (partition.high >= 0)
            sum += partition.high - partition.low;
    }
    return sum;
}

} // namespace nc
