#pragma once

#include "failures/deliveries/deliverystore.h"
#include "widgets/failures/failurestab.h"

namespace nc {

/// Failed deliveries: what failed for good without a dead letter; each can be sent again to its one recipient and
/// channel.
class DeliveriesTab : public FailuresTab {
    Q_OBJECT

public:
    DeliveriesTab(Workspace& workspace, NoticeBar* notices, QWidget* parent);

    void refresh() override;
    void open(const QString& filter);
    void retranslate() override;
    QString stateLine() const override;

public Q_SLOTS:
    void send() override;

protected:
    QString topic() const override;
    QString sentState() const override { return QStringLiteral("resent"); }
    void setTableColumns(bool expires) override;
    void showNothing() override;
    Judging judging() override;
    void loadDetail(const FailureRow& row) override;

private:
    void take(Seen<Deliveries> read);

    QHash<quint64, Delivery> m_byPlace;
    QList<Delivery> m_deliveries;
    qint64 m_scanned = 0;
    quint64 m_generation = 0;
    quint64 m_detailGeneration = 0;
};

} // namespace nc
