#pragma once

#include "widgets/shell/serverprobe.h"

namespace nc {
class Workspace;
}

namespace nc::gui {

/// Kafka and the database, as the top of the window asks for them.
std::vector<ServerProbe> serverProbes(Workspace& workspace);

} // namespace nc::gui
