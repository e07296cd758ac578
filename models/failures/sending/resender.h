#pragma once

#include "core/task.h"
#include "failures/deliveries/delivery.h"
#include "failures/facts/offsetselection.h"
#include "failures/sending/replayer.h"
#include "kafka/filter/recordfilter.h"

#include <memory>

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
    const Pass* pass = nullptr; ///< as ReplayRequest::pass
    ShelfLives shelfLives = {};
    DeliveryJudge judge = {};
    std::optional<VerdictOutcome> onlyVerdict = {}; ///< others are left out
    bool preview = false; ///< results carry the event that goes (ReplayFacts::after)
    bool canary = false; ///< the first one goes alone and is watched; failures that come back end the run
    std::chrono::milliseconds canaryTime{60'000};
    std::shared_ptr<ReplayControl> control = {};
};

/// Sends failed deliveries again: a new event for exactly that recipient and channel, exactly once, noted in the ledger
/// under the place of its audit. Holds connections; use from one thread at a time; blocks.
class Resender {
public:
    static Result<std::unique_ptr<Resender>> open(const KafkaAccess& access);
    ~Resender();
    Resender(const Resender&) = delete;
    Resender& operator=(const Resender&) = delete;

    /// `dryRun` writes nothing and fences nobody. Errors as Replayer::replay().
    Result<ReplaySummary> resend(
        const ResendRequest& request, bool dryRun, const Replayer::Results& results, const TaskContext& task);
    Result<Replayer::DiscardSummary> discard(const ResendRequest& request, bool undo, const TaskContext& task);

private:
    struct Private;
    explicit Resender(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace nc
