#pragma once

#include "core/task.h"
#include "git/gitplace.h"
#include "git/gitstate.h"

struct git_index_entry;

namespace nc {

/// Which files to look at.
struct GitLookAt {
    QByteArray below; ///< a file or folder from the top, no wildcards; empty: all
    bool ignored = false; ///< those that git is told to ignore, too
};

/// How the working copy stands to the commit of the tree `head` (empty: no commit yet), whatever is staged. Submodules
/// are left out. Starts no program. errors::unreadableClone, gitFailed, cancelled.
Result<QMap<QString, GitChange>> readChanges(
    const GitPlace& place, const QString& head, const GitLookAt& at, const TaskContext& task);

/// "skip-worktree", "assume-unchanged": git was told to take the file for unchanged; empty: it was not.
QString blindnessOf(const git_index_entry& entry);

} // namespace nc
