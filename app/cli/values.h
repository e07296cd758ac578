#pragma once

#include "cli/command.h"

namespace nc::cli {

/// What an option takes is said by what stands in capitals behind it (`TIME`, `N`, `json|value|raw`). One table, from
/// which the parser checks what was typed and bash completes it; verbs need not look again.
enum class Completion { None, Words, Files, Folders, Profiles };
Completion completionOf(const OptionSpec& spec);
/// The words of `a|b|c`; empty where something else may stand.
QStringList wordsOf(const OptionSpec& spec);

/// What is wrong with a value, as a sentence; empty when it is as the option wants it.
QString problemOf(const OptionSpec& spec, const QString& value, Language language);

} // namespace nc::cli
