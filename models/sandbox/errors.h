#pragma once

#include "core/error.h"

/// Codes of domain "sandbox"; sentences in resources/sentences/sandbox.tsv.
namespace nc::errors {

} // namespace nc::errors
