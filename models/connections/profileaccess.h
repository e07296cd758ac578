#pragma once

#include "connections/profile.h"
#include "connections/profilesecrets.h"
#include "core/result.h"

#include <memory>
#include <mutex>
#include <optional>

namespace nc {

struct TaskContext;

/// A profile together with its secrets, which are read when first asked for and then kept in memory. Any thread: work
/// of the pages takes a shared pointer along.
class ProfileAccess {
public:
    ProfileAccess(Profile profile, QString configFolder);

    const Profile& profile() const { return m_profile; }
    /// Blocks: a keychain may ask the person to unlock it. Errors of SecretStore. Profiles that can have no secrets
    /// (PLAINTEXT, no schema registry user, no database) touch no store.
    Result<ProfileSecrets> secrets(const TaskContext& task);

private:
    const Profile m_profile;
    const QString m_configFolder;
    std::mutex m_mutex;
    std::optional<ProfileSecrets> m_secrets;
};

} // namespace nc
