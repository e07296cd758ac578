#pragma once

#include "core/result.h"
#include "core/seen.h"
#include "gate/journalentry.h"

#include <QList>

namespace nc {

/// What was done here, by both programs: `activity.jsonl` in the configuration folder, one JSON object a line, only
/// ever appended to, on disk before append() returns. An operation has a line when it begins and one when it ends, each
/// complete in itself; the later one counts. Several programs may append at once: a lock keeps their lines apart, and a
/// line that does not find room on the disk is taken back. Not bound to a thread.
class Journal {
public:
    explicit Journal(QString configFolder);

    /// errors::cannotWrite, diskFull.
    Result<void> append(const JournalEntry& entry) const;
    /// All of it, the newest first, each operation once. What could not be seen (an unreadable file, damaged lines) is
    /// source `journal`. A file that is not there is an empty journal.
    Seen<QList<JournalEntry>> read() const;

    QString path() const { return m_path; }

private:
    QString m_path;
};

/// Name under which Unseen knows the journal.
inline constexpr QLatin1StringView journalSource("journal");

} // namespace nc
