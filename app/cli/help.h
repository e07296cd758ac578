#pragma once

#include "cli/command.h"

namespace nc::cli {

class Registry;

/// --profile, --config-dir, --json, --quiet, --lang, --yes.
QList<OptionSpec> globalOptions();

/// On stdout, in the environment's language.
void showGroupHelp(const Registry& registry, const QStringList& group, Environment& env);
void showCommandHelp(const Command& command, Environment& env);

} // namespace nc::cli
