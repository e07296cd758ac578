#pragma once

#include "postgres/connection.h"

#include <QByteArrayList>
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

/// Which messages: those of the recipients (without regard to case), and those that say one of the texts.
struct InboxQuery {
    QStringList recipients;
    /// SHA-256 of subject, line break and message in UTF-8. Only messages made between `from` and `to` (epoch
    /// milliseconds) are compared.
    QByteArrayList texts = {};
    qint64 from = 0;
    qint64 to = 0;
    std::optional<qint64> since = {}; ///< epoch milliseconds; holds for all
};

/// The newest `most` of them, by time. Blocks. errors::missingRight where the profile's user may not select from the
/// table, errors::missingTable.
Result<QList<InboxMessage>> readInbox(
    Connection& connection, const InboxQuery& query, qint64 most, const TaskContext& task);

} // namespace nc
