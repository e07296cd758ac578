#include "sandbox/postgresserver.h"

#include "core/atomicfile.h"
#include "sandbox/errors.h"
#include "sandbox/freeport.h"
#include "sandbox/tool.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nc {
namespace {

// Debian keeps each major version's programs in a folder of its own; elsewhere they are in PATH.
QString findPrograms()
{
    for (const QString& version : {u"15"_s, u"17"_s, u"16"_s}) {
        const QString folder = u"/usr/lib/postgresql/%1/bin"_s.arg(version);
        if (QFileInfo(folder + u"/initdb"_s).isExecutable())
            return folder;
    }
    const QString inPath = QStandardPaths::findExecutable(u"initdb"_s);
    return inPath.isEmpty() ? QString() : QFileInfo(inPath).absolutePath();
}

// postmaster.pid: pid, data folder, start time, port, socket folder, address, shared memory, state.
QList<QByteArray> pidFileLines(const QString& cluster)
{
    const auto file = readFile(cluster + u"/data/postmaster.pid"_s, 64 * 1024);
    return file ? file->bytes.split('\n') : QList<QByteArray>();
}

} // namespace

PostgresServer::PostgresServer(QString folder)
    : m_folder(std::move(folder))
{
}

Result<void> PostgresServer::check()
{
    m_programs = qEnvironmentVariable("NOTIFICATION_CONSOLE_POSTGRES_BIN");
    if (m_programs.isEmpty())
        m_programs = findPrograms();
    if (m_programs.isEmpty() || !QFileInfo(program(u"initdb"_s)).isExecutable())
        return fail(errors::noPostgres);
    const auto account = postgresAccount();
    if (!account)
        return fail(account.error());
    m_account = *account;
    return {};
}

QString PostgresServer::program(const QString& name) const
{
    return m_programs + u'/' + name;
}

QString PostgresServer::logFile(const SandboxRecord& record) const
{
    return record.cluster + u"/server.log"_s;
}

Result<void> PostgresServer::start(SandboxRecord& record, const TaskContext& task)
{
    if (auto chosen = chooseCluster(record, task); !chosen)
        return chosen;
    if (auto made = makeCluster(record, task); !made)
        return made;
    if (auto removed = removeStalePidFile(record); !removed)
        return removed;
    if (auto chosen = chooseSocketFolder(record); !chosen)
        return chosen;
    // The lock beside a socket of a server that was killed names a pid that may be anybody's by now.
    QDir sockets(record.socketFolder);
    for (const QString& stale : sockets.entryList({u".s.PGSQL.*"_s}, QDir::AllEntries | QDir::System | QDir::Hidden))
        sockets.remove(stale);
    {
        PortFinder ports;
        record.postgresPort = ports.take(record.postgresPort);
    }
    const QStringList settings{u"listen_addresses=127.0.0.1"_s, u"port=%1"_s.arg(record.postgresPort),
        u"unix_socket_directories=%1"_s.arg(record.socketFolder), u"shared_buffers=32MB"_s, u"huge_pages=off"_s,
        u"max_connections=60"_s, u"jit=off"_s};
    QStringList arguments{u"-D"_s, record.cluster + u"/data"_s};
    for (const QString& setting : settings)
        arguments << u"-c"_s << setting;
    const auto process =
        startServer({program(u"postgres"_s), arguments, logFile(record), m_account, {{u"LC_ALL"_s, u"C.UTF-8"_s}}});
    if (!process)
        return fail(process.error());
    record.postgres = *process;
    return {};
}

Result<void> PostgresServer::awaitReady(const SandboxRecord& record, const TaskContext& task)
{
    const auto ready = [&record] {
        const QList<QByteArray> lines = pidFileLines(record.cluster);
        return lines.size() > 7 && lines.at(0).toLongLong() == record.postgres.pid && lines.at(7).startsWith("ready");
    };
    return waitUntil(ready, record.postgres, u"PostgreSQL"_s, logFile(record), 60s, task);
}

Result<void> PostgresServer::stop(const SandboxRecord& record)
{
    // SIGINT: roll back what runs, disconnect, write a checkpoint, go.
    return stopServer(record.postgres, SIGINT, 20s);
}

void PostgresServer::remove(const SandboxRecord& record)
{
    if (QFileInfo::exists(record.cluster + u"/data/PG_VERSION"_s) || record.cluster.startsWith(m_folder + u'/'))
        QDir(record.cluster).removeRecursively();
    if (record.socketFolder.startsWith(u"/tmp/notification-console-"_s))
        QDir(record.socketFolder).removeRecursively();
}

Result<void> PostgresServer::makeCluster(const SandboxRecord& record, const TaskContext& task)
{
    const QString data = record.cluster + u"/data"_s;
    const QString complete = record.cluster + u"/complete"_s;
    if (QFileInfo::exists(complete))
        return {};
    // Left over from an attempt that was cut off.
    QDir(data).removeRecursively();
    const auto made = runTool(
        {program(u"initdb"_s),
            {u"-D"_s, data, u"-U"_s, u"postgres"_s, u"--auth=trust"_s, u"--encoding=UTF8"_s, u"--locale=C.UTF-8"_s},
            u"/"_s, m_account},
        task);
    if (!made)
        return fail(made.error());
    const auto marked = writeFile(complete, "initdb came to its end\n");
    if (!marked)
        return fail(marked.error());
    return {};
}

// We hold the folder's lock and know that our server does not run: what the file names is a stranger, or a server of
// ours whose record was lost.
Result<void> PostgresServer::removeStalePidFile(const SandboxRecord& record)
{
    const QList<QByteArray> lines = pidFileLines(record.cluster);
    if (lines.isEmpty())
        return {};
    const qint64 pid = lines.at(0).toLongLong();
    const QString home = QFileInfo(u"/proc/%1/cwd"_s.arg(pid)).symLinkTarget();
    if (home == QFileInfo(record.cluster + u"/data"_s).canonicalFilePath()) {
        if (auto stopped = stopServer(ProcessMark::of(pid), SIGINT, 20s); !stopped)
            return stopped;
    }
    QFile::remove(record.cluster + u"/data/postmaster.pid"_s);
    return {};
}

Result<QByteArray> PostgresServer::run(
    const SandboxRecord& record, const QString& database, const QByteArray& sql, const TaskContext& task)
{
    return runTool({program(u"psql"_s),
                       {u"-X"_s, u"-q"_s, u"-A"_s, u"-t"_s, u"-1"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-h"_s,
                           u"127.0.0.1"_s, u"-p"_s, QString::number(record.postgresPort), u"-U"_s, u"postgres"_s,
                           u"-d"_s, database, u"-f"_s, u"-"_s},
                       u"/"_s, std::nullopt, sql},
        task);
}

} // namespace nc
