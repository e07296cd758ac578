#include "widgets/common/jsoneditor.h"

#include "widgets/common/colors.h"

namespace nc {

JsonEditor::JsonEditor(QWidget* parent)
    : CodeView(parent)
{
    setLexer(new QsciLexerJSON(this));
    applyTheme();
}

void JsonEditor::styleLexer(const Colors& colors)
{
    lexer()->setColor(colors.syntaxKey, QsciLexerJSON::Property);
    lexer()->setColor(colors.syntaxString, QsciLexerJSON::String);
    lexer()->setColor(colors.syntaxString, QsciLexerJSON::EscapeSequence);
    lexer()->setColor(colors.syntaxNumber, QsciLexerJSON::Number);
    lexer()->setColor(colors.syntaxWord, QsciLexerJSON::Keyword);
    lexer()->setColor(colors.error, QsciLexerJSON::Error);
}

} // namespace nc
