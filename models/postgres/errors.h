#pragma once

#include "core/error.h"

/// Codes of domain "postgres"; sentences in resources/sentences/postgres.tsv.
namespace nc::errors {

inline constexpr ErrorCode databaseUnreachable{"postgres", "unreachable"};
inline constexpr ErrorCode databaseLoginRefused{"postgres", "login-refused"};
inline constexpr ErrorCode databaseMissing{"postgres", "no-such-database"};
inline constexpr ErrorCode badConnectionString{"postgres", "bad-connection-string"};
inline constexpr ErrorCode databaseBusy{"postgres", "busy"};
inline constexpr ErrorCode databaseLost{"postgres", "lost"};
inline constexpr ErrorCode databaseInDoubt{"postgres", "in-doubt"};
inline constexpr ErrorCode missingTable{"postgres", "missing-table"};
inline constexpr ErrorCode missingRight{"postgres", "missing-right"};
inline constexpr ErrorCode statementTimeout{"postgres", "statement-timeout"};
inline constexpr ErrorCode databaseConflict{"postgres", "conflict"};
inline constexpr ErrorCode databaseReadOnly{"postgres", "read-only"};
inline constexpr ErrorCode databaseFull{"postgres", "full"};
inline constexpr ErrorCode constraintViolated{"postgres", "constraint"};
inline constexpr ErrorCode textWithNul{"postgres", "nul-byte"};
inline constexpr ErrorCode textNotUtf8{"postgres", "not-utf8"};
inline constexpr ErrorCode databaseRefused{"postgres", "refused"};

} // namespace nc::errors
