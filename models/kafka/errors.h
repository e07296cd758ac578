#pragma once

#include "core/error.h"

/// Codes of domain "kafka"; sentences in resources/sentences/kafka.tsv.
namespace nc::errors {

} // namespace nc::errors
