#include "templates/lint/variables.h"

#include "templates/lint/htmlalterations.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {

QList<TemplateVariable> diiaVariables(const QString& text)
{
    static const QRegularExpression place(uR"(\{([^{}\s]+)\})"_s);
    const TextPlaces places(text);
    QList<TemplateVariable> variables;
    for (auto it = place.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const int line = places.placeOf(match.capturedStart()).line;
        const auto known = std::ranges::find(variables, match.captured(1), &TemplateVariable::name);
        if (known == variables.end())
            variables.append({match.captured(1), TemplateVariable::Kind::Scalar, false, {}, {line}});
        else if (known->lines.last() != line)
            known->lines.append(line);
    }
    return variables;
}

void toSourceLines(QList<TemplateVariable>& variables, const QString& source, const QString& prepared)
{
    toSourceLines(variables, HtmlAlterations(source, prepared));
}

void toSourceLines(QList<TemplateVariable>& variables, const HtmlAlterations& alterations)
{
    for (TemplateVariable& variable : variables) {
        QList<int> lines;
        for (const TemplatePlace& place : std::as_const(variable.places))
            lines.append(alterations.sourcePlace(place.line, place.column).line);
        std::ranges::sort(lines);
        lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
        variable.lines = lines;
    }
}

} // namespace nc
