#pragma once

#include "core/error.h"

/// Codes of domain "postgres"; sentences in resources/sentences/postgres.tsv.
namespace nc::errors {

} // namespace nc::errors
