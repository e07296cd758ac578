#include "cli/registry.h"

#ifdef NC_HAS_SANDBOX
#include "cli/sandbox/envcommand.h"
#include "cli/sandbox/sandboxcommand.h"
#include "cli/sandbox/upcommand.h"
#endif

namespace nc::cli {

void registerSandbox(Registry& registry)
{
#ifdef NC_HAS_SANDBOX
    registry.add<SandboxUp>();
    registry.add<SandboxStatusCommand>();
    registry.add<SandboxDown>();
    registry.add<SandboxReset>();
    registry.add<SandboxEnv>();
#else
    Q_UNUSED(registry)
#endif
}

} // namespace nc::cli
