#pragma once

namespace nc {

/// What a piece of a template is coloured as: a style's number in Scintilla.
struct TemplateStyle {
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
};

} // namespace nc
