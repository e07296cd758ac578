#include "profiletest/profiletest.h"

#include "channels/vault.h"
#include "connections/clonestate.h"
#include "connections/profileaccess.h"
#include "core/errors.h"
#include "http/httpprobe.h"
#include "http/httpurl.h"
#include "kafka/cluster/admin.h"
#include "kafka/schemas/schemaregistryclient.h"
#include "postgres/rights.h"
#include "publish/run/notificationservice.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nc {
namespace {

using What = ProfileCheck::What;

ProfileCheck failed(What what, const Error& error)
{
    ProfileCheck check{what};
    check.error = error;
    return check;
}

class Run {
public:
    Run(const Profile& profile, ProfileSecrets secrets, const TaskContext& task)
        : m_profile(profile)
        , m_secrets(std::move(secrets))
        , m_task(task)
    {
    }

    ProfileCheck kafka() const
    {
        const auto admin = ClusterAdmin::open(access());
        if (!admin)
            return failed(What::Kafka, admin.error());
        const auto cluster = (*admin)->cluster(m_task);
        if (!cluster)
            return failed(What::Kafka, cluster.error());
        ProfileCheck check{What::Kafka, cluster->id};
        for (const BrokerInfo& broker : cluster->brokers)
            check.brokers += httpurl::bracketed(broker.host) + u':' + QString::number(broker.port);
        return check;
    }

    QList<ProfileCheck> database() const
    {
        const auto connection = Connection::open({m_profile.database, m_secrets.database, 10s}, m_task);
        if (!connection)
            return {failed(What::Database, connection.error())};
        ProfileCheck found{What::Database, (*connection)->name()};
        const int version = (*connection)->serverVersion();
        found.version = u"%1.%2"_s.arg(version / 10000).arg(version % 10000);
        const auto rights = readRights(**connection, m_task);
        if (!rights)
            return {found, failed(What::Rights, rights.error())};
        ProfileCheck check{What::Rights, found.name};
        check.rights = *rights;
        // Without these nothing of the database can even be shown.
        const auto enough = checkRights(
            *rights, {{u"notification_template"_s, u"select"_s}, {u"notification_template_attr"_s, u"select"_s}});
        if (!enough)
            check.error = enough.error();
        return {found, check};
    }

    ProfileCheck schemaRegistry() const
    {
        return overHttp(What::SchemaRegistry, m_profile.kafka.schemaRegistry, m_profile.kafka.ca,
            [this] { return SchemaRegistryClient(access()).check(m_task); });
    }

    ProfileCheck service() const
    {
        return overHttp(What::Service, m_profile.service, m_profile.serviceCa, [this]() -> Result<void> {
            const auto rows =
                NotificationService({m_profile.service, m_secrets.service, {.ca = m_profile.serviceCa}}).rows(m_task);
            return rows ? Result<void>() : fail(rows.error());
        });
    }

    ProfileCheck vault() const
    {
        ProfileCheck check = overHttp(What::Vault, m_profile.vault.url, m_profile.vault.ca, [this]() -> Result<void> {
            const auto vault = Vault::open(*vaultTarget(m_profile, m_secrets), m_task);
            return vault ? vault->check(m_task) : fail(vault.error());
        });
        check.mount = m_profile.vault.mount;
        return check;
    }

    ProfileCheck folder(What what, const QString& path) const
    {
        const auto state = cloneState(path, m_task);
        if (!state)
            return failed(what, state.error());
        ProfileCheck check{what, path};
        check.branch = state->isClone ? state->branch : QString();
        return check;
    }

private:
    KafkaAccess access() const
    {
        return KafkaAccess(m_profile.kafka, {m_secrets.kafka, m_secrets.key, m_secrets.registry});
    }

    /// Name, TCP, TLS without anything secret; then `asks` whether it is what it should be.
    ProfileCheck overHttp(
        What what, const QString& url, const QString& ca, const std::function<Result<void>()>& asks) const
    {
        const auto probe = probeServer(url, HttpLimits{ca, 5s, 10s, 1024 * 1024}, m_task);
        if (!probe)
            return failed(what, probe.error());
        ProfileCheck check{what, httpurl::shown(url)};
        check.stages = probe->stages;
        if (!probe->answers) {
            for (const TestStage& stage : probe->stages)
                check.error = stage.error ? stage.error : check.error;
            if (check.stages.last().name != u"answer")
                check.stages.append({u"answer"_s, false, true, 0, u"not-reached"_s, {}});
            return check;
        }
        QElapsedTimer timer;
        timer.start();
        const auto good = asks();
        if (!good)
            check.error = good.error();
        check.stages.append({u"answer"_s, check.ok(), false, timer.elapsed(), {}, check.error});
        return check;
    }

    const Profile& m_profile;
    const ProfileSecrets m_secrets;
    const TaskContext& m_task;
};

} // namespace

Result<ProfileSecrets> typedOrKept(
    const ProfileSecrets& typed, const Profile& profile, const QString& configFolder, const TaskContext& task)
{
    const auto kept = ProfileAccess(profile, configFolder).secrets(task);
    // What was typed is enough to try; the store's trouble is told when it is kept.
    if (!kept)
        return typed == ProfileSecrets() ? kept : Result<ProfileSecrets>(typed);
    ProfileSecrets all = *kept;
    for (QString ProfileSecrets::*secret : {&ProfileSecrets::kafka, &ProfileSecrets::key, &ProfileSecrets::registry,
             &ProfileSecrets::database, &ProfileSecrets::service, &ProfileSecrets::vault}) {
        if (!(typed.*secret).isEmpty())
            all.*secret = typed.*secret;
    }
    return all;
}

Result<QList<ProfileCheck>> testProfile(const Profile& profile, const Result<ProfileSecrets>& secrets,
    const TaskContext& task, const ProfileCheckListener& each)
{
    const Run run(profile, secrets ? *secrets : ProfileSecrets(), task);
    QList<ProfileCheck> checks;
    const auto add = [&](const ProfileCheck& check) {
        if (task.isCancelled())
            return;
        checks.append(check);
        if (each)
            each(check);
    };
    const auto ask = [&](What what, const QString& named, const auto& asked) {
        if (named.isEmpty() || task.isCancelled())
            return;
        if (!secrets)
            return add(failed(what, secrets.error()));
        for (const ProfileCheck& check : asked())
            add(check);
    };
    using Checks = QList<ProfileCheck>;
    ask(What::Kafka, profile.kafka.bootstrap, [&] { return Checks{run.kafka()}; });
    ask(What::SchemaRegistry, profile.kafka.schemaRegistry, [&] { return Checks{run.schemaRegistry()}; });
    ask(What::Database, profile.database, [&] { return run.database(); });
    ask(What::Service, profile.service, [&] { return Checks{run.service()}; });
    ask(What::Vault, profile.vault.url, [&] { return Checks{run.vault()}; });
    for (const auto& [what, folder] :
        {std::pair(What::Regulation, profile.regulation), std::pair(What::Registry, profile.registry)}) {
        if (!folder.isEmpty() && !task.isCancelled())
            add(run.folder(what, folder));
    }
    if (task.isCancelled())
        return TaskContext::cancelled();
    return checks;
}

} // namespace nc
