#pragma once

#include "cli/access.h"
#include "cli/command.h"
#include "connections/profilesecrets.h"
#include "core/whoami.h"
#include "publish/diia/diiaservice.h"
#include "publish/history/publishhistory.h"
#include "publish/run/publisher.h"
#include "publish/run/servicepublisher.h"

namespace nc::cli {

/// The regulation to work on: the directory given, else the profile's. errors::noRegulation.
Result<QString> regulationFolder(const Arguments& arguments, const Profile& profile);

/// The templates of a regulation as they would be published, with the regulation's own errors apart.
struct LoadedSources {
    QList<PublishSource> sources;
    QList<Problem> regulationErrors;
};
Result<LoadedSources> loadSources(const QString& folder, bool check, Environment& env);

/// `--via`, `--service`, `--service-token-stdin`: which way to the templates.
QList<OptionSpec> wayOptions();
/// `--diia-url`, `--diia-ca`, `--diia-token-stdin`, `--without-diia`.
QList<OptionSpec> diiaOptions();
/// Wrong usage of either as a sentence.
std::optional<QString> wrongWay(const Arguments& arguments);

/// notification-service as the options and the profile name it. errors::noService.
Result<ServiceAccess> serviceAccess(const Arguments& arguments, const Profile& profile, Environment& env);

/// Where Diia is, as the options and the registry's configuration say; a token on stdin is read now, the rest when the
/// first template is to be registered. `env` must outlive it.
Result<DiiaService::Find> diiaAccess(const Arguments& arguments, const Profile& profile, Environment& env);

/// The publisher that was asked for, with its history and, for the database, the way to Diia.
class PublishWay {
public:
    static Result<std::unique_ptr<PublishWay>> open(
        const Arguments& arguments, const Profile& profile, Environment& env);

    const TemplatePublisher& publisher() const { return *m_publisher; }
    bool isDatabase() const { return m_target.has_value(); }
    const DatabaseTarget& target() const { return *m_target; }
    /// What was done about Diia, in words on stderr.
    void tellAboutDiia(Environment& env) const;

private:
    std::optional<DatabaseTarget> m_target;
    std::unique_ptr<PublishHistory> m_history;
    std::unique_ptr<DiiaService> m_diia;
    std::unique_ptr<TemplatePublisher> m_publisher;
};

} // namespace nc::cli
