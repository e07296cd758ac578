#include "widgets/editor/templateeditor.h"

#include "widgets/editor/editorcompletion.h"
#include "widgets/editor/editorstructure.h"

#include <algorithm>

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
    using Markup = TemplateStructure::Markup;
    if (syntax != TemplateSyntax::Yaml && syntax != TemplateSyntax::Diia) {
        m_structure = new EditorStructure(*this,
            syntax == TemplateSyntax::Letter      ? Markup::Html
                : syntax == TemplateSyntax::Sheet ? Markup::Sheet
                                                  : Markup::Plain);
    }
    if (syntax == TemplateSyntax::Letter || syntax == TemplateSyntax::Text || syntax == TemplateSyntax::Diia) {
        m_completion = new EditorCompletion(*this,
            syntax == TemplateSyntax::Letter     ? Channel::Email
                : syntax == TemplateSyntax::Text ? Channel::Inbox
                                                 : Channel::Diia);
    }
    applyTheme();
    constexpr int problemMargin = 1;
    setMarginSensitivity(problemMargin, true);
    connect(this, &QsciScintilla::marginClicked, this, [this](int margin, int line) {
        if (margin == problemMargin)
            Q_EMIT problemClicked(line + 1);
    });
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
    if (m_structure)
        m_structure->applyColors(colors);
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
    if (m_structure)
        m_structure->refresh();
}

void TemplateEditor::apply(const QList<TextEdit>& edits)
{
    // What applyEdits() would leave out is left out here as well; from the end, so that the places stay true.
    const QString before = text();
    const QString after = applyEdits(before, edits);
    qsizetype front = 0;
    const qsizetype shorter = std::min(before.size(), after.size());
    while (front < shorter && before[front] == after[front])
        ++front;
    qsizetype back = 0;
    while (back < shorter - front && before[before.size() - 1 - back] == after[after.size() - 1 - back])
        ++back;
    beginUndoAction();
    replaceRange(front, before.size() - front - back, after.mid(front, after.size() - front - back));
    endUndoAction();
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
