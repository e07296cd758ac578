#pragma once

namespace nc {

/// Whether a person is asked where the gate itself asks nothing.
enum class Asking { Always, InProduction };

} // namespace nc
