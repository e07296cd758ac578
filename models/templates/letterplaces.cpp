#include "templates/letterplaces.h"

using namespace Qt::StringLiterals;

namespace nc {

TextPlaces::Place LetterPlaces::next(const QString& element, const QString& reference)
{
    const QString opening = u'<' + element;
    qsizetype& from = m_from[element + u' ' + reference];
    QString escaped = reference;
    escaped.replace(u'&', "&amp;"_L1);
    for (;;) {
        const qsizetype begin = m_source.indexOf(opening, from, Qt::CaseInsensitive);
        if (begin < 0)
            return {};
        const qsizetype close = m_source.indexOf(u'>', begin);
        const qsizetype end = close < 0 ? m_source.size() : close;
        from = begin + opening.size();
        const QStringView tag = QStringView(m_source).sliced(begin, end - begin);
        const QChar after = from < m_source.size() ? m_source[from] : QChar(u' ');
        if (after.isLetterOrNumber())
            continue;
        const bool fits = reference.isEmpty()
            ? !tag.contains("src"_L1, Qt::CaseInsensitive) || tag.contains("src=\"\""_L1)
            : tag.contains(reference) || tag.contains(escaped);
        if (fits)
            return m_places.placeOf(begin);
    }
}

} // namespace nc
