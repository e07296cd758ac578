#pragma once

namespace nc {

/// What a file of a template is written in.
enum class TemplateSyntax {
    Letter, ///< HTML with FreeMarker in square brackets, CSS in <style>
    Text, ///< text with FreeMarker
    Diia, ///< text with {key}
    Sheet, ///< CSS
    Yaml, ///< metadata; QScintilla's own lexer
};

} // namespace nc
