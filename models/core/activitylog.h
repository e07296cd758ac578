#pragma once

#include "core/epochms.h"
#include "core/result.h"

#include <QList>
#include <QString>

namespace nc {

/// One thing that this console (window or command line) did.
struct ActivityEntry {
    EpochMs at = 0;
    QString by; ///< user@host
    QString profile;
    QString action; ///< untranslated: "publish", "replay", "commit", "profile", …
    QString subject; ///< what it was done to: a topic, a folder
    QString result; ///< "done", "failed", "cancelled"
    QString detail; ///< how many, or the error's id and detail

    friend bool operator==(const ActivityEntry&, const ActivityEntry&) = default;
};

/// What was done here, in order: `activity.jsonl` in the configuration folder, one JSON object a line, only ever
/// appended to, on disk before append() returns. Everything passes the redactor. Several programs may append at once.
/// Not bound to a thread.
class ActivityLog {
public:
    explicit ActivityLog(QString configFolder);

    /// Fills in `by` and `at` where they are empty. errors::cannotWrite, diskFull.
    Result<void> append(ActivityEntry entry) const;
    /// The newest `limit`, newest first; lines that cannot be understood (cut off by a crash) are left out.
    /// A file that is not there is an empty log. errors::cannotRead.
    Result<QList<ActivityEntry>> newest(qsizetype limit) const;

    QString path() const { return m_path; }

private:
    QString m_path;
};

} // namespace nc
