#include "sandbox/folderlock.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace std::chrono_literals;

namespace nc {

FolderLock::~FolderLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<void> FolderLock::take(const QString& file, const TaskContext& task)
{
    const QByteArray path = QFile::encodeName(file);
    for (;;) {
        m_descriptor = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (m_descriptor < 0)
            return fail(errors::cannotWrite, file, QString::fromLocal8Bit(std::strerror(errno)));
        while (::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0) {
            if (errno != EWOULDBLOCK && errno != EINTR)
                return fail(errors::cannotWrite, file, QString::fromLocal8Bit(std::strerror(errno)));
            if (task.cancel.waitFor(30ms))
                return TaskContext::cancelled();
        }
        // Whoever had it before may have deleted the whole folder: a lock on a deleted file locks nothing.
        struct stat ours { };
        struct stat there { };
        ::fstat(m_descriptor, &ours);
        if (::stat(path.constData(), &there) == 0 && ours.st_ino == there.st_ino && ours.st_dev == there.st_dev)
            return {};
        ::close(m_descriptor);
    }
}

} // namespace nc
