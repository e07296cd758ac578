#pragma once

#include "core/error.h"

/// Codes of domain "channels"; sentences in resources/sentences/channels.tsv.
namespace nc::errors {

} // namespace nc::errors
