#include "cli/activity/activitycommand.h"
#include "cli/registry.h"

namespace nc::cli {

void registerActivity(Registry& registry)
{
    registry.add<ActivityCommand>();
}

} // namespace nc::cli
