#pragma once

#include "failures/facts/offsetselection.h"
#include "failures/facts/shelflives.h"
#include "failures/facts/verdictresult.h"
#include "failures/sending/replaycontrol.h"
#include "failures/sending/skipreason.h"

#include <QSet>

#include <chrono>
#include <memory>
#include <optional>

namespace nc {

/// What every run is asked for, whatever it sends. A value.
struct SendingRequest {
    OffsetSelection offsets = {}; ///< of the source's topic; empty: all of it
    bool again = false; ///< also those that are handled already
    bool force = false; ///< also everything that is held for what it would do
    QSet<SkipReason> allowed = {}; ///< the same for single reasons
    bool atLeastOnce = false;
    double rate = 0; ///< records a second; 0: as fast as it goes
    QString reason = {};
    QString by = {}; ///< who; empty: the user of this computer
    QString localLedger = {}; ///< folder of the local ledger (at-least-once)

    // What is asked before it goes.
    ShelfLives shelfLives = {};
    std::optional<VerdictOutcome> onlyVerdict = {}; ///< others are left out
    bool preview = false; ///< results carry the record before and after (ReplayFacts)

    // How it goes on.
    bool canary = false; ///< the first one goes alone and is watched; failures that come back end the run
    std::chrono::milliseconds canaryTime{60'000}; ///< how long its fate is waited for
    std::shared_ptr<ReplayControl> control = {}; ///< pause, rate while it runs

    /// Whether what is held for this reason goes all the same.
    bool allows(SkipReason held) const { return force || allowed.contains(held); }
    /// What a verdict holds: others than were asked for, and what would only fail again.
    SkipReason heldByVerdict(const std::shared_ptr<const Verdict>& verdict) const
    {
        if (!verdict)
            return SkipReason::None;
        if (onlyVerdict && verdict->outcome != *onlyVerdict)
            return SkipReason::Verdict;
        const bool asked = onlyVerdict.has_value() || allows(SkipReason::WouldFail);
        return verdict->outcome == VerdictOutcome::WouldFail && !asked ? SkipReason::WouldFail : SkipReason::None;
    }
};

} // namespace nc
