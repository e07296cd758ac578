#pragma once

#include "core/result.h"
#include "core/task.h"
#include "kafka/client/kafkaaccess.h"
#include "kafka/cluster/clusterinfo.h"
#include "kafka/cluster/groupinfo.h"
#include "kafka/cluster/topicinfo.h"
#include "kafka/records/record.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>

namespace nc {

/// Asks and changes what a cluster has. Holds one connection; use from one thread at a time. Every function blocks
/// until answered, cancelled (within 100 ms: errors::cancelled) or out of time. Errors: kafkaUnreachable,
/// kafkaAuthentication, kafkaTls, kafkaTimedOut, kafkaForbidden and those named at the function.
class ClusterAdmin {
public:
    static Result<std::unique_ptr<ClusterAdmin>> open(const KafkaAccess& access);
    ~ClusterAdmin();
    ClusterAdmin(const ClusterAdmin&) = delete;
    ClusterAdmin& operator=(const ClusterAdmin&) = delete;

    void setTimeout(std::chrono::milliseconds timeout);

    Result<ClusterInfo> cluster(const TaskContext& task);

    struct ListOptions {
        bool watermarks = true;
        bool groups = false;
        bool internals = false; ///< names that begin with "__"
        bool rates = false; ///< lastHour
        bool retention = false; ///< a cluster that does not let its configuration be seen is no error
    };
    /// By name.
    Result<QList<TopicInfo>> listTopics(const ListOptions& options, const TaskContext& task);
    /// Partitions with watermarks, without groups. errors::unknownTopic.
    Result<TopicInfo> topic(const QString& topic, const TaskContext& task);
    /// The same with groups (state, members, lag) and configuration. errors::unknownTopic.
    Result<TopicDetails> describeTopic(const QString& topic, const TaskContext& task);

    /// The configuration of several topics in one request; those that do not exist are missing from the answer, one
    /// that may not be seen is empty.
    Result<QMap<QString, QMap<QString, ConfigEntry>>> configs(const QStringList& topics, const TaskContext& task);

    /// All groups with state, members and committed offsets.
    Result<QList<GroupInfo>> groups(const TaskContext& task);
    Result<GroupInfo> group(const QString& name, const TaskContext& task);
    /// Sets committed offsets; errors::groupNotEmpty while the group has members.
    Result<void> setGroupOffsets(const QString& group, const QList<RecordPlace>& offsets, const TaskContext& task);

    /// Returns when every partition has a leader. errors::topicExists.
    Result<void> createTopic(const NewTopic& topic, const TaskContext& task);
    /// Several at once (one request); those that exist already are no error.
    Result<void> ensureTopics(const QList<NewTopic>& topics, const TaskContext& task);
    Result<void> deleteTopics(const QStringList& topics, const TaskContext& task);

private:
    struct Private;
    explicit ClusterAdmin(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace nc
