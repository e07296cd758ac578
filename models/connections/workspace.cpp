#include "connections/workspace.h"

#include "core/settings.h"
#include "core/settingstable.h"
#include "git/gittrust.h"

namespace nc {

Workspace::Workspace(QString configFolder, Settings& settings, TaskRunner& tasks, QObject* parent)
    : QObject(parent)
    , m_configFolder(std::move(configFolder))
    , m_settings(settings)
    , m_tasks(tasks)
    , m_access(std::make_shared<ProfileAccess>(Profile(), m_configFolder))
{
    gittrust::set(settings.get(settings::trustedClones));
}

Result<void> Workspace::resolve(const QString& chosen)
{
    auto found = profiles().resolve(chosen);
    if (!found)
        return fail(found.error());
    setProfile(*found);
    return {};
}

void Workspace::setProfile(const Profile& profile)
{
    if (profile == m_profile)
        return;
    m_profile = profile;
    reconnect();
}

void Workspace::reconnect()
{
    m_access = std::make_shared<ProfileAccess>(m_profile, m_configFolder);
    ++m_generation;
    Q_EMIT profileChanged();
}

Result<void> Workspace::trustClone(const QString& folder)
{
    const auto trusted = gittrust::add(folder);
    return trusted ? m_settings.set(settings::trustedClones, *trusted) : fail(trusted.error());
}

void Workspace::clearProfile()
{
    setProfile({});
}

} // namespace nc
