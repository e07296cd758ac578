#pragma once

#include "widgets/common/codeview.h"
#include "widgets/templates/templatelexer.h"

namespace nc {

/// The text of one file of a template. Its undo lives as long as it does, saving included.
class TemplateEditor : public CodeView {
    Q_OBJECT

public:
    explicit TemplateEditor(TemplateSyntax syntax, QWidget* parent = nullptr);

    /// Without a step to undo: what was read from disk. Keeps the line ends that the text has.
    void load(const QString& text);
    /// Puts the selected lines into a comment or takes them out of it.
    void toggleComment();

Q_SIGNALS:
    /// By the person, not by load().
    void edited();

protected:
    void styleLexer(const Colors& colors) override;

private:
    TemplateSyntax m_syntax;
    TemplateLexer* m_lexer = nullptr; ///< null for YAML
    bool m_loading = false;
};

} // namespace nc
