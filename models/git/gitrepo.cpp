#include "git/gitrepo.h"

#include "core/errors.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QProcessEnvironment environment()
{
    QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
    env.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    env.insert(u"GIT_TERMINAL_PROMPT"_s, u"0"_s);
    env.insert(u"GIT_EDITOR"_s, u"true"_s);
    env.insert(u"GIT_OPTIONAL_LOCKS"_s, u"0"_s);
    if (!env.contains(u"GIT_SSH_COMMAND"_s) && !env.contains(u"GIT_SSH"_s))
        env.insert(u"GIT_SSH_COMMAND"_s, u"ssh -oBatchMode=yes"_s);
    return env;
}

/// Git's words without passwords that may stand in a remote's address.
QString words(const QByteArray& text)
{
    static const QRegularExpression secret(uR"((\w+://)[^/@\s]+@)"_s);
    return QString::fromUtf8(text).replace(secret, u"\\1"_s).trimmed();
}

QString trimmed(const QByteArray& text)
{
    return QString::fromUtf8(text).trimmed();
}

} // namespace

GitRepo::GitRepo(QString folder)
    : m_folder(std::move(folder))
{
}

Result<GitRepo::Answer> GitRepo::run(
    const QStringList& arguments, const TaskContext& task, const QByteArray& input) const
{
    QProcess git;
    git.setProcessEnvironment(environment());
    git.setWorkingDirectory(QFileInfo(m_folder).isDir() ? m_folder : QFileInfo(m_folder).absolutePath());
    git.start(u"git"_s, arguments);
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
        return fail(errors::gitFailed, m_folder, git.errorString());
    return Answer{git.exitCode(), git.readAllStandardOutput(), words(git.readAllStandardError())};
}

Result<GitRepo::Answer> GitRepo::look(const QStringList& arguments, const TaskContext& task) const
{
    return run(QStringList{u"-c"_s, u"safe.directory=*"_s, u"-c"_s, u"core.fsmonitor=false"_s} + arguments, task);
}

Result<QByteArray> GitRepo::must(const QStringList& arguments, const TaskContext& task, const QByteArray& input) const
{
    return taken(arguments.value(0), run(arguments, task, input));
}

Result<QByteArray> GitRepo::taken(const QString& verb, Result<Answer> answer) const
{
    if (!answer)
        return fail(answer.error());
    if (answer->code == 0)
        return answer->out;
    if (answer->err.contains("not a git repository"_L1))
        return fail(errors::notARepository, m_folder);
    const QString said = answer->err.isEmpty() ? trimmed(answer->out) : answer->err;
    return fail(errors::gitFailed, u"git "_s + verb, said);
}

Result<GitState> GitRepo::state(const TaskContext& task) const
{
    GitState state;
    const auto top = taken(u"rev-parse"_s, look({u"rev-parse"_s, u"--show-toplevel"_s}, task));
    if (!top)
        return fail(top.error());
    state.folder = trimmed(*top);
    const auto status = taken(u"status"_s,
        look({u"status"_s, u"--porcelain=v2"_s, u"--branch"_s, u"-z"_s, u"--untracked-files=all"_s}, task));
    if (!status)
        return fail(status.error());
    const QList<QByteArray> entries = status->split('\0');
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QString line = QString::fromUtf8(entries[i]);
        if (line.startsWith("# branch.head "_L1))
            state.branch = line.mid(14) == u"(detached)" ? QString() : line.mid(14);
        else if (line.startsWith("# branch.oid "_L1))
            state.head = line.mid(13) == u"(initial)" ? QString() : line.mid(13);
        else if (line.startsWith("# branch.upstream "_L1))
            state.upstream = line.mid(18);
        else if (line.startsWith("# branch.ab "_L1)) {
            state.ahead = line.section(u' ', 2, 2).mid(1).toInt();
            state.behind = line.section(u' ', 3, 3).mid(1).toInt();
        } else if (line.startsWith(u'1') || line.startsWith(u'u'))
            state.dirty += line.section(u' ', line.startsWith(u'1') ? 8 : 10);
        else if (line.startsWith(u'2')) {
            state.dirty += line.section(u' ', 9);
            ++i; // the name before it was moved
        } else if (line.startsWith("? "_L1))
            state.dirty += line.mid(2);
    }
    const auto remotes = taken(u"remote"_s, look({u"remote"_s}, task));
    if (!remotes)
        return fail(remotes.error());
    const QStringList names = trimmed(*remotes).split(u'\n', Qt::SkipEmptyParts);
    state.remote = names.contains(u"origin"_s) ? u"origin"_s : names.value(0);
    if (!state.upstream.isEmpty())
        state.remote = state.upstream.section(u'/', 0, 0);
    if (!state.remote.isEmpty()) {
        const auto push = look({u"config"_s, u"--get-regexp"_s, u"^remote\\."_s + state.remote + u"\\."_s}, task);
        if (!push)
            return fail(push.error());
        state.gerrit = push->out.contains("refs/for/") || push->out.contains(":29418")
            || QFileInfo::exists(state.folder + u"/.gitreview"_s);
    }
    return state;
}

Result<void> GitRepo::fetch(const TaskContext& task) const
{
    const auto done = must({u"fetch"_s, u"--quiet"_s}, task);
    return done ? Result<void>() : fail(done.error());
}

Result<std::optional<QByteArray>> GitRepo::committed(const QString& path, const TaskContext& task) const
{
    return fileAt(u"HEAD"_s, path, task);
}

Result<std::optional<QByteArray>> GitRepo::fileAt(
    const QString& commit, const QString& path, const TaskContext& task) const
{
    const auto answer = look({u"show"_s, commit + u':' + path}, task);
    if (!answer)
        return fail(answer.error());
    return answer->code == 0 ? std::optional(answer->out) : std::nullopt;
}

Result<QString> GitRepo::commit(
    const QStringList& paths, const QString& message, bool changeId, const TaskContext& task) const
{
    // Named from the top, wherever in the clone our folder lies; no wildcards.
    QStringList specs;
    for (const QString& path : paths)
        specs += u":(top,literal)"_s + path;
    const auto changed = must(QStringList{u"status"_s, u"--porcelain"_s, u"--"_s} + specs, task);
    if (!changed)
        return fail(changed.error());
    if (changed->trimmed().isEmpty())
        return fail(errors::nothingToCommit, paths.join(u", "_s));
    if (const auto added = must(QStringList{u"add"_s, u"--"_s} + specs, task); !added)
        return fail(added.error());
    QString text = message.trimmed();
    if (changeId && !text.contains("\nChange-Id: I"_L1)) {
        // A hook of Gerrit's makes one only where none is, so ours is kept.
        const QByteArray seed = text.toUtf8() + *changed + QByteArray::number(QDateTime::currentMSecsSinceEpoch());
        const QByteArray id = QCryptographicHash::hash(seed, QCryptographicHash::Sha1).toHex();
        const auto with = must({u"interpret-trailers"_s, u"--trailer"_s, u"Change-Id: I"_s + QString::fromLatin1(id)},
            task, text.toUtf8() + '\n');
        if (!with)
            return fail(with.error());
        text = trimmed(*with);
    }
    const auto done = must(QStringList{u"commit"_s, u"--quiet"_s, u"--file=-"_s, u"--only"_s, u"--"_s} + specs, task,
        text.toUtf8() + '\n');
    if (!done)
        return fail(done.error());
    const auto id = must({u"rev-parse"_s, u"HEAD"_s}, task);
    return id ? Result<QString>(trimmed(*id)) : fail(id.error());
}

Result<GitState> GitRepo::readyToPush(const TaskContext& task) const
{
    auto now = state(task);
    if (!now)
        return now;
    if (now->remote.isEmpty())
        return fail(errors::noRemote, now->folder);
    if (const auto fetched = fetch(task); !fetched)
        return fail(fetched.error());
    now = state(task);
    if (now && now->behind > 0)
        return fail(errors::branchBehind, now->branch, QString::number(now->behind));
    return now;
}

Result<GitPushed> GitRepo::push(const GitPush& target, const TaskContext& task) const
{
    const auto now = readyToPush(task);
    if (!now)
        return fail(now.error());
    QString branch = target.branch;
    if (branch.isEmpty())
        branch = now->upstream.isEmpty() ? now->branch : now->upstream.section(u'/', 1);
    if (branch.isEmpty())
        return fail(errors::noBranch, now->folder);
    GitPushed pushed;
    pushed.ref = (target.way == GitPush::Way::Gerrit ? u"refs/for/"_s : u"refs/heads/"_s) + branch;
    const auto answer = run({u"push"_s, u"--porcelain"_s, now->remote, u"HEAD:"_s + pushed.ref}, task);
    if (!answer)
        return fail(answer.error());
    pushed.answer = (trimmed(answer->out) + u'\n' + answer->err).trimmed();
    if (answer->code != 0)
        return fail(errors::pushRejected, pushed.ref, pushed.answer);
    static const QRegularExpression url(uR"(^remote:\s+(https?://\S+))"_s, QRegularExpression::MultilineOption);
    pushed.url = url.match(answer->err).captured(1);
    return pushed;
}

} // namespace nc
