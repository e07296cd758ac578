#pragma once

#include "core/error.h"

/// Codes of domain "gate"; sentences in resources/sentences/gate.tsv.
namespace nc::errors {

inline constexpr ErrorCode readOnlyProfile{"gate", "read-only-profile"};
inline constexpr ErrorCode declined{"gate", "declined"};
inline constexpr ErrorCode journalClosed{"gate", "journal-closed"};
inline constexpr ErrorCode journalDamaged{"gate", "journal-damaged"};
inline constexpr ErrorCode wrongPass{"gate", "wrong-pass"};

} // namespace nc::errors
