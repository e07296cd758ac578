#include "widgets/table/tableproxies.h"

#include "core/itemroles.h"

#include <algorithm>

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
    // Words of states may be those of another language.
    forgetKeys();
    if (columnCount() > 0)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void SortingProxy::setSourceModel(QAbstractItemModel* source)
{
    if (sourceModel())
        sourceModel()->disconnect(this);
    // Before the base is told of a change, so that it does not put rows in order by what they were.
    connect(source, &QAbstractItemModel::dataChanged, this, &SortingProxy::forgetKeys);
    connect(source, &QAbstractItemModel::rowsInserted, this, &SortingProxy::forgetKeys);
    connect(source, &QAbstractItemModel::rowsRemoved, this, &SortingProxy::forgetKeys);
    connect(source, &QAbstractItemModel::rowsMoved, this, &SortingProxy::forgetKeys);
    connect(source, &QAbstractItemModel::layoutChanged, this, &SortingProxy::forgetKeys);
    connect(source, &QAbstractItemModel::modelReset, this, &SortingProxy::forgetKeys);
    forgetKeys();
    QSortFilterProxyModel::setSourceModel(source);
}

void SortingProxy::forgetKeys()
{
    m_keys.clear();
    m_keyColumn = -1;
}

/// Of all rows at once, so that the rules of the language are asked only where some row needs them.
void SortingProxy::readKeys(int column) const
{
    const int rows = sourceModel()->rowCount();
    m_keys.assign(std::size_t(rows), Key());
    m_keyColumn = column;
    m_plain = true;
    for (int row = 0; row < rows; ++row) {
        Key& key = m_keys[std::size_t(row)];
        const QVariant value = m_presenter.data(sourceModel()->index(row, column), roles::Sort);
        switch (value.typeId()) {
        case QMetaType::QString:
            key.kind = Key::Kind::Text;
            key.text = value.toString();
            m_plain = m_plain && std::ranges::all_of(key.text, [](QChar c) { return c.unicode() < 128; });
            break;
        case QMetaType::Int:
        case QMetaType::UInt:
        case QMetaType::LongLong:
            key.kind = Key::Kind::Number;
            key.number = value.toLongLong();
            break;
        default:
            break;
        }
    }
    for (Key& key : m_keys) {
        if (key.kind == Key::Kind::Text && !m_plain)
            key.order = m_collator.sortKey(key.text);
    }
}

bool SortingProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    if (m_keyColumn != left.column() || m_keys.size() <= std::size_t(std::max(left.row(), right.row())))
        readKeys(left.column());
    const Key& a = m_keys[std::size_t(left.row())];
    const Key& b = m_keys[std::size_t(right.row())];
    if (a.kind == Key::Kind::Number && b.kind == Key::Kind::Number)
        return a.number < b.number;
    if (a.kind == Key::Kind::Text && b.kind == Key::Kind::Text)
        return m_plain ? a.text.compare(b.text, Qt::CaseInsensitive) < 0 : a.order->compare(*b.order) < 0;
    const QVariant first = m_presenter.data(left, roles::Sort);
    const QVariant second = m_presenter.data(right, roles::Sort);
    if (a.kind == Key::Kind::Text || b.kind == Key::Kind::Text)
        return QString::localeAwareCompare(first.toString(), second.toString()) < 0;
    return QVariant::compare(first, second) == QPartialOrdering::Less;
}

} // namespace nc
