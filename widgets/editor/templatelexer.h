#pragma once

#include "widgets/editor/templatesyntax.h"
#include "widgets/style/colors.h"
#include "widgets/text/scintilla.h"

namespace nc {

/// Colours FreeMarker inside HTML inside which CSS. Works line by line: what a line begins in is kept as Scintilla's
/// line state, so a key styles no more than what is in sight behind it.
class TemplateLexer : public QsciLexerCustom {
    Q_OBJECT

public:
    TemplateLexer(TemplateSyntax syntax, QObject* parent);

    void styleText(int start, int end) override;
    void colour(const Colors& colors);

    const char* language() const override { return "template"; }
    QString description(int style) const override;
    /// Brackets count as part of a word for completion and double click no more than in other texts.
    const char* wordCharacters() const override;

private:
    TemplateSyntax m_syntax;
};

} // namespace nc
