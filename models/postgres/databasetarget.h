#pragma once

#include <QString>

#include <chrono>

namespace nc {

/// Where a database is. The password is handed on separately, so that the rest may be shown and logged.
struct DatabaseTarget {
    QString conninfo; ///< libpq keywords or URI, without a password
    QString password = {};
    std::chrono::seconds connectTimeout{10};
};

} // namespace nc
