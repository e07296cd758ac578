#pragma once

#include "core/error.h"

/// Codes of domain "git"; sentences in resources/sentences/git.tsv.
namespace nc::errors {

inline constexpr ErrorCode noGit{"git", "no-git"};
inline constexpr ErrorCode notARepository{"git", "not-a-repository"};
inline constexpr ErrorCode gitFailed{"git", "git-failed"};
/// Somebody else's clone that nobody has trusted: subject its folder, detail its owner.
inline constexpr ErrorCode foreignClone{"git", "foreign-clone"};
/// A clone of a kind that the reading library does not know (SHA-256, split index): detail in its words.
inline constexpr ErrorCode unreadableClone{"git", "unreadable-clone"};
/// `core.worktree` leads elsewhere: subject the clone, detail where.
inline constexpr ErrorCode worktreeElsewhere{"git", "worktree-elsewhere"};

// In the way of a commit; nothing was done.
inline constexpr ErrorCode nothingToCommit{"git", "nothing-to-commit"};
inline constexpr ErrorCode noBranch{"git", "no-branch"};
inline constexpr ErrorCode operationUnfinished{"git", "operation-unfinished"};
inline constexpr ErrorCode conflictUnresolved{"git", "conflict-unresolved"};
inline constexpr ErrorCode conflictMarkers{"git", "conflict-markers"};
inline constexpr ErrorCode hiddenFromGit{"git", "hidden-from-git"};
inline constexpr ErrorCode ignoredByGit{"git", "ignored-by-git"};
/// Another git holds the index: subject its lock.
inline constexpr ErrorCode gitBusy{"git", "git-busy"};
inline constexpr ErrorCode hookRefused{"git", "hook-refused"};
/// The commit is made, the index could not be brought up to it: subject the commit's id.
inline constexpr ErrorCode indexBehind{"git", "index-behind"};

// In the way of a push
inline constexpr ErrorCode noRemote{"git", "no-remote"};
inline constexpr ErrorCode branchBehind{"git", "branch-behind"};
inline constexpr ErrorCode pushHookRefused{"git", "push-hook-refused"};
inline constexpr ErrorCode pushRejected{"git", "push-rejected"};

} // namespace nc::errors
