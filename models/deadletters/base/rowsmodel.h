#pragma once

#include "core/itemroles.h"
#include "core/sentences.h"
#include "kafka/masking.h"

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
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, first), index(static_cast<int>(m_rows.size()) - 1, last));
    }
    void touch() { touch(0, m_columns - 1); }

private:
    int m_columns;
    Language m_language = Language::English;
    bool m_masks = false;
    QList<Row> m_rows;
};

} // namespace nc
