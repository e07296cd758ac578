#pragma once

#include "cli/environment.h"
#include "sandbox/sandbox.h"

namespace nc::cli {

/// Prints where the sandbox's parts are: a table, or with --json one object.
void showStatus(const SandboxStatus& status, Environment& env);

} // namespace nc::cli
