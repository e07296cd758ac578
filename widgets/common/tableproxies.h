#pragma once

#include "widgets/common/columnpresenter.h"

#include <QIdentityProxyModel>
#include <QSortFilterProxyModel>

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

/// Presents and sorts; for lists of some thousand rows.
class SortingProxy : public QSortFilterProxyModel {
    Q_OBJECT

public:
    SortingProxy(const ColumnPresenter& presenter, QObject* parent);
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retitle();

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    const ColumnPresenter& m_presenter;
};

} // namespace nc
