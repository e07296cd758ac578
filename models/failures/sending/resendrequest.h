#pragma once

#include "core/epochms.h"
#include "failures/deliveries/delivery.h"
#include "failures/facts/offsetselection.h"
#include "failures/facts/shelflives.h"
#include "failures/facts/verdictresult.h"
#include "failures/sending/replaycontrol.h"
#include "kafka/filter/recordfilter.h"

#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace nc {

/// Would it work now; called in the calling thread.
using DeliveryJudge = std::function<std::shared_ptr<const Verdict>(const Delivery&)>;

struct ResendRequest {
    OffsetSelection offsets; ///< places in audit-events; empty: all
    RecordFilter filter;
    std::optional<EpochMs> since;
    bool again = false; ///< also those that were handled
    /// Also where the event is a dead letter or was sent back, what comes too late, and what they got meanwhile.
    bool force = false;
    bool atLeastOnce = false;
    double rate = 0;
    QString reason;
    QString by;
    QString localLedger;
    ShelfLives shelfLives = {};
    DeliveryJudge judge = {};
    std::optional<VerdictOutcome> onlyVerdict = {}; ///< others are left out
    bool preview = false; ///< results carry the event that goes (ReplayFacts::after)
    bool canary = false; ///< the first one goes alone and is watched; failures that come back end the run
    std::chrono::milliseconds canaryTime{60'000};
    std::shared_ptr<ReplayControl> control = {};
};

} // namespace nc
