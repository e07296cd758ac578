#include "activity/activitymodel.h"

#include "core/itemroles.h"

using namespace Qt::StringLiterals;

namespace nc {

void ActivityModel::setRows(QList<ActivityRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int ActivityModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ActivityModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

static Tone toneOf(const QString& result)
{
    if (result == u"done")
        return Tone::Ok;
    if (result == u"failed")
        return Tone::Error;
    return result == u"cancelled" ? Tone::Neutral : Tone::Warning;
}

static QString detailOf(const ActivityRow& row)
{
    QStringList parts;
    if (!row.reason.isEmpty())
        parts += u"“%1”"_s.arg(row.reason);
    for (const QString& text : {row.detail, row.selection, row.program}) {
        if (!text.isEmpty())
            parts += text;
    }
    return parts.join(u" — "_s);
}

QVariant ActivityModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const ActivityRow& row = m_rows[index.row()];
    if (role == roles::State && index.column() == Outcome)
        return row.result;
    if (role == roles::State && index.column() == Action)
        return row.operation;
    if (role == roles::Tone && index.column() == Outcome)
        return int(toneOf(row.result));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case At:
        return row.at;
    case Action:
        return row.operation;
    case Subject:
        return row.subject;
    case Outcome:
        return row.result;
    case Count:
        return row.count < 0 ? QVariant() : QVariant(row.count);
    case Profile:
        return row.profile;
    case By:
        return QString(row.by + u'@' + row.host);
    case Detail:
        return detailOf(row);
    default:
        return {};
    }
}

} // namespace nc
