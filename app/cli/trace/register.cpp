#include "cli/registry.h"
#include "cli/trace/tracecommand.h"

namespace nc::cli {

void registerTrace(Registry& registry)
{
    registry.add<TraceCommand>();
}

} // namespace nc::cli
