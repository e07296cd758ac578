#include "templates/source/templatescanner.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

using Kind = TemplateToken::Kind;

/// Finds one character again and again in a text that is walked forwards, and looks at each place once.
class NextOf {
public:
    NextOf(const QString& text, QChar wanted)
        : m_text(text)
        , m_wanted(wanted)
    {
    }

    /// First place at or behind `from`, which is not 0 and never goes back; -1: none.
    qsizetype behind(qsizetype from)
    {
        if (m_at >= 0 && m_at < from)
            m_at = m_text.indexOf(m_wanted, from);
        return m_at;
    }

private:
    const QString& m_text;
    QChar m_wanted;
    qsizetype m_at = 0;
};

class Scanner {
public:
    explicit Scanner(const QString& text)
        : m_text(text)
        , m_patience(8 * text.size() + 100'000)
    {
    }

    QList<TemplateToken> scan()
    {
        while (m_pos < m_text.size()) {
            const QChar c = m_text[m_pos];
            if ((c == u'$' || c == u'#') && peek(1) == u'{')
                take(Kind::Interpolation, endOfCode(m_pos + 2, u'{', u'}'));
            else if (c == u'[')
                bracket();
            else
                ++m_pos;
        }
        return std::move(m_tokens);
    }

private:
    QChar peek(qsizetype offset) const { return m_pos + offset < m_text.size() ? m_text[m_pos + offset] : QChar(); }

    bool looksAt(QLatin1StringView word) const { return QStringView(m_text).sliced(m_pos).startsWith(word); }

    void take(Kind kind, qsizetype end)
    {
        m_tokens.append({kind, m_pos, end});
        m_pos = end;
    }

    void bracket()
    {
        if (looksAt("[#--"_L1)) {
            const qsizetype close = m_text.indexOf("--]"_L1, m_pos + 4);
            take(Kind::Comment, close < 0 ? m_text.size() : close + 3);
            return;
        }
        const qsizetype sign = peek(1) == u'/' ? 2 : 1;
        const QChar mark = peek(sign);
        if (mark == u'@' || (mark == u'#' && peek(sign + 1).isLetter())) {
            const bool raw = looksAt("[#noparse"_L1);
            take(Kind::Directive, endOfCode(m_pos + sign + 1, u'[', u']'));
            if (raw)
                skipRaw();
        } else if (sign == 1 && mark == u'=') {
            const qsizetype end = endOfCode(m_pos + 2, u'[', u']');
            if (end > m_pos + 3)
                take(Kind::NotInterpolated, end);
            else
                ++m_pos;
        } else {
            ++m_pos;
        }
    }

    void skipRaw()
    {
        const qsizetype close = m_text.indexOf("[/#noparse"_L1, m_pos);
        m_pos = close < 0 ? m_text.size() : close;
    }

    /// Behind the closing bracket, past strings and brackets inside; the end of the line when there is none.
    qsizetype endOfCode(qsizetype pos, QChar open, QChar close)
    {
        const qsizetype start = pos;
        // What is not closed is read to the end of the text, in vain. Thousands of those must not take the square of
        // the text's size: from then on code that is not closed soon counts as not closed.
        constexpr qsizetype soon = 2000;
        const qsizetype last = m_patience > 0 ? m_text.size() : std::min(m_text.size(), pos + soon);
        for (int depth = 1; pos < last; ++pos) {
            const QChar c = m_text[pos];
            if (c == u'"' || c == u'\'') {
                pos = endOfString(pos, last);
                if (pos < 0)
                    break;
            } else if (c == open) {
                ++depth;
            } else if (c == close && --depth == 0) {
                return pos + 1;
            }
        }
        m_patience -= last - start;
        const qsizetype plain = (close == u'}' ? m_nextBrace : m_nextBracket).behind(start);
        const qsizetype line = m_nextLine.behind(start);
        const qsizetype end = line < 0 ? m_text.size() : line;
        return plain >= 0 && plain < end ? plain + 1 : end;
    }

    /// Position of the closing quote; -1 when there is none.
    qsizetype endOfString(qsizetype pos, qsizetype last) const
    {
        const QChar quote = m_text[pos];
        const bool raw = pos > 0 && m_text[pos - 1] == u'r' && (pos < 2 || !m_text[pos - 2].isLetterOrNumber());
        for (++pos; pos < last; ++pos) {
            if (m_text[pos] == u'\\' && !raw)
                ++pos;
            else if (m_text[pos] == quote)
                return pos;
        }
        return -1;
    }

    const QString& m_text;
    qsizetype m_pos = 0;
    qsizetype m_patience; // characters that may still be read in vain
    NextOf m_nextBrace{m_text, u'}'};
    NextOf m_nextBracket{m_text, u']'};
    NextOf m_nextLine{m_text, u'\n'};
    QList<TemplateToken> m_tokens;
};

} // namespace

QList<TemplateToken> scanTemplate(const QString& text)
{
    return Scanner(text).scan();
}

QString meaningOf(const QString& text, const TemplateToken& token)
{
    if (token.kind == Kind::Comment)
        return u"[#--"_s;
    const QStringView code = QStringView(text).sliced(token.begin, token.end - token.begin);
    QString meaning;
    meaning.reserve(code.size());
    QChar quote;
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar c = code[i];
        const QStringView rest = code.sliced(i);
        if (!quote.isNull()) {
            meaning += c;
            if (c == u'\\' && i + 1 < code.size())
                meaning += code[++i];
            else if (c == quote)
                quote = QChar();
        } else if (c == u'"' || c == u'\'') {
            quote = c;
            meaning += c;
        } else if (c.isSpace()) {
            if (!meaning.endsWith(u' '))
                meaning += u' ';
        } else if (rest.startsWith("&lt;"_L1) || rest.startsWith("&gt;"_L1)) {
            meaning += code[i + 1] == u'l' ? u'<' : u'>';
            i += 3;
        } else if (rest.startsWith("&amp;&amp;"_L1)) {
            meaning += "&&"_L1;
            i += 9;
        } else {
            meaning += c;
        }
    }
    return meaning;
}

} // namespace nc
