#pragma once

#include "core/result.h"
#include "core/task.h"
#include "publish/plan/publishsource.h"

#include <QList>
#include <QString>

namespace nc {

/// Fills in `origin` of each source. Ask after the files were read: an edit in between then counts as dirty, never the
/// other way round. A regulation outside any clone leaves them empty; so does a clone that may not or cannot be looked
/// at (somebody else's): then the reason is given, which is no hindrance to a plan, but has to be said.
/// `regulation`: its folder, or its notifications/ folder. Blocks; any thread. errors::gitFailed, cancelled.
Result<std::optional<Error>> tellOrigins(
    QList<PublishSource>& sources, const QString& regulation, const TaskContext& context);

} // namespace nc
