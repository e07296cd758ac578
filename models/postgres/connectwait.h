#pragma once

#include "core/task.h"

#include <functional>
#include <memory>

namespace nc {

/// Runs `work` on a thread of its own and waits for it or for a cancel, whichever comes first. libpq connects
/// blockingly; a cancelled attempt is left to its connect timeout and what it brings is thrown away there, so `work`
/// must own all that it uses. Gives false when cancelled.
bool runAbandonable(std::function<void()> work, const CancelToken& cancel);

} // namespace nc
