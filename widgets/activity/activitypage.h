#pragma once

#include "core/activitylog.h"
#include "widgets/shell/page.h"

class QSortFilterProxyModel;

namespace nc {

class ActivityModel;
class DataTable;
class FilterBar;
class StateView;

/// What this console did on this machine (publishes, replays, commits, changes of profile), and what the ledger says
/// that colleagues did with failures.
class ActivityPage : public Page {
    Q_OBJECT

public:
    ActivityPage(Workspace& workspace, QWidget* parent);

    void refresh() override;
    void focusFilter() override;

protected:
    void retranslate() override;

private:
    void loadColleagues();
    void showEntries();
    void showCount();

    QList<ActivityEntry> m_own;
    QList<ActivityEntry> m_colleagues;
    ActivityModel* m_model;
    QSortFilterProxyModel* m_found;
    FilterBar* m_filter;
    DataTable* m_table;
    StateView* m_state;
};

} // namespace nc
