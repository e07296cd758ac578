#pragma once

#include "core/error.h"

/// Codes of domain "publish"; sentences in resources/sentences/publish.tsv.
namespace nc::errors {

inline constexpr ErrorCode problemsBlock{"publish", "problems-block"};
inline constexpr ErrorCode noSuchTemplate{"publish", "no-such-template"};
inline constexpr ErrorCode notPublished{"publish", "not-published"};
inline constexpr ErrorCode rowChanged{"publish", "row-changed"};
inline constexpr ErrorCode notTried{"publish", "not-tried"};
inline constexpr ErrorCode viaService{"publish", "via-service"};
inline constexpr ErrorCode declined{"publish", "declined"};
inline constexpr ErrorCode someFailed{"publish", "some-failed"};

} // namespace nc::errors
