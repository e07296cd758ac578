#pragma once

#include "failures/trace/tracefact.h"
#include "postgres/inboxstore.h"

#include <QHash>
#include <QSet>

namespace nc {

/// Who people are in the inbox table, which calls them as the identity service does and not as records do. What both
/// have is the text and the time: where a text was delivered to a person and stands there once at that time, the row is
/// theirs, and so are all rows of that recipient. A plain value.
class InboxPeople {
public:
    /// Deliveries into the inbox, and the table's rows.
    void learn(const QList<TraceFact>& facts, const QList<InboxMessage>& rows);

    /// By the name itself, or by what was learned.
    bool isTheirs(const TracePerson& person, const InboxMessage& row) const;
    /// As the table calls a person of this name; empty where that cannot be told.
    QString idOf(const QString& name) const { return m_ids.value(name.toLower()); }
    QStringList ids() const { return m_ids.values(); }

    /// Whether a row may be what was put into the inbox at that time (epoch milliseconds).
    static bool isNear(qint64 at, const InboxMessage& row);

private:
    QHash<QString, QString> m_ids; ///< by name in lower case
};

} // namespace nc
