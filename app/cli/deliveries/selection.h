#pragma once

#include "cli/command.h"
#include "failures/sending/resender.h"

namespace nc::cli {

/// What `deliveries resend` and `deliveries discard` choose by: --offsets, --filter, --since, --reason.
QList<OptionSpec> resendSelectionOptions();
Typed<ResendRequest> readResendSelection(const Arguments& arguments, const Environment& env);

} // namespace nc::cli
