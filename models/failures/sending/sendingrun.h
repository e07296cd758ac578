#pragma once

#include "failures/sending/batchsink.h"
#include "failures/sending/canary.h"
#include "failures/sending/pace.h"
#include "failures/sending/readahead.h"
#include "failures/sending/sendingrequest.h"
#include "failures/sending/topicwitness.h"

namespace nc {

/// One run over what a source decided on, dead letters or failed deliveries: a reading thread, and batches in the
/// calling one, with the request's pace, pause and canary. For one call.
class SendingRun {
public:
    /// Everything given must outlive it.
    SendingRun(const SendingRequest& request, SendingSource& source, const SendingResults& results);

    /// Watches what was sent. Must outlive the run.
    void setCanary(Canary* canary) { m_canary = canary; }
    /// Looks before each commit whether the source's topic is still the same one. Must outlive the run.
    void setWitness(TopicWitness* witness) { m_witness = witness; }

    Result<ReplaySummary> send(BatchSink& sink, const TaskContext& task);
    Result<ReplaySummary> tryOut(const TaskContext& task);

private:
    void count(const QList<ReplayResult>& results);
    void tell(QList<ReplayResult> results);
    Result<void> sendAll(ReadAhead& ahead, BatchSink& sink, const TaskContext& task);
    Result<void> takeChunk(SendingChunk chunk, BatchSink& sink, const ReadAhead& ahead, const TaskContext& task);
    Result<void> finishBatch(BatchSink& sink, bool more, const TaskContext& task);
    Result<void> confirm(const QList<SendingItem>& batch, const TaskContext& task);
    bool isFull() const;
    bool isNearlyFull() const;
    std::chrono::milliseconds estimate() const;

    const SendingRequest& m_request;
    SendingSource& m_source;
    const SendingResults& m_results;
    Pace m_pace;
    ReplaySummary m_summary;
    QList<SendingItem> m_batch;
    qint64 m_batchBytes = 0;
    std::chrono::steady_clock::time_point m_opened;
    std::chrono::steady_clock::time_point m_readBy; ///< everything taken so far had been read by then
    qint64 m_scanned = 0; ///< records up to which everything is settled
    Canary* m_canary = nullptr;
    TopicWitness* m_witness = nullptr;
    bool m_isUnconfirmed = false; ///< records were left out since the last batch
};

} // namespace nc
