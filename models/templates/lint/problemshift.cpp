#include "templates/lint/problemshift.h"

#include "templates/source/textplaces.h"

#include <algorithm>

namespace nc {

QList<Problem> movedProblems(
    const QList<Problem>& problems, const QString& path, const QString& before, const QString& after)
{
    const bool touched = std::ranges::any_of(problems, [&](const Problem& problem) { return problem.path == path; });
    if (!touched || before == after)
        return problems;
    const qsizetype shorter = std::min(before.size(), after.size());
    const auto difference = std::mismatch(before.cbegin(), before.cbegin() + shorter, after.cbegin());
    const qsizetype same = difference.first - before.cbegin();
    qsizetype tail = 0;
    while (tail < shorter - same && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    const TextPlaces old(before);
    const TextPlaces now(after);
    QList<Problem> moved;
    for (const Problem& problem : problems) {
        const bool whole = problem.line == 1 && problem.column == 1;
        if (problem.path != path || whole) {
            moved.append(problem);
            continue;
        }
        const qsizetype position = old.positionOf(problem.line, problem.column);
        if (position < same) {
            moved.append(problem);
        } else if (position >= before.size() - tail) {
            const auto place = now.placeOf(position + after.size() - before.size());
            moved.append(problem.at(place.line, place.column));
        }
    }
    return moved;
}

} // namespace nc
