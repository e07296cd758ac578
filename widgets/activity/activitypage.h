#pragma once

#include "activity/activityrow.h"
#include "core/seen.h"
#include "widgets/shell/page.h"

class QSortFilterProxyModel;

namespace nc {

class ActivityModel;
class DataTable;
class FilterBar;
class StateView;

/// What was done with this registry: the journal of both programs, joined with the cluster's ledger (as `notifyctl
/// activity` tells it).
class ActivityPage : public Page {
    Q_OBJECT

public:
    ActivityPage(Workspace& workspace, QWidget* parent);

    void refresh() override;
    void focusFilter() override;

protected:
    void retranslate() override;

private:
    using Rows = Seen<QList<ActivityRow>>;
    void loadJoined(bool withLedger);
    void showUnseen();
    void showCount();

    Unseen m_unseen;
    quint64 m_generation = 0; ///< of the last that was asked for
    quint64 m_shown = 0; ///< of the one that is shown
    ActivityModel* m_model;
    QSortFilterProxyModel* m_found;
    FilterBar* m_filter;
    DataTable* m_table;
    StateView* m_state;
};

} // namespace nc
