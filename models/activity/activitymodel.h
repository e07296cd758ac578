#pragma once

#include "activity/activityrow.h"

#include <QAbstractTableModel>
#include <QList>

namespace nc {

/// What was done, as rows of a table.
class ActivityModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { At, Action, Subject, Outcome, Count, Profile, By, Detail, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(QList<ActivityRow> rows);
    const ActivityRow& row(int number) const { return m_rows[number]; }
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<ActivityRow> m_rows;
};

} // namespace nc
