#include "cli/profiles/addcommand.h"
#include "cli/profiles/listcommand.h"
#include "cli/profiles/removecommand.h"
#include "cli/profiles/showcommand.h"
#include "cli/profiles/testcommand.h"
#include "cli/profiles/usecommand.h"
#include "cli/registry.h"

namespace nc::cli {

void registerProfiles(Registry& registry)
{
    registry.add<ProfilesList>();
    registry.add<ProfilesShow>();
    registry.add<ProfilesUse>();
    registry.add<ProfilesAdd>();
    registry.add<ProfilesRemove>();
    registry.add<ProfilesTest>();
}

} // namespace nc::cli
