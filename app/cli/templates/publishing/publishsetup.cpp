#include "cli/templates/publishing/publishsetup.h"

#include "connections/errors.h"
#include "publish/plan/errors.h"
#include "publish/plan/sourceadapter.h"
#include "publish/plan/templateorigin.h"
#include "render/templateengine.h"
#include "templates/library/preparedcache.h"
#include "templates/library/templatelibrary.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

Result<QString> regulationFolder(const Arguments& arguments, const Profile& profile)
{
    if (!arguments.positional.isEmpty())
        return arguments.positional.first();
    if (profile.regulation.isEmpty())
        return nc::fail(errors::noRegulation, profile.name);
    return profile.regulation;
}

Result<LoadedSources> loadSources(const QString& folder, bool check, Environment& env)
{
    TemplateEngine engine;
    const TemplateLibrary library(folder, engine, PreparedCache::defaultFolder());
    const auto regulation = library.scan();
    if (!regulation)
        return nc::fail(regulation.error());
    const auto publishables = library.publishables(env.task(), {}, check);
    if (!publishables)
        return nc::fail(publishables.error());
    LoadedSources loaded{toPublishSources(*publishables), {}};
    const auto told = tellOrigins(loaded.sources, folder, env.task());
    if (!told)
        return nc::fail(told.error());
    if (*told)
        env.say(describe(**told, env.language));
    for (const Problem& problem : regulation->problems) {
        if (problem.severity == Severity::Error)
            loaded.regulationErrors.append(problem);
    }
    return loaded;
}

QList<OptionSpec> wayOptions()
{
    return {{u"via"_s, u"database|service"_s, tr_("Which way to go (database)")},
        {u"service"_s, u"URL"_s, tr_("notification-service, instead of the profile's")},
        {u"service-token-stdin"_s, {}, tr_("Read its access token from stdin")}};
}

std::optional<QString> wrongWay(const Arguments& arguments)
{
    const QString via = arguments.value(u"via"_s, u"database"_s);
    if (via != u"database" && via != u"service")
        return tr_("--via is database or service");
    if (via == u"database" && (arguments.has(u"service"_s) || arguments.has(u"service-token-stdin"_s)))
        return tr_("--service and --service-token-stdin need --via service");
    if (arguments.has(u"service-token-stdin"_s) && arguments.has(u"diia-token-stdin"_s))
        return tr_("only one token can come from stdin; over the service Diia needs none");
    return std::nullopt;
}

Result<ServiceAccess> serviceAccess(const Arguments& arguments, const Profile& profile, Environment& env)
{
    ServiceAccess access{arguments.value(u"service"_s, profile.service), {}, {}};
    if (access.url.isEmpty())
        return nc::fail(errors::noService, profile.name);
    access.limits.ca = profile.serviceCa;
    if (arguments.has(u"service-token-stdin"_s)) {
        const auto token = env.readPassword(tr_("Access token"));
        if (!token)
            return nc::fail(token.error());
        access.token = token->trimmed();
        return access;
    }
    const auto secrets = loadSecrets(*env.secretStore(), profile, env.task());
    if (!secrets)
        return nc::fail(secrets.error());
    access.token = secrets->service;
    return access;
}

Result<std::unique_ptr<PublishWay>> PublishWay::open(
    const Arguments& arguments, const Profile& profile, Environment& env)
{
    auto way = std::make_unique<PublishWay>();
    const QString folder = env.configFolder() + u"/history"_s;
    if (arguments.value(u"via"_s) == u"service") {
        const auto access = serviceAccess(arguments, profile, env);
        if (!access)
            return nc::fail(access.error());
        way->m_history = std::make_unique<PublishHistory>(folder, access->url, whoAmI());
        way->m_publisher = std::make_unique<ServicePublisher>(*access, way->m_history.get());
        return way;
    }
    const auto target = databaseTarget(env, profile);
    if (!target)
        return nc::fail(target.error());
    way->m_target = *target;
    way->m_history = std::make_unique<PublishHistory>(folder, target->conninfo, whoAmI());
    if (!arguments.has(u"without-diia"_s)) {
        const auto access = diiaAccess(arguments, profile, env);
        if (!access)
            return nc::fail(access.error());
        way->m_diia = std::make_unique<DiiaService>(*access, RegistrationJournal(folder, target->conninfo, whoAmI()));
        way->m_diia->setRegisterAgain(arguments.values(u"register-again"_s));
    }
    way->m_publisher = std::make_unique<Publisher>(*target, way->m_diia.get(), way->m_history.get());
    return way;
}

void PublishWay::tellAboutDiia(Environment& env) const
{
    if (m_diia && m_diia->unregistered() > 0)
        env.say(tr_("%1 Diia templates were written without registering them at Diia: no address or token of Diia is "
                    "known here (channels set diia, or --diia-url and --diia-token-stdin).")
                    .arg(m_diia->unregistered()));
    if (m_diia && m_diia->repaired() > 0)
        env.say(tr_("%1 Diia templates had been registered before and only now got their row; they were not registered "
                    "again.")
                    .arg(m_diia->repaired()));
}

} // namespace nc::cli
