#include "widgets/text/jsoneditor.h"

#include "widgets/style/colors.h"
#include "widgets/text/jsonplaces.h"

namespace nc {
namespace {

// Beyond those that CodeView uses for problems.
constexpr int unusedIndicator = 20;

} // namespace

JsonEditor::JsonEditor(QWidget* parent)
    : CodeView(parent)
{
    setLexer(new QsciLexerJSON(this));
    indicatorDefine(QsciScintilla::TextColorIndicator, unusedIndicator);
    applyTheme();
}

void JsonEditor::setUnused(const QStringList& paths)
{
    m_unused = paths;
    const QByteArray bytes = text().toUtf8();
    SendScintilla(SCI_SETINDICATORCURRENT, unusedIndicator);
    SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, long(bytes.size()));
    if (paths.isEmpty())
        return;
    const QString shown = text();
    for (const JsonPlace& place : jsonPlaces(shown)) {
        if (!m_unused.contains(place.path))
            continue;
        const QStringView all(shown);
        const auto begin = all.first(place.begin).toUtf8().size();
        const auto length = all.sliced(place.begin, place.end - place.begin).toUtf8().size();
        SendScintilla(SCI_INDICATORFILLRANGE, static_cast<unsigned long>(begin), long(length));
    }
}

void JsonEditor::styleLexer(const Colors& colors)
{
    lexer()->setColor(colors.syntaxKey, QsciLexerJSON::Property);
    lexer()->setColor(colors.syntaxString, QsciLexerJSON::String);
    lexer()->setColor(colors.syntaxString, QsciLexerJSON::EscapeSequence);
    lexer()->setColor(colors.syntaxNumber, QsciLexerJSON::Number);
    lexer()->setColor(colors.syntaxWord, QsciLexerJSON::Keyword);
    lexer()->setColor(colors.error, QsciLexerJSON::Error);
    setIndicatorForegroundColor(colors.muted, unusedIndicator);
}

} // namespace nc
