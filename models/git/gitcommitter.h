#pragma once

#include "core/task.h"
#include "git/gitstate.h"

namespace nc {

class GitReader;

/// A file's bytes, a symbolic link's target; nothing when there is none. errors::cannotRead.
Result<GitBytes> bytesOnDisk(const QString& path);

/// Makes one commit in a clone. It is put together in an index of its own, beside the clone's, made from the last
/// commit: whatever fails or is cancelled on the way, the clone's index was not touched. For one thread.
class GitCommitter {
public:
    explicit GitCommitter(const GitReader& reader);

    /// As GitRepo::readyToCommit().
    Result<GitState> ready(const QStringList& paths, const TaskContext& task) const;
    /// As GitRepo::commit().
    Result<QString> commit(const GitCommit& commit, const TaskContext& task) const;

private:
    /// errors::changedMeanwhile when the disk has other bytes than these.
    Result<void> isStill(const QMap<QString, GitBytes>& bytes) const;

    const GitReader& m_reader;
};

} // namespace nc
