#pragma once

namespace nc {

/// What a sink says to the reading that fills it.
enum class Flow { Continue, Stop };

} // namespace nc
