#pragma once

#include "cli/environment.h"

namespace nc::cli {

/// On stdout: the program's version and those of the libraries in use; with --json one object. The template helper is
/// asked for its own, so that what is said is what runs; without Java its lines say so.
void showVersion(Environment& env);

} // namespace nc::cli
