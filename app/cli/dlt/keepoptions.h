#pragma once

#include "cli/command.h"
#include "failures/deliveries/keeping.h"

namespace nc::cli {

/// What `dlt keep` and `deliveries keep` share: --within, --all, --output.
QList<OptionSpec> keepOptions();
KeepOrder readKeepOrder(const Arguments& arguments, const QString& topic, const Environment& env);
/// Says what was kept and where; gives the exit code.
int tellKept(const Result<Kept>& kept, const KeepOrder& order, Environment& env);

} // namespace nc::cli
