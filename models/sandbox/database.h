#pragma once

#include <QByteArray>
#include <QString>

namespace nc {

/// The role that the console connects as: the publishing role's rights and reading the inbox, nothing more.
inline const QString consoleRole = QStringLiteral("notification_console");

/// SQL that makes the role, unless it is there. For any database of the server.
QByteArray createConsoleRole();

/// SQL that makes the platform's tables in the current database and gives the role its rights; can be repeated.
QByteArray createTables();

} // namespace nc
