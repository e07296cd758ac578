#pragma once

#include "postgres/pqxxcompat.h"

#include <string>

namespace nc {

/// The SQLSTATE of a failed statement. libpqxx 6.4 forgets it for the errors that it has classes for; their types
/// stand in. Empty for what did not come from the server.
std::string sqlStateOf(const std::exception& error);

} // namespace nc
