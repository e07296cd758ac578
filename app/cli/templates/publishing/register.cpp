#include "cli/registry.h"
#include "cli/templates/publishing/historycommand.h"
#include "cli/templates/publishing/historyshowcommand.h"
#include "cli/templates/publishing/impactcommand.h"
#include "cli/templates/publishing/plancommand.h"
#include "cli/templates/publishing/publishcommand.h"
#include "cli/templates/publishing/publishedcommand.h"
#include "cli/templates/publishing/restorecommand.h"

namespace nc::cli {

void registerPublish(Registry& registry)
{
    registry.add<TemplatesPlanCommand>();
    registry.add<TemplatesPublishCommand>();
    registry.add<TemplatesPublishedCommand>();
    registry.add<TemplatesHistoryCommand>();
    registry.add<TemplatesHistoryShowCommand>();
    registry.add<TemplatesRestoreCommand>();
    registry.add<TemplatesImpactCommand>();
}

} // namespace nc::cli
