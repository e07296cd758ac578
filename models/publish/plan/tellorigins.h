#pragma once

#include "core/result.h"
#include "core/task.h"
#include "publish/plan/publishsource.h"

#include <QList>
#include <QString>

namespace nc {

/// Fills in `origin` of each source. Ask after the files were read: an edit in between then counts as dirty, never the
/// other way round. A regulation outside any clone, or a machine without git, leaves them empty and is no error.
/// `regulation`: its folder, or its notifications/ folder. Blocks; any thread. errors::gitFailed, cancelled.
Result<void> tellOrigins(QList<PublishSource>& sources, const QString& regulation, const TaskContext& context);

} // namespace nc
