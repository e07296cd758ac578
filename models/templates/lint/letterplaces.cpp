#include "templates/lint/letterplaces.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace nc {

const LetterPlaces::Tags& LetterPlaces::tagsOf(const QString& element)
{
    if (const auto known = m_tags.constFind(element); known != m_tags.cend())
        return *known;
    static const QRegularExpression address(uR"re(\b(?:src|href)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))re"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString opening = u'<' + element;
    Tags tags;
    for (qsizetype from = 0;;) {
        const qsizetype begin = m_source.indexOf(opening, from, Qt::CaseInsensitive);
        if (begin < 0)
            break;
        from = begin + opening.size();
        if (from < m_source.size() && m_source[from].isLetterOrNumber())
            continue;
        // A tag that is not closed is as long as the rest, each time anew.
        constexpr qsizetype longest = 10'000;
        const QStringView rest = QStringView(m_source).sliced(begin).first(std::min(longest, m_source.size() - begin));
        const qsizetype close = rest.indexOf(u'>');
        const Tag tag{begin, close < 0 ? rest : rest.first(close)};
        if (const auto match = address.match(tag.text); match.hasMatch()) {
            QString reference = match.captured(match.lastCapturedIndex());
            reference.replace("&amp;"_L1, "&"_L1);
            tags.byReference[reference].append(tags.all.size());
        }
        tags.all.append(tag);
    }
    return *m_tags.insert(element, std::move(tags));
}

TextPlaces::Place LetterPlaces::next(const QString& element, const QString& reference)
{
    const Tags& tags = tagsOf(element);
    qsizetype& from = m_from[element + u' ' + reference];
    const auto exact = tags.byReference.constFind(reference);
    if (exact != tags.byReference.cend() && !reference.isEmpty())
        return from < exact->size() ? m_places.placeOf(tags.all[exact->at(from++)].begin) : TextPlaces::Place{};
    while (from < tags.all.size() && m_patience-- > 0) {
        const Tag& tag = tags.all[from++];
        const bool fits = reference.isEmpty()
            ? !tag.text.contains("src"_L1, Qt::CaseInsensitive) || tag.text.contains("src=\"\""_L1)
            : tag.text.contains(reference);
        if (fits)
            return m_places.placeOf(tag.begin);
    }
    return {};
}

} // namespace nc
