#pragma once

#include "widgets/shell/page.h"

namespace nc {
class StateView;
}

namespace nc::gui {

/// Stands where a build leaves a page out.
class PlaceholderPage : public Page {
    Q_OBJECT

public:
    PlaceholderPage(PageId id, Workspace& workspace, QWidget* parent);
    void refresh() override { }

protected:
    void retranslate() override;

private:
    StateView* m_state;
};

} // namespace nc::gui
