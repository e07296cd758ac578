#pragma once

#include "kafka/reading/fetchloop.h"

namespace nc {

/// What was chosen as "the newest N in all".
struct NewestRecords {
    /// Oldest first by time (order within a partition is kept); empty when they were too large to hold on to, then
    /// `begins` says where to read them.
    std::vector<MessageHandle> messages;
    bool held = false;
    /// First chosen offset of each range, in the order of the ranges; its end where nothing was chosen.
    std::vector<qint64> begins;
};

/// Finds the newest `count` records below the ranges' ends, by time over the partitions: takes, one by one, the newest
/// of the partitions' last ones, and reads backwards only as far as that needs.
Result<NewestRecords> findNewest(const std::shared_ptr<KafkaClient>& client, const QString& topic,
    const std::vector<FetchRange>& ranges, qint64 count, const TaskContext& task);

} // namespace nc
