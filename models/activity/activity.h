#pragma once

#include "activity/activityfilter.h"
#include "core/seen.h"
#include "core/task.h"
#include "gate/journal.h"
#include "kafka/client/kafkaaccess.h"

#include <optional>

namespace nc {

struct LedgerLine;

struct ActivityQuery {
    std::optional<EpochMs> since = {};
    ActivityFilter filter = {};
};

/// Where the ledger is that the journal is joined with.
struct ActivityLedger {
    KafkaAccess kafka;
    QString profile; ///< whose cluster it is
    QString localLedger; ///< folder of the console's own ledgers
};

/// What was done, the newest first: this console's journal (both programs), joined with the ledger of the cluster. What
/// the journal tells of and the ledger too is one row; what only the ledger tells of (colleagues, one's other
/// computers) is a row of its own. Nothing of both is left out. Blocks; a cancel ends it with what was read, the ledger
/// unseen. Unseen: `journal` (unreadable, damaged lines), `ledger`.
Seen<QList<ActivityRow>> readActivity(const Journal& journal, const std::optional<ActivityLedger>& ledger,
    const ActivityQuery& query, const TaskContext& task);

/// The join by itself: `lines` of the cluster of `profile`.
QList<ActivityRow> joinActivity(
    const QList<JournalEntry>& entries, const QList<LedgerLine>& lines, const QString& profile);

} // namespace nc
