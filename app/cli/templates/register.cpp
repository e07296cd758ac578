#include "cli/registry.h"
#include "cli/templates/eventscommand.h"
#include "cli/templates/lintcommand.h"
#include "cli/templates/listcommand.h"
#include "cli/templates/newcommand.h"
#include "cli/templates/preparecommand.h"
#include "cli/templates/renametemplatecommand.h"
#include "cli/templates/rendercommand.h"
#include "cli/templates/sampledeletecommand.h"
#include "cli/templates/samplelistcommand.h"
#include "cli/templates/samplerenamecommand.h"
#include "cli/templates/samplesavecommand.h"
#include "cli/templates/sampleshowcommand.h"
#include "cli/templates/usescommand.h"
#include "cli/templates/variablescommand.h"

namespace nc::cli {

void registerTemplates(Registry& registry)
{
    registry.add<ListTemplatesCommand>();
    registry.add<LintTemplatesCommand>();
    registry.add<NewTemplateCommand>();
    registry.add<RenameTemplateCommand>();
    registry.add<TemplateUsesCommand>();
    registry.add<PrepareTemplateCommand>();
    registry.add<TemplateVariablesCommand>();
    registry.add<RenderTemplateCommand>();
    registry.add<ListSamplesCommand>();
    registry.add<ShowSampleCommand>();
    registry.add<SaveSampleCommand>();
    registry.add<RenameSampleCommand>();
    registry.add<DeleteSampleCommand>();
    registry.add<TemplateEventsCommand>();
}

} // namespace nc::cli
