#pragma once

#include "widgets/table/column.h"

#include <QModelIndex>
#include <QVariant>

namespace nc {

/// Turns the raw values of a model's cells into what a person reads. Shared by the proxies of DataTable and usable by
/// a tree's proxy as well.
class ColumnPresenter {
public:
    void setColumns(QList<Column> columns) { m_columns = std::move(columns); }
    const QList<Column>& columns() const { return m_columns; }
    ColumnKind kind(int column) const { return m_columns.value(column).kind; }

    /// Nothing: ask the source itself.
    QVariant header(int section, int role) const;
    QVariant data(const QModelIndex& source, int role) const;

private:
    QString text(const QModelIndex& source, const QVariant& value) const;
    QList<Column> m_columns;
};

/// Roles that the delegate asks of DataTable's proxies.
namespace presenterroles {
inline constexpr int kind = Qt::UserRole + 90; ///< int of ColumnKind
}

} // namespace nc
