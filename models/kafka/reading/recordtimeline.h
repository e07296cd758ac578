#pragma once

#include "core/epochms.h"
#include "core/task.h"
#include "kafka/client/kafkaaccess.h"

#include <QList>
#include <QStringList>

namespace nc {

/// How many records of one topic fall between the boundaries that were asked for.
struct RecordTimeline {
    QString topic;
    QList<qint64> counts; ///< one for each span between two boundaries
    qint64 total = 0; ///< all that are there, older ones included

    friend bool operator==(const RecordTimeline&, const RecordTimeline&) = default;
};

/// Counts by offsets, without reading a record: each boundary is one question for all partitions. Counts markers of
/// transactions and assumes that times grow with offsets, so it is for pictures, not for sums. `boundaries` ascend.
/// Topics that do not exist are left out. Blocks; errors of ClusterAdmin.
Result<QList<RecordTimeline>> recordTimelines(
    const KafkaAccess& access, const QStringList& topics, const QList<EpochMs>& boundaries, const TaskContext& task);

} // namespace nc
