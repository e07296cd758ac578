#include "publish/plan/planmodel.h"

#include "core/itemroles.h"

using namespace Qt::StringLiterals;

namespace nc {
namespace {

Tone toneOf(PublishResult result)
{
    switch (result) {
    case PublishResult::Failed:
        return Tone::Error;
    case PublishResult::Skipped:
        return Tone::Warning;
    case PublishResult::Unchanged:
        return Tone::Neutral;
    default:
        return Tone::Ok;
    }
}

} // namespace

PlanModel::PlanModel(Words words, QObject* parent)
    : QAbstractTableModel(parent)
    , m_words(std::move(words))
{
}

bool PlanModel::canChoose(const PlanItem& item) const
{
    return !item.impossible && item.action != PlanAction::Unchanged && !isDone(item.key());
}

bool PlanModel::isDone(const QString& key) const
{
    const auto outcome = m_outcomes.constFind(key);
    return outcome != m_outcomes.constEnd() && outcome->result != PublishResult::Failed
        && outcome->result != PublishResult::Skipped;
}

void PlanModel::setPlan(const PublishPlan& plan, bool keepChoice, bool committedOnly)
{
    QSet<QString> refused;
    if (keepChoice) {
        for (const PlanItem& item : std::as_const(m_plan.items)) {
            if (canChoose(item) && item.pending() && !m_chosen.contains(item.key()))
                refused.insert(item.key());
        }
    }
    beginResetModel();
    m_plan = plan;
    m_chosen.clear();
    m_outcomes.clear();
    m_rows.clear();
    m_running = false;
    for (qsizetype row = 0; row < m_plan.items.size(); ++row) {
        const PlanItem& item = m_plan.items[row];
        m_rows.insert(item.key(), int(row));
        const bool clean = !committedOnly || (item.origin && item.origin->isCommitted());
        if (clean && canChoose(item) && item.pending() && item.problems == 0 && !refused.contains(item.key()))
            m_chosen.insert(item.key());
    }
    endResetModel();
    Q_EMIT choiceChanged();
}

QStringList PlanModel::chosen() const
{
    QStringList keys;
    for (const PlanItem& item : m_plan.items) {
        if (item.pending() && m_chosen.contains(item.key()))
            keys += item.key();
    }
    return keys;
}

QStringList PlanModel::chosenDeletions() const
{
    QStringList keys;
    for (const PlanItem& item : m_plan.items) {
        if (item.action == PlanAction::DatabaseOnly && m_chosen.contains(item.key()))
            keys += item.key();
    }
    return keys;
}

void PlanModel::setChosen(int row, bool chosen)
{
    const PlanItem& item = m_plan.items.at(row);
    if (!canChoose(item) || m_chosen.contains(item.key()) == chosen)
        return;
    if (chosen)
        m_chosen.insert(item.key());
    else
        m_chosen.remove(item.key());
    Q_EMIT dataChanged(index(row, NameColumn), index(row, NameColumn), {Qt::CheckStateRole});
    Q_EMIT choiceChanged();
}

void PlanModel::begin()
{
    // What an earlier publish of this plan did stays in sight.
    m_outcomes.removeIf([this](const auto& known) { return !isDone(known.key()); });
    m_running = true;
    if (!m_plan.items.isEmpty())
        Q_EMIT dataChanged(index(0, ResultColumn), index(int(m_plan.items.size()) - 1, ResultColumn));
}

void PlanModel::setOutcome(const PublishOutcome& outcome)
{
    const int row = m_rows.value(outcome.key(), -1);
    if (row < 0)
        return;
    m_outcomes.insert(outcome.key(), outcome);
    if (isDone(outcome.key()))
        m_chosen.remove(outcome.key());
    Q_EMIT dataChanged(index(row, NameColumn), index(row, ResultColumn));
}

void PlanModel::setOutcomes(const QList<PublishOutcome>& outcomes)
{
    for (const PublishOutcome& outcome : outcomes)
        setOutcome(outcome);
    Q_EMIT choiceChanged();
}

int PlanModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_plan.items.size());
}

int PlanModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags PlanModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == NameColumn && canChoose(m_plan.items.at(index.row())))
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

bool PlanModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    setChosen(index.row(), value.toInt() == Qt::Checked);
    return true;
}

QVariant PlanModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const PlanItem& item = m_plan.items.at(index.row());
    if (role == Key || role == roles::Identity)
        return item.key();
    if (role == Qt::CheckStateRole && index.column() == NameColumn && canChoose(item))
        return isChosen(index.row()) ? Qt::Checked : Qt::Unchecked;
    if (index.column() == ActionColumn && role == roles::State)
        return wordFor(item.action);
    if (index.column() == ActionColumn && role == roles::Tone) {
        return int(item.impossible || item.problems > 0                                           ? Tone::Error
                : item.action == PlanAction::DatabaseOnly || (item.drift && !item.drift->touched) ? Tone::Warning
                                                                                                  : Tone::Neutral);
    }
    if (index.column() == CommitColumn && role == Qt::ToolTipRole && item.origin)
        return item.origin->commit;
    if (index.column() == ResultColumn) {
        const auto outcome = m_outcomes.constFind(item.key());
        const bool known = outcome != m_outcomes.constEnd();
        if (role == roles::State)
            return known ? wordFor(outcome->result) : m_running && isChosen(index.row()) ? u"waiting"_s : QVariant();
        if (role == roles::Tone)
            return known ? QVariant(int(toneOf(outcome->result))) : QVariant();
        if (role == Qt::ToolTipRole && known && outcome->error)
            return m_words.error(*outcome->error);
        return {};
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case NameColumn:
        return item.name;
    case ChannelColumn:
        return item.channel;
    case ActionColumn:
        return wordFor(item.action);
    case ChangesColumn:
        return item.changes || item.drift ? m_words.changes(item) : QString();
    case CommitColumn:
        return item.origin && item.action != PlanAction::Unchanged ? m_words.origin(*item.origin) : QString();
    default:
        return {};
    }
}

} // namespace nc
