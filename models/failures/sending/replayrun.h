#pragma once

#include "failures/sending/batchsink.h"
#include "failures/sending/replayrequest.h"

namespace nc {

class FateWatcher;
class TopicWitness;

/// One run over the chosen dead letters: a reading thread, and batches in the calling one. For one call.
class ReplayRun {
public:
    /// Everything given must outlive it.
    ReplayRun(const ReplayRequest& request, const LedgerIndex& ledger, const ReplayTargets& targets,
        const ReplayResults& results);

    /// Watches what was sent; for runs with a canary. Must outlive the run.
    void setWatcher(FateWatcher* watcher) { m_watcher = watcher; }

    /// Looks before each commit whether the topic is still the same one. Must outlive the run.
    void setWitness(TopicWitness* witness) { m_witness = witness; }

    Result<ReplaySummary> send(
        RecordReader& reader, const ReadRequest& range, BatchSink& sink, qint64 total, const TaskContext& task);
    Result<ReplaySummary> tryOut(RecordReader& reader, const ReadRequest& range, qint64 total, const TaskContext& task);
    /// Discards (or takes that back); `replayed` of the answer counts what changed.
    using Note = std::function<Result<void>(const QList<LedgerEntry>&)>;
    Result<ReplaySummary> mark(
        RecordReader& reader, const ReadRequest& range, const Note& note, const RunInfo& info, const TaskContext& task);

private:
    void count(const QList<ReplayResult>& results);
    void tell(QList<ReplayResult> results);
    Result<void> takeChunk(ReplayChunk chunk, BatchSink& sink, const ReplaySource& source, const TaskContext& task);
    Result<void> finishBatch(BatchSink& sink, bool more, const TaskContext& task);
    Result<void> confirm(const QList<ReplayItem>& batch, const TaskContext& task);
    bool isFull() const;
    bool isNearlyFull() const;
    double rate() const;
    Result<void> keepPace(const TaskContext& task);
    /// What became of the first one; and whether failures come back of the others.
    Result<void> watch(const QList<ReplayItem>& batch, const QList<ReplayResult>& results, const TaskContext& task);

    const ReplayRequest& m_request;
    const LedgerIndex& m_ledger;
    const ReplayTargets& m_targets;
    const ReplayResults& m_results;
    ReplaySummary m_summary;
    QList<ReplayItem> m_batch;
    qint64 m_batchBytes = 0;
    std::chrono::steady_clock::time_point m_opened;
    std::chrono::steady_clock::time_point m_readBy; ///< everything taken so far had been read by then
    std::chrono::steady_clock::time_point m_began;
    qint64 m_scanned = 0; ///< records up to which everything is settled
    qint64 m_total = -1; ///< of them; -1: not known
    qint64 m_sent = 0; ///< for the rate, since m_began
    double m_rate = 0; ///< what m_sent is counted against
    FateWatcher* m_watcher = nullptr;
    TopicWitness* m_witness = nullptr;
    bool m_isUnconfirmed = false; ///< records were left out since the last batch
    bool m_canaryIsDue = false;
    std::chrono::steady_clock::time_point m_looked;
};

} // namespace nc
