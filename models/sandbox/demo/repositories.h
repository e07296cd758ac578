#pragma once

#include "core/task.h"

namespace nc::demo {

/// Makes `<folder>/regulation` and `<folder>/registry`, clones with a little history of the bare repositories in
/// `<folder>/origin`, from the demo's files; leaves those alone that are there. errors::noTool without git,
/// errors::noDemo.
Result<void> makeRepositories(const QString& folder, const QString& demoFolder, const TaskContext& task);

} // namespace nc::demo
