#pragma once

#include "core/task.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace nc {

class ClusterAdmin;

/// How long the broker keeps the records of topics, in milliseconds. Topics that keep them for ever, that are only
/// compacted, that do not exist or whose configuration may not be seen are missing from the answer.
Result<QHash<QString, qint64>> readRetention(ClusterAdmin& admin, const QStringList& topics, const TaskContext& task);

/// When the broker may take a record of this time at the earliest: it takes whole segments, so it may stay longer.
/// Nothing where nothing is known.
std::optional<qint64> expiryOf(qint64 timestamp, const std::optional<qint64>& retention);

/// Less than a day is left: worth a mark, and keeping.
bool expiresSoon(const std::optional<qint64>& expiresAt, qint64 now);

} // namespace nc
