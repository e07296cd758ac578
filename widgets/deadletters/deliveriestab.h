#pragma once

#include "connections/workspace.h"
#include "core/itemroles.h"
#include "deadletters/deliverystore.h"

#include <QWidget>

class QLabel;
class QSplitter;

namespace nc {

class DataTable;
class DeliveryGroupModel;
class DeliveryModel;
class DetailSplitter;
class FilterBar;
class NoticeBar;
class StateView;
class TextView;

/// Failed deliveries: groups by reason, channel and template; the deliveries of the chosen group beneath; the event at
/// the right.
class DeliveriesTab : public QWidget {
    Q_OBJECT

public:
    DeliveriesTab(Workspace& workspace, NoticeBar* notices, QWidget* parent);

    void refresh();
    void focusFilter();
    void retranslate();
    QString stateLine() const;
    Tone stateTone() const;

Q_SIGNALS:
    void changed();

private:
    void take(Deliveries found);
    void showGroup();
    void showDetail();

    Workspace& m_workspace;
    NoticeBar* m_notices;
    DeliveryGroupModel* m_groups;
    DeliveryModel* m_rows;
    FilterBar* m_filter;
    DataTable* m_groupTable;
    DataTable* m_table;
    TextView* m_event;
    QLabel* m_summary;
    DetailSplitter* m_splitter;
    StateView* m_state;
    QList<Delivery> m_all;
    qint64 m_scanned = 0;
    qint64 m_unreadable = 0;
    quint64 m_generation = 0;
};

} // namespace nc
