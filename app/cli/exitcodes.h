#pragma once

namespace nc::cli {

/// Exit codes of docs/command-line.md; pipelines depend on them.
namespace exitcode {
inline constexpr int done = 0;
inline constexpr int failed = 1;
inline constexpr int usage = 2;
inline constexpr int problems = 3;
inline constexpr int noMatch = 4;
inline constexpr int pending = 5;
inline constexpr int cancelled = 130;
} // namespace exitcode

} // namespace nc::cli
