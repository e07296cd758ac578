#pragma once

#include "core/error.h"

/// Codes of domain "render"; sentences in resources/sentences/render.tsv.
namespace nc::errors {

// The helper itself
inline constexpr ErrorCode javaMissing{"render", "java-missing"};
inline constexpr ErrorCode javaTooOld{"render", "java-too-old"};
inline constexpr ErrorCode engineMissing{"render", "engine-missing"};
inline constexpr ErrorCode engineVersion{"render", "engine-version"};
inline constexpr ErrorCode engineStart{"render", "engine-start"};
inline constexpr ErrorCode engineCrashed{"render", "engine-crashed"};
inline constexpr ErrorCode engineAnswer{"render", "engine-answer"};

// A template that had to be stopped
inline constexpr ErrorCode timeLimit{"render", "time-limit"};
inline constexpr ErrorCode checkLimit{"render", "check-limit"}; // nothing runs, there is only too much of it
inline constexpr ErrorCode outputLimit{"render", "output-limit"};
inline constexpr ErrorCode memoryLimit{"render", "memory-limit"};
inline constexpr ErrorCode endlessRecursion{"render", "endless-recursion"};

// A template or data that are wrong
inline constexpr ErrorCode templateSyntax{"render", "template-syntax"};
inline constexpr ErrorCode missingVariable{"render", "missing-variable"};
inline constexpr ErrorCode forbiddenConstruct{"render", "forbidden-construct"};
inline constexpr ErrorCode templateStopped{"render", "template-stopped"};
inline constexpr ErrorCode renderFailed{"render", "render-failed"};
inline constexpr ErrorCode badData{"render", "bad-data"};

} // namespace nc::errors
