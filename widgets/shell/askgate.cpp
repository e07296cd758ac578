#include "widgets/shell/askgate.h"

#include "connections/guardedprofile.h"
#include "connections/workspace.h"

namespace nc {

void askGate(QWidget* parent, Workspace& workspace, Operation operation, const QString& subject,
    Confirmation confirmation, Asking asking, std::function<void(const AskedGate&)> passed)
{
    const QString name = Gate::nameAsked(guarded(workspace.profile()), operation, subject);
    if (name.isEmpty() && asking == Asking::InProduction)
        return passed(workspace.gate());
    confirmation.inProduction = !name.isEmpty();
    if (confirmation.inProduction)
        confirmation.mustType = name;
    ConfirmDialog::ask(parent, confirmation,
        [&workspace, passed = std::move(passed)](const QString& typed) { passed(workspace.gate(typed)); });
}

} // namespace nc
