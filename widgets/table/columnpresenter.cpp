#include "widgets/table/columnpresenter.h"

#include "core/itemroles.h"
#include "core/timetext.h"
#include "widgets/common/statewords.h"
#include "widgets/common/timewords.h"

#include <QDateTime>

namespace nc {

QVariant ColumnPresenter::header(int section, int role) const
{
    if (section >= m_columns.size())
        return {};
    const Column& column = m_columns[section];
    if (role == Qt::DisplayRole)
        return column.title;
    if (role == Qt::TextAlignmentRole) {
        const bool right = column.kind == ColumnKind::Number || column.kind == ColumnKind::Bytes
            || column.kind == ColumnKind::Duration;
        return int((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    return {};
}

QString ColumnPresenter::text(const QModelIndex& source, const QVariant& value) const
{
    switch (kind(source.column())) {
    case ColumnKind::Number:
        return value.isNull() ? QString() : groupedNumber(value.toLongLong());
    case ColumnKind::Bytes:
        return value.isNull() ? QString() : byteSize(value.toLongLong());
    case ColumnKind::Time:
        return value.isNull() ? QString() : relativeTime(value.toLongLong(), QDateTime::currentMSecsSinceEpoch());
    case ColumnKind::State: {
        const QString state = source.data(roles::State).toString();
        return state.isEmpty() ? value.toString() : stateWord(state);
    }
    case ColumnKind::Duration:
        return value.isNull() ? QString() : lengthOfTime(value.toLongLong());
    case ColumnKind::Text:
    case ColumnKind::Sentence:
    case ColumnKind::Code:
    case ColumnKind::Payload:
        break;
    }
    return value.toString();
}

QVariant ColumnPresenter::data(const QModelIndex& source, int role) const
{
    if (source.column() >= m_columns.size())
        return {};
    const Column& column = m_columns[source.column()];
    switch (role) {
    case Qt::DisplayRole:
        return text(source, source.data(Qt::DisplayRole));
    case Qt::TextAlignmentRole:
        return header(source.column(), role);
    case Qt::ToolTipRole:
        if (column.kind == ColumnKind::Time && !source.data(Qt::DisplayRole).isNull())
            return exactTime(source.data(Qt::DisplayRole).toLongLong());
        return {};
    case presenterroles::kind:
        return int(column.kind);
    case roles::Copy: {
        const QVariant copy = source.data(roles::Copy);
        if (copy.isValid())
            return copy;
        const QVariant value = source.data(Qt::DisplayRole);
        // A spreadsheet wants the number and the moment, not their dress.
        if (column.kind == ColumnKind::Time)
            return value.isNull() ? QString() : isoTime(value.toLongLong());
        if (column.kind == ColumnKind::Number || column.kind == ColumnKind::Bytes)
            return value.toString();
        return text(source, value);
    }
    case roles::Sort: {
        const QVariant sort = source.data(roles::Sort);
        if (sort.isValid())
            return sort;
        return column.kind == ColumnKind::State ? text(source, source.data()) : source.data(Qt::DisplayRole);
    }
    default:
        return {};
    }
}

} // namespace nc
