#pragma once

#include <QString>

namespace nc {

/// The folder that the window and the command line share: `chosen` (--config-dir) or, when empty,
/// $XDG_CONFIG_HOME/notification-console. Not created by this call.
QString configFolder(const QString& chosen = {});

/// Where the log is kept: `<chosen>/state` or $XDG_STATE_HOME/notification-console. Not created by this call.
QString stateFolder(const QString& chosen = {});

/// The sandbox's usual folder: $XDG_DATA_HOME/notification-console/sandbox.
QString defaultSandboxFolder();

} // namespace nc
