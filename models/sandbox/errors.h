#pragma once

#include "core/error.h"

/// Codes of domain "sandbox"; sentences in resources/sentences/sandbox.tsv.
namespace nc::errors {

inline constexpr ErrorCode noPostgres{"sandbox", "no-postgres"};
inline constexpr ErrorCode noPostgresUser{"sandbox", "no-postgres-user"};
inline constexpr ErrorCode noJava{"sandbox", "no-java"};
inline constexpr ErrorCode noBroker{"sandbox", "no-broker"};
inline constexpr ErrorCode noTool{"sandbox", "no-tool"};
inline constexpr ErrorCode toolFailed{"sandbox", "tool-failed"};
inline constexpr ErrorCode notASandbox{"sandbox", "not-a-sandbox"};
inline constexpr ErrorCode noFolder{"sandbox", "no-folder"};
inline constexpr ErrorCode sandboxStopped{"sandbox", "stopped"};
inline constexpr ErrorCode serverDied{"sandbox", "server-died"};
inline constexpr ErrorCode serverSilent{"sandbox", "server-silent"};
inline constexpr ErrorCode stillRunning{"sandbox", "still-running"};
inline constexpr ErrorCode noDemo{"sandbox", "no-demo"};
inline constexpr ErrorCode registryFailed{"sandbox", "registry-failed"};

} // namespace nc::errors
