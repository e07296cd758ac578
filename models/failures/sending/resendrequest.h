#pragma once

#include "failures/deliveries/delivery.h"
#include "failures/sending/sendingrequest.h"
#include "kafka/filter/recordfilter.h"

#include <functional>

namespace nc {

/// Would it work now; called in the reading thread.
using DeliveryJudge = std::function<std::shared_ptr<const Verdict>(const Delivery&)>;

/// Which failed deliveries are to be sent again, and how: `offsets` are places in audit-events. A value.
struct ResendRequest : SendingRequest {
    RecordFilter filter = {};
    std::optional<EpochMs> since = {};
    DeliveryJudge judge = {};
};

} // namespace nc
