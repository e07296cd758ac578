#pragma once

#include "core/seen.h"
#include "failures/trace/inboxpeople.h"
#include "failures/trace/tracefamilies.h"
#include "postgres/inboxstore.h"

namespace nc {

/// What is known beside the facts.
struct TraceContext {
    QMap<QString, LedgerIndex> ledgers; ///< by topic
    std::optional<QList<InboxMessage>> inbox; ///< nothing: it could not be looked at
    qint64 inboxFrom = 0; ///< older messages than of then (epoch milliseconds) were not asked for
    InboxPeople people;
    Unseen unseen; ///< what could not be looked at, or only in part
    QStringList topics; ///< the only ones that were to be looked at; empty: all
    bool finished = true; ///< false: there is more to be read, so nothing is called missing yet

    /// Whether what was not found there is not there.
    bool sees(const QString& source) const;
};

/// Facts → one timeline per notification and channel, by time. A pure function.
QList<TraceNotification> joinTrace(const TraceQuery& query, const QList<TraceFact>& facts, const TraceContext& context);

/// Says in words what should have happened and did not; appended to the steps.
void nameWhatIsMissing(TraceNotification& notification, const TraceFamily& family, const TraceContext& context);

/// Where a channel (or the event as a whole) stands by its steps. Nothing is "on its way" where somebody could not be
/// asked whether it arrived.
TraceOutcome outcomeOf(const TraceChannel& channel, const TraceContext& context);

/// What would tell how a channel's record, or (empty) an event, went on.
QStringList sourcesAfter(const QString& channel);

} // namespace nc
