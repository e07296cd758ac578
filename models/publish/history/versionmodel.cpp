#include "publish/history/versionmodel.h"

#include "core/itemroles.h"

using namespace Qt::StringLiterals;

namespace nc {

VersionModel::VersionModel(std::function<QString(EpochMs)> time, QObject* parent)
    : QAbstractTableModel(parent)
    , m_time(std::move(time))
{
}

void VersionModel::setVersions(const QList<TemplateVersion>& versions)
{
    beginResetModel();
    m_versions = versions;
    endResetModel();
}

const TemplateVersion* VersionModel::before(int row) const
{
    const qsizetype index = m_versions.size() - 2 - row;
    return index < 0 ? nullptr : &m_versions[index];
}

const TemplateVersion* VersionModel::current() const
{
    return !m_versions.isEmpty() && m_versions.last().isCurrent() ? &m_versions.last() : nullptr;
}

int VersionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_versions.size());
}

int VersionModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant VersionModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const TemplateVersion& version = at(index.row());
    if (role == roles::Identity)
        return version.number;
    if (index.column() == UntilColumn && version.isCurrent()) {
        if (role == roles::State)
            return u"stands-now"_s;
        if (role == roles::Tone)
            return int(Tone::Ok);
        return {};
    }
    if (index.column() == CommitColumn && role == Qt::ToolTipRole && version.origin)
        return version.origin->commit;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case NumberColumn:
        return version.number;
    case SinceColumn:
        return version.from;
    case UntilColumn:
        return m_time(*version.until);
    case ByColumn:
        return version.by;
    case CommitColumn:
        return version.origin ? version.origin->shortText() : QString();
    case TitleColumn:
        return version.row.title.value_or(QString());
    default:
        return {};
    }
}

} // namespace nc
