#include "cli/registry.h"

namespace nc::cli {

void registerPublish(Registry& registry)
{
    Q_UNUSED(registry)
}

} // namespace nc::cli
