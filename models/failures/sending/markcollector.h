#pragma once

#include "failures/sending/batchsink.h"

#include <map>

namespace nc {

/// Gathers records that are marked without being sent, and makes their ledger entries. Of each record no more is kept
/// than the ledger tells in the end: what stands side by side is one run, and of the first and last record of a range
/// the hash. Very many cost nothing to speak of. A plain value.
class MarkCollector {
public:
    /// Records of one partition in the order of their offsets.
    void add(const Record& record, qint32 returns = 0);
    qint64 count() const { return m_count; }
    /// As makeEntries() would give them: each under 500 KB; empty where nothing was added.
    QList<LedgerEntry> entries(const RunInfo& info) const;

private:
    /// Runs of one partition that fit into one entry.
    struct Stretch {
        LedgerRange range;
        QList<LedgerRun> runs;
    };
    std::map<qint32, QList<Stretch>> m_partitions;
    qint64 m_count = 0;
};

} // namespace nc
