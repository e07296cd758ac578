#include "sandbox/account.h"

#include "sandbox/errors.h"

#include <array>
#include <grp.h>
#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nc {

Result<std::optional<Account>> postgresAccount()
{
    if (::geteuid() != 0)
        return std::nullopt;
    passwd entry{};
    passwd* found = nullptr;
    std::array<char, 4096> buffer{};
    if (::getpwnam_r("postgres", &entry, buffer.data(), buffer.size(), &found) != 0 || !found)
        return fail(errors::noPostgresUser);
    return Account{found->pw_uid, found->pw_gid, QByteArray(found->pw_dir)};
}

bool becomeAccount(const Account& account)
{
    return ::setgroups(0, nullptr) == 0 && ::setgid(account.gid) == 0 && ::setuid(account.uid) == 0;
}

} // namespace nc
