#include "sandbox/serverprocess.h"

#include "core/atomicfile.h"
#include "sandbox/errors.h"
#include "sandbox/tool.h"

#include <QDeadlineTimer>
#include <QFile>

#include <signal.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nc {
namespace {

QByteArray procFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString bootId()
{
    return QString::fromLatin1(procFile(u"/proc/sys/kernel/random/boot_id"_s)).trimmed();
}

// Signals exactly the marked process: the descriptor keeps the pid from meaning somebody else in between.
bool signalProcess(const ProcessMark& process, int signal)
{
    const auto descriptor = static_cast<int>(::syscall(SYS_pidfd_open, static_cast<pid_t>(process.pid), 0));
    if (descriptor < 0)
        return process.isAlive() && ::kill(static_cast<pid_t>(process.pid), signal) == 0;
    const bool sent = process.isAlive() && ::syscall(SYS_pidfd_send_signal, descriptor, signal, nullptr, 0) == 0;
    ::close(descriptor);
    return sent;
}

bool waitForEnd(const ProcessMark& process, std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    while (process.isAlive()) {
        if (deadline.hasExpired())
            return false;
        std::this_thread::sleep_for(10ms);
    }
    return true;
}

QString logEnd(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(std::max<qint64>(0, file.size() - 8000));
    return lastLines(file.readAll());
}

} // namespace

ProcessMark ProcessMark::of(qint64 pid)
{
    const QByteArray stat = procFile(u"/proc/%1/stat"_s.arg(pid));
    // The second field, the name in parentheses, may hold anything; count from its end.
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    if (pid <= 0 || fields.size() < 20 || fields.at(0) == "Z" || fields.at(0) == "X")
        return {};
    return {pid, fields.at(19).toLongLong(), bootId()};
}

bool ProcessMark::isAlive() const
{
    return pid > 0 && of(pid) == *this;
}

QJsonObject ProcessMark::toJson() const
{
    return {{u"pid"_s, pid}, {u"began"_s, began}, {u"boot"_s, boot}};
}

ProcessMark ProcessMark::fromJson(const QJsonObject& json)
{
    return {json["pid"_L1].toInteger(), json["began"_L1].toInteger(), json["boot"_L1].toString()};
}

Result<void> stopServer(const ProcessMark& process, int signal, std::chrono::milliseconds patience)
{
    if (!signalProcess(process, signal) || waitForEnd(process, patience))
        return {};
    signalProcess(process, SIGKILL);
    if (!waitForEnd(process, 5s))
        return fail(errors::stillRunning, QString::number(process.pid));
    return {};
}

Result<void> waitUntil(const std::function<bool()>& ready, const ProcessMark& process, const QString& name,
    const QString& log, std::chrono::milliseconds limit, const TaskContext& task)
{
    const QDeadlineTimer deadline(limit);
    while (!ready()) {
        if (!process.isAlive())
            return fail(errors::serverDied, name, logEnd(log));
        if (deadline.hasExpired())
            return fail(errors::serverSilent, name, log, Next::Retry);
        if (task.cancel.waitFor(15ms))
            return TaskContext::cancelled();
    }
    return {};
}

} // namespace nc
