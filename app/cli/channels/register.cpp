#include "cli/registry.h"

namespace nc::cli {

void registerChannels(Registry& registry)
{
    Q_UNUSED(registry)
}

} // namespace nc::cli
