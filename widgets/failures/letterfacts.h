#pragma once

#include "failures/deliveries/delivery.h"
#include "failures/letters/deadletter.h"
#include "widgets/failures/failuredetail.h"

namespace nc {

/// What the detail says of a dead letter; `entry`: the ledger entry behind its mark, if there is one.
FailureFacts factsOf(const DeadLetter& letter, const std::optional<LedgerEntry>& entry);
/// The same of a failed delivery.
FailureFacts factsOf(const Delivery& delivery, const std::optional<LedgerEntry>& entry);

} // namespace nc
