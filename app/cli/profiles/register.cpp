#include "cli/registry.h"

namespace nc::cli {

void registerProfiles(Registry& registry)
{
    Q_UNUSED(registry)
}

} // namespace nc::cli
