#include "core/atomicfile.h"

#include "core/errors.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace nc {
namespace {

FileStamp stamp(const QByteArray& bytes)
{
    return {true, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)};
}

// QSaveFile follows links only when told where they lead.
QString realTarget(const QString& path)
{
    const QFileInfo info(path);
    return info.isSymLink() && info.exists() ? info.canonicalFilePath() : path;
}

/// The folder of a file, locked against other consoles' writes while it lives (writers of one folder take turns; no
/// lock file is left behind), and synced at the end so that the new name outlives a power cut.
class LockedFolder {
public:
    explicit LockedFolder(const QString& path)
        : m_fd(
            ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    {
        while (m_fd >= 0 && ::flock(m_fd, LOCK_EX) != 0 && errno == EINTR)
            continue;
    }
    ~LockedFolder()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    LockedFolder(const LockedFolder&) = delete;
    LockedFolder& operator=(const LockedFolder&) = delete;

    void sync() const
    {
        if (m_fd >= 0)
            ::fsync(m_fd);
    }

private:
    int m_fd;
};

Result<FileStamp> write(const QString& path, const QByteArray& bytes, const FileStamp* expected, bool ownerOnly)
{
    const QString target = realTarget(path);
    if (!QDir().mkpath(QFileInfo(target).absolutePath()))
        return fail(errors::cannotWrite, path, QString::fromLocal8Bit(std::strerror(errno)));
    QSaveFile file(target);
    errno = 0;
    const auto failed = [&] {
        const ErrorCode code = errno == ENOSPC || errno == EDQUOT ? errors::diskFull : errors::cannotWrite;
        const QString reason = file.errorString();
        file.cancelWriting();
        return fail(code, path, reason, Next::Retry);
    };
    if (!file.open(QIODevice::WriteOnly))
        return failed();
    if (ownerOnly)
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (file.write(bytes) != bytes.size() || !file.flush() || ::fsync(file.handle()) != 0)
        return failed();
    const LockedFolder folder(target);
    if (expected) {
        // As late as possible, so that the time in which another edit could slip in is a rename long.
        const auto now = stampOf(target);
        if (!now || *now != *expected) {
            file.cancelWriting();
            return now ? Result<FileStamp>(fail(errors::changedMeanwhile, path)) : Result<FileStamp>(fail(now.error()));
        }
    }
    if (!file.commit())
        return failed();
    folder.sync();
    return stamp(bytes);
}

} // namespace

Result<FileContent> readFile(const QString& path, qint64 limit)
{
    QFile file(path);
    if (QFileInfo(path).isDir())
        return fail(errors::cannotRead, path, QString::fromLocal8Bit(std::strerror(EISDIR)));
    if (!file.open(QIODevice::ReadOnly))
        return fail(errors::cannotRead, path, file.errorString());
    if (file.size() > limit)
        return fail(errors::cannotRead, path, QString::fromLocal8Bit(std::strerror(EFBIG)));
    // In pieces of about the file's size: QFile::read() takes memory for all that it is asked for, and keeps it.
    const qint64 piece = std::clamp<qint64>(file.size() + 1, 4096, 64LL * 1024 * 1024);
    QByteArray bytes;
    bytes.reserve(file.size() + 1);
    while (bytes.size() <= limit) {
        const QByteArray next = file.read(std::min(piece, limit + 1 - bytes.size()));
        if (next.isEmpty())
            break;
        bytes += next;
    }
    if (file.error() != QFileDevice::NoError)
        return fail(errors::cannotRead, path, file.errorString());
    if (bytes.size() > limit)
        return fail(errors::cannotRead, path, QString::fromLocal8Bit(std::strerror(EFBIG)));
    const FileStamp read = stamp(bytes);
    return FileContent{std::move(bytes), read};
}

Result<FileStamp> stampOf(const QString& path)
{
    if (!QFileInfo::exists(path))
        return FileStamp{};
    const auto content = readFile(path);
    if (!content)
        return fail(content.error());
    return content->stamp;
}

Result<FileStamp> writeFile(const QString& path, const QByteArray& bytes)
{
    return write(path, bytes, nullptr, false);
}

Result<FileStamp> writeFile(const QString& path, const QByteArray& bytes, const FileStamp& expected)
{
    return write(path, bytes, &expected, false);
}

Result<FileStamp> writePrivateFile(const QString& path, const QByteArray& bytes)
{
    return write(path, bytes, nullptr, true);
}

Result<FileStamp> writePrivateFile(const QString& path, const QByteArray& bytes, const FileStamp& expected)
{
    return write(path, bytes, &expected, true);
}

} // namespace nc
