#include "templates/lint/letterfix.h"

#include "templates/source/templatescanner.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

std::optional<TemplateToken> tokenAt(const QString& text, qsizetype position)
{
    for (const TemplateToken& token : scanTemplate(text)) {
        if (token.begin <= position && position < token.end)
            return token;
    }
    return std::nullopt;
}

/// White space before `position` on its line, when nothing else stands there.
std::optional<QString> indentBefore(const QString& text, qsizetype position)
{
    const qsizetype line = position == 0 ? 0 : text.lastIndexOf(u'\n', position - 1) + 1;
    const QString before = text.mid(line, position - line);
    return before.trimmed().isEmpty() ? std::optional(before) : std::nullopt;
}

} // namespace

LetterFix::LetterFix(const QString& text)
    : m_text(text)
    , m_structure(text, TemplateStructure::Markup::Html)
{
}

const StructurePart* LetterFix::tagAround(qsizetype position) const
{
    for (const StructurePart& part : m_structure.parts()) {
        if (part.kind == StructurePart::Kind::Tag && part.begin <= position && position < part.end)
            return &part;
    }
    return nullptr;
}

QList<TextEdit> LetterFix::interpolate(qsizetype position) const
{
    const auto token = tokenAt(m_text, position);
    if (!token || token->kind != TemplateToken::Kind::NotInterpolated)
        return {};
    return {{token->begin, 2, u"${"_s}, {token->end - 1, 1, u"}"_s}};
}

QList<TextEdit> LetterFix::escape(qsizetype position) const
{
    const auto token = tokenAt(m_text, position);
    if (!token || token->kind != TemplateToken::Kind::Interpolation)
        return {};
    static const QRegularExpression simple(uR"(\A\s*[\w.@]+(?:\[[^\[\]]*\]|\?\w+|\([^()]*\)|\.\w+)*\s*\z)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    const qsizetype begin = token->begin + 2;
    const qsizetype end = token->end - 1;
    if (simple.match(m_text.mid(begin, end - begin)).hasMatch()) {
        qsizetype at = end;
        while (at > begin && m_text[at - 1].isSpace())
            --at;
        return {{at, 0, u"?html"_s}};
    }
    return {{begin, 0, u"("_s}, {end, 0, u")?html"_s}};
}

QList<TextEdit> LetterFix::comment(qsizetype position) const
{
    const auto token = tokenAt(m_text, position);
    if (!token || (token->kind != TemplateToken::Kind::Interpolation && token->kind != TemplateToken::Kind::Directive))
        return {};
    const bool block = std::ranges::any_of(m_structure.parts(), [&](const StructurePart& part) {
        return part.begin == token->begin && part.kind != StructurePart::Kind::Tag && part.partner >= 0;
    });
    // A macro's call may have an end tag without being a pair that is known here.
    const QString code = m_text.mid(token->begin, token->end - token->begin);
    if (block || code.contains("--]"_L1) || code.startsWith("[/"_L1))
        return {};
    return {{token->begin, 0, u"[#--"_s}, {token->end, 0, u"--]"_s}};
}

/// Where its content ends; the whole text's end without such an element.
qsizetype LetterFix::endOf(const QString& element) const
{
    for (const StructurePart& part : m_structure.parts()) {
        if (part.kind == StructurePart::Kind::Tag && part.name == element && part.role == StructurePart::Role::Close)
            return part.begin;
    }
    return -1;
}

QList<TextEdit> LetterFix::linkSheet(const QString& name) const
{
    const qsizetype end = endOf(u"head"_s);
    // Without a head what stands first gets into one.
    return {{std::max<qsizetype>(0, end), 0, u"<link rel=\"stylesheet\" href=\"%1\">\n"_s.arg(name.toHtmlEscaped())}};
}

QList<TextEdit> LetterFix::insertPicture(const QString& name) const
{
    const qsizetype end = endOf(u"body"_s);
    return {{end < 0 ? m_text.size() : end, 0, u"<img src=\"%1\" alt=\"\">\n"_s.arg(name.toHtmlEscaped())}};
}

QList<TextEdit> LetterFix::wrapInOutputFormat() const
{
    qsizetype begin = 0;
    qsizetype end = m_text.size();
    for (const StructurePart& part : m_structure.parts()) {
        if (part.kind != StructurePart::Kind::Tag || part.name != u"body")
            continue;
        if (part.role == StructurePart::Role::Open && begin == 0)
            begin = part.end;
        else if (part.role == StructurePart::Role::Close)
            end = part.begin;
    }
    return {{begin, 0, u"[#outputformat 'HTML']"_s}, {end, 0, u"[/#outputformat]"_s}};
}

QList<TextEdit> LetterFix::singleQuotes(qsizetype position) const
{
    const auto token = tokenAt(m_text, position);
    if (!token || !tagAround(position))
        return {};
    const QString code = m_text.mid(token->begin, token->end - token->begin);
    if (!code.contains(u'"') || code.contains(u'\''))
        return {};
    return {{token->begin, code.size(), QString(code).replace(u'"', u'\'')}};
}

QList<TextEdit> LetterFix::moveIntoValue(qsizetype position, QString* attribute) const
{
    const StructurePart* tag = tagAround(position);
    if (!tag)
        return {};
    // [#if a]name="b"[#else]name="c"[/#if]
    static const QRegularExpression branches(
        uR"re((\[#if [^\]]*\])\s*([\w:-]+)\s*=\s*"([^"]*)"\s*(?:(\[#else\s*\])\s*\g2\s*=\s*"([^"]*)"\s*)?(\[/#if\s*\]))re"_s);
    const QString text = m_text.mid(tag->begin, tag->end - tag->begin);
    for (auto it = branches.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        if (tag->begin + match.capturedStart() > position || position >= tag->begin + match.capturedEnd())
            continue;
        QString condition = match.captured(1);
        if (condition.contains(u'"') && condition.contains(u'\''))
            return {};
        condition.replace(u'"', u'\'');
        *attribute = match.captured(2);
        const QString value = condition + match.captured(3) + match.captured(4) + match.captured(5) + match.captured(6);
        return {{tag->begin + match.capturedStart(), match.capturedLength(), *attribute + u"=\""_s + value + u'"'}};
    }
    return {};
}

QList<TextEdit> LetterFix::wrapBlock(qsizetype position, const QString& tag) const
{
    static const QStringList wrappable{u"tbody"_s, u"tr"_s, u"colgroup"_s};
    const auto& parts = m_structure.parts();
    const auto part = std::ranges::find_if(parts, [&](const StructurePart& one) {
        return one.begin == position && one.role == StructurePart::Role::Open && one.kind != StructurePart::Kind::Tag
            && one.kind != StructurePart::Kind::Rule;
    });
    if (part == parts.end() || part->partner < 0 || !wrappable.contains(tag))
        return {};
    const qsizetype end = parts[part->partner].end;
    const QString open = u'<' + tag + u'>';
    const QString close = u"</"_s + tag + u'>';
    if (const auto indent = indentBefore(m_text, position)) {
        const QString lineEnd = m_text.contains("\r\n"_L1) ? u"\r\n"_s : u"\n"_s;
        return {{position, 0, open + lineEnd + *indent}, {end, 0, lineEnd + *indent + close}};
    }
    return {{position, 0, open}, {end, 0, close}};
}

QList<TextEdit> LetterFix::replaceInTag(qsizetype position, const QString& what, const QString& by) const
{
    const StructurePart* tag = tagAround(position);
    if (!tag || what.isEmpty())
        return {};
    const qsizetype at = m_text.indexOf(what, tag->begin);
    if (at < 0 || at + what.size() > tag->end)
        return {};
    return {{at, what.size(), by}};
}

QList<TextEdit> LetterFix::removeHeader() const
{
    for (const TemplateToken& token : scanTemplate(m_text)) {
        const QString code = m_text.mid(token.begin, token.end - token.begin);
        if (token.kind != TemplateToken::Kind::Directive || !code.startsWith("[#ftl"_L1)
            || (code.size() > 5 && code[5].isLetterOrNumber()))
            continue;
        qsizetype end = token.end;
        while (end < m_text.size() && (m_text[end] == u'\n' || m_text[end] == u'\r'))
            ++end;
        QList<TextEdit> edits;
        if (code.contains("HTML"_L1)) {
            for (const TextEdit& edit : wrapInOutputFormat()) {
                // Without <body> the opening belongs behind what is taken out.
                edits.append(
                    {std::max(edit.begin, token.begin == 0 && edit.begin == 0 ? end : edit.begin), 0, edit.text});
            }
        }
        edits.append({token.begin, end - token.begin, {}});
        return edits;
    }
    return {};
}

} // namespace nc
