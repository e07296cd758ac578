#pragma once

#include "core/task.h"
#include "git/gitplace.h"
#include "git/gitstate.h"

struct git_blame_hunk;

namespace nc {

/// Reads one clone through libgit2, in this process. Nothing that the clone names is ever started: the library knows
/// no hooks, no fsmonitor, no textconv, no remote helpers, and of the filters only its own (line ends, `$Id$`). What a
/// clone's own filter makes of a file (LFS, encryption) is therefore not known here: such a file counts as changed once
/// it was touched. For one thread, one call's length.
class GitReader {
public:
    /// As openClone().
    static Result<GitReader> open(const QString& folder);

    const QString& top() const { return m_place.top; }
    const QString& gitFolder() const { return m_place.gitFolder; }
    /// Somebody else's, and trusted: git has to be told so.
    bool isForeign() const { return m_place.foreignOwner.has_value(); }

    Result<GitState> state(const TaskContext& task) const;
    /// Files at or below `folder` (absolute; empty: all) that differ from the last commit; with `ignored` those that
    /// git is told to ignore, too.
    Result<QMap<QString, GitChange>> changes(const QString& folder, bool ignored, const TaskContext& task) const;
    /// As of a commit; nothing when it has no such file. errors::gitFailed when it should, but cannot be read.
    Result<GitBytes> fileAt(const QString& commit, const QString& path) const;
    /// `path` from the top.
    Result<QList<GitLine>> blame(const QString& path, const QByteArray& content) const;
    /// Why git would not notice a change of this file: "skip-worktree", "assume-unchanged"; empty: it would.
    Result<QString> blindness(const QString& path) const;
    /// Is git told to ignore it? What is in the index already is not ignored.
    bool isIgnored(const QString& path) const;
    /// The tree of the last commit; empty before the first.
    Result<QString> headTree() const;

private:
    explicit GitReader(GitPlace place)
        : m_place(std::move(place))
    {
    }
    git_repository* repo() const { return m_place.handle.get(); }
    GitLine lineOf(const git_blame_hunk* hunk) const;
    Result<void> readBranch(GitState& state) const;
    Result<void> readRemote(GitState& state) const;
    void readCommitter(GitState& state) const;

    GitPlace m_place;
};

} // namespace nc
