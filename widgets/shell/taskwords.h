#pragma once

#include "core/taskrunner.h"

#include <QString>

namespace nc {

/// What a running task does, in the window's language: "Publishing templates to …".
QString taskWords(const TaskInfo& task);
/// The stage in words; what is not known (a name of the thing at hand) as it is.
QString stageWords(const QString& stage);

} // namespace nc
