#pragma once

#include "core/epochms.h"
#include "core/result.h"

#include <QString>

#include <chrono>

namespace nc {

/// Reads a time as people write it: ISO 8601 (`2026-11-22T10:00:00Z`, with an offset, or local without a zone; a date
/// alone is its first moment), epoch milliseconds, or relative to `now` (`-15m`, `+2h`). errors::badTime.
Result<EpochMs> parseTime(const QString& text, EpochMs now);
Result<EpochMs> parseTime(const QString& text);

/// Reads `500ms`, `30s`, `5m`, `2h`, `1d`. errors::badDuration.
Result<std::chrono::milliseconds> parseDuration(const QString& text);

/// ISO 8601 in UTC with exactly three digits of fraction.
QString isoTime(EpochMs time);

} // namespace nc
