#pragma once

#include "core/task.h"
#include "postgres/databasetarget.h"
#include "postgres/templaterow.h"

#include <QByteArray>
#include <QHash>
#include <QList>

namespace nc {

/// A row with its content.
struct PublishedTemplate {
    TemplateRow row;
    QByteArray content; ///< UTF-8
};

/// What the database holds; a session of its own for each call, reads only, blocks, any thread. Errors as Connection,
/// errors::missingRight, errors::missingTable.
Result<QList<TemplateRow>> readPublishedRows(const DatabaseTarget& target, const TaskContext& context);
/// errors::notPublished for a key (`channel/name`) that has no row.
Result<PublishedTemplate> readPublished(const DatabaseTarget& target, const QString& key, const TaskContext& context);
/// Contents by row id.
Result<QHash<QString, QByteArray>> readPublishedContents(
    const DatabaseTarget& target, const QStringList& ids, const TaskContext& context);

} // namespace nc
