#pragma once

#include "core/error.h"

/// Codes of domain "templates"; sentences in resources/sentences/templates.tsv.
namespace nc::errors {

} // namespace nc::errors
