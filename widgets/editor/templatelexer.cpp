#include "widgets/editor/templatelexer.h"

#include "widgets/editor/templatescan.h"
#include "widgets/editor/templatestyle.h"

using namespace Qt::StringLiterals;

namespace nc {

TemplateLexer::TemplateLexer(TemplateSyntax syntax, QObject* parent)
    : QsciLexerCustom(parent)
    , m_syntax(syntax)
{
}

QString TemplateLexer::description(int style) const
{
    // QScintilla asks until it gets an empty name; nobody reads them.
    return style >= 0 && style < TemplateStyle::StyleCount ? u"style %1"_s.arg(style) : QString();
}

const char* TemplateLexer::wordCharacters() const
{
    return "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
}

void TemplateLexer::styleText(int start, int end)
{
    QsciScintilla* view = editor();
    if (!view || start >= end)
        return;
    const auto send = [view](unsigned int message, unsigned long first = 0, long second = 0) {
        return view->SendScintilla(message, first, second);
    };
    long line = send(QsciScintilla::SCI_LINEFROMPOSITION, static_cast<unsigned long>(start));
    const long from = send(QsciScintilla::SCI_POSITIONFROMLINE, static_cast<unsigned long>(line));
    const ScanState begin = line == 0
        ? TemplateScan::initial(m_syntax)
        : ScanState::unpack(int(send(QsciScintilla::SCI_GETLINESTATE, static_cast<unsigned long>(line - 1))));
    TemplateScan scan(m_syntax, begin);
    const QByteArray bytes = view->bytes(int(from), end);
    const qsizetype size = qMin<qsizetype>(bytes.size(), end - from);
    std::vector<std::uint8_t> styles;
    styles.reserve(std::size_t(size));
    for (qsizetype at = 0; at < size; ++line) {
        const qsizetype newline = bytes.indexOf('\n', at);
        const qsizetype next = newline < 0 || newline >= size ? size : newline + 1;
        scan.line(QByteArrayView(bytes).sliced(at, next - at), styles);
        // A line that is cut off by `end` is scanned again from its begin when the rest of it is asked for.
        send(QsciScintilla::SCI_SETLINESTATE, static_cast<unsigned long>(line), scan.state().pack());
        at = next;
    }
    startStyling(int(from));
    for (std::size_t at = 0; at < styles.size();) {
        std::size_t run = at + 1;
        while (run < styles.size() && styles[run] == styles[at])
            ++run;
        setStyling(int(run - at), int(styles[at]));
        at = run;
    }
}

void TemplateLexer::colour(const Colors& c)
{
    using S = TemplateStyle;
    setColor(c.text, S::Plain);
    setColor(c.syntaxTag, S::Tag);
    setColor(c.syntaxKey, S::Attribute);
    setColor(c.syntaxString, S::AttributeValue);
    setColor(c.syntaxComment, S::MarkupComment);
    setColor(c.syntaxNumber, S::Entity);
    setColor(c.syntaxWord, S::Directive);
    setColor(c.accent, S::Interpolation);
    setColor(c.syntaxString, S::CodeString);
    setColor(c.syntaxComment, S::CodeComment);
    setColor(c.syntaxTag, S::SheetSelector);
    setColor(c.syntaxKey, S::SheetProperty);
    setColor(c.syntaxString, S::SheetValue);
    setColor(c.syntaxComment, S::SheetComment);
    setColor(c.accent, S::Placeholder);
    setColor(c.warning, S::NotInterpolated);
    for (const int style : {int(S::Directive), int(S::Interpolation), int(S::Placeholder)}) {
        QFont face = font(style);
        face.setBold(true);
        setFont(face, style);
    }
}

} // namespace nc
