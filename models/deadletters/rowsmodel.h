#pragma once

#include "core/itemroles.h"

#include <QAbstractTableModel>
#include <QList>

namespace nc {

/// A table over a list of values that is replaced as a whole or grows at its end. GUI thread. Derived classes say what
/// stands in a cell; titles are the widgets' business.
template <class Row>
class RowsModel : public QAbstractTableModel {
public:
    RowsModel(int columns, QObject* parent)
        : QAbstractTableModel(parent)
        , m_columns(columns)
    {
    }

    const QList<Row>& rows() const { return m_rows; }
    const Row& row(int number) const { return m_rows[number]; }

    void setRows(QList<Row> rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    void append(const QList<Row>& rows)
    {
        if (rows.isEmpty())
            return;
        beginInsertRows({}, static_cast<int>(m_rows.size()), static_cast<int>(m_rows.size() + rows.size()) - 1);
        m_rows += rows;
        endInsertRows();
    }

    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : m_columns; }
    QVariant data(const QModelIndex& index, int role) const override
    {
        if (!index.isValid() || index.row() >= m_rows.size())
            return {};
        return cell(m_rows[index.row()], index.column(), role);
    }

protected:
    virtual QVariant cell(const Row& row, int column, int role) const = 0;
    /// For changes within rows; tell them by touch().
    QList<Row>& changeableRows() { return m_rows; }
    /// What stands in the cells of these columns has changed.
    void touch(int first, int last)
    {
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, first), index(static_cast<int>(m_rows.size()) - 1, last));
    }
    void touch() { touch(0, m_columns - 1); }

private:
    int m_columns;
    QList<Row> m_rows;
};

} // namespace nc
