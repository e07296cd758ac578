#include "render/helperprocess.h"

#include "render/errors.h"

#include <QFile>
#include <QJsonDocument>
#include <QtEndian>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nc {
namespace {

constexpr auto slice = 50ms; // how soon a cancel is seen

int unnamedFile()
{
    const int file = ::open("/tmp", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    return file >= 0 ? file : ::open("/dev/null", O_RDWR | O_CLOEXEC);
}

/// Owns what posix_spawn wants to have freed.
struct SpawnSettings {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;

    SpawnSettings()
    {
        posix_spawn_file_actions_init(&actions);
        posix_spawnattr_init(&attributes);
        // A group of its own: Ctrl+C is for us, and we decide what becomes of the helper.
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
        posix_spawnattr_setpgroup(&attributes, 0);
    }
    ~SpawnSettings()
    {
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
    }
    SpawnSettings(const SpawnSettings&) = delete;
    SpawnSettings& operator=(const SpawnSettings&) = delete;
};

int spawn(const QString& program, const QStringList& arguments, int channel, int errorFile, pid_t* pid)
{
    QList<QByteArray> words{QFile::encodeName(program)};
    for (const QString& argument : arguments)
        words.append(QFile::encodeName(argument));
    std::vector<char*> argv;
    for (QByteArray& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);

    SpawnSettings settings;
    posix_spawn_file_actions_adddup2(&settings.actions, channel, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&settings.actions, channel, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&settings.actions, errorFile, STDERR_FILENO);
    return ::posix_spawnp(pid, argv.front(), &settings.actions, &settings.attributes, argv.data(), environ);
}

QString endOf(int file)
{
    constexpr off_t wanted = 2000;
    const off_t size = ::lseek(file, 0, SEEK_END);
    if (size <= 0)
        return {};
    std::array<char, wanted> buffer;
    const ssize_t got = ::pread(file, buffer.data(), buffer.size(), std::max<off_t>(0, size - wanted));
    return got > 0 ? QString::fromUtf8(buffer.data(), got).trimmed() : QString();
}

} // namespace

Result<std::shared_ptr<HelperProcess>> HelperProcess::start(const QString& program, const QStringList& arguments)
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return fail(errors::engineStart, program, QString::fromLocal8Bit(std::strerror(errno)));
    const int errorFile = unnamedFile();
    pid_t pid = -1;
    const int failure = spawn(program, arguments, ends[1], errorFile, &pid);
    ::close(ends[1]);
    if (failure != 0) {
        ::close(ends[0]);
        ::close(errorFile);
        return fail(errors::engineStart, program, QString::fromLocal8Bit(std::strerror(failure)));
    }
    return std::shared_ptr<HelperProcess>(new HelperProcess(ends[0], errorFile, pid));
}

HelperProcess::HelperProcess(int socket, int errorFile, int pid)
    : m_socket(socket)
    , m_errorFile(errorFile)
    , m_pid(pid)
    , m_reader([this] { readAnswers(); })
{
}

HelperProcess::~HelperProcess()
{
    kill();
    m_reader.join();
    ::close(m_socket);
    ::close(m_errorFile);
}

void HelperProcess::kill()
{
    const std::lock_guard lock(m_mutex);
    if (m_reaped)
        return;
    if (m_alive)
        m_end.killedByUs = true;
    ::kill(m_pid, SIGKILL);
    ::shutdown(m_socket, SHUT_RDWR); // wakes the reader, should a grandchild hold the other end
}

bool HelperProcess::isAlive() const
{
    const std::lock_guard lock(m_mutex);
    return m_alive && !m_end.killedByUs;
}

HelperProcess::End HelperProcess::end() const
{
    const std::lock_guard lock(m_mutex);
    return m_end;
}

bool HelperProcess::readExactly(char* to, std::size_t size) const
{
    while (size > 0) {
        const ssize_t got = ::recv(m_socket, to, size, 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        to += got;
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

void HelperProcess::readAnswers()
{
    std::array<char, 4> header{};
    while (readExactly(header.data(), header.size())) {
        const auto size = qFromBigEndian<quint32>(header.data());
        if (size > maxFrame)
            break;
        QByteArray frame(static_cast<qsizetype>(size), Qt::Uninitialized);
        if (!readExactly(frame.data(), size))
            break;
        const QJsonObject object = QJsonDocument::fromJson(frame).object();
        const qint64 id = object.value("id"_L1).toInteger(-1);
        const std::lock_guard lock(m_mutex);
        // An id that nobody waits for any more belongs to a cancelled call.
        if (const auto call = m_calls.find(id); call != m_calls.end()) {
            *call = Answer{object.value("result"_L1), object.value("error"_L1).toObject()};
            m_changed.notify_all();
        }
    }
    finish();
}

void HelperProcess::finish()
{
    int status = 0;
    ::kill(m_pid, SIGKILL); // it has closed its end or spoken nonsense; usually it is gone already
    while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {
    }
    const std::lock_guard lock(m_mutex);
    m_reaped = true;
    m_alive = false;
    m_end.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    m_end.lastWords = endOf(m_errorFile);
    m_changed.notify_all();
}

bool HelperProcess::send(const QByteArray& frame, std::chrono::steady_clock::time_point until, const TaskContext& task)
{
    const std::lock_guard lock(m_sending);
    if (task.isCancelled())
        return false;
    qsizetype done = 0;
    while (done < frame.size()) {
        const ssize_t sent = ::send(m_socket, frame.constData() + done, static_cast<std::size_t>(frame.size() - done),
                                    MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent >= 0) {
            done += sent;
            continue;
        }
        if (errno == EINTR)
            continue;
        const bool full = errno == EAGAIN || errno == EWOULDBLOCK;
        if (!full || task.isCancelled() || std::chrono::steady_clock::now() > until) {
            if (done > 0)
                kill(); // half a frame: nothing sensible can follow it
            return false;
        }
        pollfd waiting{m_socket, POLLOUT, 0};
        ::poll(&waiting, 1, static_cast<int>(slice.count()));
    }
    return true;
}

Result<HelperProcess::Answer> HelperProcess::call(const QString& method, const QJsonObject& params,
                                                  std::chrono::milliseconds limit, const TaskContext& task)
{
    qint64 id = 0;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_alive)
            return fail(errors::engineCrashed, {}, m_end.lastWords, Next::Retry);
        id = ++m_lastId;
        m_calls.insert(id, std::nullopt);
    }
    const QByteArray body =
        QJsonDocument(QJsonObject{{u"id"_s, id}, {u"method"_s, method}, {u"params"_s, params}}).toJson(
            QJsonDocument::Compact);
    QByteArray frame(4, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(body.size()), frame.data());
    frame += body;

    const auto until = std::chrono::steady_clock::now() + limit;
    const bool sent = send(frame, until, task);

    std::unique_lock lock(m_mutex);
    while (sent && m_alive && !m_calls.value(id) && !task.isCancelled() && std::chrono::steady_clock::now() < until)
        m_changed.wait_for(lock, slice);
    const std::optional<Answer> answer = m_calls.take(id);
    if (answer)
        return *answer;
    if (task.isCancelled())
        return TaskContext::cancelled();
    if (!m_alive || !sent)
        return fail(errors::engineCrashed, {}, m_end.lastWords, Next::Retry);
    lock.unlock();
    kill();
    return fail(errors::timedOut, method, {}, Next::Retry);
}

} // namespace nc
