#include "templates/source/problem.h"

#include "templates/source/errors.h"

#include <QHash>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace nc {

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return u"error"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Info:
        return u"info"_s;
    }
    return {};
}

Problem Problem::make(Severity severity, Error error, QString path)
{
    const QString lint = QString::fromLatin1(error.code.name).section(u'.', 0, 0);
    return {severity, lint, std::move(error), std::move(path)};
}

Problem Problem::at(int atLine, int atColumn) const
{
    Problem moved = *this;
    moved.line = std::max(1, atLine);
    moved.column = std::max(1, atColumn);
    return moved;
}

bool hasErrors(const QList<Problem>& problems)
{
    return std::ranges::any_of(problems, [](const Problem& problem) { return problem.severity == Severity::Error; });
}

void sortProblems(QList<Problem>& problems)
{
    std::ranges::stable_sort(
        problems, {}, [](const Problem& problem) { return std::tie(problem.path, problem.line, problem.column); });
}

void shortenProblems(QList<Problem>& problems)
{
    if (problems.size() < mostOfAKind)
        return;
    QHash<std::pair<QString, QString>, qsizetype> seen; // by kind and file
    QList<Problem> more;
    problems.removeIf([&](const Problem& problem) {
        const qsizetype count = ++seen[{problem.lint, problem.path}];
        if (count == mostOfAKind)
            more.append(Problem::make(
                Severity::Info, {lint::moreProblems, problem.lint, QString::number(mostOfAKind - 1)}, problem.path)
                            .at(problem.line, problem.column));
        return count >= mostOfAKind;
    });
    problems += more;
    sortProblems(problems);
}

} // namespace nc
