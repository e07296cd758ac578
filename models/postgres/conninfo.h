#pragma once

#include "postgres/databasetarget.h"

namespace nc {

/// The string libpq is given: the target's own words with our defaults before them (a word of the target wins) and the
/// password after them. Holds the secret: never show or log it.
QString fullConninfo(const DatabaseTarget& target);

/// `host:port/database` out of a connection string, for sentences. What is not written is left out.
QString shownName(const DatabaseTarget& target);

} // namespace nc
