#pragma once

#include "core/error.h"

/// Codes of domain "impact"; sentences in resources/sentences/impact.tsv.
namespace nc::errors {

inline constexpr ErrorCode impactMissingKey{"impact", "missing-key"};
inline constexpr ErrorCode impactNoEvents{"impact", "no-events"};
inline constexpr ErrorCode impactFails{"impact", "fails"};

} // namespace nc::errors
