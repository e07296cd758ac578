#pragma once

#include "connections/workspace.h"
#include "widgets/common/confirmdialog.h"

#include <functional>

namespace nc {

/// Whether a person is asked where the gate itself asks nothing.
enum class Asking { Always, InProduction };

/// Asks before `operation` is done to `subject`; where the gate wants a name typed, that name is typed. `passed` is
/// handed the gate with what was typed, for the work to take along; it comes at once where nothing is asked.
void askGate(QWidget* parent, Workspace& workspace, Operation operation, const QString& subject,
    Confirmation confirmation, Asking asking, std::function<void(const AskedGate&)> passed);

} // namespace nc
