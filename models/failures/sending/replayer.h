#pragma once

#include "core/task.h"
#include "failures/sending/replayrequest.h"

#include <functional>
#include <memory>

namespace nc {

/// Sends dead letters back (docs/architecture.md, "Exactly once"). Holds connections; use from one thread at a time.
class Replayer {
public:
    static Result<std::unique_ptr<Replayer>> open(const KafkaAccess& access);
    ~Replayer();
    Replayer(const Replayer&) = delete;
    Replayer& operator=(const Replayer&) = delete;

    using Results = ReplayResults;

    /// Blocks until all is done. What was committed before an error or a cancel stays, stands in the ledger and was
    /// told. Exactly once unless asked otherwise: a second run, also of another console, sends nothing twice.
    /// errors::targetMissing, replayFenced, replayInDoubt, transactionsForbidden, noSuchRun, those of the ledger and of
    /// the connection. Progress counts records looked at.
    Result<ReplaySummary> replay(const ReplayRequest& request, const Results& results, const TaskContext& task);

    /// The same without writing anything: neither records nor ledger, and nobody is fenced.
    Result<ReplaySummary> tryOut(const ReplayRequest& request, const Results& results, const TaskContext& task);

    /// Whether somebody's run over the topic seems to be going on: starting another one takes over from it.
    Result<std::optional<RunningReplay>> running(const QString& topic, const TaskContext& task);

    /// Marks records as handled, or takes that back; through the same transactions. Gives how many; those already
    /// in that state are not counted. `matched` as for a replay. Where the cluster forbids that they are noted in this
    /// console's own file: nothing can go twice for it.
    struct DiscardSummary {
        qint64 matched = 0;
        qint64 changed = 0;
        bool ledgerIsLocal = false; ///< only this computer remembers it: the cluster forbids the ledger
    };
    Result<DiscardSummary> discard(const ReplayRequest& request, bool undo, const TaskContext& task);

private:
    struct Private;
    explicit Replayer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace nc
