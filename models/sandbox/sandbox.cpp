#include "sandbox/sandbox.h"

#include "sandbox/certificates.h"
#include "sandbox/database.h"
#include "sandbox/demofill.h"
#include "sandbox/errors.h"
#include "sandbox/folderlock.h"
#include "sandbox/freeport.h"
#include "sandbox/servers.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr auto lockName = "sandbox.lock"_L1;

bool postgresAnswers(const SandboxRecord& record)
{
    return record.postgres.isAlive() && portAnswers(record.postgresPort);
}

bool kafkaAnswers(const SandboxRecord& record)
{
    return record.kafka.isAlive() && portAnswers(record.kafkaPort);
}

Profile profileOf(const QString& folder, const SandboxRecord& record)
{
    Profile profile;
    profile.name = u"sandbox"_s;
    profile.kafka.bootstrap = u"127.0.0.1:%1"_s.arg(record.kafkaPort);
    profile.database =
        u"host=127.0.0.1 port=%1 dbname=notifications user=%2"_s.arg(record.postgresPort).arg(consoleRole);
    if (record.schemaRegistry)
        profile.kafka.schemaRegistry = SchemaRegistry::url(record);
    profile.regulation = folder + u"/regulation"_s;
    profile.registry = folder + u"/registry"_s;
    return profile;
}

} // namespace

Sandbox::Sandbox(const QString& folder)
    : m_folder(QDir::cleanPath(QFileInfo(folder).absoluteFilePath()))
{
}

// A folder with files of somebody else is refused: reset() deletes what is in it.
Result<void> Sandbox::prepareFolder() const
{
    const QDir folder(m_folder);
    if (!folder.mkpath(u"."_s))
        return fail(errors::noFolder, m_folder);
    const bool ours = folder.exists(lockName) || folder.exists(u"sandbox.json"_s);
    if (!ours && !folder.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))
        return fail(errors::notASandbox, m_folder);
    return {};
}

Result<SandboxStatus> Sandbox::up(const SandboxOptions& options, const Pass& pass, const TaskContext& task)
{
    if (auto prepared = prepareFolder(); !prepared)
        return fail(prepared.error());
    FolderLock lock;
    if (auto taken = lock.take(m_folder + u'/' + lockName, task); !taken)
        return fail(taken.error());
    auto record = readRecord(m_folder);
    if (!record)
        return fail(record.error());
    const bool asked = (options.secure && !record->secure) || (options.schemaRegistry && !record->schemaRegistry);
    if (record->running && !asked && postgresAnswers(*record) && kafkaAnswers(*record)
        && (!record->schemaRegistry || record->registry.isAlive())) {
        return status();
    }

    Servers servers(m_folder);
    Result<void> done = bringUp(servers, *record, options, pass, task);
    if (!done) {
        servers.takeBack(*record);
        return fail(done.error());
    }
    return status();
}

Result<void> Sandbox::bringUp(
    Servers& servers, SandboxRecord& record, const SandboxOptions& options, const Pass& pass, const TaskContext& task)
{
    // A first attempt that came to nothing decides nothing.
    if (!record.databaseReady)
        record.empty = options.empty;
    if (options.secure && !record.secure) {
        record.secure = true;
        // The running broker does not know the new listeners.
        if (auto stopped = servers.stopKafka(record); !stopped)
            return stopped;
    }
    if (record.secure) {
        if (auto made = makeCertificates(m_folder + u"/tls"_s, task); !made)
            return made;
    }
    record.schemaRegistry = record.schemaRegistry || options.schemaRegistry;
    task.report(0, 5, u"starting"_s);
    if (auto started = servers.start(record, task); !started)
        return started;
    DemoFill demo(m_folder, record, pass, task);
    if (auto made = demo.repositories(); !made)
        return made;
    if (auto ready = servers.awaitPostgres(record, task); !ready)
        return ready;
    task.report(1, 5, u"database"_s);
    if (!record.databaseReady) {
        if (auto created = servers.postgres().createDatabase(record, task); !created)
            return created;
        record.databaseReady = true;
    }
    task.report(2, 5, u"broker"_s);
    if (auto ready = servers.awaitKafka(record, task); !ready)
        return ready;
    const auto auditSchema = servers.awaitRegistry(record, task);
    if (!auditSchema)
        return fail(auditSchema.error());
    if (auto filled = demo.story(servers.postgres(), *auditSchema); !filled)
        return filled;
    record.profile = profileOf(m_folder, record);
    record.running = true;
    task.report(5, 5, u"done"_s);
    return writeRecord(m_folder, record);
}

Result<SandboxStatus> Sandbox::down(const TaskContext& task)
{
    if (!QFileInfo::exists(m_folder + u"/sandbox.json"_s))
        return status();
    FolderLock lock;
    if (auto taken = lock.take(m_folder + u'/' + lockName, task); !taken)
        return fail(taken.error());
    auto record = readRecord(m_folder);
    if (!record)
        return fail(record.error());
    if (auto stopped = Servers(m_folder).stop(*record); !stopped)
        return fail(stopped.error());
    return status();
}

Result<SandboxStatus> Sandbox::reset(const TaskContext& task)
{
    if (!QFileInfo::exists(m_folder))
        return status();
    if (auto prepared = prepareFolder(); !prepared)
        return fail(prepared.error());
    FolderLock lock;
    if (auto taken = lock.take(m_folder + u'/' + lockName, task); !taken)
        return fail(taken.error());
    auto record = readRecord(m_folder);
    if (!record)
        return fail(record.error());
    Servers servers(m_folder);
    if (record->exists) {
        if (auto stopped = servers.stop(*record); !stopped)
            return fail(stopped.error());
        servers.postgres().remove(*record);
    }
    QDir(m_folder).removeRecursively();
    return status();
}

Result<SandboxStatus> Sandbox::status() const
{
    const auto record = readRecord(m_folder);
    if (!record)
        return fail(record.error());
    SandboxStatus result{.folder = m_folder, .exists = record->exists, .record = *record};
    result.postgresRuns = record->postgres.isAlive();
    result.kafkaRuns = record->kafka.isAlive();
    result.registryRuns = record->registry.isAlive();
    result.running =
        record->running && result.postgresRuns && result.kafkaRuns && (result.registryRuns || !record->schemaRegistry);
    return result;
}

} // namespace nc
