#include "templates/source/textplaces.h"

#include <algorithm>

namespace nc {

TextPlaces::TextPlaces(const QString& text)
    : m_size(text.size())
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\n' || (c == u'\r' && (i + 1 == text.size() || text[i + 1] != u'\n')))
            m_starts.push_back(i + 1);
    }
}

TextPlaces::Place TextPlaces::placeOf(qsizetype position) const
{
    const auto next = std::ranges::upper_bound(m_starts, position);
    const auto line = next - m_starts.begin(); // at least 1: the first line starts at 0
    return {static_cast<int>(line), static_cast<int>(position - *std::prev(next)) + 1};
}

qsizetype TextPlaces::positionOf(int line, int column) const
{
    const auto index = static_cast<std::size_t>(std::max(1, line) - 1);
    if (index >= m_starts.size())
        return m_size;
    return std::min(m_size, m_starts[index] + std::max(1, column) - 1);
}

} // namespace nc
