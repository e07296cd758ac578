#pragma once

#include "postgres/connection.h"
#include "postgres/templaterow.h"

#include <QHash>
#include <QList>

namespace nc {

/// The tables notification_template and notification_template_attr through one session. Every change is one
/// transaction and one round trip (a deletion several), and happens only where the row is still what `seen` says:
/// otherwise nothing changes and `false` (or an empty id) comes back, and the caller plans anew.
/// Same thread rules as Connection, which must outlive it.
class TemplateStore {
public:
    explicit TemplateStore(Connection& connection);

    /// All rows, or the one of a key.
    Result<QList<TemplateRow>> rows(const TaskContext& context);
    Result<std::optional<TemplateRow>> row(const QString& channel, const QString& name, const TaskContext& context);
    /// Content by id; ids that are gone are missing from the answer.
    Result<QHash<QString, QByteArray>> contents(const QStringList& ids, const TaskContext& context);

    /// Waits for the publishing lock of this database (session level; held until the session ends or unlock()).
    /// Reports progress with stage "waiting" while somebody else has it. Returns true when it had to wait.
    Result<bool> lock(const TaskContext& context);
    void unlock(const TaskContext& context);

    /// The id of the new row; empty when one of that key stands there already.
    Result<QString> insert(const TemplateValues& values, const TaskContext& context);
    /// Changes content, checksum, title and updated_at (and ext_* where given) and, with `attributes`, makes the
    /// attributes those of `values`.
    Result<bool> update(
        const TemplateRow& seen, const TemplateValues& values, bool attributes, const TaskContext& context);
    /// Makes the attributes those of `values`; the row itself, updated_at included, stays.
    Result<bool> updateAttributes(const TemplateRow& seen, const TemplateValues& values, const TaskContext& context);
    /// Attributes first, then the row.
    Result<bool> remove(const TemplateRow& seen, const TaskContext& context);

    /// Whether a change is on disk before the call returns. A run of many makes all but the last not durable: a
    /// server crash then loses whole templates at the end, never a part of one.
    Result<void> setDurable(bool durable, const TaskContext& context);
    /// Waits until all changes so far are on disk; best effort (a server that refuses loses nothing but time).
    void flush(const TaskContext& context);

private:
    Result<bool> changed(const char* sql, const SqlRow& parameters, const TaskContext& context);

    Connection& m_connection;
    bool m_durable = true;
};

} // namespace nc
