#include "cli/registry.h"
#include "cli/templates/eventscommand.h"
#include "cli/templates/lintcommand.h"
#include "cli/templates/listcommand.h"
#include "cli/templates/newcommand.h"
#include "cli/templates/preparecommand.h"
#include "cli/templates/renamecommand.h"
#include "cli/templates/rendercommand.h"
#include "cli/templates/sampledeletecommand.h"
#include "cli/templates/samplelistcommand.h"
#include "cli/templates/samplerenamecommand.h"
#include "cli/templates/samplesavecommand.h"
#include "cli/templates/sampleshowcommand.h"
#include "cli/templates/shelflifecommand.h"
#include "cli/templates/usescommand.h"
#include "cli/templates/variablescommand.h"

namespace nc::cli {

void registerTemplates(Registry& registry)
{
    registry.add<TemplatesListCommand>();
    registry.add<TemplatesLintCommand>();
    registry.add<TemplatesNewCommand>();
    registry.add<TemplatesRenameCommand>();
    registry.add<TemplatesUsesCommand>();
    registry.add<TemplatesPrepareCommand>();
    registry.add<TemplatesVariablesCommand>();
    registry.add<TemplatesRenderCommand>();
    registry.add<TemplatesSampleListCommand>();
    registry.add<TemplatesSampleShowCommand>();
    registry.add<TemplatesSampleSaveCommand>();
    registry.add<TemplatesSampleRenameCommand>();
    registry.add<TemplatesSampleDeleteCommand>();
    registry.add<TemplatesEventsCommand>();
    registry.add<TemplatesShelfLifeCommand>();
}

} // namespace nc::cli
