#pragma once

#include "core/task.h"
#include "kafka/cluster/admin.h"

namespace nc {

/// The topic with the watermarks of each of its partitions; errors::kafkaNoLeader when one cannot be told just now.
/// What decides whether a record goes must never take an unknown end for an empty partition.
Result<TopicInfo> topicWithEnds(ClusterAdmin& admin, const QString& topic, const TaskContext& task);

} // namespace nc
