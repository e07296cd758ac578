#include "process/childprocess.h"

#include "core/errors.h"

#include <QFile>
#include <QStandardPaths>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

void closeFd(int& fd)
{
    if (fd >= 0)
        ::close(fd);
    fd = -1;
}

QString reason(int error)
{
    return QString::fromLocal8Bit(std::strerror(error));
}

struct Pipes {
    // Pairs of read end and write end: stdin, stdout, stderr, and one that tells that exec failed.
    std::array<std::array<int, 2>, 4> fds{{{-1, -1}, {-1, -1}, {-1, -1}, {-1, -1}}};

    bool open()
    {
        for (auto& pair : fds) {
            if (::pipe2(pair.data(), O_CLOEXEC) != 0)
                return false;
        }
        return true;
    }
    ~Pipes()
    {
        for (auto& pair : fds) {
            closeFd(pair[0]);
            closeFd(pair[1]);
        }
    }
};

std::vector<char*> pointers(std::vector<QByteArray>& strings)
{
    std::vector<char*> list;
    for (QByteArray& string : strings)
        list.push_back(string.data());
    list.push_back(nullptr);
    return list;
}

/// Everything that the child needs, made before fork(): after it only async-signal-safe calls are allowed.
struct Prepared {
    QByteArray program;
    QByteArray folder;
    std::vector<QByteArray> argumentBytes;
    std::vector<QByteArray> environmentBytes;
    std::vector<char*> arguments;
    std::vector<char*> environment;
    pid_t parent = ::getpid();

    Prepared(const QString& path, const ChildSpec& spec)
        : program(QFile::encodeName(path))
        , folder(QFile::encodeName(spec.folder))
    {
        argumentBytes.push_back(program);
        for (const QString& argument : spec.arguments)
            argumentBytes.push_back(QFile::encodeName(argument));
        for (const QString& pair : spec.environment.toStringList())
            environmentBytes.push_back(pair.toLocal8Bit());
        arguments = pointers(argumentBytes);
        environment = pointers(environmentBytes);
    }
};

[[noreturn]] void runChild(const Prepared& prepared, const Pipes& pipes)
{
    const auto giveUp = [&] {
        const int error = errno;
        if (::write(pipes.fds[3][1], &error, sizeof error) < 0)
            ::_exit(126);
        ::_exit(127);
    };
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    // The parent may have gone before the line above took effect.
    if (::getppid() != prepared.parent)
        ::_exit(125);
    sigset_t none;
    ::sigemptyset(&none);
    ::pthread_sigmask(SIG_SETMASK, &none, nullptr);
    ::signal(SIGPIPE, SIG_DFL);
    if (::dup2(pipes.fds[0][0], 0) < 0 || ::dup2(pipes.fds[1][1], 1) < 0 || ::dup2(pipes.fds[2][1], 2) < 0)
        giveUp();
    if (!prepared.folder.isEmpty() && ::chdir(prepared.folder.constData()) != 0)
        giveUp();
    ::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
    ::execve(prepared.program.constData(), prepared.arguments.data(), prepared.environment.data());
    giveUp();
    ::_exit(127);
}

} // namespace

Result<ChildProcess> ChildProcess::start(const ChildSpec& spec)
{
    QString path = spec.program;
    if (!path.contains(u'/')) {
        path = QStandardPaths::findExecutable(spec.program);
        if (path.isEmpty())
            return fail(errors::cannotStart, spec.program, reason(ENOENT));
    }
    Pipes pipes;
    if (!pipes.open())
        return fail(errors::cannotStart, spec.program, reason(errno));
    const Prepared prepared(path, spec);
    const pid_t pid = ::fork();
    if (pid < 0)
        return fail(errors::cannotStart, spec.program, reason(errno));
    if (pid == 0)
        runChild(prepared, pipes);

    ChildProcess child;
    child.m_pid = pid;
    child.m_in = std::exchange(pipes.fds[0][1], -1);
    child.m_out = std::exchange(pipes.fds[1][0], -1);
    child.m_err = std::exchange(pipes.fds[2][0], -1);
    closeFd(pipes.fds[0][0]);
    closeFd(pipes.fds[1][1]);
    closeFd(pipes.fds[2][1]);
    closeFd(pipes.fds[3][1]);
    // Closed by a successful exec; otherwise it brings the reason.
    int error = 0;
    ssize_t got = 0;
    do {
        got = ::read(pipes.fds[3][0], &error, sizeof error);
    } while (got < 0 && errno == EINTR);
    if (got == sizeof error) {
        child.kill();
        return fail(errors::cannotStart, spec.program, reason(error));
    }
    // glibc 2.36 declares pidfd_open() without C linkage.
    child.m_exit = static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
    for (const int fd : {child.m_in, child.m_out, child.m_err}) {
        if (::fcntl(fd, F_SETFL, O_NONBLOCK) != 0)
            return fail(errors::cannotStart, spec.program, reason(errno));
    }
    return child;
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : m_pid(std::exchange(other.m_pid, -1))
    , m_in(std::exchange(other.m_in, -1))
    , m_out(std::exchange(other.m_out, -1))
    , m_err(std::exchange(other.m_err, -1))
    , m_exit(std::exchange(other.m_exit, -1))
    , m_status(std::exchange(other.m_status, std::nullopt))
{
}

ChildProcess& ChildProcess::operator=(ChildProcess&& other) noexcept
{
    std::swap(m_pid, other.m_pid);
    std::swap(m_in, other.m_in);
    std::swap(m_out, other.m_out);
    std::swap(m_err, other.m_err);
    std::swap(m_exit, other.m_exit);
    std::swap(m_status, other.m_status);
    return *this;
}

ChildProcess::~ChildProcess()
{
    if (m_pid > 0)
        kill();
    for (int* fd : {&m_in, &m_out, &m_err, &m_exit})
        closeFd(*fd);
}

void ChildProcess::closeIn()
{
    closeFd(m_in);
}

std::optional<int> ChildProcess::ended()
{
    siginfo_t info{};
    if (!m_status && m_pid > 0 && ::waitid(P_PID, static_cast<id_t>(m_pid), &info, WEXITED | WNOHANG | WNOWAIT) == 0
        && info.si_pid == m_pid)
        kill();
    return m_status;
}

void ChildProcess::kill()
{
    if (m_pid <= 0 || m_status)
        return;
    // What it started itself goes with it. Its number is its own until it is reaped, so no stranger is hit; the group
    // may not exist yet when exec failed.
    ::kill(-m_pid, SIGKILL);
    ::kill(m_pid, SIGKILL);
    int status = 0;
    while (::waitpid(m_pid, &status, 0) < 0 && errno == EINTR)
        continue;
    m_status = status;
}

QString waitStatusText(int status)
{
    if (WIFSIGNALED(status))
        return u"signal %1 (%2)"_s.arg(WTERMSIG(status)).arg(QString::fromLocal8Bit(::strsignal(WTERMSIG(status))));
    return u"exit code %1"_s.arg(WEXITSTATUS(status));
}

} // namespace nc
