#pragma once

#include "core/result.h"

#include <QString>

#include <memory>
#include <optional>

struct git_repository;

namespace nc {

struct GitRepositoryFree {
    void operator()(git_repository* repository) const;
};
using GitHandle = std::unique_ptr<git_repository, GitRepositoryFree>;

/// The clone that a folder lies in, opened for reading.
struct GitPlace {
    GitHandle handle;
    QString top; ///< the folder that holds `.git`, as links are resolved
    QString gitFolder; ///< `top/.git`, or where a linked working copy leads
    std::optional<uint> foreignOwner; ///< somebody else's; nothing: one's own
};

/// Looks upwards from `folder` for a `.git` (what is only shaped like a bare repository is none), never across file
/// systems, and starts no program. Whose it is is judged as git does (CVE-2022-24765): working copy, `.git` and the
/// folder behind it must belong to the user (to the one behind sudo for root too), or be named by `safe.directory` of
/// the user's own configuration. Nothing in the environment leads elsewhere. Any thread.
/// errors::notARepository, unreadableClone, worktreeElsewhere.
Result<GitPlace> findClone(const QString& folder);
/// The same; errors::foreignClone as well, unless it is trusted (gittrust.h).
Result<GitPlace> openClone(const QString& folder);

/// What libgit2 said last in this thread.
QString gitWords();

} // namespace nc
