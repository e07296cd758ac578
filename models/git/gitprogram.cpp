#include "git/gitprogram.h"

#include "git/errors.h"
#include "git/gitenvironment.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// Git's words without passwords that may stand in a remote's address.
QString words(const QByteArray& text)
{
    static const QRegularExpression secret(uR"((\w+://)[^/@\s]+@)"_s);
    return QString::fromUtf8(text).replace(secret, u"\\1"_s).trimmed();
}

/// Git's exit code does not say whether it was a hook that ended it; its record of what it started does. Only this
/// git's own hooks: they run git as well, and write into the same record.
QString refusingHook(const QString& record)
{
    QFile file(record);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QMap<int, QString> hooks;
    QString refused;
    while (!file.atEnd()) {
        const QJsonObject event = QJsonDocument::fromJson(file.readLine()).object();
        if (event["sid"_L1].toString().contains(u'/'))
            continue;
        const QString kind = event["event"_L1].toString();
        const int child = event["child_id"_L1].toInt();
        if (kind == "child_start"_L1 && event["child_class"_L1].toString() == "hook"_L1)
            hooks.insert(child, event["hook_name"_L1].toString());
        else if (kind == "child_exit"_L1 && hooks.contains(child) && event["code"_L1].toInt() != 0)
            refused = hooks.value(child);
    }
    return refused;
}

} // namespace

GitProgram::GitProgram(QString top, bool foreign)
    : m_top(std::move(top))
    , m_foreign(foreign)
{
}

Result<GitProgram::Answer> GitProgram::run(
    const QStringList& arguments, const TaskContext& task, const QByteArray& input) const
{
    if (task.isCancelled())
        return TaskContext::cancelled();
    const QTemporaryDir scratch;
    const QString record = scratch.filePath(u"events"_s);
    QProcessEnvironment environment = gitEnvironment();
    environment.insert(u"GIT_TRACE2_EVENT"_s, record);
    if (!m_index.isEmpty())
        environment.insert(u"GIT_INDEX_FILE"_s, m_index);
    QProcess git;
    git.setProcessEnvironment(environment);
    git.setWorkingDirectory(m_top);
    const QStringList told = m_foreign ? QStringList{u"-c"_s, u"safe.directory="_s + m_top} : QStringList();
    git.start(u"git"_s, told + arguments);
    if (!git.waitForStarted())
        return fail(errors::noGit, u"git"_s, git.errorString());
    if (!input.isEmpty())
        git.write(input);
    git.closeWriteChannel();
    while (!git.waitForFinished(50)) {
        if (git.state() == QProcess::NotRunning)
            break;
        if (task.isCancelled()) {
            git.terminate();
            if (!git.waitForFinished(50))
                git.kill();
            git.waitForFinished(1000);
            return TaskContext::cancelled();
        }
    }
    if (git.exitStatus() != QProcess::NormalExit)
        return fail(errors::gitFailed, m_top, git.errorString());
    Answer answer{git.exitCode(), git.readAllStandardOutput(), words(git.readAllStandardError()), {}};
    if (answer.code != 0)
        answer.refusedBy = refusingHook(record);
    return answer;
}

Result<QByteArray> GitProgram::must(
    const QStringList& arguments, const TaskContext& task, const QByteArray& input) const
{
    const auto answer = run(arguments, task, input);
    if (!answer)
        return fail(answer.error());
    if (answer->code == 0)
        return answer->out;
    const QString said = (QString::fromUtf8(answer->out) + u'\n' + answer->err).trimmed();
    if (!answer->refusedBy.isEmpty())
        return fail(errors::hookRefused, answer->refusedBy, said);
    return fail(errors::gitFailed, u"git "_s + arguments.value(0), said);
}

} // namespace nc
