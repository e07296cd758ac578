#pragma once

#include "postgres/connection.h"
#include "postgres/templaterow.h"

#include <QList>

namespace nc {

/// Rights of the session's user on the platform's three tables: notification_template, notification_template_attr and
/// inbox_notification. Reads the catalogue only.
Result<QList<TableRights>> readRights(Connection& connection, const TaskContext& context);

/// One right that some work needs.
struct NeededRight {
    QString table;
    QString right; ///< select, insert, update, delete

    friend bool operator==(const NeededRight&, const NeededRight&) = default;
};

/// errors::missingTable or errors::missingRight (table as subject, right as detail) for the first that is not there.
Result<void> checkRights(const QList<TableRights>& rights, const QList<NeededRight>& needed);

} // namespace nc
