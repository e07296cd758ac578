#include "core/log.h"

#include "core/redactor.h"
#include "core/timetext.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QtGlobal>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <mutex>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nc {

class Log::File {
public:
    File(const QString& folder, qint64 limit)
        : m_path(QDir(folder).filePath(u"console.log"_s))
        , m_limit(limit)
    {
        QDir().mkpath(folder);
        open();
    }
    ~File() { close(); }

    QString path() const { return m_path; }

    void write(const QByteArray& line)
    {
        const std::lock_guard lock(m_mutex);
        if (m_fd < 0)
            return;
        rotateIfLarge();
        // One write to a file opened for appending: lines of several processes do not mix.
        [[maybe_unused]] const auto put = ::write(m_fd, line.constData(), static_cast<std::size_t>(line.size()));
    }

private:
    void open()
    {
        m_fd = ::open(QFile::encodeName(m_path).constData(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    }
    void close()
    {
        if (m_fd >= 0)
            ::close(m_fd);
        m_fd = -1;
    }
    void rotateIfLarge()
    {
        struct stat ours = {};
        if (::fstat(m_fd, &ours) != 0 || ours.st_size < m_limit)
            return;
        // The lock lies on the file itself, so that two consoles do not both move it away.
        ::flock(m_fd, LOCK_EX);
        struct stat there = {};
        const bool stillThere =
            ::stat(QFile::encodeName(m_path).constData(), &there) == 0 && there.st_ino == ours.st_ino;
        if (stillThere) {
            QFile::remove(m_path + u".2"_s);
            QFile::rename(m_path + u".1"_s, m_path + u".2"_s);
            QFile::rename(m_path, m_path + u".1"_s);
        }
        close();
        open();
    }

    const QString m_path;
    const qint64 m_limit;
    std::mutex m_mutex;
    int m_fd = -1;
};

namespace {

// Qt's message handler is a bare function: this is the one place where a global cannot be avoided.
std::atomic<Log::File*> currentFile = nullptr;
std::atomic<bool> alsoStderr = false;
QtMessageHandler handlerBefore = nullptr;

const char* levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "error";
    case QtFatalMsg:
        return "fatal";
    }
    return "?";
}

void handle(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    QString text = redacted(message);
    // One message, one line: nothing that is logged can pretend to be another entry.
    text.replace(u'\\', u"\\\\"_s).replace(u'\n', u"\\n"_s).replace(u'\r', u"\\r"_s);
    const QByteArray line = (isoTime(QDateTime::currentMSecsSinceEpoch()) + u' ').toUtf8() + levelName(type) + ' '
        + QByteArray::number(static_cast<qint64>(::getpid())) + ' ' + (context.category ? context.category : "default")
        + ": " + text.toUtf8() + '\n';
    if (Log::File* file = currentFile.load())
        file->write(line);
    if (alsoStderr || type == QtFatalMsg)
        std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
}

} // namespace

Log::Log(const QString& folder, qint64 limit)
    : m_file(std::make_unique<File>(folder, limit))
{
    alsoStderr = qEnvironmentVariable("NOTIFICATION_CONSOLE_LOG") == u"stderr";
    currentFile = m_file.get();
    handlerBefore = qInstallMessageHandler(handle);
}

Log::~Log()
{
    qInstallMessageHandler(handlerBefore);
    currentFile = nullptr;
}

QString Log::path() const
{
    return m_file->path();
}

} // namespace nc
