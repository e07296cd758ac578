#include "connections/workspace.h"

namespace nc {

Workspace::Workspace(QString configFolder, TaskRunner& tasks, QObject* parent)
    : QObject(parent)
    , m_configFolder(std::move(configFolder))
    , m_tasks(tasks)
{
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
    ++m_generation;
    Q_EMIT profileChanged();
}

void Workspace::clearProfile()
{
    setProfile({});
}

} // namespace nc
