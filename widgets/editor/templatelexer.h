#pragma once

#include "widgets/style/colors.h"
#include "widgets/text/scintilla.h"

namespace nc {

/// What a file of a template is written in.
enum class TemplateSyntax {
    Letter, ///< HTML with FreeMarker in square brackets, CSS in <style>
    Text, ///< text with FreeMarker
    Diia, ///< text with {key}
    Sheet, ///< CSS
    Yaml, ///< metadata; QScintilla's own lexer
};

/// Colours FreeMarker inside HTML inside which CSS. Works line by line: what a line begins in is kept as Scintilla's
/// line state, so a key styles no more than what is in sight behind it.
class TemplateLexer : public QsciLexerCustom {
    Q_OBJECT

public:
    enum Style {
        Plain,
        Tag,
        Attribute,
        AttributeValue,
        MarkupComment,
        Entity,
        Directive,
        Interpolation,
        CodeString,
        CodeComment,
        SheetSelector,
        SheetProperty,
        SheetValue,
        SheetComment,
        Placeholder,
        NotInterpolated, ///< [=x]: reaches the reader as typed
        StyleCount
    };

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
