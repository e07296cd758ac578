#pragma once

#include "core/error.h"

/// Codes of domain "deadletters"; sentences in resources/sentences/deadletters.tsv.
namespace nc::errors {

} // namespace nc::errors
