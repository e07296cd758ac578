#pragma once

#include "widgets/table/columnpresenter.h"

#include <QCollator>
#include <QIdentityProxyModel>
#include <QSortFilterProxyModel>

#include <optional>
#include <vector>

namespace nc {

/// Presents a model of any length without holding anything for its rows.
class StreamProxy : public QIdentityProxyModel {
    Q_OBJECT

public:
    StreamProxy(const ColumnPresenter& presenter, QObject* parent);
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retitle();

private:
    const ColumnPresenter& m_presenter;
};

/// Presents and sorts; what is compared is asked of each row once, so that a hundred thousand rows are in order before
/// anybody notices.
class SortingProxy : public QSortFilterProxyModel {
    Q_OBJECT

public:
    SortingProxy(const ColumnPresenter& presenter, QObject* parent);
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retitle();

    void setSourceModel(QAbstractItemModel* source) override;

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    /// What one row is put in order by: a number, a text by the rules of the language, or whatever else it is.
    struct Key {
        enum class Kind { Other, Number, Text } kind = Kind::Other;
        qint64 number = 0;
        QString text;
        std::optional<QCollatorSortKey> order; ///< of a text, by the rules of the language
    };
    void readKeys(int column) const;
    void forgetKeys();

    const ColumnPresenter& m_presenter;
    QCollator m_collator;
    mutable std::vector<Key> m_keys; ///< by row of the source, of column m_keyColumn
    mutable int m_keyColumn = -1;
    mutable bool m_plain = true; ///< all texts of the column are ASCII: no rules are needed
};

} // namespace nc
