#pragma once

#include "core/result.h"
#include "core/task.h"
#include "kafka/client/handles.h"
#include "kafka/client/kafkaclient.h"
#include "kafka/cluster/clusterinfo.h"
#include "kafka/cluster/topicinfo.h"

#include <map>

/// Questions that admin, reader and writers share. Inside models/kafka only. All block, cancellable within 100 ms.
namespace nc {

/// Partitions of one topic, or of all when `topic` is empty (never creates one). errors::unknownTopic.
Result<QList<TopicInfo>> queryTopics(const std::shared_ptr<KafkaClient>& client, const QString& topic,
    std::chrono::milliseconds timeout, const TaskContext& task, QList<BrokerInfo>* brokers = nullptr);

/// What queryOffsets() may ask for in place of a time.
inline constexpr qint64 askLow = -2;
inline constexpr qint64 askHigh = -1;

struct OffsetQuestion {
    QString topic;
    qint32 partition;
    qint64 time; ///< epoch milliseconds, askLow or askHigh
};

/// One request per leader. Answers in the order of the questions: for a time the first offset at or after it, -1 when
/// there is none; high is what the client's isolation sees. Partitions that have no leader answer -1.
Result<QList<qint64>> queryOffsets(const std::shared_ptr<KafkaClient>& client, const QList<OffsetQuestion>& questions,
    std::chrono::milliseconds timeout, const TaskContext& task);

/// A request of the admin interface: `send(options, queue)` sends it, the answer comes as an event.
Result<EventHandle> askAdmin(const std::shared_ptr<KafkaClient>& client, rd_kafka_admin_op_t operation,
    std::chrono::milliseconds timeout, const TaskContext& task,
    const std::function<void(rd_kafka_AdminOptions_t*, rd_kafka_queue_t*)>& send, const QString& subject);

/// Waits for `count` events on a queue.
Result<std::vector<EventHandle>> awaitEvents(const std::shared_ptr<KafkaClient>& client, rd_kafka_queue_t* queue,
    std::size_t count, std::chrono::milliseconds timeout, const TaskContext& task, const QString& subject);

} // namespace nc
