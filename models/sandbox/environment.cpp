#include "sandbox/errors.h"
#include "sandbox/kafkabroker.h"
#include "sandbox/sandbox.h"

using namespace Qt::StringLiterals;

namespace nc {

Result<QList<QPair<QString, QString>>> sandboxEnvironment(const SandboxStatus& status)
{
    if (!status.postgresRuns || !status.kafkaRuns)
        return fail(errors::sandboxStopped, status.folder);
    const SandboxRecord& record = status.record;
    const auto local = [](int port) { return u"127.0.0.1:%1"_s.arg(port); };
    QList<QPair<QString, QString>> lines{
        {u"KAFKA_BOOTSTRAP"_s, local(record.kafkaPort)},
        {u"PGHOST"_s, u"127.0.0.1"_s},
        {u"PGPORT"_s, QString::number(record.postgresPort)},
        {u"PGDATABASE"_s, u"notifications"_s},
        {u"PGUSER"_s, u"postgres"_s},
        {u"REGULATION_DIR"_s, status.folder + u"/regulation"_s},
        {u"REGISTRY_DIR"_s, status.folder + u"/registry"_s},
    };
    if (record.schemaRegistry)
        lines.append({u"SCHEMA_REGISTRY"_s, u"http://%1/apis/ccompat/v7"_s.arg(local(record.registryPort))});
    if (record.secure) {
        lines.append({u"KAFKA_SSL"_s, local(record.sslPort)});
        lines.append({u"KAFKA_SASL_SSL"_s, local(record.saslSslPort)});
        lines.append({u"KAFKA_SASL_PLAINTEXT"_s, local(record.saslPlaintextPort)});
        lines.append({u"KAFKA_CA"_s, status.folder + u"/tls/ca.pem"_s});
        lines.append({u"KAFKA_USER"_s, sandboxUser});
        lines.append({u"KAFKA_PASSWORD"_s, sandboxPassword});
    }
    return lines;
}

} // namespace nc
