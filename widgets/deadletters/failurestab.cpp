#include "widgets/deadletters/failurestab.h"

#include "core/settings.h"
#include "core/settingstable.h"
#include "deadletters/errors.h"
#include "kafka/errors.h"
#include "widgets/common/datatable.h"
#include "widgets/common/detailsplitter.h"
#include "widgets/common/filterbar.h"
#include "widgets/common/language.h"
#include "widgets/common/noticebar.h"
#include "widgets/common/stateview.h"
#include "widgets/common/timewords.h"
#include "widgets/deadletters/failuredetail.h"

#include <QComboBox>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace nc {

std::optional<RecordFilter> FailuresTab::parsedFilter(const QStringList& fields)
{
    m_filter->clearProblem();
    const QString text = m_filter->text();
    if (text.isEmpty())
        return RecordFilter();
    auto parsed = RecordFilter::parse(text, fields);
    if (parsed)
        return std::move(*parsed);
    m_filter->setProblem(describe(parsed.error(), currentLanguage()), parsed.error().subject.toInt());
    return {};
}

bool FailuresTab::isFiltered() const
{
    return !m_filter->text().isEmpty() || m_stateBox->currentIndex() > 0 || m_verdictBox->currentIndex() > 0;
}

void FailuresTab::loading(quint64 task, const QString& what)
{
    m_loadTask = task;
    if (m_all.isEmpty())
        m_state->showLoading(what, [this, task] { m_workspace.tasks().cancel(task); });
}

void FailuresTab::tellUnseenLedger(const std::optional<Error>& why)
{
    if (why)
        m_notices->show({Tone::Warning,
            tr("The ledger cannot be read, so only what this console did is known: %1")
                .arg(describe(*why, currentLanguage())),
            {}, {}});
}

void FailuresTab::failed(const Error& error)
{
    const auto retry = [this] { refresh(); };
    if (error.is(errors::cancelled)) {
        if (m_all.isEmpty())
            m_state->showEmpty(Icon::Stop, tr("Reading was stopped."), tr("Read again"), retry);
    } else if (error.is(errors::kafkaForbidden)) {
        const Sentence words = sentenceFor(error, currentLanguage());
        m_state->showNoRight(words.what, words.advice);
    } else if (m_all.isEmpty()) {
        m_state->showFailed(error, retry);
    } else {
        m_state->showStale(m_loadedAt, error, retry);
    }
    Q_EMIT changed();
}

void FailuresTab::setFailures(QList<FailureRow> rows)
{
    m_all = std::move(rows);
    m_loadedAt = QDateTime::currentMSecsSinceEpoch();
    markTooLate(m_all, ShelfLives(m_workspace.settings().get(settings::shelfLives)), m_loadedAt);
    m_verdicts.clear();
    m_unsaid.clear();
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        if (m_all[i].cause.is(errors::causeTemplateFailed))
            m_unsaid.insert(m_all[i].place(), i);
    }
    regroup();
    learnRetention();
    startJudging();
    Q_EMIT changed();
}

bool FailuresTab::passes(const FailureRow& row) const
{
    const QString wantedState = m_stateBox->currentData().toString();
    if (wantedState == u"unhandled" ? !row.isOpen() : !wantedState.isEmpty() && row.state != wantedState)
        return false;
    const QString wantedVerdict = m_verdictBox->currentData().toString();
    if (wantedVerdict.isEmpty())
        return true;
    const Verdict* verdict = verdictOf(row);
    return verdict && verdictState(*verdict, row.tooLate) == wantedVerdict;
}

void FailuresTab::regroup()
{
    QStringList keys;
    for (const QModelIndex& index : m_groupTable->selectedSourceRows())
        keys.append(m_groups->row(index.row()).key);
    QList<FailureRow> wanted;
    for (const FailureRow& row : std::as_const(m_all)) {
        if (passes(row))
            wanted.append(row);
    }
    m_filling = true;
    m_groups->setRows(groupFailures(wanted));
    countVerdicts();
    if (wanted.isEmpty()) {
        m_rows->setRows({});
        m_filling = false;
        m_splitter->setDetailVisible(false);
        if (isFiltered())
            m_state->showEmpty(Icon::Filter, tr("None of them passes this filter."), tr("Show all"), [this] {
                m_stateBox->setCurrentIndex(0);
                m_verdictBox->setCurrentIndex(0);
                m_filter->apply({});
                refresh();
            });
        else
            showNothing();
        Q_EMIT changed();
        return;
    }
    m_state->showContent();
    int chosen = -1;
    for (int i = 0; i < m_groups->rowCount(); ++i) {
        // A group may have been told apart further since.
        const QString& key = m_groups->row(i).key;
        if (std::ranges::any_of(keys, [&key](const QString& before) { return key.startsWith(before); }))
            chosen = chosen < 0 ? i : chosen;
    }
    m_groupTable->selectSourceRow(std::max(0, chosen));
    m_filling = false;
    showGroups();
}

void FailuresTab::showGroups()
{
    if (m_filling)
        return;
    QSet<QString> keys;
    for (const QModelIndex& index : m_groupTable->selectedSourceRows())
        keys.insert(m_groups->row(index.row()).key);
    const auto current = currentRow();
    QList<FailureRow> rows;
    int again = -1;
    for (const FailureRow& row : std::as_const(m_all)) {
        if (!passes(row) || (!keys.isEmpty() && !keys.contains(row.group)))
            continue;
        if (current && row.place() == current->place())
            again = static_cast<int>(rows.size());
        rows.append(row);
    }
    m_rows->setRows(std::move(rows));
    if (again >= 0)
        m_table->selectSourceRow(again);
    else
        m_splitter->setDetailVisible(false);
    Q_EMIT changed();
}

std::optional<FailureRow> FailuresTab::currentRow() const
{
    const QModelIndex index = m_table->currentSource();
    return index.isValid() && index.row() < m_rows->rowCount() ? std::optional(m_rows->row(index.row())) : std::nullopt;
}

void FailuresTab::showDetail()
{
    const auto row = currentRow();
    if (!row) {
        m_splitter->setDetailVisible(false);
        return;
    }
    const Verdict* verdict = verdictOf(*row);
    m_detail->setVerdict(verdict ? std::optional(*verdict) : std::nullopt, row->tooLate);
    m_splitter->setDetailVisible(true);
    loadDetail(*row);
}

const Verdict* FailuresTab::verdictOf(const FailureRow& row) const
{
    const auto found = m_verdicts.constFind(row.place());
    return found == m_verdicts.constEnd() ? nullptr : &*found;
}

qint64 FailuresTab::openCount() const
{
    return std::ranges::count_if(m_all, &FailureRow::isOpen);
}

Tone FailuresTab::stateTone() const
{
    return openCount() > 0 ? Tone::Warning : m_all.isEmpty() ? Tone::Neutral : Tone::Ok;
}

OffsetSelection FailuresTab::selection() const
{
    OffsetSelection chosen;
    for (const QModelIndex& index : m_table->selectedSourceRows()) {
        const FailureRow& row = m_rows->row(index.row());
        chosen.add(row.partition, row.offset, row.offset);
    }
    return chosen;
}

FailureScope FailuresTab::scope() const
{
    FailureScope scope;
    scope.selected = selection();
    scope.selectedCount = m_table->selectedSourceRows().size();
    const QModelIndexList groups = m_groupTable->selectedSourceRows();
    if (!groups.isEmpty()) {
        for (const FailureRow& row : m_rows->rows())
            scope.groups.add(row.partition, row.offset, row.offset);
        scope.groupsCount = m_rows->rowCount();
        scope.groupName =
            m_groupTable->fromSource(groups.first().siblingAtColumn(FailureGroupModel::Cause)).data().toString();
        if (groups.size() > 1)
            scope.groupName = tr("%n groups", nullptr, static_cast<int>(groups.size()));
    }
    if (isFiltered()) {
        for (const FailureRow& row : m_all) {
            if (!passes(row))
                continue;
            scope.shown.add(row.partition, row.offset, row.offset);
            ++scope.shownCount;
        }
    }
    return scope;
}

OffsetSelection FailuresTab::marked(bool (*wanted)(const FailureRow&), int* count) const
{
    QList<FailureRow> rows;
    for (const QModelIndex& index : m_table->selectedSourceRows())
        rows.append(m_rows->row(index.row()));
    OffsetSelection chosen;
    for (const FailureRow& row : rows.isEmpty() ? m_rows->rows() : rows) {
        if (!wanted(row))
            continue;
        chosen.add(row.partition, row.offset, row.offset);
        if (count)
            ++*count;
    }
    return chosen;
}

bool FailuresTab::canMark() const
{
    return (hasSelection() || !m_groupTable->selectedSourceRows().isEmpty()) && !m_workspace.isReadOnly();
}

bool FailuresTab::hasSelection() const
{
    return !m_table->selectedSourceRows().isEmpty();
}

bool FailuresTab::canSend() const
{
    return !m_all.isEmpty() && !m_workspace.isReadOnly();
}

void FailuresTab::focusFilter()
{
    m_filter->focusLine();
}

} // namespace nc
