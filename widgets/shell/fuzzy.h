#pragma once

#include <QString>

namespace nc {

/// How well `pattern` is found in `text`, regardless of case: all its letters in their order; starts of words and
/// neighbours count more. Below 0: not found. An empty pattern scores 0.
int fuzzyScore(const QString& pattern, const QString& text);

} // namespace nc
