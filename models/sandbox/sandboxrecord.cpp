#include "sandbox/sandboxrecord.h"

#include "core/atomicfile.h"
#include "sandbox/errors.h"

#include <QFileInfo>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr int version = 1;

struct PortField {
    QLatin1String name;
    int SandboxRecord::*value;
};

constexpr std::array<PortField, 7> ports{{
    {QLatin1String("postgres"), &SandboxRecord::postgresPort},
    {QLatin1String("kafka"), &SandboxRecord::kafkaPort},
    {QLatin1String("controller"), &SandboxRecord::controllerPort},
    {QLatin1String("ssl"), &SandboxRecord::sslPort},
    {QLatin1String("saslSsl"), &SandboxRecord::saslSslPort},
    {QLatin1String("saslPlaintext"), &SandboxRecord::saslPlaintextPort},
    {QLatin1String("schemaRegistry"), &SandboxRecord::registryPort},
}};

QString fileOf(const QString& folder)
{
    return folder + u"/sandbox.json"_s;
}

} // namespace

Result<SandboxRecord> readRecord(const QString& folder)
{
    SandboxRecord record;
    if (!QFileInfo::exists(fileOf(folder)))
        return record;
    const auto file = readFile(fileOf(folder), 1024 * 1024);
    if (!file)
        return fail(file.error());
    const QJsonObject root = QJsonDocument::fromJson(file->bytes).object();
    if (root["version"_L1].toInt() != version)
        return fail(errors::notASandbox, folder);
    record.exists = true;
    record.running = root["running"_L1].toBool();
    const QJsonObject processes = root["processes"_L1].toObject();
    record.postgres = ProcessMark::fromJson(processes["postgres"_L1].toObject());
    record.kafka = ProcessMark::fromJson(processes["kafka"_L1].toObject());
    record.registry = ProcessMark::fromJson(processes["schemaRegistry"_L1].toObject());
    for (const PortField& port : ports)
        record.*port.value = root["ports"_L1].toObject()[port.name].toInt();
    record.cluster = root["cluster"_L1].toString();
    record.socketFolder = root["socketFolder"_L1].toString();
    record.databaseReady = root["databaseReady"_L1].toBool();
    record.secure = root["secure"_L1].toBool();
    record.schemaRegistry = root["schemaRegistry"_L1].toBool();
    record.empty = root["empty"_L1].toBool();
    record.demo = root["demo"_L1].toString();
    record.profile = Profile::fromJson(root["profile"_L1].toObject());
    return record;
}

Result<void> writeRecord(const QString& folder, const SandboxRecord& record)
{
    QJsonObject portNumbers;
    for (const PortField& port : ports)
        portNumbers.insert(port.name, record.*port.value);
    const QJsonObject root{
        {u"version"_s, version},
        {u"running"_s, record.running},
        {u"kafkaPid"_s, record.kafka.pid},
        {u"profile"_s, record.profile.toJson()},
        {u"processes"_s,
            QJsonObject{{u"postgres"_s, record.postgres.toJson()}, {u"kafka"_s, record.kafka.toJson()},
                {u"schemaRegistry"_s, record.registry.toJson()}}},
        {u"ports"_s, portNumbers},
        {u"cluster"_s, record.cluster},
        {u"socketFolder"_s, record.socketFolder},
        {u"databaseReady"_s, record.databaseReady},
        {u"secure"_s, record.secure},
        {u"schemaRegistry"_s, record.schemaRegistry},
        {u"empty"_s, record.empty},
        {u"demo"_s, record.demo},
    };
    const auto written = writeFile(fileOf(folder), QJsonDocument(root).toJson());
    if (!written)
        return fail(written.error());
    return {};
}

} // namespace nc
