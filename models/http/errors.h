#pragma once

#include "core/error.h"

/// Codes of domain "http"; sentences in resources/sentences/http.tsv.
namespace nc::errors {

inline constexpr ErrorCode httpUnreachable{"http", "unreachable"};
inline constexpr ErrorCode httpCertificate{"http", "certificate"};
inline constexpr ErrorCode httpNoAnswer{"http", "no-answer"};
inline constexpr ErrorCode httpTooLarge{"http", "too-large"};

} // namespace nc::errors
