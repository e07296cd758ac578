#pragma once

#include "deadletters/deadletter.h"
#include "deadletters/offsetselection.h"
#include "kafka/kafkaaccess.h"

#include <functional>

namespace nc {

/// Decides about one dead letter; called in the reading thread.
using LetterTest = std::function<bool(const DeadLetter&)>;

/// What is to be sent back, and how. A value.
struct ReplayRequest {
    QString topic; ///< the dead-letter topic
    OffsetSelection offsets = {}; ///< empty: the whole topic
    LetterTest filter = {}; ///< nothing: all
    QString target = {}; ///< empty: where each record came from
    bool withReplies = false; ///< also records whose sender waited for a reply
    bool samePartition = false;
    bool again = false; ///< also those that are handled already
    QString resume = {}; ///< a run of `again` that was cut off: leaves out what it did
    bool force = false; ///< also those that came back too often
    bool atLeastOnce = false;
    double rate = 0; ///< records a second; 0: as fast as it goes
    QString reason = {};
    QString by = {}; ///< who; empty: the user of this computer
    QString localLedger = {}; ///< folder of the local ledger (at-least-once)
    /// Changes a record before it is sent (after its headers were stripped); gives what was changed, for the ledger.
    std::function<Result<void>(Record& outgoing)> patch = {};
    QString changes = {};
};

enum class ReplayOutcome { Replayed, WouldReplay, Skipped, Failed };

/// `replayed`, `would-replay`, `skipped`, `failed`.
QString outcomeName(ReplayOutcome outcome);

/// Why a record was left out.
enum class SkipReason {
    None,
    AlreadyReplayed,
    Discarded,
    ExpectsReply,
    CameBackTooOften,
    EventIsDead, ///< the event of a failed delivery stands among the dead letters
};

struct ReplayResult {
    qint32 partition = -1;
    qint64 offset = -1;
    ReplayOutcome outcome = ReplayOutcome::Skipped;
    SkipReason skip = SkipReason::None;
    std::optional<Error> error;
    bool typeUnknown = false; ///< sent without `__TypeId__`: nobody knows the target's type
    RecordPlace target; ///< where it stands now; without an offset: where it would go
};

struct ReplaySummary {
    QString run;
    qint64 matched = 0; ///< records that the selection met, handled ones included
    qint64 replayed = 0; ///< or would be
    qint64 skipped = 0;
    qint64 failed = 0;
    QMap<QString, qint64> byTarget; ///< of the replayed ones
    bool exactlyOnce = true;
};

/// How often a record may come back before it is held.
inline constexpr int mostReturns = 5;

} // namespace nc
