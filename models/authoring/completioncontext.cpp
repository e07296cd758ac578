#include "authoring/completioncontext.h"

#include "templates/source/templatescanner.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

using Kind = CompletionContext::Kind;

// Nobody writes a directive this long; keeps the look back short in a large text.
constexpr qsizetype farthest = 4000;

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

/// Where the code begins that is open at the end of `text`; -1: none is.
qsizetype openCode(const QString& text)
{
    QChar quote;
    qsizetype begin = -1;
    int depth = 0;
    QChar close;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const QChar next = i + 1 < text.size() ? text[i + 1] : QChar();
        if (begin < 0) {
            const bool interpolation = (c == u'$' || c == u'#') && next == u'{';
            const QChar afterSlash = i + 2 < text.size() ? text[i + 2] : QChar();
            const bool directive = c == u'['
                && (next == u'#' || next == u'@' || (next == u'/' && (afterSlash == u'#' || afterSlash == u'@')));
            if (QStringView(text).sliced(i).startsWith(u"[#--")) {
                const qsizetype end = text.indexOf("--]"_L1, i + 4);
                if (end < 0)
                    return -1;
                i = end + 2;
            } else if (interpolation || directive) {
                begin = i;
                close = interpolation ? u'}' : u']';
                depth = 0;
                i += 1;
            }
            continue;
        }
        if (!quote.isNull()) {
            if (c == u'\\')
                ++i;
            else if (c == quote)
                quote = QChar();
        } else if (c == u'"' || c == u'\'') {
            quote = c;
        } else if (c == u'(' || c == u'[' || c == u'{') {
            ++depth;
        } else if (depth > 0 && (c == u')' || c == u']' || c == u'}')) {
            --depth;
        } else if (c == close) {
            begin = -1;
        }
    }
    return quote.isNull() ? begin : -1; // in a string nothing is offered
}

} // namespace

CompletionContext completionContext(const QString& text, qsizetype position, Channel channel)
{
    CompletionContext context;
    position = std::clamp<qsizetype>(position, 0, text.size());
    qsizetype from = position;
    while (from > 0 && isWord(text[from - 1]))
        --from;
    context.from = from;
    context.prefix = text.mid(from, position - from);
    const auto behind = [&](QLatin1StringView mark) {
        return from >= mark.size() && QStringView(text).sliced(from - mark.size(), mark.size()) == mark;
    };
    if (channel == Channel::Diia) {
        if (behind("{"_L1))
            context.kind = Kind::Placeholder;
        return context;
    }
    if (behind("[#"_L1)) {
        context.kind = Kind::Directive;
        return context;
    }
    if (behind("[/#"_L1)) {
        context.kind = Kind::DirectiveEnd;
        return context;
    }
    if (behind("[@"_L1) || behind("[/@"_L1)) {
        context.kind = behind("[@"_L1) ? Kind::MacroCall : Kind::MacroEnd;
        return context;
    }
    // A piece of text that begins outside of code, far enough back.
    const qsizetype start = std::max<qsizetype>(0, from - farthest);
    const qsizetype open = openCode(text.mid(start, from - start));
    if (open < 0) {
        if (channel == Channel::Email && behind("</"_L1))
            context.kind = Kind::Tag;
        return context;
    }
    if (behind("?"_L1) && !behind("??"_L1)) {
        context.kind = Kind::BuiltIn;
        return context;
    }
    context.kind = Kind::Variable;
    qsizetype at = from;
    while (at > start + open && text[at - 1] == u'.') {
        qsizetype begin = at - 1;
        // a[0].b reads the items of a
        while (begin > 0 && (isWord(text[begin - 1]) || text[begin - 1] == u']')) {
            if (text[begin - 1] == u']') {
                const qsizetype bracket = text.lastIndexOf(u'[', begin - 1);
                if (bracket <= start + open)
                    break;
                begin = bracket;
            } else {
                --begin;
            }
        }
        if (begin == at - 1)
            break;
        at = begin;
    }
    context.path = at < from ? text.mid(at, from - 1 - at) : QString();
    // Behind a number, a bracket or nothing at all a dot starts no name.
    if (from > 0 && text[from - 1] == u'.' && context.path.isEmpty())
        context.kind = Kind::None;
    if (!context.prefix.isEmpty() && context.prefix[0].isDigit())
        context.kind = Kind::None;
    return context;
}

} // namespace nc
