#pragma once

#include "core/task.h"
#include "templates/templatelibrary.h"

namespace nc {

/// A file that `templates lint --fix` changed, or would.
struct FixedFile {
    QString path;
    QByteArray before;
    QByteArray after;
    int fixes = 0;
};

/// Takes every mechanical quick fix in the library's templates, again until none is left (a fix may uncover another).
/// `write` false: looks once and changes nothing. Blocks; errors of reading, writing (files written before stay so)
/// and of the helper; errors::changedMeanwhile when somebody else writes the same file.
Result<QList<FixedFile>> fixMechanically(const TemplateLibrary& library, bool write, const TaskContext& task);

} // namespace nc
