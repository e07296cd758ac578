#include "failures/ledger/topicends.h"

#include "kafka/client/errors.h"

using namespace Qt::StringLiterals;

namespace nc {

Result<TopicInfo> topicWithEnds(ClusterAdmin& admin, const QString& topic, const TaskContext& task)
{
    auto info = admin.topic(topic, task);
    if (!info)
        return info;
    for (const PartitionInfo& partition : info->partitions) {
        if (partition.low < 0 || partition.high < 0)
            return fail(errors::kafkaNoLeader, u"%1:%2"_s.arg(topic).arg(partition.partition), {}, Next::Retry);
    }
    return info;
}

} // namespace nc
