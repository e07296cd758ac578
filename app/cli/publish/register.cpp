#include "cli/publish/historycommand.h"
#include "cli/publish/impactcommand.h"
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
    registry.add<HistoryCommand>();
    registry.add<HistoryShowCommand>();
    registry.add<RestoreCommand>();
    registry.add<ImpactCommand>();
}

} // namespace nc::cli
