#pragma once

#include "core/error.h"

/// Codes of domain "publish"; sentences in resources/sentences/publish.tsv.
namespace nc::errors {

} // namespace nc::errors
