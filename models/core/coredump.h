#pragma once

namespace nc {

/// From now on a crash of this process or of one that it starts leaves no picture of its memory behind: passwords lie
/// in there. To be called first in main().
void forbidCoreDumps();

} // namespace nc
