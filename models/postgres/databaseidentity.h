#pragma once

#include "postgres/connection.h"

namespace nc {

/// What a database is, whichever address it is reached by: the server's own number, given when it was made, and the
/// database's in it. A dump that is read into another server is another database; a byte-for-byte copy of a server is
/// the same. Empty where the server does not say it (somebody has taken pg_control_system() from the role). Blocks.
QString databaseIdentity(Connection& connection, const TaskContext& context);

} // namespace nc
