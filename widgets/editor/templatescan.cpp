#include "widgets/editor/templatescan.h"

#include "widgets/editor/templatestyle.h"

namespace nc {
namespace {

using L = TemplateStyle;

bool startsWithAnyCase(QByteArrayView bytes, QByteArrayView word)
{
    return bytes.size() >= word.size() && qstrnicmp(bytes.data(), word.size(), word.data(), word.size()) == 0;
}

bool isName(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'
        || c == ':' || c == '.';
}

} // namespace

int ScanState::pack() const
{
    const int quoteBits = quote == '"' ? 1 : quote == '\'' ? 2 : 0;
    return markup | code << 4 | quoteBits << 6 | (sheetComment ? 1 << 8 : 0) | (styleElement ? 1 << 9 : 0)
        | (seenName ? 1 << 10 : 0) | depth << 12;
}

ScanState ScanState::unpack(int value)
{
    ScanState state;
    state.markup = std::uint8_t(value & 15);
    state.code = std::uint8_t(value >> 4 & 3);
    const int quoteBits = value >> 6 & 3;
    state.quote = quoteBits == 1 ? '"' : quoteBits == 2 ? '\'' : '\0';
    state.sheetComment = value & 1 << 8;
    state.styleElement = value & 1 << 9;
    state.seenName = value & 1 << 10;
    state.depth = std::uint8_t(value >> 12 & 255);
    return state;
}

ScanState TemplateScan::initial(TemplateSyntax syntax)
{
    ScanState state;
    if (syntax == TemplateSyntax::Sheet)
        state.markup = ScanState::InSheetSelector;
    return state;
}

TemplateScan::TemplateScan(TemplateSyntax syntax, ScanState state)
    : m_syntax(syntax)
    , m_state(state)
{
}

bool TemplateScan::beginsCode(QByteArrayView rest) const
{
    if (m_syntax == TemplateSyntax::Diia || m_syntax == TemplateSyntax::Sheet)
        return false;
    return rest.startsWith("${") || rest.startsWith("#{") || rest.startsWith("[#") || rest.startsWith("[/#")
        || rest.startsWith("[@") || rest.startsWith("[/@");
}

qsizetype TemplateScan::code(QByteArrayView bytes, qsizetype at, Styles& styles)
{
    if (m_state.code == ScanState::NoCode) {
        const QByteArrayView rest = bytes.sliced(at);
        const bool comment = rest.startsWith("[#--");
        const bool interpolation = rest.startsWith("${") || rest.startsWith("#{");
        m_state.code = comment ? ScanState::InCodeComment
            : interpolation    ? ScanState::InInterpolation
                               : ScanState::InDirective;
        m_state.depth = 0;
        m_state.quote = 0;
        const qsizetype opening = comment ? 4 : interpolation ? 2 : 1;
        styles.insert(styles.end(), std::size_t(opening),
            comment             ? L::CodeComment
                : interpolation ? L::Interpolation
                                : L::Directive);
        at += opening;
    }
    if (m_state.code == ScanState::InCodeComment) {
        const qsizetype close = bytes.indexOf("--]", at);
        const qsizetype end = close < 0 ? bytes.size() : close + 3;
        styles.insert(styles.end(), std::size_t(end - at), L::CodeComment);
        if (close >= 0)
            m_state.code = ScanState::NoCode;
        return end;
    }
    const bool directive = m_state.code == ScanState::InDirective;
    const auto own = std::uint8_t(directive ? L::Directive : L::Interpolation);
    const char close = directive ? ']' : '}';
    for (; at < bytes.size(); ++at) {
        const char c = bytes[at];
        if (m_state.quote) {
            styles.push_back(L::CodeString);
            if (c == '\\' && at + 1 < bytes.size()) {
                styles.push_back(L::CodeString);
                ++at;
            } else if (c == m_state.quote) {
                m_state.quote = 0;
            }
            continue;
        }
        if (c == '"' || c == '\'') {
            m_state.quote = c;
            styles.push_back(L::CodeString);
            continue;
        }
        styles.push_back(own);
        if (c == '(' || c == '[' || c == '{') {
            if (m_state.depth < 250)
                ++m_state.depth;
        } else if (m_state.depth > 0 && (c == ')' || c == ']' || c == '}')) {
            --m_state.depth;
        } else if (c == close) {
            m_state.code = ScanState::NoCode;
            return at + 1;
        }
    }
    return at;
}

qsizetype TemplateScan::text(QByteArrayView bytes, qsizetype at, Styles& styles)
{
    const QByteArrayView rest = bytes.sliced(at);
    if (rest.startsWith("[=") && m_syntax != TemplateSyntax::Diia) {
        const qsizetype close = bytes.indexOf(']', at);
        const qsizetype end = close < 0 ? at + 2 : close + 1;
        styles.insert(styles.end(), std::size_t(end - at), L::NotInterpolated);
        return end;
    }
    if (m_syntax == TemplateSyntax::Diia && rest.startsWith('{')) {
        const qsizetype close = bytes.indexOf('}', at);
        if (close > at + 1) {
            styles.insert(styles.end(), std::size_t(close + 1 - at), L::Placeholder);
            return close + 1;
        }
    }
    if (m_syntax == TemplateSyntax::Letter) {
        if (rest.startsWith("<!--")) {
            m_state.markup = ScanState::InComment;
            styles.insert(styles.end(), 4, L::MarkupComment);
            return at + 4;
        }
        if (rest.size() > 1 && rest[0] == '<' && (isName(rest[1]) || rest[1] == '/' || rest[1] == '!')) {
            m_state.markup = ScanState::InTag;
            m_state.seenName = false;
            m_styleTag = startsWithAnyCase(rest, "<style");
            styles.push_back(L::Tag);
            return at + 1;
        }
        if (rest[0] == '&') {
            const qsizetype close = bytes.indexOf(';', at);
            if (close > at + 1 && close - at < 12) {
                styles.insert(styles.end(), std::size_t(close + 1 - at), L::Entity);
                return close + 1;
            }
        }
    }
    styles.push_back(L::Plain);
    return at + 1;
}

qsizetype TemplateScan::tag(QByteArrayView bytes, qsizetype at, Styles& styles)
{
    const char c = bytes[at];
    if (m_state.markup == ScanState::InComment) {
        // One byte at a time: FreeMarker works inside comments of HTML, too.
        const bool close = bytes.sliced(at).startsWith("-->");
        styles.insert(styles.end(), close ? 3 : 1, L::MarkupComment);
        if (close)
            m_state.markup = ScanState::InText;
        return at + (close ? 3 : 1);
    }
    if (m_state.markup == ScanState::InDouble || m_state.markup == ScanState::InSingle) {
        styles.push_back(L::AttributeValue);
        if (c == (m_state.markup == ScanState::InDouble ? '"' : '\''))
            m_state.markup = ScanState::InTag;
        return at + 1;
    }
    if (c == '>') {
        styles.push_back(L::Tag);
        m_state.markup = m_styleTag ? ScanState::InSheetSelector : ScanState::InText;
        m_state.styleElement = m_styleTag;
        m_styleTag = false;
    } else if (c == '"' || c == '\'') {
        styles.push_back(L::AttributeValue);
        m_state.markup = c == '"' ? ScanState::InDouble : ScanState::InSingle;
    } else if (isName(c) && m_state.seenName) {
        styles.push_back(L::Attribute);
    } else {
        if (!isName(c) && c != '/' && c != '!')
            m_state.seenName = true;
        styles.push_back(L::Tag);
    }
    return at + 1;
}

qsizetype TemplateScan::sheet(QByteArrayView bytes, qsizetype at, Styles& styles)
{
    const QByteArrayView rest = bytes.sliced(at);
    if (m_state.sheetComment) {
        const qsizetype close = bytes.indexOf("*/", at);
        const qsizetype end = close < 0 ? bytes.size() : close + 2;
        styles.insert(styles.end(), std::size_t(end - at), L::SheetComment);
        m_state.sheetComment = close < 0;
        return end;
    }
    if (m_state.styleElement && startsWithAnyCase(rest, "</style")) {
        m_state.markup = ScanState::InTag;
        m_state.styleElement = false;
        m_state.seenName = false;
        styles.push_back(L::Tag);
        return at + 1;
    }
    if (rest.startsWith("/*")) {
        m_state.sheetComment = true;
        styles.insert(styles.end(), 2, L::SheetComment);
        return at + 2;
    }
    const char c = rest[0];
    if (c == '{' || c == '}' || c == ';') {
        m_state.markup = c == '}' ? ScanState::InSheetSelector : ScanState::InSheetBody;
        styles.push_back(L::Plain);
        return at + 1;
    }
    if (c == ':' && m_state.markup == ScanState::InSheetBody) {
        m_state.markup = ScanState::InSheetValue;
        styles.push_back(L::Plain);
        return at + 1;
    }
    styles.push_back(m_state.markup == ScanState::InSheetSelector ? L::SheetSelector
            : m_state.markup == ScanState::InSheetBody            ? L::SheetProperty
                                                                  : L::SheetValue);
    return at + 1;
}

void TemplateScan::line(QByteArrayView bytes, Styles& styles)
{
    styles.reserve(styles.size() + std::size_t(bytes.size()));
    for (qsizetype at = 0; at < bytes.size();) {
        if (m_state.code != ScanState::NoCode || beginsCode(bytes.sliced(at)))
            at = code(bytes, at, styles);
        else if (m_state.markup == ScanState::InText)
            at = text(bytes, at, styles);
        else if (m_state.markup >= ScanState::InSheetSelector)
            at = sheet(bytes, at, styles);
        else
            at = tag(bytes, at, styles);
    }
}

} // namespace nc
