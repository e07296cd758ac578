#pragma once

#include "cli/command.h"

namespace nc::cli {

class Registry;

/// --profile, --config-dir, --json, --quiet, --lang, --yes.
QList<OptionSpec> globalOptions();

/// On stdout, in the environment's language.
void showGroupHelp(const Registry& registry, const QStringList& group, Environment& env);
void showCommandHelp(const Command& command, Environment& env);

/// The parts that help and the reference share, a line each: options with what they are for; rules with an empty line
/// before them; the verb's words with what belongs behind them.
QStringList optionLines(const QList<OptionSpec>& specs);
QStringList ruleLines(const Command& command);
QString usageOf(const Command& command);

} // namespace nc::cli
