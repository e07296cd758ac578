#pragma once

#include <QList>
#include <QString>

namespace nc {

/// A piece of template code in a text, found without understanding it: the text may be HTML that FreeMarker would
/// refuse. Positions in UTF-16 units.
struct TemplateToken {
    enum class Kind {
        Interpolation, ///< ${…} or #{…}
        Directive, ///< [#…], [/#…], [@…], [/@…]
        Comment, ///< [#-- … --]
        NotInterpolated, ///< [=…], plain text to production's FreeMarker
    };
    Kind kind = Kind::Interpolation;
    qsizetype begin = 0;
    qsizetype end = 0;
};

/// All template code of `text` in its order; what stands in [#noparse] is none. A piece that is not closed ends with
/// the text's line.
QList<TemplateToken> scanTemplate(const QString& text);

/// A token's text so that two of the same meaning are equal: blanks outside strings do not count, nor does whether
/// `<`, `>` and `&&` are escaped as HTML, which FreeMarker reads either way. Comments are all equal.
QString meaningOf(const QString& text, const TemplateToken& token);

} // namespace nc
