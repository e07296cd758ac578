#include "gui/placeholderpage.h"

#include "widgets/common/stateview.h"

#include <QBoxLayout>

namespace nc::gui {

PlaceholderPage::PlaceholderPage(PageId id, Workspace& workspace, QWidget* parent)
    : Page(id, workspace, parent)
    , m_state(new StateView(new QWidget(this), this))
{
    body()->addWidget(m_state, 1);
    retranslate();
}

void PlaceholderPage::retranslate()
{
    Page::retranslate();
    m_state->showEmpty(Icon::Hourglass, tr("This build leaves this page out."));
}

} // namespace nc::gui
