#pragma once

#include "core/error.h"

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
    QString followed; ///< the same as the remote names it: "main"; empty when none is set
    int ahead = 0; ///< commits that upstream does not have
    int behind = 0; ///< as far as is known: since the last fetch
    /// Files that differ from the last commit, relative to `folder`, untracked ones too; those that git was told not
    /// to look at (skip-worktree, assume-unchanged) are looked at all the same.
    QStringList dirty;
    QString remote; ///< name, "origin"; empty without one
    bool gerrit = false; ///< reviews go to refs/for/<branch>
    QString unfinished; ///< "merge", "rebase", "cherry-pick", "revert", "bisect", "am" that stopped; empty: none
    QStringList conflicts; ///< files whose merge conflict is not resolved
    QString author; ///< "Name <address>" that a commit would get; empty: nobody has told git
    QStringList hooks; ///< of those that a commit or push runs: the ones that are there

    friend bool operator==(const GitState&, const GitState&) = default;
};

/// Where a commit is offered.
struct GitPush {
    enum class Way : std::uint8_t { Branch, Gerrit };

    Way way = Way::Branch;
    /// Of the remote. Gerrit: empty is the one that the clone follows. Branch: has to be named, see ownBranch().
    QString branch;
};

struct GitPushed {
    QString ref; ///< "refs/for/main", "refs/heads/smtp"
    QString url; ///< of the change or merge request, when the server named one
    QString answer; ///< what the server said, for the curious
};

/// How a file stands to the last commit.
enum class GitChange : std::uint8_t {
    Added,
    Modified,
    Deleted,
    Ignored, ///< not in the commit, and git is told not to take it
};

/// Who wrote one line of a file, and when.
struct GitLine {
    QString commit; ///< id; empty: not committed yet
    QString author;
    QDateTime at;
    QString summary; ///< the first line of the commit's message

    friend bool operator==(const GitLine&, const GitLine&) = default;
};

/// A file's bytes; nothing where it does not exist.
using GitBytes = std::optional<QByteArray>;

/// One file as it would be committed.
struct GitFile {
    QString path; ///< from the top
    GitBytes before; ///< as of the last commit
    GitBytes now; ///< on disk, when it was looked at

    friend bool operator==(const GitFile&, const GitFile&) = default;
};

/// What is to be committed.
struct GitCommit {
    QStringList paths; ///< from the top
    QString message;
    bool changeId = false; ///< for Gerrit: unless the message has one or a hook puts it there
    /// The bytes that somebody has looked at, by path: if the disk has others by then, nothing is committed.
    QMap<QString, GitBytes> shown = {};
};

/// A commit, and where it is offered if it is.
struct GitOffer {
    GitCommit commit;
    std::optional<GitPush> push;
};

/// What has become of it.
struct GitOffered {
    QString commit; ///< id; empty: nothing was new, earlier commits were waiting
    std::optional<GitPushed> pushed;
    std::optional<Error> pushError; ///< the commit is made and kept, the push failed: it can be pushed again
};

} // namespace nc
