#pragma once

#include "core/result.h"
#include "failures/ledger/ledgerentry.h"

namespace nc {

/// The ledger of one console for a cluster where transactions or the ledger topic are forbidden: a file of entries, one
/// a line, for each dead-letter topic. It outlives a crash in the middle of a line. Not thread-safe; two programs may
/// append at the same time.
class LedgerFile {
public:
    /// `folder` is the console's; empty: nothing is kept.
    LedgerFile(const QString& folder, const QString& clusterId, const QString& topic);

    /// An absent file is empty. errors::ledgerFile, ledgerNewer, ledgerUnreadable.
    Result<QList<LedgerEntry>> read() const;
    /// Returns when the entries are on the disk. errors::ledgerFile.
    Result<void> append(const QList<LedgerEntry>& entries) const;

    const QString& path() const { return m_path; }

private:
    QString m_path;
};

} // namespace nc
