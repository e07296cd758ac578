#pragma once

#include "impact/impact.h"

#include <QAbstractTableModel>

#include <functional>

namespace nc {

/// The cases of an impact report as a table. GUI thread.
class ImpactModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { TimeColumn, RecipientColumn, ResultColumn, ReasonColumn, ColumnCount };

    /// `error` says an error in the language of the view.
    explicit ImpactModel(std::function<QString(const Error&)> error, QObject* parent = nullptr);

    void setReport(const ImpactReport& report);
    const ImpactReport& report() const { return m_report; }
    const ImpactCase& at(int row) const { return m_report.cases.at(row); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::function<QString(const Error&)> m_error;
    ImpactReport m_report;
};

} // namespace nc
