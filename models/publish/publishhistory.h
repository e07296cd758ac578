#pragma once

#include "postgres/templatestore.h"
#include "publish/publishplan.h"

#include <QJsonObject>

namespace nc {

/// What stood in a row before this console changed or deleted it: one file a database under the given folder, one JSON
/// object a line, only ever appended to. A publish does not begin before its entries are on disk.
class PublishHistory {
public:
    /// `folder` is made when needed; `database` names the file. `by` is who publishes.
    PublishHistory(QString folder, const QString& database, QString by);

    /// Appends the rows of those items that would change or delete one. errors::cannotWrite, errors of reading.
    Result<void> keep(TemplateStore& store, const QList<PlanItem>& items, const TaskContext& context);

    QString path() const { return m_path; }

private:
    Result<void> append(const QByteArray& lines);

    QString m_path;
    QString m_by;
};

} // namespace nc
