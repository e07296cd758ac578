#pragma once

#include "core/task.h"

#include <QList>

namespace nc {

/// A place in a business process that names a template.
struct TemplateUse {
    QString file; ///< path of the .bpmn file
    int line = 1;
    int column = 1;
    QString process; ///< the process's name, else its id
    QString activity; ///< the name of the task around it, else its id; may be empty
    QString name; ///< of the template, in whatever channel; an expression stands as written
    bool isExpression = false; ///< `${…}`: which template it is shows only when it runs

    /// Of the name, in UTF-16 units of the file's text; -1 where it could not be located.
    qsizetype begin = -1;
    qsizetype length = 0;
};

/// Every `notificationTemplate` of the regulation's business processes (bpmn/*.bpmn, below as well), by file and line.
/// A file that is no XML gives what stands before its fault. Blocks; errors::cannotRead, cancelled.
Result<QList<TemplateUse>> templateUses(const QString& regulation, const TaskContext& task);

} // namespace nc
