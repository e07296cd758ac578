#pragma once

#include "core/error.h"

/// Codes of domain "render"; sentences in resources/sentences/render.tsv.
namespace nc::errors {

} // namespace nc::errors
