#pragma once

#include "failures/deliveries/deliveryhistory.h"
#include "failures/sending/deadevents.h"
#include "failures/sending/replaysource.h"
#include "failures/sending/resendrequest.h"

namespace nc {

/// Decides about each failed delivery whether it goes again, and makes the event that goes. A value for one run.
class ResendPlan {
public:
    /// `request` must outlive it; `now` in epoch milliseconds; `partitions` of user-notifications.
    ResendPlan(const ResendRequest& request, DeadEvents dead, DeliveryHistory history, qint32 partitions, qint64 now);

    struct Decision {
        ReplayResult result;
        std::optional<ReplayItem> item; ///< set when it goes
    };
    /// `source` is the audit record itself; nothing: gone meanwhile.
    Decision decide(const Delivery& row, const std::optional<Record>& source);

    /// What the ledger needs of a row.
    static ReplayItem itemFor(const Delivery& row, const Record& source);

private:
    SkipReason heldBecause(const Delivery& row, ReplayResult& result, ReplayFacts& facts) const;

    const ResendRequest& m_request;
    DeadEvents m_dead;
    DeliveryHistory m_history;
    qint32 m_partitions;
    qint32 m_next; ///< partition of the next event
    qint64 m_now;
};

} // namespace nc
