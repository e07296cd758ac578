#include "widgets/shell/fuzzy.h"

namespace nc {

int fuzzyScore(const QString& pattern, const QString& text)
{
    const QString wanted = pattern.simplified().toCaseFolded();
    const QString words = text.toCaseFolded();
    if (wanted.isEmpty())
        return 0;
    if (const qsizetype at = words.indexOf(wanted); at >= 0) {
        const bool start = at == 0 || !words[at - 1].isLetterOrNumber();
        return 1000 + (start ? 500 : 0) - int(qMin<qsizetype>(at, 200));
    }
    int score = 0;
    qsizetype at = 0;
    qsizetype previous = -2;
    for (const QChar ch : wanted) {
        if (ch == u' ')
            continue;
        const qsizetype found = words.indexOf(ch, at);
        if (found < 0)
            return -1;
        const bool start = found == 0 || !words[found - 1].isLetterOrNumber();
        score += start ? 20 : found == previous + 1 ? 15 : 1;
        score -= int(qMin<qsizetype>(found - at, 5));
        previous = found;
        at = found + 1;
    }
    // Letters strewn over the whole text are not what anybody meant.
    return score >= int(wanted.size()) * 5 ? score : -1;
}

} // namespace nc
