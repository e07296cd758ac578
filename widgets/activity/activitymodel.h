#pragma once

#include "core/activitylog.h"

#include <QAbstractTableModel>

namespace nc {

/// The activity log as rows: time, action, subject, result, profile, by, detail.
class ActivityModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { At, Action, Subject, Outcome, Profile, By, Detail, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setEntries(QList<ActivityEntry> entries);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<ActivityEntry> m_entries;
};

} // namespace nc
