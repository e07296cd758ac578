#pragma once

#include "core/error.h"

#include <string>

namespace nc {

/// From an SQLSTATE and the server's message to an Error (subject: table for missing rights and tables, else
/// `database`). Free of libpqxx, so that it can be tested by itself.
Error errorFromSqlState(const std::string& state, const QString& message, const QString& database);

/// From the text of a failed connect. libpq gives no SQLSTATE there, so known words decide and "unreachable" is the
/// rest.
Error errorFromConnect(const QString& message, const QString& database);

} // namespace nc
