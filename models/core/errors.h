#pragma once

#include "core/error.h"

/// Codes of domain "core"; sentences in resources/sentences/core.tsv.
namespace nc::errors {

inline constexpr ErrorCode cancelled{"core", "cancelled"};
inline constexpr ErrorCode timedOut{"core", "timed-out"};
inline constexpr ErrorCode cannotRead{"core", "cannot-read"};
inline constexpr ErrorCode cannotWrite{"core", "cannot-write"};
inline constexpr ErrorCode diskFull{"core", "disk-full"};
inline constexpr ErrorCode changedMeanwhile{"core", "changed-meanwhile"};
inline constexpr ErrorCode notFound{"core", "not-found"};
inline constexpr ErrorCode badTime{"core", "bad-time"};
inline constexpr ErrorCode badDuration{"core", "bad-duration"};
inline constexpr ErrorCode internal{"core", "internal"};

} // namespace nc::errors
