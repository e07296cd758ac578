#include "kafka/filter/filterparser.h"

#include "core/timetext.h"
#include "kafka/client/errors.h"

#include <QRegularExpression>
#include <QScopeGuard>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr int maximumDepth = 200;

bool endsWord(QChar c)
{
    return c.isNull() || c.isSpace() || c == u'(' || c == u')';
}

bool startsOperator(QChar c, QChar next)
{
    return c == u':' || c == u'=' || c == u'<' || c == u'>' || c == u'~' || (c == u'!' && next == u'=');
}

bool startsField(QChar c)
{
    return c.isLetter() || c == u'_' || c == u'$' || c == u'@' || c == u'"';
}

} // namespace

FilterParser::FilterParser(const QString& text, EpochMs now, const QStringList& extraFields)
    : m_text(text)
    , m_now(now)
    , m_extraFields(extraFields)
{
}

std::unexpected<Error> FilterParser::wrong(qsizetype at, const QString& expected) const
{
    return fail(errors::badFilter, QString::number(at + 1), expected);
}

void FilterParser::skipBlanks()
{
    while (!atEnd() && peek().isSpace())
        ++m_at;
}

bool FilterParser::atKeyword(QLatin1StringView word) const
{
    return QStringView(m_text).mid(m_at, word.size()).compare(word, Qt::CaseInsensitive) == 0
        && endsWord(peek(word.size()));
}

Result<FilterNode> FilterParser::parse()
{
    skipBlanks();
    if (atEnd())
        return FilterNode{};
    auto node = parseOr();
    if (!node)
        return node;
    skipBlanks();
    if (!atEnd())
        return wrong(m_at,
            peek() == u')' ? tr("there is no opening parenthesis for this one")
                           : tr("expected “and”, “or” or the end"));
    return node;
}

Result<FilterNode> FilterParser::parseOr()
{
    const auto depth = qScopeGuard([this] { --m_depth; });
    if (++m_depth > maximumDepth)
        return wrong(m_at, tr("nested too deeply"));
    auto first = parseAnd();
    if (!first)
        return first;
    FilterNode node{FilterNode::Kind::Or, {*first}, {}};
    for (skipBlanks(); atKeyword("or"_L1); skipBlanks()) {
        m_at += 2;
        auto next = parseAnd();
        if (!next)
            return next;
        node.children.append(*next);
    }
    return node.children.size() == 1 ? node.children.first() : node;
}

Result<FilterNode> FilterParser::parseAnd()
{
    auto first = parseNot();
    if (!first)
        return first;
    FilterNode node{FilterNode::Kind::And, {*first}, {}};
    for (skipBlanks(); atKeyword("and"_L1); skipBlanks()) {
        m_at += 3;
        auto next = parseNot();
        if (!next)
            return next;
        node.children.append(*next);
    }
    return node.children.size() == 1 ? node.children.first() : node;
}

Result<FilterNode> FilterParser::parseNot()
{
    skipBlanks();
    if (!atKeyword("not"_L1))
        return parseTerm();
    const auto depth = qScopeGuard([this] { --m_depth; });
    if (++m_depth > maximumDepth)
        return wrong(m_at, tr("nested too deeply"));
    m_at += 3;
    auto inner = parseNot();
    if (!inner)
        return inner;
    return FilterNode{FilterNode::Kind::Not, {*inner}, {}};
}

Result<FilterNode> FilterParser::parseTerm()
{
    skipBlanks();
    if (atEnd() || peek() == u')' || atKeyword("and"_L1) || atKeyword("or"_L1))
        return wrong(m_at, tr("expected a condition: a word, or a field with : = != < <= > >= ~"));
    if (peek() == u'(') {
        const qsizetype opened = m_at++;
        auto inner = parseOr();
        if (!inner)
            return inner;
        skipBlanks();
        if (peek() != u')')
            return atEnd() ? wrong(opened, tr("this parenthesis is not closed"))
                           : wrong(m_at, tr("expected “and”, “or” or “)”"));
        ++m_at;
        return inner;
    }
    const qsizetype start = m_at;
    if (startsOperator(peek(), peek(1)))
        return wrong(m_at, tr("expected a field before the operator"));
    if (startsField(peek())) {
        const auto field = tryField();
        if (!field)
            return fail(field.error());
        if (*field)
            return parseComparison(**field, start);
    }
    m_at = start;
    if (peek() == u'"') {
        const auto text = readQuoted();
        if (!text)
            return fail(text.error());
        return bareWord(*text, true);
    }
    return bareWord(readBare(), false);
}

Result<FilterNode> FilterParser::bareWord(const QString& word, bool quoted) const
{
    FilterNode node{FilterNode::Kind::Comparison, {}, {}};
    node.comparison.text = word;
    node.comparison.quoted = quoted;
    return node;
}

/// A field with an operator behind it, or nothing: then what stands there is a bare word.
Result<std::optional<FilterField>> FilterParser::tryField()
{
    const qsizetype start = m_at;
    bool plain = true;
    QString plainText;
    const auto steps = readPath(plain, plainText);
    const qsizetype fieldEnd = m_at;
    skipBlanks();
    const bool isField = startsOperator(peek(), peek(1));
    if (!isField) {
        // An unclosed quotation mark is wrong in a word as well; parseTerm() tells.
        m_at = start;
        return std::optional<FilterField>{};
    }
    if (!steps)
        return fail(steps.error());
    if (steps->isEmpty())
        return wrong(fieldEnd, tr("expected the name of a field"));
    return std::optional(classify(*steps, plain, plainText));
}

/// Reads `name.name[0]."odd name"[*]` up to an operator, blank or parenthesis. `plain`: no quotation marks.
Result<QList<FilterStep>> FilterParser::readPath(bool& plain, QString& plainText)
{
    QList<FilterStep> steps;
    const qsizetype start = m_at;
    std::optional<Error> problem;
    bool expectName = true;
    while (!endsWord(peek()) && !startsOperator(peek(), peek(1))) {
        if (peek() == u'"') {
            plain = false;
            const qsizetype at = m_at;
            auto name = readQuoted();
            if (!name)
                return fail(name.error());
            if (!expectName && !problem)
                problem = wrong(at, tr("expected a dot before this name")).error();
            steps.append({FilterStep::Kind::Member, *name, 0});
            expectName = false;
        } else if (peek() == u'[') {
            if (const auto index = readIndex(steps); !index && !problem)
                problem = index.error();
            expectName = false;
        } else if (peek() == u'.') {
            if (expectName && !problem)
                problem = wrong(m_at, tr("expected a name before the dot")).error();
            expectName = true;
            ++m_at;
        } else {
            const qsizetype at = m_at;
            while (!endsWord(peek()) && !startsOperator(peek(), peek(1)) && peek() != u'.' && peek() != u'['
                && peek() != u'"')
                ++m_at;
            if (!expectName && !problem)
                problem = wrong(at, tr("expected a dot before this name")).error();
            steps.append({FilterStep::Kind::Member, m_text.mid(at, m_at - at), 0});
            expectName = false;
        }
    }
    plainText = m_text.mid(start, m_at - start);
    // Names of headers may hold anything; classify() takes them as written.
    if (plain && plainText.startsWith("header."_L1) && plainText.size() > 7)
        return steps.isEmpty() ? QList<FilterStep>{{}} : steps;
    if (expectName && !steps.isEmpty() && !problem)
        problem = wrong(m_at, tr("expected a name after the dot")).error();
    if (problem)
        return fail(*problem);
    return steps;
}

Result<void> FilterParser::readIndex(QList<FilterStep>& steps)
{
    const qsizetype opened = m_at++;
    const qsizetype close = m_text.indexOf(u']', m_at);
    if (close < 0) {
        m_at = m_text.size();
        return wrong(opened, tr("this bracket is not closed"));
    }
    const QString inside = m_text.mid(m_at, close - m_at);
    m_at = close + 1;
    bool ok = false;
    const qint64 index = inside.toLongLong(&ok);
    if (inside == u"*")
        steps.append({FilterStep::Kind::All, {}, 0});
    else if (ok && index >= 0)
        steps.append({FilterStep::Kind::Index, {}, index});
    else
        return wrong(opened + 1, tr("expected a number or * in the brackets"));
    return {};
}

FilterField FilterParser::classify(const QList<FilterStep>& steps, bool plain, const QString& plainText) const
{
    using Kind = FilterField::Kind;
    if (plain && m_extraFields.contains(plainText))
        return {Kind::Extra, plainText, {}};
    static const QList<std::pair<QLatin1StringView, Kind>> fields{{"key"_L1, Kind::Key}, {"value"_L1, Kind::Value},
        {"partition"_L1, Kind::Partition}, {"offset"_L1, Kind::Offset}, {"timestamp"_L1, Kind::Timestamp},
        {"size"_L1, Kind::Size}};
    for (const auto& [name, kind] : fields) {
        if (plain && plainText == name)
            return {kind, {}, {}};
    }
    if (plain && plainText.startsWith("header."_L1))
        return {Kind::Header, plainText.mid(7), {}};
    // header."odd name"
    if (!plain && plainText.startsWith("header.\""_L1) && steps.size() == 2)
        return {Kind::Header, steps[1].name, {}};
    return {Kind::Path, {}, steps};
}

std::optional<FilterOperator> FilterParser::readOperator()
{
    static const QList<std::pair<QLatin1StringView, FilterOperator>> operators{{"!="_L1, FilterOperator::NotEqual},
        {"<="_L1, FilterOperator::LessOrEqual}, {">="_L1, FilterOperator::GreaterOrEqual},
        {":"_L1, FilterOperator::Contains}, {"="_L1, FilterOperator::Equal}, {"<"_L1, FilterOperator::Less},
        {">"_L1, FilterOperator::Greater}, {"~"_L1, FilterOperator::Matches}};
    for (const auto& [sign, op] : operators) {
        if (QStringView(m_text).mid(m_at).startsWith(sign)) {
            m_at += sign.size();
            return op;
        }
    }
    return std::nullopt;
}

Result<FilterNode> FilterParser::parseComparison(FilterField field, qsizetype fieldAt)
{
    FilterNode node{FilterNode::Kind::Comparison, {}, {}};
    FilterComparison& comparison = node.comparison;
    comparison.field = std::move(field);
    const auto op = readOperator();
    if (!op)
        return wrong(fieldAt, tr("expected an operator: : = != < <= > >= ~"));
    comparison.op = *op;
    skipBlanks();
    if (*op == FilterOperator::Matches) {
        if (const auto read = readRegex(comparison); !read)
            return fail(read.error());
        return node;
    }
    const qsizetype valueAt = m_at;
    if (const auto read = readValue(comparison); !read)
        return fail(read.error());
    if (!comparison.quoted && comparison.text == u"*" && *op == FilterOperator::Contains) {
        comparison.op = FilterOperator::Exists;
        comparison.text.clear();
    } else if (!comparison.quoted && comparison.text == u"null"
        && (*op == FilterOperator::Equal || *op == FilterOperator::NotEqual)) {
        comparison.op = *op == FilterOperator::Equal ? FilterOperator::IsNull : FilterOperator::IsNotNull;
        comparison.text.clear();
    } else if (comparison.field.kind == FilterField::Kind::Timestamp && *op != FilterOperator::Contains) {
        const auto time = parseTime(comparison.text, m_now);
        if (!time)
            return wrong(valueAt, tr("expected a time, like 2026-11-22T10:00:00Z, epoch milliseconds or -15m"));
        comparison.time = *time;
        // Relative times are fixed here, so that the filter means the same later.
        comparison.text = isoTime(*time);
        comparison.quoted = false;
    }
    return node;
}

Result<void> FilterParser::readValue(FilterComparison& comparison)
{
    if (peek() == u'"') {
        auto text = readQuoted();
        if (!text)
            return fail(text.error());
        if (!endsWord(peek()))
            return wrong(m_at, tr("expected a blank or a parenthesis after the closing quotation mark"));
        comparison.text = *text;
        comparison.quoted = true;
        return {};
    }
    const qsizetype at = m_at;
    comparison.text = readBare();
    if (comparison.text.isEmpty())
        return wrong(at, tr("expected a value"));
    return {};
}

Result<void> FilterParser::readRegex(FilterComparison& comparison)
{
    const qsizetype start = m_at;
    if (peek() != u'/')
        return wrong(m_at, tr("expected a pattern between slashes, like /abc/"));
    ++m_at;
    QString pattern;
    while (!atEnd() && peek() != u'/') {
        if (peek() == u'\\' && peek(1) == u'/')
            ++m_at; // \/ is a slash
        else if (peek() == u'\\' && m_at + 1 < m_text.size())
            pattern += m_text[m_at++];
        pattern += m_text[m_at++];
    }
    if (atEnd())
        return wrong(start, tr("this pattern is not closed with a slash"));
    ++m_at;
    if (peek() == u'i') {
        comparison.ignoreCase = true;
        ++m_at;
    }
    if (!endsWord(peek()))
        return wrong(m_at, tr("expected a blank or a parenthesis after the pattern (only /…/ and /…/i are known)"));
    const QRegularExpression compiled(pattern);
    if (!compiled.isValid())
        return wrong(
            start + 1 + compiled.patternErrorOffset(), tr("the pattern is wrong: %1").arg(compiled.errorString()));
    comparison.text = pattern;
    return {};
}

Result<QString> FilterParser::readQuoted()
{
    const qsizetype opened = m_at++;
    QString text;
    while (!atEnd() && peek() != u'"') {
        if (peek() == u'\\' && (peek(1) == u'"' || peek(1) == u'\\'))
            ++m_at;
        text += m_text[m_at++];
    }
    if (atEnd())
        return wrong(opened, tr("this quotation mark is not closed"));
    ++m_at;
    return text;
}

QString FilterParser::readBare()
{
    const qsizetype start = m_at;
    while (!endsWord(peek()))
        ++m_at;
    return m_text.mid(start, m_at - start);
}

} // namespace nc
