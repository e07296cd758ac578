#pragma once

#include "kafka/reading/readprogress.h"

#include <QMap>

namespace nc {

/// Where somebody stands in a topic that is too long to be shown at once. Functions of what a reading told about the
/// partitions; ranges are those of ReadRequest::offsets.

/// Records that the broker keeps (offsets, to be exact) in the partitions that were read.
qint64 recordsIn(const QList<PartitionProgress>& partitions);

/// Everything behind `part` (0 … 1) of each partition: partitions fill side by side, so this is about the same time in
/// all of them. Empty when there is nothing.
QMap<qint32, std::pair<qint64, qint64>> rangesFrom(const QList<PartitionProgress>& partitions, double part);

/// What was left unread. Empty when nothing was.
QMap<qint32, std::pair<qint64, qint64>> rangesLeft(const QList<PartitionProgress>& partitions);

} // namespace nc
