#include "publish/lettertext.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

const QSet<QString>& blocks()
{
    static const QSet<QString> names{u"p"_s, u"div"_s, u"br"_s, u"tr"_s, u"li"_s, u"ul"_s, u"ol"_s, u"h1"_s, u"h2"_s,
        u"h3"_s, u"h4"_s, u"h5"_s, u"h6"_s, u"table"_s, u"tbody"_s, u"thead"_s, u"section"_s, u"article"_s, u"header"_s,
        u"footer"_s, u"blockquote"_s, u"pre"_s, u"hr"_s, u"body"_s, u"html"_s, u"dl"_s, u"dt"_s, u"dd"_s, u"address"_s};
    return names;
}

QString decoded(const QString& text)
{
    static const QRegularExpression entity(u"&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-zA-Z]{2,8});"_s);
    static const QHash<QString, QString> named{{u"amp"_s, u"&"_s}, {u"lt"_s, u"<"_s}, {u"gt"_s, u">"_s},
        {u"quot"_s, u"\""_s}, {u"apos"_s, u"'"_s}, {u"nbsp"_s, u" "_s}, {u"laquo"_s, u"«"_s}, {u"raquo"_s, u"»"_s},
        {u"ndash"_s, u"–"_s}, {u"mdash"_s, u"—"_s}, {u"hellip"_s, u"…"_s}, {u"copy"_s, u"©"_s}, {u"bull"_s, u"•"_s}};
    QString out;
    qsizetype done = 0;
    for (auto it = entity.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString name = match.captured(1);
        QString character = named.value(name);
        if (name.startsWith(u'#')) {
            const bool hex = name.at(1) == u'x';
            const char32_t code = name.mid(hex ? 2 : 1).toUInt(nullptr, hex ? 16 : 10);
            if (code > 0 && code <= 0x10ffff)
                character = QString::fromUcs4(&code, 1);
        }
        if (character.isEmpty())
            character = match.captured();
        out += text.mid(done, match.capturedStart() - done) + character;
        done = match.capturedEnd();
    }
    return out + text.mid(done);
}

QString attribute(const QString& tag, const QString& name)
{
    const QRegularExpression expression(
        u"\\b"_s + name + u"\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')"_s, QRegularExpression::CaseInsensitiveOption);
    const auto match = expression.match(tag);
    return match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
}

class Writer {
public:
    void words(const QString& text)
    {
        const bool leads = !text.isEmpty() && text.front().isSpace();
        const bool trails = !text.isEmpty() && text.back().isSpace();
        const QString plain = text.simplified();
        if (leads || plain.isEmpty())
            space();
        m_line += plain;
        if (trails && !plain.isEmpty())
            space();
    }
    void space()
    {
        if (!m_line.isEmpty() && !m_line.endsWith(u' '))
            m_line += u' ';
    }
    void line()
    {
        if (const QString text = m_line.trimmed(); !text.isEmpty())
            m_text += text + u'\n';
        m_line.clear();
    }
    QString finish()
    {
        line();
        return m_text;
    }

private:
    QString m_text;
    QString m_line;
};

} // namespace

QString letterText(const QString& html)
{
    static const QRegularExpression hidden(u"<!--.*?-->|<(style|script|head|title)\\b.*?</\\1\\s*>"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tag(
        u"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>|<![^>]*>|<\\?[^>]*>"_s);
    QString visible = html;
    visible.remove(hidden);
    Writer writer;
    QString link;
    qsizetype done = 0;
    for (auto it = tag.globalMatch(visible); it.hasNext();) {
        const auto match = it.next();
        writer.words(decoded(visible.mid(done, match.capturedStart() - done)));
        done = match.capturedEnd();
        const QString name = match.captured(2).toLower();
        const bool closes = !match.captured(1).isEmpty();
        if (blocks().contains(name))
            writer.line();
        else if (name == u"td" || name == u"th")
            writer.space();
        if (name == u"img")
            writer.words(u" ["_s + decoded(attribute(match.captured(3), u"alt"_s)) + u"] "_s);
        if (name == u"a" && !closes)
            link = decoded(attribute(match.captured(3), u"href"_s));
        if (name == u"a" && closes && !link.isEmpty())
            writer.words(u" <"_s + std::exchange(link, {}) + u"> "_s);
    }
    writer.words(decoded(visible.mid(done)));
    return writer.finish();
}

} // namespace nc
