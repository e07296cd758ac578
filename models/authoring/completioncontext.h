#pragma once

#include "templates/source/template.h"

namespace nc {

/// What can stand at a place of a template's text.
struct CompletionContext {
    enum class Kind {
        None,
        Directive, ///< behind `[#`
        DirectiveEnd, ///< behind `[/#`
        MacroCall, ///< behind `[@`
        MacroEnd, ///< behind `[/@`
        BuiltIn, ///< behind `?`
        Variable, ///< in code, where a name is expected
        Tag, ///< behind `</`
        Placeholder, ///< behind `{` in a text of Diia
    };
    Kind kind = Kind::None;
    qsizetype from = 0; ///< where the word begins that is being typed
    QString prefix; ///< from there to the place
    QString path; ///< Variable: what stands before the last dot: `user.address`; empty at the top
};

/// Looks back from `position`; what follows it does not count.
CompletionContext completionContext(const QString& text, qsizetype position, Channel channel);

} // namespace nc
