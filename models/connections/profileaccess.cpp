#include "connections/profileaccess.h"

#include "core/task.h"
#include "secrets/systemsecrets.h"

using namespace Qt::StringLiterals;

namespace nc {

ProfileAccess::ProfileAccess(Profile profile, QString configFolder)
    : m_profile(std::move(profile))
    , m_configFolder(std::move(configFolder))
{
}

Result<ProfileSecrets> ProfileAccess::secrets(const TaskContext& task)
{
    const std::lock_guard lock(m_mutex);
    if (m_secrets)
        return *m_secrets;
    // The sandbox trusts whoever comes over loopback; asking a keychain for it would only be in the way.
    if (m_profile.name == u"sandbox" && m_profile.kafka.security == u"PLAINTEXT")
        return m_secrets.emplace();
    const auto store = openSecretStore(m_configFolder);
    auto secrets = loadSecrets(*store, m_profile, task);
    if (secrets)
        m_secrets = *secrets;
    return secrets;
}

} // namespace nc
