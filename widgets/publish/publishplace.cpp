#include "widgets/publish/publishplace.h"

#include "channels/registrydiia.h"
#include "connections/errors.h"
#include "secrets/systemsecrets.h"

using namespace Qt::StringLiterals;

namespace nc {

PublishPlace::PublishPlace(const Workspace& workspace)
    : m_profile(workspace.profile())
    , m_configFolder(workspace.configFolder())
    , m_access(workspace.access())
    , m_database([access = workspace.access()](const TaskContext& context) -> Result<DatabaseTarget> {
        if (!access || access->profile().database.isEmpty())
            return fail(errors::noDatabase, access ? access->profile().name : QString());
        const auto secrets = access->secrets(context);
        if (!secrets)
            return fail(secrets.error());
        return DatabaseTarget{access->profile().database, secrets->database};
    })
{
}

DiiaService::Find PublishPlace::diia() const
{
    return [profile = m_profile, folder = m_configFolder](
               const TaskContext& context) -> Result<std::optional<DiiaAccess>> {
        const auto known = registryDiia(profile.registry, *openSecretStore(folder), context);
        if (!known)
            return fail(known.error());
        return usableDiia({known->url, known->token, {}}, profile.production, profile.name);
    };
}

PublishSession::Place PublishPlace::forPublishing() const
{
    PublishSession::Place place{
        m_profile.regulation, m_database, m_configFolder + u"/history"_s, m_configFolder, diia()};
    if (m_profile.database.isEmpty() && !m_profile.service.isEmpty())
        place.service = [profile = m_profile, access = m_access](const TaskContext& context) -> Result<ServiceAccess> {
            const auto secrets = access->secrets(context);
            if (!secrets)
                return fail(secrets.error());
            ServiceAccess service{profile.service, secrets->service, {}};
            service.limits.ca = profile.serviceCa;
            return service;
        };
    return place;
}

ImpactSession::Place PublishPlace::forImpact() const
{
    return {m_profile.regulation, m_database,
        [profile = m_profile, folder = m_configFolder](
            const TaskContext& context) -> Result<KafkaAccess> { return openAccess(profile, folder, context); }};
}

HistorySession::Place PublishPlace::forHistory() const
{
    return {m_database, m_configFolder + u"/history"_s, m_configFolder, m_profile.regulation, diia()};
}

} // namespace nc
