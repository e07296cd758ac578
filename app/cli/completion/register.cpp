#include "cli/completion/completioncommand.h"
#include "cli/registry.h"

namespace nc::cli {

void registerCompletion(Registry& registry)
{
    registry.add<CompletionCommand>();
}

} // namespace nc::cli
