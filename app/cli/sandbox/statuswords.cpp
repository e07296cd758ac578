#include "cli/sandbox/statuswords.h"

#include "cli/command.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

QString state(bool runs)
{
    return runs ? QString() : u"  ("_s + tr_("stopped") + u')';
}

QJsonObject toJson(const SandboxStatus& status)
{
    const SandboxRecord& record = status.record;
    QJsonObject object{
        {u"folder"_s, status.folder},
        {u"exists"_s, status.exists},
        {u"running"_s, status.running},
        {u"postgres"_s,
            QJsonObject{{u"running"_s, status.postgresRuns}, {u"port"_s, record.postgresPort},
                {u"pid"_s, record.postgres.pid}, {u"cluster"_s, record.cluster}, {u"socket"_s, record.socketFolder}}},
        {u"kafka"_s,
            QJsonObject{{u"running"_s, status.kafkaRuns}, {u"bootstrap"_s, record.profile.kafka.bootstrap},
                {u"pid"_s, record.kafka.pid}}},
        {u"empty"_s, record.empty},
        {u"demo"_s, record.demo == u"done"},
        {u"secure"_s, record.secure},
    };
    if (record.schemaRegistry) {
        object.insert(u"schemaRegistry"_s,
            QJsonObject{{u"running"_s, status.registryRuns}, {u"url"_s, record.profile.kafka.schemaRegistry},
                {u"pid"_s, record.registry.pid}});
    }
    if (status.running) {
        if (const auto lines = sandboxEnvironment(status)) {
            QJsonObject environment;
            for (const auto& [name, value] : *lines)
                environment.insert(name, value);
            object.insert(u"env"_s, environment);
        }
    }
    return object;
}

} // namespace

void showStatus(const SandboxStatus& status, Environment& env)
{
    if (env.json) {
        env.out().json(toJson(status));
        return;
    }
    const auto row = [&env](
                         const QString& name, const QString& value) { env.out().line(name.leftJustified(18) + value); };
    row(tr_("Folder"), status.folder);
    if (!status.exists) {
        row(tr_("State"), tr_("there is no sandbox"));
        return;
    }
    const SandboxRecord& record = status.record;
    row(tr_("State"), status.running ? tr_("running") : tr_("stopped"));
    row(u"Kafka"_s, record.profile.kafka.bootstrap + state(status.kafkaRuns));
    if (record.secure) {
        row(u"  SSL"_s, u"127.0.0.1:%1"_s.arg(record.sslPort));
        row(u"  SASL_SSL"_s, u"127.0.0.1:%1"_s.arg(record.saslSslPort));
        row(u"  SASL_PLAINTEXT"_s, u"127.0.0.1:%1"_s.arg(record.saslPlaintextPort));
    }
    row(u"PostgreSQL"_s, record.profile.database + state(status.postgresRuns));
    if (record.schemaRegistry)
        row(tr_("Schema registry"), record.profile.kafka.schemaRegistry + state(status.registryRuns));
    if (!record.profile.regulation.isEmpty()) {
        row(tr_("Regulation"), record.profile.regulation);
        row(tr_("Registry"), record.profile.registry);
    }
    if (!record.cluster.startsWith(status.folder + u'/') && !record.cluster.isEmpty())
        row(tr_("Cluster"), record.cluster);
}

} // namespace nc::cli
