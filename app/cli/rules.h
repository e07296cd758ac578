#pragma once

#include "cli/command.h"

/// How options of a verb go together, as data: the parser refuses what breaks one, and help and reference tell them.
namespace nc::cli::rules {

/// Exactly one of them has to be there.
OptionRule one(const QStringList& options);
/// One of them or none.
OptionRule most(const QStringList& options);
/// At least one of them.
OptionRule some(const QStringList& options);
/// The first goes with none of the others.
OptionRule apart(const QString& option, const QStringList& others);
/// The first has to have one of the others beside it.
OptionRule needs(const QString& option, const QStringList& others);

} // namespace nc::cli::rules
