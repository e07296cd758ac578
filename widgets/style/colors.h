#pragma once

#include "core/itemroles.h"

#include <QColor>
#include <QPalette>

namespace nc {

/// Every colour of the window, once for light and once for dark. Text on any surface it is meant for has a contrast of
/// at least 4.5 : 1 (tests/widgets/tst_colors).
struct Colors {
    bool dark = false;
    QColor window; ///< behind pages
    QColor base; ///< tables, editors, cards
    QColor zebra; ///< every other row
    QColor rail; ///< rail and bars
    QColor hover; ///< under the pointer, on rail and window
    QColor border; ///< hairlines between surfaces
    QColor inputBorder; ///< around what can be typed into or pressed (3 : 1)
    QColor text;
    QColor muted; ///< captions, what is less important; still 4.5 : 1
    QColor disabled;
    QColor accent; ///< links, focus ring, current thing; readable as text
    QColor accentFill; ///< the one filled button of a page
    QColor onAccent; ///< text on it
    QColor selection; ///< selected rows; text keeps its colour on it
    QColor error, warning, ok, neutral; ///< text and icons
    QColor errorSoft, warningSoft, okSoft, neutralSoft; ///< surfaces behind them
    QColor dangerFill; ///< a button that destroys, production's bar
    QColor onDanger;
    QColor added, removed, changed; ///< surfaces of differences
    QColor syntaxKey, syntaxString, syntaxNumber, syntaxWord, syntaxTag, syntaxComment;

    const QColor& tone(Tone tone) const;
    const QColor& soft(Tone tone) const;
};

const Colors& lightColors();
const Colors& darkColors();

/// Those that belong to a palette; in a widget: `colorsFor(palette())`. Listen to QEvent::PaletteChange where a colour
/// is kept.
const Colors& colorsFor(const QPalette& palette);

/// The palette of the whole application in these colours.
QPalette paletteOf(const Colors& colors);

} // namespace nc
