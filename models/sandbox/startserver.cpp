#include "core/errors.h"
#include "sandbox/errors.h"
#include "sandbox/serverprocess.h"

#include <QFile>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

// What the grandchild tells us before it becomes the server: its pid, or why it could not (errno).
struct Report {
    pid_t pid = 0;
    int error = 0;
};

std::vector<char*> pointers(QList<QByteArray>& strings)
{
    std::vector<char*> result;
    for (QByteArray& string : strings)
        result.push_back(string.data());
    result.push_back(nullptr);
    return result;
}

QList<QByteArray> environmentOf(const ServerCall& call)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (call.account)
        environment.insert(u"HOME"_s, QString::fromLocal8Bit(call.account->home));
    for (const auto& [name, value] : call.environment.asKeyValueRange())
        environment.insert(name, value);
    QList<QByteArray> result;
    for (const QString& line : environment.toStringList())
        result.append(line.toLocal8Bit());
    return result;
}

void tell(int channel, const Report& report)
{
    [[maybe_unused]] const ssize_t written = ::write(channel, &report, sizeof report);
}

// Only async-signal-safe calls from here on: other threads of ours may have held any lock at the fork.
[[noreturn]] void becomeServer(
    int channel, int log, const char* program, char* const* arguments, char* const* environment, const Account* account)
{
    ::setsid();
    const pid_t server = ::fork();
    if (server != 0) {
        if (server < 0)
            tell(channel, {0, errno});
        ::_exit(0);
    }
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGCHLD})
        ::signal(signal, SIG_DFL);
    const int nothing = ::open("/dev/null", O_RDONLY);
    ::dup2(nothing, 0);
    ::dup2(log, 1);
    ::dup2(log, 2);
    ::dup2(channel, 3);
    ::fcntl(3, F_SETFD, FD_CLOEXEC);
    ::close_range(4, ~0U, 0);
    if (::chdir("/") != 0 || (account && !becomeAccount(*account))) {
        tell(3, {0, errno});
        ::_exit(126);
    }
    tell(3, {::getpid(), 0});
    ::execve(program, arguments, environment);
    tell(3, {0, errno});
    ::_exit(127);
}

struct Descriptor {
    int value = -1;
    Descriptor(int descriptor)
        : value(descriptor)
    {
    }
    ~Descriptor()
    {
        if (value >= 0)
            ::close(value);
    }
    Q_DISABLE_COPY(Descriptor)
};

// Above the numbers that the child rearranges.
int moveUp(int descriptor)
{
    const int moved = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 10);
    ::close(descriptor);
    return moved;
}

// The last report that came: the pid alone means that the program runs.
Result<ProcessMark> readReports(int channel, const ServerCall& call)
{
    Report last;
    Report next;
    while (::read(channel, &next, sizeof next) == sizeof next) {
        if (next.pid > 0)
            last.pid = next.pid;
        last.error = next.error;
    }
    if (last.error != 0 || last.pid <= 0)
        return fail(errors::noTool, call.program, QString::fromLocal8Bit(std::strerror(last.error)));
    return ProcessMark::of(last.pid);
}

} // namespace

Result<ProcessMark> startServer(const ServerCall& call)
{
    const QString program = call.program.contains(u'/') ? call.program : QStandardPaths::findExecutable(call.program);
    if (program.isEmpty())
        return fail(errors::noTool, call.program);
    const Descriptor log(
        moveUp(::open(QFile::encodeName(call.log).constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644)));
    if (log.value < 0)
        return fail(errors::cannotWrite, call.log, QString::fromLocal8Bit(std::strerror(errno)));
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return fail(errors::noTool, call.program, QString::fromLocal8Bit(std::strerror(errno)));
    const Descriptor reading(ends[0]);

    const QByteArray path = QFile::encodeName(program);
    QList<QByteArray> words{path};
    for (const QString& argument : call.arguments)
        words.append(argument.toLocal8Bit());
    QList<QByteArray> variables = environmentOf(call);
    const std::vector<char*> argumentList = pointers(words);
    const std::vector<char*> environmentList = pointers(variables);
    pid_t child = 0;
    {
        const Descriptor writing(moveUp(ends[1]));
        child = ::fork();
        if (child == 0) {
            becomeServer(writing.value, log.value, path.constData(), argumentList.data(), environmentList.data(),
                call.account ? &*call.account : nullptr);
        }
    }
    if (child < 0)
        return fail(errors::noTool, call.program, QString::fromLocal8Bit(std::strerror(errno)));
    while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) { }
    return readReports(reading.value, call);
}

} // namespace nc
