#pragma once

#include "connections/workspace.h"
#include "impact/impactsession.h"
#include "publish/session/historysession.h"
#include "publish/session/publishsession.h"

namespace nc {

/// Where the sessions of the templates page find the profile's database, Kafka, Diia and folders. What they ask for
/// takes the profile along: a page that has gone on to another one does not change it.
class PublishPlace {
public:
    explicit PublishPlace(const Workspace& workspace);

    PublishSession::Place forPublishing() const;
    ImpactSession::Place forImpact() const;
    HistorySession::Place forHistory() const;
    const PublishSession::Database& database() const { return m_database; }

private:
    DiiaService::Find diia() const;

    Profile m_profile;
    QString m_configFolder;
    std::shared_ptr<ProfileAccess> m_access;
    PublishSession::Database m_database;
};

} // namespace nc
