#include "cli/registry.h"
#include "cli/templates/publishing/historycommand.h"
#include "cli/templates/publishing/impactcommand.h"
#include "cli/templates/publishing/plancommand.h"
#include "cli/templates/publishing/publishcommand.h"
#include "cli/templates/publishing/publishedcommand.h"

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
