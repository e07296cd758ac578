// Where a cluster and its socket can lie: the part of PostgresServer that knows about folders and rights.
#include "core/atomicfile.h"
#include "sandbox/errors.h"
#include "sandbox/postgresserver.h"
#include "sandbox/tool.h"

#include <QDir>
#include <QFileInfo>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

// sockaddr_un holds 107 bytes and a zero; the file's name is ".s.PGSQL.<port>", its lock's is longer but a plain file.
constexpr qsizetype longestSocketFolder = 107 - 15;

Result<QString> ownFolderUnder(const QByteArray& pattern)
{
    QByteArray path = pattern;
    if (!::mkdtemp(path.data()))
        return fail(errors::cannotWrite, QFile::decodeName(pattern), QString::fromLocal8Bit(std::strerror(errno)));
    return QFile::decodeName(path);
}

Result<void> giveTo(const QString& folder, const std::optional<Account>& account)
{
    const QByteArray path = QFile::encodeName(folder);
    if ((::mkdir(path.constData(), 0700) != 0 && errno != EEXIST)
        || (account && ::lchown(path.constData(), account->uid, account->gid) != 0)
        || ::chmod(path.constData(), 0700) != 0) {
        return fail(errors::cannotWrite, folder, QString::fromLocal8Bit(std::strerror(errno)));
    }
    return {};
}

bool holdsCluster(const QString& folder)
{
    return !folder.isEmpty() && QFileInfo::exists(folder + u"/complete"_s);
}

} // namespace

bool PostgresServer::canEnter(const QString& folder, const TaskContext& task) const
{
    return !m_account || runTool({u"/usr/bin/test"_s, {u"-x"_s, folder}, u"/"_s, m_account}, task).has_value();
}

// In the sandbox's folder; elsewhere only when the server's user may not go there (a folder under /root, say).
Result<void> PostgresServer::chooseCluster(SandboxRecord& record, const TaskContext& task)
{
    const QString inside = m_folder + u"/postgres"_s;
    if (holdsCluster(record.cluster))
        return {};
    record.databaseReady = false;
    if (canEnter(m_folder, task)) {
        record.cluster = inside;
        return giveTo(inside, m_account);
    }
    if (task.isCancelled())
        return TaskContext::cancelled();
    // /var/tmp keeps its files when the machine is switched off.
    const auto elsewhere = ownFolderUnder("/var/tmp/notification-console-XXXXXX");
    if (!elsewhere)
        return fail(elsewhere.error());
    record.cluster = *elsewhere;
    const auto note = writeFile(m_folder + u"/postgres-is-elsewhere.txt"_s,
        u"The user “postgres” may not enter this folder, so the PostgreSQL cluster lies in\n%1\n"_s.arg(record.cluster)
            .toUtf8());
    if (!note)
        return fail(note.error());
    return giveTo(record.cluster, m_account);
}

Result<void> PostgresServer::chooseSocketFolder(SandboxRecord& record)
{
    const QString inside = record.cluster + u"/run"_s;
    if (QFile::encodeName(inside).size() <= longestSocketFolder) {
        record.socketFolder = inside;
        return giveTo(inside, m_account);
    }
    if (!record.socketFolder.isEmpty() && record.socketFolder != inside && QFileInfo(record.socketFolder).isDir())
        return {};
    const auto shorter = ownFolderUnder("/tmp/notification-console-XXXXXX");
    if (!shorter)
        return fail(shorter.error());
    record.socketFolder = *shorter;
    return giveTo(record.socketFolder, m_account);
}

} // namespace nc
