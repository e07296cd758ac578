#pragma once

#include "core/itemroles.h"
#include "core/sentences.h"
#include "kafka/records/masking.h"

#include <QAbstractTableModel>
#include <QList>

#include <optional>

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

    const Row& row(int number) const { return m_rows[m_which ? (*m_which)[number] : number]; }

    void setRows(QList<Row> rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        m_which.reset();
        endResetModel();
    }
    /// Some rows of a longer list, which is shared and not copied.
    void setRows(QList<Row> rows, QList<int> which)
    {
        beginResetModel();
        m_rows = std::move(rows);
        m_which = std::move(which);
        endResetModel();
    }
    /// The language of sentences in cells; emits dataChanged.
    void setLanguage(Language language)
    {
        m_language = language;
        touch();
    }
    /// What identifies a person is shown as stars, in copies too.
    void setMasked(bool masks)
    {
        m_masks = masks;
        touch();
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
        return parent.isValid() ? 0 : static_cast<int>(m_which ? m_which->size() : m_rows.size());
    }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : m_columns; }
    QVariant data(const QModelIndex& index, int role) const override
    {
        if (!index.isValid() || index.row() >= rowCount())
            return {};
        return cell(row(index.row()), index.column(), role);
    }

protected:
    virtual QVariant cell(const Row& row, int column, int role) const = 0;
    Language language() const { return m_language; }
    /// As it may be seen.
    QString shown(const QString& text) const { return m_masks ? QString::fromUtf8(masked(text.toUtf8())) : text; }
    /// A cell of a State column.
    static QVariant stateCell(int role, const QString& state, Tone tone)
    {
        switch (role) {
        case Qt::DisplayRole:
        case roles::State:
            return state;
        case roles::Tone:
            return static_cast<int>(tone);
        default:
            return {};
        }
    }
    /// For changes within rows; tell them by touch().
    QList<Row>& changeableRows() { return m_rows; }
    /// What stands in the cells of these columns has changed.
    void touch(int first, int last)
    {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, first), index(rowCount() - 1, last));
    }
    void touch() { touch(0, m_columns - 1); }

private:
    int m_columns;
    Language m_language = Language::English;
    bool m_masks = false;
    QList<Row> m_rows;
    std::optional<QList<int>> m_which; ///< of m_rows; nothing: all
};

} // namespace nc
