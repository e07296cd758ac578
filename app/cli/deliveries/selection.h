#pragma once

#include "cli/command.h"
#include "failures/sending/sender.h"

namespace nc::cli {

/// What `deliveries resend` and `deliveries discard` choose by: --offsets, --filter, --since, --reason.
QList<OptionSpec> resendSelectionOptions();
/// False when something was said.
bool readResendSelection(const Arguments& arguments, Environment& env, ResendRequest& request);

} // namespace nc::cli
