#pragma once

#include "core/result.h"
#include "core/task.h"
#include "kafka/client/kafkaaccess.h"
#include "kafka/records/record.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>

namespace nc {

struct PartitionInfo {
    qint32 partition = -1;
    qint32 leader = -1; ///< -1: none
    QList<qint32> replicas;
    QList<qint32> isr;
    qint64 low = -1; ///< first offset that is there; -1 when not asked for
    qint64 high = -1; ///< high watermark (read_uncommitted)

    friend bool operator==(const PartitionInfo&, const PartitionInfo&) = default;
};

struct GroupLag {
    QString group;
    qint64 lag = 0;
    QString state; ///< Stable, Empty, … ; filled by describeTopic()
    int members = 0; ///< filled by describeTopic()

    friend bool operator==(const GroupLag&, const GroupLag&) = default;
};

struct TopicInfo {
    QString topic;
    QList<PartitionInfo> partitions; ///< by number
    QList<GroupLag> groups; ///< by name; those with a committed offset in the topic
    bool isInternal = false;
    qint64 lastHour = -1; ///< records of the last 60 minutes, by their timestamps; -1 when not asked for
    std::optional<qint64> retentionMs; ///< `retention.ms`, -1: for ever; nothing when not asked for or not to be seen

    int replication() const { return partitions.isEmpty() ? 0 : static_cast<int>(partitions.first().replicas.size()); }
    /// High minus low over the partitions; counts transaction markers and compacted gaps too.
    qint64 records() const;

    friend bool operator==(const TopicInfo&, const TopicInfo&) = default;
};

struct ConfigEntry {
    QString value; ///< empty for what the broker hides
    bool isDefault = false;
    bool isSensitive = false;

    friend bool operator==(const ConfigEntry&, const ConfigEntry&) = default;
};

struct TopicDetails {
    TopicInfo info;
    QMap<QString, ConfigEntry> config;
    QString configProblem; ///< why `config` is empty (no right to see it), in the server's words
};

struct GroupOffset {
    RecordPlace place; ///< the committed offset: the next record to be read
    QString metadata;
};

struct GroupMember {
    QString clientId;
    QString host;
    QList<RecordPlace> assigned; ///< offset is -1
};

struct GroupInfo {
    QString group;
    QString state;
    QList<GroupMember> members;
    QList<GroupOffset> offsets;
};

struct NewTopic {
    QString topic;
    int partitions = 1;
    int replication = 1;
    QMap<QString, QString> config;
};

struct BrokerInfo {
    qint32 id = -1;
    QString host;
    int port = 0;
};

struct ClusterInfo {
    QString id;
    qint32 controller = -1;
    QList<BrokerInfo> brokers;
};

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
