#include "cli/registry.h"

namespace nc::cli {

void registerTopics(Registry& registry)
{
    Q_UNUSED(registry)
}

} // namespace nc::cli
