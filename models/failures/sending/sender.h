#pragma once

#include "core/task.h"
#include "failures/sending/replayrequest.h"
#include "failures/sending/resendrequest.h"
#include "failures/sending/sendingresult.h"
#include "kafka/client/kafkaaccess.h"

#include <memory>

namespace nc {

/// Sends failures again: dead letters back to where they came from, byte for byte; failed deliveries as new events,
/// each for exactly its recipient and channel (docs/architecture.md, "Exactly once"). Holds connections; blocks; use
/// from one thread at a time.
class Sender {
public:
    static Result<std::unique_ptr<Sender>> open(const KafkaAccess& access);
    ~Sender();
    Sender(const Sender&) = delete;
    Sender& operator=(const Sender&) = delete;

    /// Blocks until all is done. What was committed before an error or a cancel stays, stands in the ledger and was
    /// told. Exactly once unless asked otherwise: a second run, also of another console, sends nothing twice.
    /// errors::targetMissing, replayFenced, replayInDoubt, transactionsForbidden, noSuchRun, those of the ledger and of
    /// the connection. Progress counts records looked at.
    Result<ReplaySummary> send(const ReplayRequest& request, const SendingResults& results, const TaskContext& task);
    Result<ReplaySummary> send(const ResendRequest& request, const SendingResults& results, const TaskContext& task);

    /// The same without writing anything: neither records nor ledger, and nobody is fenced.
    Result<ReplaySummary> tryOut(const ReplayRequest& request, const SendingResults& results, const TaskContext& task);
    Result<ReplaySummary> tryOut(const ResendRequest& request, const SendingResults& results, const TaskContext& task);

    /// Marks the chosen ones as handled, or takes that back; through the same transactions. Where the cluster forbids
    /// those they are noted in this console's own file: nothing can go twice for it.
    Result<DiscardSummary> discard(const ReplayRequest& request, bool undo, const TaskContext& task);
    Result<DiscardSummary> discard(const ResendRequest& request, bool undo, const TaskContext& task);

    /// Whether somebody's run over the topic seems to be going on: starting another one takes over from it.
    Result<std::optional<RunningReplay>> running(const QString& topic, const TaskContext& task);

private:
    struct Private;
    explicit Sender(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace nc
