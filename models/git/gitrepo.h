#pragma once

#include "core/task.h"
#include "git/gitstate.h"

namespace nc {

/// One clone. Looking at it starts no program, whatever its configuration says (gitreader.h), and only at a clone of
/// one's own or a trusted one (gittrust.h). Changing it (commit, push) is done by the git that the person has: with
/// its author, keys, filters and hooks; the environment leads nowhere else (gitenvironment.h). Never merges, never
/// forces, never asks (a password prompt is an error). Each function blocks and ends with the task's cancel. Any
/// thread. errors::notARepository, foreignClone, unreadableClone, worktreeElsewhere, noGit, gitFailed.
class GitRepo {
public:
    /// `folder` (or a file's folder) may lie anywhere inside the clone. Nothing is looked at yet.
    explicit GitRepo(QString folder);

    Result<GitState> state(const TaskContext& task) const;
    /// The file as the last commit has it; nothing when it is not in there. `path` relative to the top.
    Result<GitBytes> committed(const QString& path, const TaskContext& task) const;
    /// The same as of any commit.
    Result<GitBytes> fileAt(const QString& commit, const QString& path, const TaskContext& task) const;
    /// The folder of the clone that `folder` lies in.
    Result<QString> top(const TaskContext& task) const;
    /// Files at or below the folder that differ from the last commit, named from the top; untracked and ignored ones
    /// too.
    Result<QMap<QString, GitChange>> changes(const TaskContext& task) const;
    /// For each line of `content` (the file as it stands in an editor) the commit that wrote it. `path` absolute or
    /// relative to the folder; errors::gitFailed when the last commit does not have it.
    Result<QList<GitLine>> blame(const QString& path, const QByteArray& content, const TaskContext& task) const;
    /// These files before and after, for looking at before a commit. errors::cannotRead.
    Result<QList<GitFile>> files(const QStringList& paths, const TaskContext& task) const;

    /// What would be in the way of a commit of these files: errors::noBranch, operationUnfinished,
    /// conflictUnresolved, conflictMarkers, hiddenFromGit, ignoredByGit, nothingToCommit. Gives the state.
    Result<GitState> readyToCommit(const QStringList& paths, const TaskContext& task) const;
    /// Commits these files as they are on disk, and nothing else that may be staged. Hooks run. A commit that fails
    /// changes nothing, the index included. Gives the commit's id. As readyToCommit(); errors::changedMeanwhile when
    /// the disk has other bytes than were shown; hookRefused (detail: what the hook said), indexBehind.
    Result<QString> commit(const GitCommit& commit, const TaskContext& task) const;

    /// How the clone stands after asking the remote; errors::noRemote, noBranch, branchBehind: it cannot push as it
    /// is. To be asked before a commit that is to be pushed.
    Result<GitState> readyToPush(const TaskContext& task) const;
    /// Offers the commits that the remote lacks. A branch of one's own comes with a merge request into the followed
    /// one where the server takes such a wish (GitLab's push options). As readyToPush(); errors::pushRejected,
    /// pushHookRefused.
    Result<GitPushed> push(const GitPush& target, const TaskContext& task) const;

    /// Commit, then push. What is in the way of either is said before anything is done; where nothing is new, earlier
    /// commits that wait are pushed (a push that was refused is made again so). errors as of the parts.
    Result<GitOffered> offer(const GitOffer& offer, const TaskContext& task) const;

private:
    QString m_folder;
};

/// A name for a branch of one's own: "channels-20261201-031502". `what` in latin letters.
QString ownBranch(const QString& what, const QDateTime& now);

} // namespace nc
