#include "widgets/channels/yamlview.h"

#include "widgets/style/colors.h"

#include <QEvent>

namespace nc {

static constexpr int changedMarker = 1;
static constexpr int goneMarker = 2;

YamlView::YamlView(QWidget* parent)
    : CodeView(parent)
{
    auto* yaml = new QsciLexerYAML(this);
    setLexer(yaml);
    setReadOnly(true);
    setCaretLineVisible(false);
    applyTheme();
    defineMarkers();
}

void YamlView::styleLexer(const Colors& colors)
{
    const auto paint = [&](int style, const QColor& colour) { lexer()->setColor(colour, style); };
    paint(QsciLexerYAML::Comment, colors.syntaxComment);
    paint(QsciLexerYAML::Identifier, colors.syntaxKey);
    paint(QsciLexerYAML::Keyword, colors.syntaxWord);
    paint(QsciLexerYAML::Number, colors.syntaxNumber);
    paint(QsciLexerYAML::Reference, colors.syntaxTag);
    paint(QsciLexerYAML::DocumentDelimiter, colors.syntaxTag);
    paint(QsciLexerYAML::TextBlockMarker, colors.syntaxTag);
    paint(QsciLexerYAML::SyntaxErrorMarker, colors.error);
    lexer()->setPaper(colors.base, QsciLexerYAML::SyntaxErrorMarker);
}

void YamlView::defineMarkers()
{
    const Colors& colors = colorsFor(palette());
    markerDefine(Background, changedMarker);
    setMarkerBackgroundColor(colors.added, changedMarker);
    markerDefine(Underline, goneMarker);
    setMarkerBackgroundColor(colors.error, goneMarker);
}

void YamlView::setYaml(const QByteArray& yaml)
{
    replaceText(QString::fromUtf8(yaml));
}

void YamlView::setChangedLines(const QList<int>& changed, const QList<int>& removedBefore)
{
    markerDeleteAll(changedMarker);
    markerDeleteAll(goneMarker);
    for (const int line : changed)
        markerAdd(line - 1, changedMarker);
    for (const int line : removedBefore)
        markerAdd(qMax(0, line - 2), goneMarker);
    if (!changed.isEmpty())
        ensureLineVisible(changed.first() - 1);
    const int first = changed.isEmpty() ? removedBefore.value(0) : changed.first();
    if (first > 0)
        reveal(first);
}

void YamlView::reveal(int line)
{
    const int visible = static_cast<int>(SendScintilla(SCI_LINESONSCREEN));
    if (line - 1 < firstVisibleLine() || line - 1 >= firstVisibleLine() + visible)
        setFirstVisibleLine(qMax(0, line - 6));
}

void YamlView::changeEvent(QEvent* event)
{
    CodeView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        defineMarkers();
}

} // namespace nc
