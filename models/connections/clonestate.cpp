#include "connections/clonestate.h"

#include "core/errors.h"

#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace nc {

static void read(const QByteArray& line, CloneState* state)
{
    const QString text = QString::fromUtf8(line);
    if (text.startsWith(u"# branch.oid ")) {
        const QString id = text.mid(13);
        state->commit = id == u"(initial)" ? QString() : id.left(8);
    } else if (text.startsWith(u"# branch.head ")) {
        const QString name = text.mid(14);
        state->branch = name == u"(detached)" ? QString() : name;
    } else if (text.startsWith(u"# branch.ab ")) {
        const QStringList parts = text.mid(12).split(u' ');
        state->hasUpstream = true;
        state->ahead = parts.value(0).mid(1).toInt();
        state->behind = parts.value(1).mid(1).toInt();
    } else if (!text.isEmpty() && !text.startsWith(u'#')) {
        ++state->changed;
    }
}

Result<CloneState> cloneState(const QString& folder, const TaskContext& task)
{
    CloneState state;
    state.folder = folder;
    if (!QFileInfo(folder).isDir())
        return fail(errors::notFound, folder, {}, Next::Retry);
    if (QStandardPaths::findExecutable(u"git"_s).isEmpty())
        return state;
    QProcess git;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C"_s);
    environment.insert(u"GIT_OPTIONAL_LOCKS"_s, u"0"_s);
    git.setProcessEnvironment(environment);
    // A clone of another user (the sandbox's) is read all the same: nothing of it is executed.
    git.start(u"git"_s,
        {u"-c"_s, u"safe.directory=*"_s, u"-c"_s, u"core.fsmonitor=false"_s, u"-C"_s, folder, u"status"_s,
            u"--porcelain=v2"_s, u"--branch"_s, u"--untracked-files=all"_s});
    while (!git.waitForFinished(50)) {
        if (git.state() == QProcess::NotRunning)
            break;
        if (task.isCancelled()) {
            git.kill();
            git.waitForFinished(1000);
            return TaskContext::cancelled();
        }
    }
    const QByteArray trouble = git.readAllStandardError();
    if (git.exitStatus() != QProcess::NormalExit || git.exitCode() != 0) {
        if (trouble.contains("not a git repository"))
            return state;
        return fail(errors::cannotRead, folder, QString::fromUtf8(trouble).trimmed(), Next::Retry);
    }
    state.isClone = true;
    for (const QByteArray& line : git.readAllStandardOutput().split('\n'))
        read(line, &state);
    return state;
}

} // namespace nc
