#include "widgets/templates/templateeditor.h"

using namespace Qt::StringLiterals;

namespace nc {

TemplateEditor::TemplateEditor(TemplateSyntax syntax, QWidget* parent)
    : CodeView(parent)
    , m_syntax(syntax)
{
    if (syntax == TemplateSyntax::Yaml) {
        setLexer(new QsciLexerYAML(this));
    } else {
        m_lexer = new TemplateLexer(syntax, this);
        setLexer(m_lexer);
    }
    applyTheme();
    // Messages are long lines of prose; letters have lines of their own.
    const bool prose = syntax == TemplateSyntax::Text || syntax == TemplateSyntax::Diia;
    setWrapMode(prose ? WrapWord : WrapNone);
    connect(this, &QsciScintilla::textChanged, this, [this] {
        if (!m_loading)
            Q_EMIT edited();
    });
}

void TemplateEditor::styleLexer(const Colors& colors)
{
    if (m_lexer) {
        m_lexer->colour(colors);
        return;
    }
    lexer()->setColor(colors.syntaxKey, QsciLexerYAML::Identifier);
    lexer()->setColor(colors.syntaxComment, QsciLexerYAML::Comment);
    lexer()->setColor(colors.syntaxNumber, QsciLexerYAML::Number);
    lexer()->setColor(colors.syntaxWord, QsciLexerYAML::Keyword);
    lexer()->setColor(colors.error, QsciLexerYAML::SyntaxErrorMarker);
}

void TemplateEditor::load(const QString& text)
{
    m_loading = true;
    setEolMode(text.contains("\r\n"_L1) ? EolWindows : EolUnix);
    setText(text);
    SendScintilla(SCI_EMPTYUNDOBUFFER);
    setModified(false);
    m_loading = false;
}

void TemplateEditor::toggleComment()
{
    const auto [open, close] =
        m_syntax == TemplateSyntax::Sheet ? std::pair(u"/* "_s, u" */"_s) : std::pair(u"[#-- "_s, u" --]"_s);
    if (m_syntax == TemplateSyntax::Diia || m_syntax == TemplateSyntax::Yaml)
        return;
    int lineFrom = 0;
    int from = 0;
    int lineTo = 0;
    int to = 0;
    if (hasSelectedText()) {
        getSelection(&lineFrom, &from, &lineTo, &to);
    } else {
        getCursorPosition(&lineFrom, &from);
        lineTo = lineFrom;
        from = 0;
        to = int(text(lineFrom).remove(u'\n').remove(u'\r').size());
        setSelection(lineFrom, from, lineTo, to);
    }
    const QString chosen = selectedText();
    const bool commented = chosen.trimmed().startsWith(open.trimmed()) && chosen.trimmed().endsWith(close.trimmed());
    QString changed = open + chosen + close;
    if (commented) {
        changed = chosen;
        changed.remove(changed.indexOf(open.trimmed()), changed.contains(open) ? open.size() : open.trimmed().size());
        const qsizetype end = changed.lastIndexOf(close.trimmed());
        const bool blank = end > 0 && changed.at(end - 1) == u' ';
        changed.remove(end - (blank ? 1 : 0), close.trimmed().size() + (blank ? 1 : 0));
    }
    beginUndoAction();
    replaceSelectedText(changed);
    endUndoAction();
}

} // namespace nc
