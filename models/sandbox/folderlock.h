#pragma once

#include "core/task.h"

namespace nc {

/// Only one program at a time starts or stops the sandbox of a folder. The kernel lets go when we end, however we end.
class FolderLock {
public:
    FolderLock() = default;
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

    /// Waits for whoever has it; errors::cancelled, errors::cannotWrite.
    Result<void> take(const QString& file, const TaskContext& task);

private:
    int m_descriptor = -1;
};

} // namespace nc
