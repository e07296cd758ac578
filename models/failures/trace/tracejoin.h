#pragma once

#include "failures/trace/tracefamilies.h"
#include "postgres/inboxstore.h"

namespace nc {

/// What is known beside the facts.
struct TraceContext {
    QMap<QString, LedgerIndex> ledgers; ///< by topic
    std::optional<QList<InboxMessage>> inbox; ///< nothing: it could not be looked at
    DeadLetterNaming naming;
    bool auditSeen = true;
    bool finished = true; ///< false: there is more to be read, so nothing is called missing yet
};

/// Facts → one timeline per notification and channel, by time. A pure function.
QList<TraceNotification> joinTrace(const TraceQuery& query, const QList<TraceFact>& facts, const TraceContext& context);

/// Says in words what should have happened and did not; appended to the steps.
void nameWhatIsMissing(TraceNotification& notification, const TraceFamily& family, const TraceContext& context);

/// Where a channel (or the event as a whole) stands by its steps.
TraceOutcome outcomeOf(const TraceChannel& channel);

} // namespace nc
