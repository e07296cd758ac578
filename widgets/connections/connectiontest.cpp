#include "widgets/connections/connectiontest.h"

#include "connections/clonestate.h"
#include "connections/profileaccess.h"
#include "kafka/cluster/admin.h"
#include "postgres/connection.h"

#include <chrono>

using namespace Qt::StringLiterals;

namespace nc {

using What = ConnectionCheck::What;

static Result<QString> askKafka(const Profile& profile, const ProfileSecrets& secrets, const TaskContext& task)
{
    auto admin = ClusterAdmin::open(KafkaAccess(profile.kafka, {secrets.kafka, secrets.key, secrets.registry}));
    if (!admin)
        return fail(admin.error());
    const auto cluster = (*admin)->cluster(task);
    if (!cluster)
        return fail(cluster.error());
    QStringList brokers;
    for (const BrokerInfo& broker : cluster->brokers)
        brokers.append(u"%1:%2"_s.arg(broker.host).arg(broker.port));
    return brokers.join(u", "_s);
}

static Result<QString> askDatabase(const Profile& profile, const ProfileSecrets& secrets, const TaskContext& task)
{
    auto connection = Connection::open({profile.database, secrets.database, std::chrono::seconds(10)}, task);
    if (!connection)
        return fail(connection.error());
    const int version = (*connection)->serverVersion();
    return u"%1, PostgreSQL %2.%3"_s.arg((*connection)->name()).arg(version / 10000).arg(version % 10000);
}

static Result<QString> lookAt(const QString& folder, const TaskContext& task)
{
    const auto state = cloneState(folder, task);
    if (!state)
        return fail(state.error());
    return state->isClone ? u"%1 (%2)"_s.arg(folder, state->branch) : folder;
}

Result<QList<ConnectionCheck>> testConnections(
    const Profile& profile, const ProfileSecrets& typed, const QString& configFolder, const TaskContext& task)
{
    QList<ConnectionCheck> checks;
    const auto add = [&checks](What what, const Result<QString>& answer) {
        checks.append({what, answer.has_value(), answer.value_or(QString()), answer ? Error{} : answer.error()});
    };
    ProfileSecrets secrets = typed;
    const auto kept = ProfileAccess(profile, configFolder).secrets(task);
    if (kept) {
        const auto fill = [](QString& mine, const QString& other) {
            if (mine.isEmpty())
                mine = other;
        };
        fill(secrets.kafka, kept->kafka);
        fill(secrets.key, kept->key);
        fill(secrets.registry, kept->registry);
        fill(secrets.database, kept->database);
    }
    if (!profile.kafka.bootstrap.isEmpty())
        add(What::Kafka, askKafka(profile, secrets, task));
    if (!profile.database.isEmpty() && !task.isCancelled())
        add(What::Database, askDatabase(profile, secrets, task));
    if (!profile.regulation.isEmpty() && !task.isCancelled())
        add(What::Regulation, lookAt(profile.regulation, task));
    if (!profile.registry.isEmpty() && !task.isCancelled())
        add(What::Registry, lookAt(profile.registry, task));
    if (task.isCancelled())
        return TaskContext::cancelled();
    return checks;
}

} // namespace nc
