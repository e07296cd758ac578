#pragma once

#include "postgres/connection.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace nc {

/// One row of inbox_notification (docs/contracts.md, section 4): what stands in a citizen's inbox.
struct InboxMessage {
    QString id;
    QString recipient;
    QString subject;
    QString message;
    bool isAcknowledged = false;
    qint64 createdAt = -1; ///< epoch milliseconds

    friend bool operator==(const InboxMessage&, const InboxMessage&) = default;
};

/// The messages of these recipients (without regard to case), the newest `most`, by time. Blocks.
/// errors::missingRight where the profile's user may not select from the table, errors::missingTable.
Result<QList<InboxMessage>> readInbox(Connection& connection, const QStringList& recipients,
    std::optional<qint64> since, qint64 most, const TaskContext& task);

} // namespace nc
