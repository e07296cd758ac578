#include "templates/lint/usecheck.h"

#include "templates/source/errors.h"

#include <QSet>

namespace nc {

QList<Problem> missingTemplates(const QList<TemplateUse>& uses, const Regulation& regulation)
{
    QSet<QString> names;
    for (const TemplateDirectory& directory : regulation.templates)
        names.insert(directory.key.name);
    QList<Problem> problems;
    for (const TemplateUse& use : uses) {
        if (use.isExpression || names.contains(use.name))
            continue;
        problems.append(Problem::make(Severity::Warning, Error{lint::missingTemplate, use.name, use.activity}, use.file)
                            .at(use.line, use.column));
    }
    return problems;
}

} // namespace nc
