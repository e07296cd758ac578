#include "connections/guardedprofile.h"

namespace nc {

GuardedProfile guarded(const Profile& profile)
{
    return {profile.name, profile.readOnly, profile.production};
}

} // namespace nc
