#include "templates/source/textedit.h"

#include <algorithm>

namespace nc {

QString applyEdits(const QString& text, QList<TextEdit> edits)
{
    QList<TextEdit> chosen;
    const auto meets = [](const TextEdit& a, const TextEdit& b) { return b.begin < a.begin + a.length; };
    const bool apart = std::ranges::is_sorted(edits, {}, &TextEdit::begin)
        && std::ranges::adjacent_find(edits, meets) == edits.end() && !edits.isEmpty() && edits.first().begin >= 0
        && edits.last().begin + edits.last().length <= text.size();
    if (apart)
        chosen.swap(edits); // many, of a search: not compared each with each
    for (const TextEdit& edit : edits) {
        const bool overlaps = std::ranges::any_of(chosen, [&](const TextEdit& other) {
            return edit.begin < other.begin + other.length && other.begin < edit.begin + edit.length;
        });
        if (!overlaps && edit.begin >= 0 && edit.length >= 0 && edit.begin + edit.length <= text.size())
            chosen.append(edit);
    }
    std::ranges::stable_sort(chosen, {}, &TextEdit::begin);
    QString result;
    qsizetype from = 0;
    for (const TextEdit& edit : chosen) {
        result += QStringView(text).sliced(from, edit.begin - from);
        result += edit.text;
        from = edit.begin + edit.length;
    }
    result += QStringView(text).sliced(from);
    return result;
}

} // namespace nc
