#pragma once

#include "core/epochms.h"

#include <QString>

namespace nc {

/// "just now", "5 min ago", "3 h ago", then the date; in the window's language.
QString relativeTime(EpochMs time, EpochMs now);
/// Local date and time with milliseconds and zone, for tooltips and details.
QString exactTime(EpochMs time);
/// "45 s", "3 h", "7 days"; the largest unit that fits, rounded down; "for ever" when negative. For a retention.
QString lengthOfTime(qint64 milliseconds);
/// Digit groups as the language has them: 12 345.
QString groupedNumber(qint64 number);
/// 1.4 MB; bytes below 1 kB as they are.
QString byteSize(qint64 bytes);

} // namespace nc
