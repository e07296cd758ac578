#pragma once

#include "core/error.h"

namespace nc {

/// Why a template cannot be parsed or rendered, and where. `error.code` is one of render's errors; `error.subject` the
/// variable or construct to blame, when there is one; `error.detail` FreeMarker's words.
struct TemplateFault {
    Error error;
    int line = 0; ///< 0: unknown
    int column = 0;
};

} // namespace nc
