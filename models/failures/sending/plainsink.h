#pragma once

#include "failures/ledger/ledgerfile.h"
#include "failures/sending/batchsink.h"

namespace nc {

class RecordWriter;
class TransactionalSink;

/// At least once: acknowledged records, then the ledger. A crash between the two sends a batch again.
class PlainSink : public BatchSink {
public:
    /// `writer` must outlive this; so must `ledger`, the way into the ledger topic, where the cluster allows it
    /// (nullptr: not). Without it, or when it fails, `file` remembers what was sent.
    PlainSink(RecordWriter& writer, TransactionalSink* ledger, LedgerFile file, RunInfo info);

    Result<void> add(const SendingItem& item, const TaskContext& task) override;
    Result<QList<SendOutcome>> finish(const QList<SendingItem>& items, const TaskContext& task) override;
    void drop() override { m_outcomes.clear(); }
    void expectMore(bool more) override { m_info.goesOn = more; }
    void end(const TaskContext& task) override;

    /// True once only the file knows of something that was sent.
    bool usedFile() const { return m_usedFile; }

private:
    Result<void> remember(const QList<LedgerEntry>& entries, const TaskContext& task);

    RecordWriter& m_writer;
    TransactionalSink* m_ledger;
    LedgerFile m_file;
    RunInfo m_info;
    QList<SendOutcome> m_outcomes;
    bool m_usedFile = false;
    bool m_saidMore = false; ///< the last entry says that more follows
};

} // namespace nc
