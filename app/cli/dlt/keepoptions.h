#pragma once

#include "cli/command.h"
#include "failures/deliveries/keeping.h"

namespace nc::cli {

/// What `dlt keep` and `deliveries keep` share: --within, --all, --output.
QList<OptionSpec> keepOptions();
/// 0 or the exit code, with the sentence said.
int readKeepOrder(const Arguments& arguments, const QString& topic, Environment& env, KeepOrder& order);
/// Says what was kept and where; gives the exit code.
int tellKept(const Result<Seen<Kept>>& done, const KeepOrder& order, Environment& env);

} // namespace nc::cli
