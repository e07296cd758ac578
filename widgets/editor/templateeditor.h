#pragma once

#include "templates/source/textedit.h"
#include "widgets/editor/templatelexer.h"
#include "widgets/text/codeview.h"

namespace nc {

class EditorCompletion;
class EditorStructure;

/// The text of one file of a template. Its undo lives as long as it does, saving included.
class TemplateEditor : public CodeView {
    Q_OBJECT

public:
    explicit TemplateEditor(TemplateSyntax syntax, QWidget* parent = nullptr);

    /// Without a step to undo: what was read from disk. Keeps the line ends that the text has.
    void load(const QString& text);
    /// Puts the selected lines into a comment or takes them out of it.
    void toggleComment();
    /// All of them as one step to undo; the caret stays at its text.
    void apply(const QList<TextEdit>& edits);

    TemplateSyntax syntax() const { return m_syntax; }
    EditorStructure* structure() const { return m_structure; } ///< null for YAML and Diia
    EditorCompletion* completion() const { return m_completion; } ///< null for YAML and sheets

Q_SIGNALS:
    /// By the person, not by load().
    void edited();
    /// A problem's sign in the margin was clicked; `line` from 1.
    void problemClicked(int line);

protected:
    void styleLexer(const Colors& colors) override;

private:
    TemplateSyntax m_syntax;
    TemplateLexer* m_lexer = nullptr; ///< null for YAML
    EditorStructure* m_structure = nullptr;
    EditorCompletion* m_completion = nullptr;
    bool m_loading = false;
};

} // namespace nc
