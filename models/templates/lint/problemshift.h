#pragma once

#include "templates/source/problem.h"

namespace nc {

/// The problems of the file at `path` where they stand after an edit that made `after` of `before`: those before the
/// edited piece stay, those behind it move along, those in it are left out (they are looked at anew). Problems of
/// other files and of a file as a whole stay. Linear in the text.
QList<Problem> movedProblems(
    const QList<Problem>& problems, const QString& path, const QString& before, const QString& after);

} // namespace nc
