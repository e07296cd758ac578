#pragma once

#include "core/error.h"

/// Codes of domain "http", by how far a request came; sentences in resources/sentences/http.tsv.
namespace nc::errors {

inline constexpr ErrorCode httpAddress{"http", "address"};
inline constexpr ErrorCode httpName{"http", "unknown-name"};
inline constexpr ErrorCode httpRefused{"http", "refused"};
inline constexpr ErrorCode httpUnreachable{"http", "unreachable"};
inline constexpr ErrorCode httpTls{"http", "tls"};
inline constexpr ErrorCode httpCertificate{"http", "certificate"};
inline constexpr ErrorCode httpAuthorities{"http", "authorities"};
inline constexpr ErrorCode httpNoAnswer{"http", "no-answer"};
inline constexpr ErrorCode httpTooLarge{"http", "too-large"};

} // namespace nc::errors

namespace nc {

/// The server was never asked: its address, name, connection or encryption failed first.
bool neverAsked(const Error& error);

} // namespace nc
