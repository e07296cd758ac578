#pragma once

#include "core/task.h"
#include "failures/deliveries/deliveryhistory.h"
#include "postgres/databasetarget.h"

namespace nc {

/// Tells `history` what stands in inbox_notification (its newest rows) and how inbox messages are titled; after the
/// topics were read, which tell whose the rows are. What could not be read is told to the history too, and given back.
/// Blocks; errors::cancelled is the only error.
Result<Unseen> addInboxRows(DeliveryHistory& history, const DatabaseTarget& database, const TaskContext& task);

} // namespace nc
