#pragma once

#include "connections/profile.h"

#include <optional>

namespace nc {

/// Reads what a running sandbox left in `<folder>/sandbox.json` and gives it as a profile named "sandbox"; nothing when
/// there is none, it is stopped, or its processes are gone. Does not need the sandbox component itself.
std::optional<Profile> runningSandbox(const QString& folder);

} // namespace nc
