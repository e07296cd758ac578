#include "sandbox/schemaregistry.h"

#include "http/httpclient.h"
#include "sandbox/demo/wiretext.h"
#include "sandbox/errors.h"
#include "sandbox/freeport.h"
#include "sandbox/kafkabroker.h"
#include "sandbox/tool.h"

#include <QDir>
#include <QJsonDocument>
#include <QStandardPaths>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nc {
namespace {

constexpr auto version = "2.6.13.Final"_L1;

QString runnerIn(const QString& folder)
{
    const QStringList found = QDir(folder).entryList({u"*-runner.jar"_s}, QDir::Files);
    return found.isEmpty() ? QString() : folder + u'/' + found.first();
}

} // namespace

SchemaRegistry::SchemaRegistry(QString folder)
    : m_folder(std::move(folder))
{
}

QString SchemaRegistry::logFile() const
{
    return m_folder + u"/schema-registry.log"_s;
}

QString SchemaRegistry::url(const SandboxRecord& record)
{
    return u"http://127.0.0.1:%1/apis/ccompat/v7"_s.arg(record.registryPort);
}

// Unpacked beside and renamed: what is in the cache is whole.
Result<QString> SchemaRegistry::fetch(const TaskContext& task)
{
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation)
        + u"/notification-console/schema-registry-"_s + version;
    if (const QString runner = runnerIn(cache); !runner.isEmpty())
        return runner;
    task.report(0, -1, u"schema registry"_s);
    const QString fresh = cache + u".new"_s;
    QDir(fresh).removeRecursively();
    if (!QDir().mkpath(fresh))
        return fail(errors::cannotWrite, fresh);
    const auto fetched = runTool({.program = u"mvn"_s,
                                     .arguments = {u"--batch-mode"_s, u"--quiet"_s, u"-Dstyle.color=never"_s,
                                         u"org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy"_s,
                                         u"-Dartifact=io.apicurio:apicurio-registry-app:%1:tar.gz:all"_s.arg(version),
                                         u"-DoutputDirectory="_s + fresh},
                                     .limit = 15min},
        task);
    if (!fetched)
        return fail(errors::registryFailed, fetched.error().subject, fetched.error().detail, Next::Retry);
    const QStringList archives = QDir(fresh).entryList({u"*.tar.gz"_s}, QDir::Files);
    const auto unpacked = runTool(
        {.program = u"tar"_s, .arguments = {u"-xzf"_s, archives.value(0), u"--no-same-owner"_s}, .folder = fresh},
        task);
    if (!unpacked)
        return fail(errors::registryFailed, unpacked.error().subject, unpacked.error().detail);
    QFile::remove(fresh + u'/' + archives.value(0));
    QDir(cache).removeRecursively();
    if (!QDir().rename(fresh, cache))
        return fail(errors::cannotWrite, cache);
    const QString runner = runnerIn(cache);
    return runner.isEmpty() ? Result<QString>(fail(errors::registryFailed, cache)) : runner;
}

Result<void> SchemaRegistry::start(SandboxRecord& record, const TaskContext& task)
{
    const auto java = findJava();
    if (!java)
        return fail(java.error());
    const auto runner = fetch(task);
    if (!runner)
        return fail(runner.error());
    {
        PortFinder ports;
        record.registryPort = ports.take(record.registryPort);
    }
    const auto process = startServer({*java,
        {u"-Xmx256m"_s, u"-XX:+UseSerialGC"_s, u"-XX:TieredStopAtLevel=1"_s, u"-Dquarkus.http.host=127.0.0.1"_s,
            u"-Dquarkus.http.port=%1"_s.arg(record.registryPort), u"-jar"_s, *runner},
        logFile(), {}, {}});
    if (!process)
        return fail(process.error());
    record.registry = *process;
    return {};
}

Result<void> SchemaRegistry::awaitReady(const SandboxRecord& record, const TaskContext& task)
{
    HttpClient client(HttpLimits::within(10s));
    HttpRequest request;
    request.url = url(record) + u"/subjects"_s;
    request.repeatable = true;
    const auto ready = [&] {
        const auto answer = client.send(request, task);
        return answer && answer->status == 200;
    };
    return waitUntil(ready, record.registry, u"Apicurio Registry"_s, logFile(), 90s, task);
}

Result<void> SchemaRegistry::stop(const SandboxRecord& record)
{
    return stopServer(record.registry, SIGTERM, 10s);
}

Result<qint32> SchemaRegistry::registerAuditSchema(const SandboxRecord& record, const TaskContext& task)
{
    HttpRequest request;
    request.method = "POST";
    request.url = url(record) + u"/subjects/audit-events-value/versions"_s;
    request.headers = {{"Content-Type", "application/vnd.schemaregistry.v1+json"}};
    request.body = QJsonDocument(QJsonObject{{u"schema"_s, QString::fromUtf8(demo::auditSchema())}})
                       .toJson(QJsonDocument::Compact);
    request.repeatable = true; // the same schema gets the same id
    const auto answer = HttpClient(HttpLimits::within(10s)).send(request, task);
    if (!answer && answer.error().is(errors::cancelled))
        return fail(answer.error());
    if (!answer)
        return fail(errors::registryFailed, request.url, answer.error().detail, Next::Retry);
    const qint64 id = QJsonDocument::fromJson(answer->body).object()["id"_L1].toInteger(-1);
    if (answer->status != 200 || id < 0)
        return fail(errors::registryFailed, request.url, lastLines(answer->body));
    return static_cast<qint32>(id);
}

} // namespace nc
