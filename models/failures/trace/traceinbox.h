#pragma once

#include "core/task.h"
#include "failures/trace/tracejoin.h"
#include "postgres/connection.h"

namespace nc {

/// Reads what the inbox table has of the people and the messages that the facts name, and learns who is who there. What
/// cannot be read is unseen in the context. Blocks.
void readTraceInbox(const std::optional<DatabaseTarget>& database, const TraceQuery& query,
    const QList<TraceFact>& facts, TraceContext& context, const TaskContext& task);

} // namespace nc
