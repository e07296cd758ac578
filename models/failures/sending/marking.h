#pragma once

#include "core/task.h"
#include "failures/facts/offsetselection.h"
#include "failures/verdicts/judging.h"

namespace nc {

/// Marks failures as handled without sending them, or takes that back: dead letters, or (`topic` is that of the audit)
/// failed deliveries. Gives how many changed. Blocks. Errors as Sender::discard().
Result<qint64> markFailures(const JudgeAccess& access, const QString& topic, const OffsetSelection& chosen, bool undo,
    const QString& reason, const TaskContext& task);

} // namespace nc
