#pragma once

#include "postgres/templatestore.h"
#include "publish/history/historyentry.h"
#include "publish/journal/databasefiles.h"
#include "publish/plan/publishplan.h"

#include <QHash>

#include <functional>

namespace nc {

/// What stood in a row before this console changed or deleted it, and what was put there by whom from which commit: one
/// file a database under the given folder, see JournalFile. A publish does not begin before its entries are on disk.
/// Blocks; any thread, one at a time for one object.
class PublishHistory {
public:
    /// `folder` is made when needed; `database` (its connection string, or the service's URL) names the file. `by` is
    /// who publishes.
    PublishHistory(const QString& folder, const QString& database, QString by);

    /// What the database is that `database` leads to (databaseIdentity()): the same history is found by another address
    /// then. Errors of JournalFile.
    Result<void> learn(const QString& identity) const { return m_files.learn(identity); }

    /// Appends what those items are about to change, contents read from the store. `restored`: the version that is put
    /// back. errors::cannotWrite, diskFull, historyNewer, errors of reading.
    Result<void> keep(TemplateStore& store, const QList<PlanItem>& items, const TaskContext& context, int restored = 0);
    /// The same without a store: contents by row id, as far as they are known.
    Result<void> keep(const QList<PlanItem>& items, const QHash<QString, QByteArray>& contents, int restored = 0);

    /// All entries in their order, without the rows; or those of one key with them. A file that is not there is empty.
    /// errors::cannotRead, historyNewer.
    Result<QList<HistoryEntry>> heads() const;
    Result<QList<HistoryEntry>> entriesOf(const QString& key) const;

    /// Where it is written to.
    QString path() const;

private:
    Result<void> append(const QByteArray& lines) const;
    Result<void> each(const std::function<void(QByteArrayView)>& take) const;

    DatabaseFiles m_files;
    QString m_by;
};

/// Names in the plan what somebody else changed since this console last wrote it.
void markDrift(PublishPlan& plan, const QList<HistoryEntry>& heads);

} // namespace nc
