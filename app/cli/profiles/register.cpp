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
    registry.add<ProfilesListCommand>();
    registry.add<ProfilesShowCommand>();
    registry.add<ProfilesUseCommand>();
    registry.add<ProfilesAddCommand>();
    registry.add<ProfilesRemoveCommand>();
    registry.add<ProfilesTestCommand>();
}

} // namespace nc::cli
