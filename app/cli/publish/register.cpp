#include "cli/publish/plancommand.h"
#include "cli/publish/publishcommand.h"
#include "cli/publish/publishedcommand.h"
#include "cli/registry.h"

namespace nc::cli {

void registerPublish(Registry& registry)
{
    registry.add<PlanCommand>();
    registry.add<PublishCommand>();
    registry.add<PublishedCommand>();
}

} // namespace nc::cli
