#include "impact/impactmodel.h"

#include "core/itemroles.h"

using namespace Qt::StringLiterals;

namespace nc {

ImpactModel::ImpactModel(std::function<QString(const Error&)> error, QObject* parent)
    : QAbstractTableModel(parent)
    , m_error(std::move(error))
{
}

void ImpactModel::setReport(const ImpactReport& report)
{
    beginResetModel();
    m_report = report;
    endResetModel();
}

int ImpactModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_report.cases.size());
}

int ImpactModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImpactModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const ImpactCase& one = m_report.cases.at(index.row());
    if (role == roles::Identity)
        return one.event.address();
    if (index.column() == ResultColumn && role == roles::State)
        return wordFor(one.result);
    if (index.column() == ResultColumn && role == roles::Tone) {
        return int(one.isBroken()                     ? Tone::Error
                : one.result == ImpactResult::Differs ? Tone::Warning
                : one.result == ImpactResult::Same    ? Tone::Neutral
                                                      : Tone::Ok);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case TimeColumn:
        return role == Qt::DisplayRole ? QVariant(one.event.at) : QVariant();
    case RecipientColumn:
        return one.event.person;
    case ResultColumn:
        return role == Qt::DisplayRole ? QVariant(wordFor(one.result)) : QVariant();
    case ReasonColumn:
        return one.afterError ? m_error(*one.afterError) : one.beforeError ? m_error(*one.beforeError) : QString();
    default:
        return {};
    }
}

} // namespace nc
