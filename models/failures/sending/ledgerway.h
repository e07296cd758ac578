#pragma once

#include "failures/ledger/ledgerstore.h"
#include "failures/ledger/writerfence.h"
#include "failures/sending/plainsink.h"
#include "failures/sending/transactionalsink.h"
#include "kafka/writing/recordwriter.h"

namespace nc {

/// How that what is sent or marked gets into the ledger of a topic: in transactions, which every console sees, or only
/// into this console's own file, where the cluster forbids those (docs/architecture.md, "Exactly-once replay"). Lives
/// as long as the run; use from one thread.
class LedgerWay {
public:
    struct Wish {
        QString localLedger; ///< folder of the console's own ledgers
        bool mayBeLocal = false; ///< else a missing right is errors::transactionsForbidden
    };
    /// Takes over from whoever writes for the topic now; blocks. From here on the ledger's end is the true one. Errors
    /// of takeWriterFence().
    static Result<LedgerWay> take(const KafkaAccess& access, ClusterAdmin& admin, RecordReader& reader,
        const FenceRequest& fence, const Wish& wish, const TaskContext& task);

    /// Only this computer will remember.
    bool isLocal() const { return m_fence.writer == nullptr; }
    /// How the ledger has to be read before anything is decided on.
    LedgerReading reading() const { return isLocal() ? LedgerReading::WhatIsSeen : LedgerReading::Whole; }

    /// Where batches go; stays this object's. `atLeastOnce` sends without transactions.
    Result<BatchSink*> open(const RunInfo& info, bool atLeastOnce);
    /// Notes entries by themselves (nothing is sent).
    Result<void> note(const QList<LedgerEntry>& entries, const RunInfo& info, const TaskContext& task);

    /// Whether anything was noted in the file alone.
    bool usedFile() const { return isLocal() || (m_plain && m_plain->usedFile()); }

private:
    KafkaAccess m_access;
    FenceRequest m_request;
    QString m_localLedger;
    WriterFence m_fence;
    std::unique_ptr<TransactionalSink> m_exact;
    std::unique_ptr<RecordWriter> m_writer;
    std::unique_ptr<PlainSink> m_plain;
};

} // namespace nc
