#pragma once

#include "failures/letters/deadletter.h"
#include "failures/sending/sendingrequest.h"

#include <QMap>

#include <functional>

namespace nc {

struct DatabaseTarget;

/// Decides about one dead letter; called in the reading thread.
using LetterTest = std::function<bool(const DeadLetter&)>;
/// Would it work now; called in the reading thread, with the record as it would be sent.
using LetterJudge = std::function<std::shared_ptr<const Verdict>(const DeadLetter&)>;

/// How often a record may come back before it is held.
inline constexpr int mostReturns = 5;

/// Which dead letters are to be sent back, and how. A value.
struct ReplayRequest : SendingRequest {
    QString topic = {}; ///< the dead-letter topic
    LetterTest filter = {}; ///< nothing: all
    QString target = {}; ///< empty: where each record came from
    bool withReplies = false; ///< also records whose sender waited for a reply
    bool samePartition = false;
    QString resume = {}; ///< a run of `again` that was cut off: leaves out what it did
    int mostReturns = nc::mostReturns;

    // What is changed before it goes (all of it stands in the ledger).
    QByteArray patch = {}; ///< a JSON merge patch (RFC 7386) for each record; empty: none
    QMap<std::pair<qint32, qint64>, QByteArray> edits = {}; ///< new values of single records, by partition and offset
    bool narrow = false; ///< events go without the recipients and channels that already got theirs

    // What is asked before it goes.
    LetterJudge judge = {};
    std::shared_ptr<const DatabaseTarget> inbox = {}; ///< where inbox_notification may be looked into
};

} // namespace nc
