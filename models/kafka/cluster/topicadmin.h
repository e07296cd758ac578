#pragma once

#include "core/result.h"
#include "core/task.h"
#include "kafka/client/kafkaclient.h"
#include "kafka/cluster/topicinfo.h"

#include <QStringList>

/// Making and deleting topics. Inside models/kafka only; blocks, cancellable.
namespace nc {

/// Waits until every partition has a leader. With `mayExist` those that are there already are no error.
Result<void> createTopics(const std::shared_ptr<KafkaClient>& client, const QList<NewTopic>& topics, bool mayExist,
    std::chrono::milliseconds timeout, const TaskContext& task);

Result<void> deleteTopics(const std::shared_ptr<KafkaClient>& client, const QStringList& topics,
    std::chrono::milliseconds timeout, const TaskContext& task);

} // namespace nc
