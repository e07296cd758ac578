#pragma once

#include "failures/deliveries/deliveryhistory.h"
#include "failures/facts/offsetselection.h"
#include "failures/facts/shelflives.h"
#include "failures/facts/verdictresult.h"
#include "failures/ledger/ledgerindex.h"
#include "failures/letters/deadletter.h"
#include "failures/sending/replaycontrol.h"
#include "kafka/client/kafkaaccess.h"

#include <chrono>
#include <functional>
#include <memory>

namespace nc {

struct DatabaseTarget;

/// Decides about one dead letter; called in the reading thread.
using LetterTest = std::function<bool(const DeadLetter&)>;
/// Would it work now; called in the reading thread, with the record as it would be sent.
using LetterJudge = std::function<std::shared_ptr<const Verdict>(const DeadLetter&)>;

/// How often a record may come back before it is held.
inline constexpr int mostReturns = 5;

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
    bool force = false; ///< also those that came back too often, come too late, or that somebody already got
    bool atLeastOnce = false;
    double rate = 0; ///< records a second; 0: as fast as it goes
    QString reason = {};
    QString by = {}; ///< who; empty: the user of this computer
    QString localLedger = {}; ///< folder of the local ledger (at-least-once)
    int mostReturns = nc::mostReturns;

    // What is changed before it goes (all of it stands in the ledger).
    QByteArray patch = {}; ///< a JSON merge patch (RFC 7386) for each record; empty: none
    QMap<std::pair<qint32, qint64>, QByteArray> edits = {}; ///< new values of single records, by partition and offset
    bool narrow = false; ///< events go without the recipients and channels that already got theirs

    // What is asked before it goes.
    ShelfLives shelfLives = {};
    LetterJudge judge = {};
    std::optional<VerdictOutcome> onlyVerdict = {}; ///< others are left out
    bool preview = false; ///< results carry the record before and after (ReplayFacts)
    std::shared_ptr<const DatabaseTarget> inbox = {}; ///< where inbox_notification may be looked into

    // How it goes on.
    bool canary = false; ///< the first one goes alone and is watched; failures that come back end the run
    std::chrono::milliseconds canaryTime{60'000}; ///< how long its fate is waited for
    std::shared_ptr<ReplayControl> control = {}; ///< pause, rate while it runs
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
    EventReplayed, ///< the event of a failed delivery was sent back from there since
    TooLate, ///< older than its template's shelf life
    AlreadyGot, ///< somebody would get it again
    EverybodyGot, ///< narrowing leaves nobody
    Verdict, ///< not the verdict that was asked for
};

/// What was found out about a record on the way; only where there is something to tell.
struct ReplayFacts {
    QList<EarlierDelivery> earlier; ///< who got what already
    bool narrowed = false; ///< those were left out
    QStringList keepPreferences; ///< of a narrowed event: recipients that go as they stood (see narrowevent.h)
    QString templateName;
    std::chrono::milliseconds age{-1};
    std::chrono::milliseconds shelfLife{-1};
    std::shared_ptr<const Verdict> verdict;
    QByteArray changes; ///< as they go to the ledger
    bool hasPreview = false;
    Record before; ///< the dead letter
    Record after; ///< as it goes (topic and partition too)
    std::optional<LedgerMark> mark; ///< what the ledger says about the event's other trace
};

struct ReplayResult {
    qint32 partition = -1;
    qint64 offset = -1;
    ReplayOutcome outcome = ReplayOutcome::Skipped;
    SkipReason skip = SkipReason::None;
    std::optional<Error> error = {};
    bool typeUnknown = false; ///< sent without `__TypeId__`: nobody knows the target's type
    RecordPlace target = {}; ///< where it stands now; without an offset: where it would go
    std::shared_ptr<const ReplayFacts> facts = {};
    bool joined = false; ///< a second record of the same dead letter (narrowed into two)
};

/// Told in the calling thread: what was sent only after it is committed.
using ReplayResults = std::function<void(const QList<ReplayResult>&)>;

/// In words (docs/architecture.md, sentences): why it was left out or failed, or what else is to be said; nothing for
/// one that simply goes.
std::optional<Error> explain(const ReplayResult& result);

/// One header that differs between the dead letter and what goes.
struct HeaderChange {
    QByteArray name;
    std::optional<QByteArray> before;
    std::optional<QByteArray> after;
    bool removed = false; ///< not there any more
    bool added = false;
};
/// In order; headers that stay are not listed.
QList<HeaderChange> headerDifference(const Headers& before, const Headers& after);

struct ReplaySummary {
    QString run;
    qint64 matched = 0; ///< records that the selection met, handled ones included
    qint64 replayed = 0; ///< or would be
    qint64 skipped = 0;
    qint64 failed = 0;
    QMap<QString, qint64> byTarget; ///< of the replayed ones
    QMap<SkipReason, qint64> bySkip;
    bool exactlyOnce = true;
    bool ledgerIsLocal = false; ///< only this computer remembers what was sent
    qint64 againRecords = 0; ///< sent (or to be sent) though somebody already got them …
    qint64 againPeople = 0; ///< … and to how many recipients that is again
    QList<Error> notes; ///< what could not be looked at beforehand
    std::optional<Error> stopped; ///< ended before everything was sent: the canary failed, or failures came back
    std::chrono::milliseconds estimate{0}; ///< of a dry run: about how long sending takes
};

/// A run of somebody that is probably still going on: starting another one takes over from it.
struct RunningReplay {
    QString run;
    QString by;
    qint64 at = -1; ///< its latest batch, epoch milliseconds
};
std::optional<RunningReplay> runningReplay(const LedgerIndex& ledger, qint64 now);

} // namespace nc
