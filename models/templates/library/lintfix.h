#pragma once

#include "core/task.h"
#include "templates/library/templatelibrary.h"

namespace nc {

/// A file that `templates lint --fix` changed, or would.
struct FixedFile {
    QString path;
    QByteArray before;
    QByteArray after;
    int fixes = 0;
    bool removed = false;
};

struct LintFixing {
    /// False: looks once and changes nothing.
    bool write = true;
    /// Codes of problems whose first way out is taken although there is a choice.
    QStringList also = {};
    /// Where files go that such a way out deletes.
    QString trash = {};
};

/// Takes every mechanical quick fix in the library's templates, again until none is left (a fix may uncover another).
/// Blocks; errors of reading, writing (files written before stay so)
/// and of the helper; errors::changedMeanwhile when somebody else writes the same file.
Result<QList<FixedFile>> fixProblems(const TemplateLibrary& library, const LintFixing& wanted, const TaskContext& task);

} // namespace nc
