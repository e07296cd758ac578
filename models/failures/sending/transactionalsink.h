#pragma once

#include "failures/sending/batchsink.h"

namespace nc {

/// Exactly once: the records of a batch and its ledger entry become visible together or not at all.
class TransactionalSink : public BatchSink {
public:
    /// `producer` is initialised and must outlive this.
    TransactionalSink(TransactionalProducer& producer, RunInfo info);

    Result<void> add(const SendingItem& item, const TaskContext& task) override;
    Result<QList<SendOutcome>> finish(const QList<SendingItem>& items, const TaskContext& task) override;
    void drop() override;
    void expectMore(bool more) override { m_info.goesOn = more; }
    void end(const TaskContext& task) override;

    /// Writes entries that concern no record that is sent (discards), in a transaction of their own.
    Result<void> note(const QList<LedgerEntry>& entries, const TaskContext& task);

private:
    using Indexes = QList<qsizetype>;
    Result<QList<SendOutcome>> settle(const QList<SendingItem>& items, const Indexes& which, const TaskContext& task);
    Result<void> sendAll(const QList<SendingItem>& items, const Indexes& which, const TaskContext& task);
    Result<void> repeat(const QList<SendingItem>& items, const Indexes& which, QList<SendOutcome>& outcomes, int attempt,
        const TaskContext& task);
    Result<void> sendEntries(const QList<LedgerEntry>& entries, const TaskContext& task);
    Error explained(Error error) const;

    TransactionalProducer& m_producer;
    RunInfo m_info;
    bool m_open = false;
    bool m_saidMore = false; ///< the last entry says that more follows
};

} // namespace nc
