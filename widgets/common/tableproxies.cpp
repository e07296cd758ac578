#include "widgets/common/tableproxies.h"

#include "core/itemroles.h"

namespace nc {

static QVariant presented(const ColumnPresenter& presenter, const QModelIndex& source, int role)
{
    const QVariant value = presenter.data(source, role);
    return value.isValid() ? value : source.data(role);
}

StreamProxy::StreamProxy(const ColumnPresenter& presenter, QObject* parent)
    : QIdentityProxyModel(parent)
    , m_presenter(presenter)
{
}

QVariant StreamProxy::data(const QModelIndex& index, int role) const
{
    return presented(m_presenter, mapToSource(index), role);
}

QVariant StreamProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QVariant value = orientation == Qt::Horizontal ? m_presenter.header(section, role) : QVariant();
    return value.isValid() ? value : QIdentityProxyModel::headerData(section, orientation, role);
}

void StreamProxy::retitle()
{
    if (columnCount() > 0)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

SortingProxy::SortingProxy(const ColumnPresenter& presenter, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_presenter(presenter)
{
    setSortLocaleAware(true);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

QVariant SortingProxy::data(const QModelIndex& index, int role) const
{
    return presented(m_presenter, mapToSource(index), role);
}

QVariant SortingProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QVariant value = orientation == Qt::Horizontal ? m_presenter.header(section, role) : QVariant();
    return value.isValid() ? value : QSortFilterProxyModel::headerData(section, orientation, role);
}

void SortingProxy::retitle()
{
    if (columnCount() > 0)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

bool SortingProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const QVariant a = m_presenter.data(left, roles::Sort);
    const QVariant b = m_presenter.data(right, roles::Sort);
    if (a.typeId() == QMetaType::QString || b.typeId() == QMetaType::QString)
        return QString::localeAwareCompare(a.toString(), b.toString()) < 0;
    return QVariant::compare(a, b) == QPartialOrdering::Less;
}

} // namespace nc
