#pragma once

#include "core/sentences.h"
#include "failures/deliveries/deliveryhistory.h"
#include "failures/facts/verdictresult.h"
#include "failures/sending/skipreason.h"
#include "kafka/records/record.h"

#include <QMap>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>

namespace nc {

enum class ReplayOutcome { Replayed, WouldReplay, Skipped, Failed };

/// `replayed`, `would-replay`, `skipped`, `failed`.
QString outcomeName(ReplayOutcome outcome);

/// What was found out about a record on the way; only where there is something to tell.
struct ReplayFacts {
    QList<EarlierDelivery> earlier; ///< who got what already
    bool narrowed = false; ///< those, or the channels it is too late for, were left out
    QStringList lateChannels; ///< it is too late for these only
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
    /// Where it stands now; without an offset: where it would go, to any partition where none is named.
    RecordPlace target = {};
    std::shared_ptr<const ReplayFacts> facts = {};
    bool joined = false; ///< a second record of the same dead letter (narrowed into two)
};

/// Told in the thread that called for the run: what was sent only after it is committed.
using SendingResults = std::function<void(const QList<ReplayResult>&)>;

/// In words (docs/architecture.md, sentences): why it was left out or failed, or what else is to be said; nothing for
/// one that simply goes. A verdict's reason in it is English: sentenceOf() has it in the reader's language.
std::optional<Error> explain(const ReplayResult& result);
std::optional<Sentence> sentenceOf(const ReplayResult& result, Language language);

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

/// Of what nothing else holds: what the verdicts say. All 0 where nobody judged.
struct VerdictTotals {
    /// Those that would fail for the same reason.
    struct Cause {
        Error reason;
        qint64 count = 0;
    };
    qint64 wouldSucceed = 0;
    qint64 wouldFail = 0;
    qint64 unknown = 0; ///< it cannot be told
    QMap<QString, Cause> causes; ///< of those that would fail, by code and subject

    /// Nothing: it was not judged.
    void add(const std::shared_ptr<const Verdict>& verdict);
};

struct ReplaySummary {
    QString run;
    qint64 matched = 0; ///< records that the selection met, handled ones included
    qint64 replayed = 0; ///< or would be
    qint64 skipped = 0;
    qint64 failed = 0;
    QMap<QString, qint64> byTarget; ///< of the replayed ones
    QMap<SkipReason, qint64> bySkip;
    VerdictTotals verdicts;
    bool exactlyOnce = true;
    bool ledgerIsLocal = false; ///< only this computer remembers what was sent
    qint64 againRecords = 0; ///< sent (or to be sent) though somebody already got them …
    qint64 againPeople = 0; ///< … and to how many recipients that is again
    QList<Error> notes; ///< what could not be looked at beforehand
    std::optional<Error> stopped; ///< ended before everything was sent: the canary failed, or failures came back
    std::chrono::milliseconds estimate{0}; ///< of a dry run: about how long sending takes
};

/// What became of marking without sending.
struct DiscardSummary {
    qint64 matched = 0;
    qint64 changed = 0; ///< those already in that state are not counted
    bool ledgerIsLocal = false; ///< only this computer remembers it: the cluster forbids the ledger
};

/// A run of somebody that is probably still going on: starting another one takes over from it.
struct RunningReplay {
    QString run;
    QString by;
    qint64 at = -1; ///< its latest batch, epoch milliseconds
};
std::optional<RunningReplay> runningReplay(const LedgerIndex& ledger, qint64 now);

} // namespace nc
