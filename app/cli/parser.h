#pragma once

#include "cli/command.h"

namespace nc::cli {

class Registry;

/// A command line taken apart: the verb's words, and everything else in its order. Global options may stand anywhere,
/// also between the words; what follows `--` is never a word or an option.
struct SplitLine {
    QStringList words; ///< as far as they name commands
    QStringList rest; ///< without the words
    Command* command = nullptr; ///< null: the words name none (yet)
    QString stranger; ///< the first word that no command goes on with
    bool help = false; ///< --help or -h stood somewhere
    bool version = false; ///< --version stood before a command was named
};
SplitLine splitLine(const Registry& registry, const QStringList& arguments);

/// Reads options and positional arguments as the command declares them: names, values, how they go together.
Typed<Arguments> parseArguments(const Command& command, const QStringList& rest, Language language);

/// The value of a global option wherever it stands, for what must be known before the command is: the language, the
/// folder of the log. Empty when it is not there.
QString earlyValue(const QStringList& arguments, const QString& option);

} // namespace nc::cli
