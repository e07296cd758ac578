#pragma once

/// The grid of 8 px (4 inside controls), in device-independent pixels. No widget writes a number of its own.
namespace nc::metrics {

inline constexpr int half = 4; ///< inside a control
inline constexpr int unit = 8; ///< between things that belong together
inline constexpr int gap = 16; ///< between groups, margin of a page
inline constexpr int wide = 24; ///< around a state in the middle of a page

inline constexpr int rowHeight = 28; ///< of tables and lists
inline constexpr int controlHeight = 32; ///< buttons, line edits
inline constexpr int barHeight = 48; ///< bar at the top
inline constexpr int railWidth = 200;
inline constexpr int railWidthNarrow = 56;
inline constexpr int radius = 4;
inline constexpr int cardRadius = 8;

inline constexpr int icon = 16;
inline constexpr int iconLarge = 20;
inline constexpr int iconState = 48;

/// Below this width of a page details stand under the table, else at its right.
inline constexpr int wideLayout = 1080;

} // namespace nc::metrics
