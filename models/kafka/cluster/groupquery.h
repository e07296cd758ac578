#pragma once

#include "core/result.h"
#include "core/task.h"
#include "kafka/client/kafkaclient.h"
#include "kafka/cluster/groupinfo.h"
#include "kafka/cluster/topicinfo.h"

#include <QStringList>

/// Questions about consumer groups. Inside models/kafka only; blocks, cancellable.
namespace nc {

/// The named groups, or all. A group that is not there comes with state "Dead".
Result<QList<GroupInfo>> queryGroups(const std::shared_ptr<KafkaClient>& client, const QStringList& names,
    std::chrono::milliseconds timeout, const TaskContext& task);

/// Groups with a committed offset in the topic, with their lag to its (known) high watermarks.
QList<GroupLag> lagsOf(const TopicInfo& topic, const QList<GroupInfo>& groups);

Result<void> alterGroupOffsets(const std::shared_ptr<KafkaClient>& client, const QString& group,
    const QList<RecordPlace>& offsets, std::chrono::milliseconds timeout, const TaskContext& task);

} // namespace nc
