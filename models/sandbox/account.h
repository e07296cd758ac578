#pragma once

#include "core/result.h"

#include <QByteArray>

#include <optional>
#include <sys/types.h>

namespace nc {

/// A system user that a child process runs as. PostgreSQL refuses to run as root, so root runs it as `postgres`.
struct Account {
    uid_t uid = 0;
    gid_t gid = 0;
    QByteArray home;

    friend bool operator==(const Account&, const Account&) = default;
};

/// Whom PostgreSQL has to run as: nobody else (nullopt) or, for root, the user `postgres`. errors::noPostgresUser.
Result<std::optional<Account>> postgresAccount();

/// Becomes that user for good. Async-signal-safe: for use between fork and exec. False when refused.
bool becomeAccount(const Account& account);

} // namespace nc
