#pragma once

#include "connections/profile.h"
#include "gate/gate.h"

namespace nc {

/// What the gate must know of it.
GuardedProfile guarded(const Profile& profile);

} // namespace nc
