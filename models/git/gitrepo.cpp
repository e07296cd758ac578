#include "git/gitrepo.h"

#include "git/errors.h"
#include "git/gitcommitter.h"
#include "git/gitprogram.h"
#include "git/gitreader.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace nc {

GitRepo::GitRepo(QString folder)
    : m_folder(std::move(folder))
{
}

Result<GitState> GitRepo::state(const TaskContext& task) const
{
    const auto reader = GitReader::open(m_folder);
    return reader ? reader->state(task) : fail(reader.error());
}

Result<GitBytes> GitRepo::committed(const QString& path, const TaskContext& task) const
{
    return fileAt(u"HEAD"_s, path, task);
}

Result<GitBytes> GitRepo::fileAt(const QString& commit, const QString& path, const TaskContext& task) const
{
    if (task.isCancelled())
        return TaskContext::cancelled();
    const auto reader = GitReader::open(m_folder);
    return reader ? reader->fileAt(commit, path) : fail(reader.error());
}

Result<QString> GitRepo::top(const TaskContext& task) const
{
    if (task.isCancelled())
        return TaskContext::cancelled();
    const auto reader = GitReader::open(m_folder);
    return reader ? Result<QString>(reader->top()) : fail(reader.error());
}

Result<QMap<QString, GitChange>> GitRepo::changes(const TaskContext& task) const
{
    const auto reader = GitReader::open(m_folder);
    return reader ? reader->changes(m_folder, true, task) : fail(reader.error());
}

Result<QList<GitLine>> GitRepo::blame(const QString& path, const QByteArray& content, const TaskContext& task) const
{
    if (task.isCancelled())
        return TaskContext::cancelled();
    const auto reader = GitReader::open(m_folder);
    if (!reader)
        return fail(reader.error());
    const QFileInfo file(QDir(m_folder), path);
    const QString real = QFileInfo(file.path()).canonicalFilePath() + u'/' + file.fileName();
    return reader->blame(QDir(reader->top()).relativeFilePath(real), content);
}

Result<QList<GitFile>> GitRepo::files(const QStringList& paths, const TaskContext& task) const
{
    const auto reader = GitReader::open(m_folder);
    if (!reader)
        return fail(reader.error());
    QList<GitFile> files;
    for (const QString& path : paths) {
        if (task.isCancelled())
            return TaskContext::cancelled();
        auto before = reader->fileAt(u"HEAD"_s, path);
        if (!before)
            return fail(before.error());
        auto now = bytesOnDisk(reader->top() + u'/' + path);
        if (!now)
            return fail(now.error());
        files += GitFile{path, std::move(*before), std::move(*now)};
    }
    return files;
}

Result<GitState> GitRepo::readyToCommit(const QStringList& paths, const TaskContext& task) const
{
    const auto reader = GitReader::open(m_folder);
    return reader ? GitCommitter(*reader).ready(paths, task) : fail(reader.error());
}

Result<QString> GitRepo::commit(const GitCommit& commit, const TaskContext& task) const
{
    const auto reader = GitReader::open(m_folder);
    return reader ? GitCommitter(*reader).commit(commit, task) : fail(reader.error());
}

Result<GitState> GitRepo::readyToPush(const TaskContext& task) const
{
    const auto reader = GitReader::open(m_folder);
    if (!reader)
        return fail(reader.error());
    auto now = reader->state(task);
    if (!now)
        return now;
    if (now->remote.isEmpty())
        return fail(errors::noRemote, now->folder);
    if (now->branch.isEmpty())
        return fail(errors::noBranch, now->folder);
    const GitProgram git(reader->top(), reader->isForeign());
    if (const auto fetched = git.must({u"fetch"_s, u"--quiet"_s, now->remote}, task); !fetched)
        return fail(fetched.error());
    now = reader->state(task);
    if (now && now->behind > 0)
        return fail(errors::branchBehind, now->branch, QString::number(now->behind));
    return now;
}

Result<GitPushed> GitRepo::push(const GitPush& target, const TaskContext& task) const
{
    const auto now = readyToPush(task);
    if (!now)
        return fail(now.error());
    const auto reader = GitReader::open(m_folder);
    if (!reader)
        return fail(reader.error());
    const bool review = target.way == GitPush::Way::Gerrit;
    const QString followed = now->followed.isEmpty() ? now->branch : now->followed;
    const QString branch = target.branch.isEmpty() && review ? followed : target.branch;
    if (branch.isEmpty())
        return fail(errors::noBranch, now->folder);
    GitPushed pushed;
    pushed.ref = (review ? u"refs/for/"_s : u"refs/heads/"_s) + branch;
    const GitProgram git(reader->top(), reader->isForeign());
    const QStringList where{now->remote, u"HEAD:"_s + pushed.ref};
    QStringList wish;
    if (!review && branch != followed)
        wish = {u"-o"_s, u"merge_request.create"_s, u"-o"_s, u"merge_request.target="_s + followed};
    auto answer = git.run(QStringList{u"push"_s, u"--porcelain"_s} + wish + where, task);
    // Said before anything is sent; the hook has agreed by then.
    if (answer && answer->code != 0 && answer->err.contains("does not support push options"_L1))
        answer = git.run(QStringList{u"push"_s, u"--porcelain"_s, u"--no-verify"_s} + where, task);
    if (!answer)
        return fail(answer.error());
    pushed.answer = (QString::fromUtf8(answer->out).trimmed() + u'\n' + answer->err).trimmed();
    if (answer->code != 0) {
        if (!answer->refusedBy.isEmpty())
            return fail(errors::pushHookRefused, answer->refusedBy, pushed.answer);
        return fail(errors::pushRejected, pushed.ref, pushed.answer);
    }
    static const QRegularExpression url(uR"(^remote:\s+(https?://\S+))"_s, QRegularExpression::MultilineOption);
    pushed.url = url.match(answer->err).captured(1);
    return pushed;
}

Result<GitOffered> GitRepo::offer(const GitOffer& offer, const TaskContext& task) const
{
    const auto ready = readyToCommit(offer.commit.paths, task);
    const bool nothing = !ready && ready.error().is(errors::nothingToCommit) && offer.push;
    if (!ready && !nothing)
        return fail(ready.error());
    if (offer.push) {
        const auto state = readyToPush(task);
        if (!state)
            return fail(state.error());
        if (nothing && state->ahead == 0)
            return fail(ready.error());
    }
    GitOffered offered;
    if (!nothing) {
        auto id = commit(offer.commit, task);
        if (!id)
            return fail(id.error());
        offered.commit = std::move(*id);
    }
    if (!offer.push)
        return offered;
    auto pushed = push(*offer.push, task);
    if (pushed)
        offered.pushed = std::move(*pushed);
    else
        offered.pushError = pushed.error();
    return offered;
}

QString ownBranch(const QString& what, const QDateTime& now)
{
    return what + now.toUTC().toString(u"-yyyyMMdd-HHmmss"_s);
}

} // namespace nc
