#include "widgets/text/codeview.h"

#include "widgets/style/colors.h"
#include "widgets/style/fonts.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"

#include <QEvent>
#include <QFontInfo>
#include <QHelpEvent>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace nc {

static constexpr int numberMargin = 0;
static constexpr int problemMargin = 1;
static constexpr int firstMarker = 8; ///< one for each tone
static constexpr int firstIndicator = 12;

CodeView::CodeView(QWidget* parent)
    : QsciScintilla(parent)
{
    setFrameShape(NoFrame);
    setUtf8(true);
    setEolMode(EolUnix);
    setIndentationsUseTabs(false);
    setTabWidth(2);
    setAutoIndent(true);
    setBraceMatching(SloppyBraceMatch);
    setCaretLineVisible(true);
    setMarginType(numberMargin, NumberMargin);
    setMarginType(problemMargin, SymbolMargin);
    setMarginWidth(problemMargin, 20);
    setMarginWidth(2, 0);
    setMarginMarkerMask(problemMargin, 0xF << firstMarker);
    setMarginWidth(numberMargin, u"00000"_s);
    SendScintilla(SCI_SETSCROLLWIDTHTRACKING, 1);
    SendScintilla(SCI_SETSCROLLWIDTH, 1);
    SendScintilla(SCI_SETMULTIPLESELECTION, 1);
    for (int tone = 0; tone < 4; ++tone)
        indicatorDefine(SquiggleIndicator, firstIndicator + tone);
    // Tab leaves a read-only view; in an editor it indents.
    applyTheme();
}

void CodeView::applyTheme()
{
    const Colors& c = colorsFor(palette());
    // QScintilla takes the first family of the list alone, installed or not: it would measure with another face.
    QFont face = fixedFont();
    face.setFamilies({QFontInfo(face).family()});
    setFont(face);
    setColor(c.text);
    setPaper(c.base);
    if (QsciLexer* lexer = this->lexer()) {
        lexer->setDefaultFont(face);
        lexer->setDefaultColor(c.text);
        lexer->setDefaultPaper(c.base);
        for (int style = 0; style < 128; ++style) {
            lexer->setPaper(c.base, style);
            lexer->setColor(c.text, style);
            lexer->setFont(face, style);
        }
        styleLexer(c);
    }
    QFont small = fixedFont(TextSize::Caption);
    small.setFamilies(face.families());
    setMarginsFont(small);
    setMarginsForegroundColor(c.muted);
    setMarginsBackgroundColor(c.base);
    setCaretForegroundColor(c.text);
    setCaretLineBackgroundColor(c.zebra);
    setSelectionBackgroundColor(c.selection);
    resetSelectionForegroundColor();
    setMatchedBraceBackgroundColor(c.selection);
    setMatchedBraceForegroundColor(c.text);
    setUnmatchedBraceForegroundColor(c.error);
    setUnmatchedBraceBackgroundColor(c.errorSoft);
    setIndentationGuidesForegroundColor(c.border);
    setIndentationGuidesBackgroundColor(c.base);
    SendScintilla(SCI_SETEXTRAASCENT, 1);
    SendScintilla(SCI_SETEXTRADESCENT, 2);
    for (int tone = 0; tone < 4; ++tone) {
        const auto value = static_cast<Tone>(tone);
        const QPixmap symbol = icon(toneIcon(value), toneTint(value)).pixmap(14, 14);
        markerDefine(symbol, firstMarker + tone);
        setIndicatorForegroundColor(c.tone(value), firstIndicator + tone);
    }
}

void CodeView::setProblems(const QList<CodeProblem>& problems)
{
    m_problems = problems;
    markProblems();
}

void CodeView::markProblems()
{
    const int lastLine = qMax(0, lines() - 1);
    for (int tone = 0; tone < 4; ++tone) {
        markerDeleteAll(firstMarker + tone);
        clearIndicatorRange(0, 0, lastLine, lineLength(lastLine), firstIndicator + tone);
    }
    for (const CodeProblem& problem : m_problems) {
        const int line = qBound(0, problem.line - 1, lastLine);
        markerAdd(line, firstMarker + int(problem.tone));
        const QString words = text(line);
        int from = problem.column > 0 ? qMin(problem.column - 1, int(words.size())) : 0;
        if (problem.column <= 0) {
            while (from < words.size() && words[from].isSpace())
                ++from;
        }
        int to = from + problem.length;
        if (problem.length <= 0) {
            to = problem.column > 0 ? from + 1 : int(words.trimmed().size()) + from;
            while (problem.column > 0 && to < words.size() && (words[to].isLetterOrNumber() || words[to] == u'_'))
                ++to;
        }
        fillIndicatorRange(line, from, line, qMin(to, int(words.size())), firstIndicator + int(problem.tone));
    }
}

QString CodeView::problemTextAt(int line) const
{
    QStringList texts;
    for (const CodeProblem& problem : m_problems) {
        if (problem.line - 1 == line)
            texts.append(problem.text);
    }
    return texts.join(u'\n');
}

void CodeView::goTo(int line, int column)
{
    const int target = qBound(0, line - 1, qMax(0, lines() - 1));
    setCursorPosition(target, qBound(0, column - 1, qMax(0, int(text(target).size()))));
    ensureLineVisible(target);
    SendScintilla(SCI_VERTICALCENTRECARET);
    setFocus();
}

void CodeView::replaceText(const QString& text)
{
    if (text == this->text())
        return;
    int line = 0;
    int column = 0;
    getCursorPosition(&line, &column);
    const int top = firstVisibleLine();
    beginUndoAction();
    const bool wasReadOnly = isReadOnly();
    setReadOnly(false);
    selectAll();
    replaceSelectedText(text);
    setReadOnly(wasReadOnly);
    endUndoAction();
    setCursorPosition(qMin(line, qMax(0, lines() - 1)), column);
    setFirstVisibleLine(top);
}

void CodeView::changeEvent(QEvent* event)
{
    QsciScintilla::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyTheme();
}

bool CodeView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QPoint pos = viewport()->mapFrom(this, help->pos());
        const long at =
            SendScintilla(SCI_POSITIONFROMPOINT, static_cast<unsigned long>(qMax(0, pos.x())), long(pos.y()));
        const int line = int(SendScintilla(SCI_LINEFROMPOSITION, at));
        const QString text = problemTextAt(line);
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text.toHtmlEscaped().replace(u'\n', u"<br>"_s), this);
        return true;
    }
    return QsciScintilla::event(event);
}

qsizetype CodeView::caret() const
{
    const long at = SendScintilla(SCI_GETCURRENTPOS);
    return qsizetype(SendScintilla(SCI_COUNTCODEUNITS, 0UL, at));
}

std::pair<long, long> CodeView::byteRange(const QString& text, qsizetype begin, qsizetype end) const
{
    const qsizetype from = QStringView(text).first(begin).toUtf8().size();
    return {long(from), long(from + QStringView(text).sliced(begin, end - begin).toUtf8().size())};
}

void CodeView::setCaret(qsizetype position)
{
    select(position, position);
}

void CodeView::select(qsizetype begin, qsizetype end)
{
    const auto [from, to] = byteRange(text(), begin, end);
    SendScintilla(SCI_SETSEL, static_cast<unsigned long>(from), to);
    ensureLineVisible(int(SendScintilla(SCI_LINEFROMPOSITION, static_cast<unsigned long>(from))));
}

void CodeView::replaceRange(qsizetype begin, qsizetype length, const QString& by)
{
    const auto [from, to] = byteRange(text(), begin, begin + length);
    SendScintilla(SCI_SETTARGETRANGE, static_cast<unsigned long>(from), to);
    const QByteArray utf8 = by.toUtf8();
    SendScintilla(SCI_REPLACETARGET, static_cast<unsigned long>(utf8.size()), utf8.constData());
}

} // namespace nc
