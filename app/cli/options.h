#pragma once

#include "cli/command.h"

/// Options that several verbs have: each is said once, so that it is called, typed and explained alike everywhere.
namespace nc::cli::options {

OptionSpec since();
OptionSpec filter();
OptionSpec offsets();
/// By places in `audit-events`.
OptionSpec auditOffsets();
OptionSpec state();
OptionSpec reason();
OptionSpec undo();
OptionSpec all();
OptionSpec dryRun();
OptionSpec limit();
OptionSpec output();
OptionSpec mask();
OptionSpec verdict();
OptionSpec rate();
OptionSpec canary();
OptionSpec canaryTimeout();
OptionSpec atLeastOnce();

} // namespace nc::cli::options
