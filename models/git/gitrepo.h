#pragma once

#include "core/task.h"

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace nc {

/// How a clone stands.
struct GitState {
    QString folder; ///< top of the working copy
    QString branch; ///< empty when detached
    QString head; ///< commit id; empty before the first commit
    QString upstream; ///< "origin/main"; empty when none is set
    int ahead = 0; ///< commits that upstream does not have
    int behind = 0; ///< as far as is known: since the last fetch
    /// Files that differ from the last commit, relative to `folder`, untracked ones too.
    QStringList dirty;
    QString remote; ///< name, "origin"; empty without one
    bool gerrit = false; ///< reviews go to refs/for/<branch>

    friend bool operator==(const GitState&, const GitState&) = default;
};

/// Where a commit is offered.
struct GitPush {
    enum class Way : std::uint8_t { Branch, Gerrit };

    Way way = Way::Branch;
    QString branch; ///< of the remote; empty: the one that the clone follows
};

struct GitPushed {
    QString ref; ///< "refs/for/main", "refs/heads/smtp"
    QString url; ///< of the change, when the server named one
    QString answer; ///< what the server said, for the curious
};

/// How a file stands to the last commit.
enum class GitChange : std::uint8_t { Added, Modified, Deleted };

/// Who wrote one line of a file, and when.
struct GitLine {
    QString commit; ///< id; empty: not committed yet
    QString author;
    QDateTime at;
    QString summary; ///< the first line of the commit's message

    friend bool operator==(const GitLine&, const GitLine&) = default;
};

/// One clone, through the git that the person has: its settings, author, hooks and keys. Never merges, never forces,
/// never asks (a password prompt is an error). Each function starts git, blocks, ends with the task's cancel.
/// Any thread. errors::noGit, notARepository, gitFailed with git's own words.
class GitRepo {
public:
    /// `folder` may lie anywhere inside the clone. Nothing is looked at yet.
    explicit GitRepo(QString folder);

    Result<GitState> state(const TaskContext& task) const;
    /// Asks the remote, so that `behind` is true.
    Result<void> fetch(const TaskContext& task) const;
    /// The file as the last commit has it; nothing when it is not in there. `path` relative to the top.
    Result<std::optional<QByteArray>> committed(const QString& path, const TaskContext& task) const;
    /// The same as of any commit.
    Result<std::optional<QByteArray>> fileAt(const QString& commit, const QString& path, const TaskContext& task) const;

    /// The folder of the clone that `folder` lies in; errors::notARepository.
    Result<QString> top(const TaskContext& task) const;
    /// Files at or below the folder that differ from the last commit, named from the top; untracked ones are added.
    Result<QMap<QString, GitChange>> changes(const TaskContext& task) const;
    /// For each line of `content` (the file as it stands in an editor) the commit that wrote it. `path` absolute or
    /// relative to the folder; errors::gitFailed when git does not know it.
    Result<QList<GitLine>> blame(const QString& path, const QByteArray& content, const TaskContext& task) const;

    /// Commits these files (named from the top) as they are on disk, and nothing else that may be staged. Hooks run.
    /// With `changeId` the message gets a Change-Id, unless it has one or a hook puts it there. Gives the commit's id.
    /// errors::nothingToCommit; gitFailed when a hook refuses.
    Result<QString> commit(
        const QStringList& paths, const QString& message, bool changeId, const TaskContext& task) const;

    /// How the clone stands after asking the remote; errors::noRemote, branchBehind: it cannot push as it is. To be
    /// asked before a commit that is to be pushed.
    Result<GitState> readyToPush(const TaskContext& task) const;
    /// errors::branchBehind (nothing was sent) when the remote has commits that are missing here; pushRejected.
    Result<GitPushed> push(const GitPush& target, const TaskContext& task) const;

private:
    struct Answer {
        int code = 0;
        QByteArray out;
        QString err;
    };
    Result<Answer> run(const QStringList& arguments, const TaskContext& task, const QByteArray& input = {}) const;
    /// Only looks: a clone of another user (the sandbox's) too, and nothing that stands in it is executed.
    Result<Answer> look(const QStringList& arguments, const TaskContext& task) const;
    Result<QByteArray> taken(const QString& verb, Result<Answer> answer) const;
    Result<QByteArray> must(const QStringList& arguments, const TaskContext& task, const QByteArray& input = {}) const;

    QString m_folder;
};

} // namespace nc
