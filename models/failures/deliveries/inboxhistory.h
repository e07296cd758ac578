#pragma once

#include "core/task.h"
#include "failures/deliveries/deliveryhistory.h"
#include "postgres/databasetarget.h"

namespace nc {

/// Tells `history` what stands in inbox_notification (its newest rows) and how inbox messages are titled. Blocks.
/// errors::missingRight and those of the connection.
Result<void> addInboxRows(DeliveryHistory& history, const DatabaseTarget& database, const TaskContext& task);

} // namespace nc
