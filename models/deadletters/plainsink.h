#pragma once

#include "deadletters/batchsink.h"
#include "deadletters/ledgerfile.h"

namespace nc {

class RecordWriter;

/// At least once: acknowledged records, then a line in the local ledger. A crash between the two sends a batch again.
class PlainSink : public BatchSink {
public:
    /// `writer` must outlive this.
    PlainSink(RecordWriter& writer, LedgerFile file, RunInfo info);

    Result<void> add(const ReplayItem& item, const TaskContext& task) override;
    Result<QList<SendOutcome>> finish(const QList<ReplayItem>& items, const TaskContext& task) override;
    void drop() override { m_outcomes.clear(); }

private:
    RecordWriter& m_writer;
    LedgerFile m_file;
    RunInfo m_info;
    QList<SendOutcome> m_outcomes;
};

} // namespace nc
