#include "cli/registry.h"

#ifdef NC_HAS_SANDBOX
#include "cli/sandbox/downcommand.h"
#include "cli/sandbox/envcommand.h"
#include "cli/sandbox/resetcommand.h"
#include "cli/sandbox/statuscommand.h"
#include "cli/sandbox/upcommand.h"
#endif

namespace nc::cli {

void registerSandbox(Registry& registry)
{
#ifdef NC_HAS_SANDBOX
    registry.add<SandboxUpCommand>();
    registry.add<SandboxStatusCommand>();
    registry.add<SandboxDownCommand>();
    registry.add<SandboxResetCommand>();
    registry.add<SandboxEnvCommand>();
#else
    Q_UNUSED(registry)
#endif
}

} // namespace nc::cli
