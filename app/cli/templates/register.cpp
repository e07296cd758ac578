#include "cli/registry.h"

namespace nc::cli {

void registerTemplates(Registry& registry)
{
    Q_UNUSED(registry)
}

} // namespace nc::cli
