#pragma once

#include "core/result.h"
#include "core/task.h"

#include <QString>

namespace nc {

/// How a clone of a git repository stands, as `git status` sees it without asking any server.
struct CloneState {
    QString folder;
    bool isClone = false; ///< false: a folder without git
    QString branch; ///< empty: detached
    QString commit; ///< short; empty: no commit yet
    int changed = 0; ///< files that differ from the last commit, new ones included
    int ahead = 0; ///< commits that were not pushed
    int behind = 0; ///< commits that were fetched and not merged
    bool hasUpstream = false;

    friend bool operator==(const CloneState&, const CloneState&) = default;
};

/// Blocks; cancellable; starts no program. errors::notFound when there is no such folder, else as GitRepo::state().
Result<CloneState> cloneState(const QString& folder, const TaskContext& task);

} // namespace nc
