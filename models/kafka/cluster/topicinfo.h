#pragma once

#include <QList>
#include <QMap>
#include <QString>

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

struct NewTopic {
    QString topic;
    int partitions = 1;
    int replication = 1;
    QMap<QString, QString> config;
};

} // namespace nc
