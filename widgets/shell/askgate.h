#pragma once

#include "gate/askedgate.h"
#include "widgets/common/confirmdialog.h"
#include "widgets/shell/asking.h"

#include <functional>

namespace nc {

class Workspace;

/// Asks before `operation` is done to `subject`; where the gate wants a name typed, that name is typed. `passed` is
/// handed the gate with what was typed, for the work to take along; it comes at once where nothing is asked.
void askGate(QWidget* parent, Workspace& workspace, Operation operation, const QString& subject,
    Confirmation confirmation, Asking asking, std::function<void(const AskedGate&)> passed);

} // namespace nc
