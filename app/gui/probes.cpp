#include "gui/probes.h"

#include "connections/workspace.h"
#include "kafka/cluster/admin.h"
#include "postgres/connection.h"

#include <QCoreApplication>

#include <chrono>

using namespace Qt::StringLiterals;

namespace nc::gui {

static Result<QString> askKafka(ProfileAccess& access, TaskContext& task)
{
    const auto kafka = kafkaAccess(access, task);
    if (!kafka)
        return fail(kafka.error());
    auto admin = ClusterAdmin::open(*kafka);
    if (!admin)
        return fail(admin.error());
    (*admin)->setTimeout(std::chrono::seconds(5));
    const auto cluster = (*admin)->cluster(task);
    if (!cluster)
        return fail(cluster.error());
    return QString::number(cluster->brokers.size());
}

static Result<QString> askDatabase(ProfileAccess& access, TaskContext& task)
{
    const auto secrets = access.secrets(task);
    if (!secrets)
        return fail(secrets.error());
    auto connection = Connection::open({access.profile().database, secrets->database, std::chrono::seconds(5)}, task);
    if (!connection)
        return fail(connection.error());
    const int version = (*connection)->serverVersion();
    return u"PostgreSQL %1.%2"_s.arg(version / 10000).arg(version % 10000);
}

std::vector<ServerProbe> serverProbes(Workspace& workspace)
{
    return {
        {QT_TRANSLATE_NOOP("servers", "Kafka"), "kafkaStatus",
            [](const Profile& p) { return !p.kafka.bootstrap.isEmpty(); },
            [&workspace] { return [access = workspace.access()](TaskContext& t) { return askKafka(*access, t); }; },
            QT_TRANSLATE_NOOP("servers", "brokers: %1")},
        {QT_TRANSLATE_NOOP("servers", "Database"), "databaseStatus",
            [](const Profile& p) { return !p.database.isEmpty(); },
            [&workspace] { return [access = workspace.access()](TaskContext& t) { return askDatabase(*access, t); }; }},
    };
}

} // namespace nc::gui
