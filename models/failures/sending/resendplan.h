#pragma once

#include "failures/deliveries/deliveryhistory.h"
#include "failures/sending/deadevents.h"
#include "failures/sending/resendrequest.h"
#include "failures/sending/sendingitem.h"

namespace nc {

/// Where the new events go.
struct ResendTarget {
    qint32 partitions = 0;
    qint64 largestRecord = -1; ///< -1: not known
};

/// Decides about each failed delivery whether it goes again, and makes the event that goes. For one run, in one thread.
class ResendPlan {
public:
    /// `request` must outlive it; `now` in epoch milliseconds.
    ResendPlan(const ResendRequest& request, DeadEvents dead, DeliveryHistory history, ResendTarget target, qint64 now);

    /// What goes, or why it does not, is appended to the chunk. `source` is the audit record itself; nothing: gone
    /// meanwhile.
    void decide(const Delivery& row, const std::optional<Record>& source, SendingChunk& chunk);

    /// What the ledger needs of a row.
    static SendingItem itemFor(const Delivery& row, const Record& source);

private:
    SkipReason heldBecause(const Delivery& row, ReplayResult& result, ReplayFacts& facts) const;
    Result<SendingItem> ready(const Delivery& row, const std::optional<Record>& source);

    const ResendRequest& m_request;
    DeadEvents m_dead;
    DeliveryHistory m_history;
    ResendTarget m_target;
    qint32 m_next; ///< partition of the next event
    qint64 m_now;
};

} // namespace nc
