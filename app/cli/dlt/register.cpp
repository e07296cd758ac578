#include "cli/registry.h"

namespace nc::cli {

void registerDlt(Registry& registry)
{
    Q_UNUSED(registry)
}

} // namespace nc::cli
