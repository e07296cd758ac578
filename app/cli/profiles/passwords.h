#pragma once

#include "cli/profiles/connectionoptions.h"

namespace nc::cli {

/// Gets the passwords that the connection can have and that were not given inside it: from the prompt when somebody
/// sits at a terminal, or, with `fromStdin`, one a line in the order Kafka, key, schema registry, database, access
/// token (a missing or empty line: none). errors::cancelled.
Result<void> askPasswords(TypedConnection& typed, bool fromStdin, Environment& env);

} // namespace nc::cli
