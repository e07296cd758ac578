#pragma once

#include "core/error.h"

/// Codes of domain "connections"; sentences in resources/sentences/connections.tsv.
namespace nc::errors {

inline constexpr ErrorCode noProfile{"connections", "no-profile"};
inline constexpr ErrorCode noActiveProfile{"connections", "no-active-profile"};
inline constexpr ErrorCode profileExists{"connections", "profile-exists"};
inline constexpr ErrorCode badProfileName{"connections", "bad-profile-name"};
inline constexpr ErrorCode badProfiles{"connections", "bad-profiles"};
inline constexpr ErrorCode noKafka{"connections", "no-kafka"};
inline constexpr ErrorCode noDatabase{"connections", "no-database"};
inline constexpr ErrorCode noRegulation{"connections", "no-regulation"};
inline constexpr ErrorCode noRegistry{"connections", "no-registry"};
inline constexpr ErrorCode notAKeyStore{"connections", "not-a-key-store"};

} // namespace nc::errors
