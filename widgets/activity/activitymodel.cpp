#include "widgets/activity/activitymodel.h"

#include "core/itemroles.h"

namespace nc {

void ActivityModel::setEntries(QList<ActivityEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

int ActivityModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int ActivityModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

static Tone toneOf(const QString& result)
{
    return result == u"done" ? Tone::Ok : result == u"failed" ? Tone::Error : Tone::Neutral;
}

QVariant ActivityModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const ActivityEntry& entry = m_entries[index.row()];
    if (role == roles::State && index.column() == Outcome)
        return entry.result;
    if (role == roles::State && index.column() == Action)
        return entry.action;
    if (role == roles::Tone && index.column() == Outcome)
        return int(toneOf(entry.result));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case At:
        return entry.at;
    case Action:
        return entry.action;
    case Subject:
        return entry.subject;
    case Outcome:
        return entry.result;
    case Profile:
        return entry.profile;
    case By:
        return entry.by;
    case Detail:
        return entry.detail;
    default:
        return {};
    }
}

} // namespace nc
