#pragma once

#include "cli/environment.h"

#include <QStringList>

namespace nc::cli {

class Registry;

/// Runs one command line (without the program's name) and gives the exit code. Global options may stand anywhere.
/// Needs a QCoreApplication; blocks.
int runCommandLine(const Registry& registry, const QStringList& arguments, Environment& env);

} // namespace nc::cli
