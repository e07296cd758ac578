#pragma once

#include <QByteArray>

#include <optional>

namespace nc {

/// The first line (from 1) with a mark that git's merges leave in a file: seven or more of `<`, `>` or `|` at a line's
/// beginning, alone or before a blank; `=` only where one of those stands in the file too (texts are underlined so).
/// Nothing when there is none, or for what is no text.
std::optional<int> conflictMarker(const QByteArray& text);

} // namespace nc
