#include "templates/lint/htmlalterations.h"

#include "templates/lint/tagcrossings.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr qsizetype largestTable =
    4'000'000; // cells of the comparison; beyond that only what is plainly equal is paired

QStringList meanings(const QString& text, const QList<TemplateToken>& tokens)
{
    QStringList list;
    list.reserve(tokens.size());
    for (const TemplateToken& token : tokens)
        list.append(meaningOf(text, token));
    return list;
}

} // namespace

QString withoutPictures(const QString& prepared)
{
    // Exactly what preparation writes; base64 ends at the quote.
    constexpr QLatin1StringView mark = "data:image/jpeg;base64,"_L1;
    QString result;
    qsizetype from = 0;
    for (qsizetype at = prepared.indexOf(mark); at >= 0; at = prepared.indexOf(mark, from)) {
        const qsizetype begin = at + mark.size();
        const qsizetype end = prepared.indexOf(u'"', begin);
        result += QStringView(prepared).sliced(from, begin - from);
        from = end < 0 ? prepared.size() : end;
    }
    result += QStringView(prepared).sliced(from);
    return result;
}

HtmlAlterations::HtmlAlterations(QString source, QString prepared)
    : m_source(std::move(source))
    , m_prepared(std::move(prepared))
    , m_sourcePlaces(m_source)
    , m_preparedPlaces(m_prepared)
{
    const QList<TemplateToken> all = scanTemplate(m_source);
    for (const TemplateToken& token : all)
        (token.kind == TemplateToken::Kind::NotInterpolated ? m_plainTokens : m_sourceTokens).append(token);
    m_preparedTokens = scanTemplate(m_prepared);
    m_preparedTokens.removeIf(
        [](const TemplateToken& token) { return token.kind == TemplateToken::Kind::NotInterpolated; });
    pairTokens();
}

void HtmlAlterations::join(qsizetype source, qsizetype prepared)
{
    m_partner[static_cast<std::size_t>(source)] = prepared;
    m_origin[static_cast<std::size_t>(prepared)] = source;
}

void HtmlAlterations::pairTokens()
{
    m_partner.assign(static_cast<std::size_t>(m_sourceTokens.size()), -1);
    m_origin.assign(static_cast<std::size_t>(m_preparedTokens.size()), -1);
    const QStringList source = meanings(m_source, m_sourceTokens);
    const QStringList prepared = meanings(m_prepared, m_preparedTokens);
    qsizetype begin = 0;
    while (begin < source.size() && begin < prepared.size() && source[begin] == prepared[begin]) {
        join(begin, begin);
        ++begin;
    }
    qsizetype n = source.size();
    qsizetype m = prepared.size();
    while (n > begin && m > begin && source[n - 1] == prepared[m - 1])
        join(--n, --m);

    pairBetween(begin, n, m, source, prepared);
    m_lastOrigin.reserve(m_origin.size());
    qsizetype last = -1;
    for (const qsizetype origin : m_origin)
        m_lastOrigin.push_back(last = origin < 0 ? last : origin);
}

// Longest common subsequence of what stands between two ends that are equal.
void HtmlAlterations::pairBetween(
    qsizetype begin, qsizetype n, qsizetype m, const QStringList& source, const QStringList& prepared)
{
    const qsizetype rows = n - begin;
    const qsizetype columns = m - begin;
    if (rows == 0 || columns == 0 || rows * columns > largestTable)
        return;
    const auto width = static_cast<std::size_t>(columns + 1);
    std::vector<int> lengths(static_cast<std::size_t>(rows + 1) * width, 0);
    const auto at = [&](qsizetype i, qsizetype j) -> int& {
        return lengths[static_cast<std::size_t>(i) * width + static_cast<std::size_t>(j)];
    };
    for (qsizetype i = rows - 1; i >= 0; --i) {
        for (qsizetype j = columns - 1; j >= 0; --j)
            at(i, j) =
                source[begin + i] == prepared[begin + j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
    }
    for (qsizetype i = 0, j = 0; i < rows && j < columns;) {
        if (source[begin + i] == prepared[begin + j])
            join(begin + i++, begin + j++);
        else if (at(i + 1, j) >= at(i, j + 1))
            ++i;
        else
            ++j;
    }
}

QString HtmlAlterations::codeOf(const QString& text, const TemplateToken& token) const
{
    constexpr qsizetype shown = 80;
    const QString code = text.mid(token.begin, token.end - token.begin).simplified();
    return code.size() > shown ? code.first(shown - 1) + u'…' : code;
}

bool HtmlAlterations::looksAlike(const TemplateToken& source, const TemplateToken& prepared) const
{
    constexpr qsizetype compared = 3; // "[#i", "${n": enough to tell what became of what between two that are equal
    return source.kind == prepared.kind
        && QStringView(m_source)
               .sliced(source.begin)
               .first(std::min(compared, source.end - source.begin))
               .compare(QStringView(m_prepared)
                            .sliced(prepared.begin)
                            .first(std::min(compared, prepared.end - prepared.begin)),
                   Qt::CaseInsensitive)
        == 0;
}

QList<HtmlAlterations::Alteration> HtmlAlterations::alterations(qsizetype most) const
{
    constexpr qsizetype farthest = 1000; // what became of it stands near, if anywhere
    QList<Alteration> list;
    qsizetype next = 0; // first prepared token that may be what became of the source's
    for (qsizetype i = 0; i < m_sourceTokens.size() && list.size() < most; ++i) {
        const TemplateToken& token = m_sourceTokens[i];
        const qsizetype partner = m_partner[static_cast<std::size_t>(i)];
        if (partner >= 0) {
            next = partner + 1;
            continue;
        }
        Alteration alteration{codeOf(m_source, token), {}, m_sourcePlaces.placeOf(token.begin)};
        const qsizetype end = std::min(m_preparedTokens.size(), next + farthest);
        for (qsizetype j = next; j < end && m_origin[static_cast<std::size_t>(j)] < 0; ++j) {
            if (!looksAlike(token, m_preparedTokens[j]))
                continue;
            alteration.after = codeOf(m_prepared, m_preparedTokens[j]);
            next = j + 1;
            break;
        }
        list.append(alteration);
    }
    return list;
}

QList<HtmlAlterations::Split> HtmlAlterations::splits() const
{
    using Crossing = TagCrossing;
    const auto crossingsOf = [](const QString& text) {
        return tagCrossings(TemplateStructure(text, TemplateStructure::Markup::Html));
    };
    QHash<Crossing, int> own;
    for (const Crossing& crossing : crossingsOf(m_source))
        ++own[crossing];
    QSet<Crossing> said;
    QList<Split> list;
    for (Crossing crossing : crossingsOf(m_prepared)) {
        const auto token = std::ranges::lower_bound(m_preparedTokens, crossing.block, {}, &TemplateToken::begin);
        if (token == m_preparedTokens.end() || token->begin != crossing.block)
            continue;
        const qsizetype origin = m_origin[static_cast<std::size_t>(token - m_preparedTokens.begin())];
        if (origin < 0)
            continue; // said already: the code itself was altered
        crossing.block = m_sourceTokens[origin].begin;
        if (const auto known = own.find(crossing); known != own.end() && *known > 0) {
            --*known;
            continue;
        }
        if (said.contains(crossing))
            continue;
        said.insert(crossing);
        list.append({codeOf(m_source, m_sourceTokens[origin]), crossing.tag, crossing.opensInside,
            m_sourcePlaces.placeOf(crossing.block)});
    }
    return list;
}

QList<HtmlAlterations::Alteration> HtmlAlterations::notInterpolated(qsizetype most) const
{
    QList<Alteration> list;
    for (const TemplateToken& token : m_plainTokens.first(std::min(most, m_plainTokens.size())))
        list.append({codeOf(m_source, token), {}, m_sourcePlaces.placeOf(token.begin)});
    return list;
}

QList<HtmlAlterations::Range> HtmlAlterations::unpaired(
    const QList<TemplateToken>& tokens, const std::vector<qsizetype>& others)
{
    QList<Range> ranges;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (others[static_cast<std::size_t>(i)] < 0)
            ranges.append({tokens[i].begin, tokens[i].end});
    }
    return ranges;
}

TextPlaces::Place HtmlAlterations::sourcePlace(int line, int column) const
{
    if (m_sourceTokens.isEmpty())
        return {};
    const qsizetype position = m_preparedPlaces.positionOf(line, column);
    auto found = std::ranges::upper_bound(m_preparedTokens, position, {}, &TemplateToken::begin);
    qsizetype index = found - m_preparedTokens.begin() - 1;
    const qsizetype inside = index >= 0 ? position - m_preparedTokens[index].begin : 0;
    if (index >= 0 && m_origin[static_cast<std::size_t>(index)] >= 0) {
        const TemplateToken& token = m_sourceTokens[m_origin[static_cast<std::size_t>(index)]];
        return m_sourcePlaces.placeOf(std::min(token.begin + inside, std::max(token.begin, token.end - 1)));
    }
    // Between two that are paired: the first of the source's that found no partner there.
    const qsizetype before = index >= 0 ? m_lastOrigin[static_cast<std::size_t>(index)] : -1;
    const qsizetype source = std::min(before + 1, m_sourceTokens.size() - 1);
    return m_sourcePlaces.placeOf(m_sourceTokens[source].begin);
}

} // namespace nc
