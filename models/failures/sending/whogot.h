#pragma once

#include "failures/deliveries/deliveryhistory.h"
#include "failures/letters/deadletter.h"
#include "failures/verdicts/judgeaccess.h"

namespace nc {

/// One recipient of a dead letter, and what is known to have arrived on one channel.
struct WhoGotRow {
    QString recipient;
    QString channel; ///< empty: nothing is known of this recipient
    std::optional<EarlierDelivery::How> how;
    EpochMs at = -1; ///< -1: not known

    friend bool operator==(const WhoGotRow&, const WhoGotRow&) = default;
};

/// What the recipients of a dead letter got of it before it failed or since.
struct WhoGot {
    QList<WhoGotRow> rows; ///< every recipient at least once, in the event's order
    bool joins = true; ///< false: it names no process and no activity, so nothing can be joined to it
    QList<Error> unseen; ///< what could not be looked at
};

/// True for what the notification service reads: events, and records of its channels.
bool canAskWhoGot(const QString& deadLetterTopic);

/// Looks through audit-events, the channels' topics, the ledger and, where the access has a database, the inbox.
/// Blocks; reads those topics from their beginnings.
Result<WhoGot> whoGot(const JudgeAccess& access, const DeadLetter& letter, const TaskContext& task);

} // namespace nc
