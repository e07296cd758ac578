#include "sandbox/kafkabroker.h"

#include "core/atomicfile.h"
#include "core/installpaths.h"
#include "sandbox/errors.h"
#include "sandbox/freeport.h"

#include <QDir>
#include <QFileInfo>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nc {
namespace {

constexpr auto mainClass = "ua.registry.notificationconsole.broker.SandboxBroker"_L1;

// A serial collector and the first compiler alone: the broker starts in half the time and usually stays under 200 MB;
// the heap may grow for records of tens of megabytes.
QStringList javaOptions()
{
    return {u"-Xms64m"_s, u"-Xmx1g"_s, u"-XX:MaxMetaspaceSize=128m"_s, u"-XX:MaxDirectMemorySize=256m"_s,
        u"-XX:+UseSerialGC"_s, u"-XX:TieredStopAtLevel=1"_s, u"-XX:+ExitOnOutOfMemoryError"_s,
        u"-Djava.awt.headless=true"_s, u"-Dorg.slf4j.simpleLogger.showDateTime=true"_s,
        u"-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS"_s,
        u"-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"_s,
        u"-Dorg.slf4j.simpleLogger.log.kafka.server.BrokerServer=info"_s};
}

} // namespace

QStringList platformTopics()
{
    QStringList topics;
    for (const QString& name :
        {u"user-notifications"_s, u"email-notifications"_s, u"inbox-notifications"_s, u"diia-notifications"_s}) {
        topics << name << name + u".DLT"_s;
    }
    return topics << u"audit-events"_s;
}

KafkaBroker::KafkaBroker(QString folder)
    : m_folder(std::move(folder))
{
}

QString KafkaBroker::home(const QString& name) const
{
    return m_folder + u"/kafka/"_s + name;
}

QString KafkaBroker::logFile() const
{
    return home(u"server.log"_s);
}

Result<void> KafkaBroker::check()
{
    const auto java = findJava();
    if (!java)
        return fail(java.error());
    m_java = *java;
    m_jars = installpaths::brokerFolder();
    if (QDir(m_jars).entryList({u"kafka_*.jar"_s}).isEmpty())
        return fail(errors::noBroker, m_jars);
    return {};
}

Result<void> KafkaBroker::start(SandboxRecord& record, const TaskContext& task)
{
    if (task.isCancelled())
        return TaskContext::cancelled();
    if (!QDir().mkpath(home({})))
        return fail(errors::cannotWrite, home({}));
    {
        PortFinder ports;
        record.kafkaPort = ports.take(record.kafkaPort);
        record.controllerPort = ports.take(record.controllerPort);
        if (record.secure) {
            record.sslPort = ports.take(record.sslPort);
            record.saslSslPort = ports.take(record.saslSslPort);
            record.saslPlaintextPort = ports.take(record.saslPlaintextPort);
        }
    }
    if (auto written = writeSettings(record); !written)
        return written;
    QFile::remove(home(u"ready"_s));
    QStringList arguments = javaOptions();
    arguments << u"-cp"_s << m_jars + u"/*"_s << mainClass << home(u"server.properties"_s);
    const auto process = startServer({m_java, arguments, logFile()});
    if (!process)
        return fail(process.error());
    record.kafka = *process;
    return {};
}

Result<void> KafkaBroker::awaitReady(const SandboxRecord& record, const TaskContext& task)
{
    const auto ready = [this] { return QFileInfo::exists(home(u"ready"_s)); };
    return waitUntil(ready, record.kafka, u"Kafka"_s, logFile(), 60s, task);
}

Result<void> KafkaBroker::stop(const SandboxRecord& record)
{
    return stopServer(record.kafka, SIGTERM, 20s);
}

} // namespace nc
