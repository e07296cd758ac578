#include "cli/registry.h"

namespace nc::cli {

void registerSandbox(Registry& registry)
{
    Q_UNUSED(registry)
}

} // namespace nc::cli
