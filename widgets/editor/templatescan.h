#pragma once

#include "widgets/editor/templatesyntax.h"

#include <QByteArray>

#include <cstdint>
#include <vector>

namespace nc {

/// What a line begins in; fits into one int of Scintilla's line state.
struct ScanState {
    enum Markup : std::uint8_t {
        InText,
        InTag,
        InDouble,
        InSingle,
        InComment,
        InSheetSelector,
        InSheetBody,
        InSheetValue
    };
    enum Code : std::uint8_t { NoCode, InDirective, InInterpolation, InCodeComment };

    std::uint8_t markup = InText;
    std::uint8_t code = NoCode;
    char quote = 0; ///< of a string inside code
    std::uint8_t depth = 0; ///< of brackets inside code
    bool sheetComment = false;
    bool styleElement = false; ///< the sheet ends at </style>
    bool seenName = false; ///< in a tag: what follows are attributes

    int pack() const;
    static ScanState unpack(int value);
};

/// Styles of the bytes of a piece of text (whole lines), one a byte; `state` goes from its begin to its end. Free of
/// Scintilla, so that it can be tested.
class TemplateScan {
public:
    TemplateScan(TemplateSyntax syntax, ScanState state);

    /// Appends to `styles`.
    void line(QByteArrayView bytes, std::vector<std::uint8_t>& styles);
    ScanState state() const { return m_state; }

    static ScanState initial(TemplateSyntax syntax);

private:
    using Styles = std::vector<std::uint8_t>;
    qsizetype code(QByteArrayView bytes, qsizetype at, Styles& styles);
    bool beginsCode(QByteArrayView rest) const;
    qsizetype text(QByteArrayView bytes, qsizetype at, Styles& styles);
    qsizetype tag(QByteArrayView bytes, qsizetype at, Styles& styles);
    qsizetype sheet(QByteArrayView bytes, qsizetype at, Styles& styles);

    TemplateSyntax m_syntax;
    ScanState m_state;
    bool m_styleTag = false;
};

} // namespace nc
