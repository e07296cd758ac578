#include "sandbox/tool.h"

#include "sandbox/errors.h"

#include <QDeadlineTimer>
#include <QProcess>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nc {
namespace {

void end(QProcess& process)
{
    process.kill();
    process.waitForFinished(2000);
}

} // namespace

QString lastLines(const QByteArray& text, int count)
{
    QStringList lines = QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts);
    if (lines.size() > count)
        lines = lines.last(count);
    return lines.join(u'\n').trimmed();
}

Result<QByteArray> runTool(const ToolCall& call, const TaskContext& task)
{
    if (task.isCancelled())
        return TaskContext::cancelled();
    QProcess process;
    QProcessEnvironment environment = call.base;
    // Words of tools end up in errors and are compared in tests: one language.
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    for (const auto& [name, value] : call.environment.asKeyValueRange())
        environment.insert(name, value);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(call.folder);
    if (call.account) {
        process.setChildProcessModifier([account = *call.account] {
            if (!becomeAccount(account))
                ::_exit(126);
        });
    }
    process.start(call.program, call.arguments);
    if (!process.waitForStarted(10'000))
        return fail(errors::noTool, call.program, process.errorString());
    process.write(call.input);
    process.closeWriteChannel();
    const QDeadlineTimer deadline(call.limit);
    while (process.state() != QProcess::NotRunning && !process.waitForFinished(40)) {
        if (task.isCancelled()) {
            end(process);
            return TaskContext::cancelled();
        }
        if (deadline.hasExpired()) {
            end(process);
            return fail(errors::timedOut, call.program, {}, Next::Retry);
        }
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        QByteArray words = process.readAllStandardError();
        if (words.trimmed().isEmpty())
            words = process.readAllStandardOutput();
        return fail(errors::toolFailed, call.program, lastLines(words));
    }
    return process.readAllStandardOutput();
}

} // namespace nc
