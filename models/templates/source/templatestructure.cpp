#include "templates/source/templatestructure.h"

#include "templates/source/templatescanner.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

using Kind = StructurePart::Kind;
using Role = StructurePart::Role;

bool isOneOf(QStringView name, std::initializer_list<QLatin1StringView> names)
{
    return std::ranges::any_of(names, [&](QLatin1StringView one) { return name == one; });
}

bool isVoid(QStringView tag)
{
    return isOneOf(tag,
        {"area"_L1, "base"_L1, "br"_L1, "col"_L1, "embed"_L1, "hr"_L1, "img"_L1, "input"_L1, "link"_L1, "meta"_L1,
            "param"_L1, "source"_L1, "track"_L1, "wbr"_L1});
}

/// `=` outside strings: [#assign x = 1] closes itself, [#assign x] is closed by [/#assign].
bool assigns(QStringView code)
{
    QChar quote;
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar c = code[i];
        if (!quote.isNull()) {
            if (c == u'\\')
                ++i;
            else if (c == quote)
                quote = QChar();
        } else if (c == u'"' || c == u'\'') {
            quote = c;
        } else if (c == u'=') {
            return true;
        }
    }
    return false;
}

Role roleOfDirective(QStringView name, QStringView code)
{
    if (isOneOf(name,
            {"if"_L1, "list"_L1, "items"_L1, "sep"_L1, "foreach"_L1, "macro"_L1, "function"_L1, "switch"_L1,
                "attempt"_L1, "compress"_L1, "escape"_L1, "noescape"_L1, "noEscape"_L1, "outputformat"_L1,
                "outputFormat"_L1, "autoesc"_L1, "autoEsc"_L1, "noautoesc"_L1, "noAutoEsc"_L1, "noparse"_L1,
                "noParse"_L1, "transform"_L1, "comment"_L1}))
        return Role::Open;
    if (isOneOf(name, {"else"_L1, "elseif"_L1, "elseIf"_L1, "case"_L1, "default"_L1, "recover"_L1, "on"_L1}))
        return Role::Middle;
    if (isOneOf(name, {"assign"_L1, "local"_L1, "global"_L1}))
        return assigns(code) ? Role::Single : Role::Open;
    return Role::Single;
}

} // namespace

QStringView nameAt(QStringView text, qsizetype begin)
{
    qsizetype end = begin;
    while (end < text.size()
        && (text[end].isLetterOrNumber() || text[end] == u'.' || text[end] == u'-' || text[end] == u'_'
            || text[end] == u':'))
        ++end;
    return text.sliced(begin, end - begin);
}

TemplateStructure::TemplateStructure(const QString& text, Markup markup)
{
    if (markup == Markup::Sheet) {
        readSheet(text, 0, text.size());
    } else {
        readCode(text);
        if (markup == Markup::Html)
            readTags(text);
    }
    std::ranges::stable_sort(m_parts, {}, &StructurePart::begin);
    pair();
}

void TemplateStructure::readCode(const QString& text)
{
    for (const TemplateToken& token : scanTemplate(text)) {
        if (token.kind == TemplateToken::Kind::Comment) {
            m_parts.append({Kind::Comment, Role::Single, {}, token.begin, token.end});
            continue;
        }
        if (token.kind != TemplateToken::Kind::Directive)
            continue;
        const QStringView code = QStringView(text).sliced(token.begin, token.end - token.begin);
        const bool close = code.size() > 1 && code[1] == u'/';
        const bool macro = code.size() > (close ? 2 : 1) && code[close ? 2 : 1] == u'@';
        const QStringView name = nameAt(code, std::min<qsizetype>(close ? 3 : 2, code.size()));
        Role role = close ? Role::Close : Role::Single;
        if (!close && macro)
            role = code.endsWith("/]"_L1) ? Role::Single : Role::Open;
        else if (!close)
            role = roleOfDirective(name, code.sliced(2 + name.size()));
        m_parts.append({macro ? Kind::Macro : Kind::Directive, role, name.toString(), token.begin, token.end});
        if (!close && !macro && (name == u"macro" || name == u"function")) {
            qsizetype at = 2 + name.size();
            while (at < code.size() && code[at].isSpace())
                ++at;
            m_definitions.append({nameAt(code, at).toString(), token.begin});
        }
    }
}

void TemplateStructure::readTags(const QString& text)
{
    // What looks like a tag inside code, in a string say, is none.
    const QList<TemplateToken> tokens = scanTemplate(text);
    auto skip = tokens.cbegin();
    const auto pastCode = [&](qsizetype at) {
        while (skip != tokens.cend() && skip->end <= at)
            ++skip;
        return skip != tokens.cend() && skip->begin <= at ? skip->end : at;
    };
    for (qsizetype at = 0; at < text.size();) {
        if (const qsizetype behind = pastCode(at); behind > at) {
            at = behind;
            continue;
        }
        if (text[at] != u'<') {
            ++at;
            continue;
        }
        const QStringView rest = QStringView(text).sliced(at);
        if (rest.startsWith("<!--"_L1)) {
            const qsizetype close = text.indexOf("-->"_L1, at + 4);
            const qsizetype end = close < 0 ? text.size() : close + 3;
            m_parts.append({Kind::Comment, Role::Single, {}, at, end});
            at = end;
            continue;
        }
        const bool closing = rest.size() > 1 && rest[1] == u'/';
        const qsizetype nameBegin = closing ? 2 : 1;
        if (rest.size() <= nameBegin || !rest[nameBegin].isLetter()) {
            ++at;
            continue;
        }
        const QString name = nameAt(rest, nameBegin).toString().toLower();
        qsizetype end = at + nameBegin + name.size();
        QChar quote;
        while (end < text.size()) {
            if (const qsizetype behind = pastCode(end); behind > end) {
                end = behind;
                continue;
            }
            const QChar c = text[end++];
            if (!quote.isNull()) {
                if (c == quote)
                    quote = QChar();
            } else if (c == u'"' || c == u'\'') {
                quote = c;
            } else if (c == u'>') {
                break;
            }
        }
        const bool single = isVoid(name) || (end >= 2 && text[end - 2] == u'/' && !closing);
        const Role role = closing ? Role::Close : single ? Role::Single : Role::Open;
        m_parts.append({Kind::Tag, role, name, at, end});
        at = end;
        if (role == Role::Open && isOneOf(name, {"style"_L1, "script"_L1, "title"_L1, "textarea"_L1})) {
            const qsizetype close = text.indexOf(u"</"_s + name, at, Qt::CaseInsensitive);
            const qsizetype rawEnd = close < 0 ? text.size() : close;
            if (name == u"style")
                readSheet(text, at, rawEnd);
            at = rawEnd;
        }
    }
}

void TemplateStructure::readSheet(const QString& text, qsizetype begin, qsizetype end)
{
    for (qsizetype at = begin; at < end; ++at) {
        const QChar c = text[at];
        if (c == u'/' && at + 1 < end && text[at + 1] == u'*') {
            const qsizetype close = text.indexOf("*/"_L1, at + 2);
            const qsizetype behind = close < 0 ? end : std::min(end, close + 2);
            m_parts.append({Kind::Comment, Role::Single, {}, at, behind});
            at = behind - 1;
        } else if ((c == u'$' || c == u'#') && at + 1 < end && text[at + 1] == u'{') {
            const qsizetype close = text.indexOf(u'}', at);
            at = close < 0 ? end : close;
        } else if (c == u'{' || c == u'}') {
            m_parts.append({Kind::Rule, c == u'{' ? Role::Open : Role::Close, u"{"_s, at, at + 1});
        }
    }
}

void TemplateStructure::pair()
{
    // One stack for code, one for markup, one for sheets: what they open and close is independent.
    std::vector<qsizetype> open[3];
    const auto stackOf = [](Kind kind) { return kind == Kind::Tag ? 1 : kind == Kind::Rule ? 2 : 0; };
    constexpr int farthest = 200; // a text of nothing but opening tags stays linear
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        StructurePart& part = m_parts[i];
        if (part.role == Role::Single)
            continue;
        std::vector<qsizetype>& stack = open[stackOf(part.kind)];
        if (part.role == Role::Open) {
            stack.push_back(i);
        } else if (part.role == Role::Middle) {
            // [#sep] needs no end of its own.
            const auto end = stack.rbegin() + std::min<qsizetype>(farthest, std::ssize(stack));
            const auto owner = std::find_if(stack.rbegin(), end, [this](qsizetype index) {
                return m_parts[index].kind == Kind::Directive && m_parts[index].name != u"sep";
            });
            if (owner != end)
                part.partner = *owner;
        } else {
            auto found = stack.rbegin();
            for (int looked = 0; found != stack.rend() && looked < farthest; ++found, ++looked) {
                const StructurePart& candidate = m_parts[*found];
                // [/@] closes whatever macro is open.
                if (candidate.kind == part.kind
                    && (candidate.name == part.name || (part.kind == Kind::Macro && part.name.isEmpty())))
                    break;
            }
            if (found == stack.rend() || m_parts[*found].kind != part.kind
                || (m_parts[*found].name != part.name && !part.name.isEmpty()))
                continue;
            part.partner = *found;
            m_parts[*found].partner = i;
            stack.erase(std::prev(found.base()), stack.end());
        }
    }
}

QList<StructurePart> TemplateStructure::matching(qsizetype position) const
{
    // The innermost: parts nest only where a tag holds code.
    qsizetype at = -1;
    for (qsizetype i = 0; i < m_parts.size() && m_parts[i].begin <= position; ++i) {
        const StructurePart& part = m_parts[i];
        if (part.end >= position && part.role != Role::Single)
            at = i;
    }
    if (at < 0)
        return {};
    const StructurePart& here = m_parts[at];
    qsizetype opening = here.role == Role::Open ? at : here.partner;
    if (opening < 0)
        return {here};
    const StructurePart& first = m_parts[opening];
    QList<StructurePart> list{first};
    const qsizetype last = first.partner < 0 ? m_parts.size() : first.partner;
    for (qsizetype i = opening + 1; i < last; ++i) {
        if (m_parts[i].role == Role::Middle && m_parts[i].partner == opening)
            list.append(m_parts[i]);
    }
    if (first.partner >= 0)
        list.append(m_parts[first.partner]);
    return list;
}

qsizetype TemplateStructure::definitionOf(QStringView name) const
{
    const auto found = std::find_if(m_definitions.crbegin(), m_definitions.crend(),
        [&](const Definition& definition) { return definition.name == name; });
    return found == m_definitions.crend() ? -1 : found->begin;
}

QStringList TemplateStructure::definitions() const
{
    QStringList names;
    for (const Definition& definition : m_definitions)
        names += definition.name;
    return names;
}

} // namespace nc
