#pragma once

#include <QList>

namespace nc {

/// How far a reading got in one partition.
struct PartitionProgress {
    qint32 partition = -1;
    qint64 low = -1; ///< watermarks when it started; `high` as the chosen isolation sees it
    qint64 high = -1;
    qint64 begin = -1; ///< the range: first offset, and the one after the last (-1: endless)
    qint64 end = -1;
    qint64 position = -1; ///< everything before it was looked at

    friend bool operator==(const PartitionProgress&, const PartitionProgress&) = default;
};

struct ReadSummary {
    qint64 scanned = 0; ///< records handed to the sink
    qint64 bytes = 0; ///< of their keys and values
    bool complete = false; ///< the whole range was looked at
    QList<PartitionProgress> partitions;
};

} // namespace nc
