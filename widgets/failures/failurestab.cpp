#include "widgets/failures/failurestab.h"

#include "core/settings.h"
#include "core/settingstable.h"
#include "kafka/client/errors.h"
#include "kafka/filter/recordfilter.h"
#include "widgets/common/detailsplitter.h"
#include "widgets/common/noticebar.h"
#include "widgets/common/stateview.h"
#include "widgets/common/timewords.h"
#include "widgets/failures/failuredetail.h"
#include "widgets/style/language.h"
#include "widgets/table/datatable.h"
#include "widgets/table/filterbar.h"

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
        m_notices->show([error = *why] {
            return Notice{Tone::Warning,
                tr("The ledger cannot be read, so only what this console did is known: %1")
                    .arg(describe(error, currentLanguage())),
                {}, {}};
        });
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
    m_judged.fill(Judged::NotYet, m_all.size());
    m_index.clear();
    m_index.reserve(m_all.size());
    for (qsizetype i = 0; i < m_all.size(); ++i)
        m_index.insert(std::as_const(m_all)[i].place(), i);
    regroup();
    learnRetention();
    startJudging();
    Q_EMIT changed();
}

FailuresTab::Judged FailuresTab::judgedAs(const Verdict& verdict, bool tooLate)
{
    switch (verdict.outcome) {
    case VerdictOutcome::WouldSucceed:
        return tooLate ? Judged::TooLate : Judged::WouldSucceed;
    case VerdictOutcome::WouldFail:
        return Judged::WouldFail;
    case VerdictOutcome::Unknown:
        break;
    }
    return Judged::Unknown;
}

FailuresTab::Wanted FailuresTab::wanted() const
{
    // As fillChoices() has them.
    static constexpr Judged choices[] = {Judged::WouldSucceed, Judged::TooLate, Judged::WouldFail, Judged::Unknown};
    Wanted out{m_stateBox->currentData().toString(), {}};
    if (const int verdict = m_verdictBox->currentIndex(); verdict > 0)
        out.verdict = choices[verdict - 1];
    return out;
}

bool FailuresTab::passes(qsizetype number, const Wanted& wanted) const
{
    const FailureRow& row = m_all[number];
    if (wanted.state == u"unhandled" ? !row.isOpen() : !wanted.state.isEmpty() && row.state != wanted.state)
        return false;
    return !wanted.verdict || m_judged[number] == *wanted.verdict;
}

void FailuresTab::regroup()
{
    QStringList keys;
    for (const QModelIndex& index : m_groupTable->selectedSourceRows())
        keys.append(m_groups->row(index.row()).key);
    const Wanted choice = wanted();
    QList<int> shown;
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        if (passes(i, choice))
            shown.append(static_cast<int>(i));
    }
    m_filling = true;
    m_groups->setRows(groupFailures(m_all, shown));
    countVerdicts();
    if (shown.isEmpty()) {
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
    QList<int> shown;
    int again = -1;
    const Wanted choice = wanted();
    const bool all = keys.isEmpty() || keys.size() == m_groups->rowCount();
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        const FailureRow& row = std::as_const(m_all)[i];
        if (!passes(i, choice) || (!all && !keys.contains(row.group)))
            continue;
        if (current && row.place() == current->place())
            again = static_cast<int>(shown.size());
        shown.append(static_cast<int>(i));
    }
    m_rows->setRows(m_all, std::move(shown));
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

OffsetSelection FailuresTab::selection(qint64* count) const
{
    OffsetSelection chosen;
    const QModelIndexList selected = m_table->selectedSourceRows();
    for (const QModelIndex& index : selected) {
        const FailureRow& row = m_rows->row(index.row());
        chosen.add(row.partition, row.offset, row.offset);
    }
    if (count)
        *count = selected.size();
    return chosen;
}

FailureScope FailuresTab::scope() const
{
    FailureScope scope;
    scope.selected = selection(&scope.selectedCount);
    const QModelIndexList groups = m_groupTable->selectedSourceRows();
    if (!groups.isEmpty()) {
        for (int i = 0; i < m_rows->rowCount(); ++i)
            scope.groups.add(m_rows->row(i).partition, m_rows->row(i).offset, m_rows->row(i).offset);
        scope.groupsCount = m_rows->rowCount();
        scope.groupName =
            m_groupTable->fromSource(groups.first().siblingAtColumn(FailureGroupModel::Cause)).data().toString();
        if (groups.size() > 1)
            scope.groupName = tr("%n groups", nullptr, static_cast<int>(groups.size()));
    }
    if (isFiltered()) {
        const Wanted choice = wanted();
        for (qsizetype i = 0; i < m_all.size(); ++i) {
            if (!passes(i, choice))
                continue;
            const FailureRow& row = m_all[i];
            scope.shown.add(row.partition, row.offset, row.offset);
            ++scope.shownCount;
        }
    }
    return scope;
}

OffsetSelection FailuresTab::marked(bool (*takes)(const FailureRow&), int* count) const
{
    OffsetSelection chosen;
    const auto take = [&](const FailureRow& row) {
        if (!takes(row))
            return;
        chosen.add(row.partition, row.offset, row.offset);
        if (count)
            ++*count;
    };
    if (hasSelection()) {
        for (const QModelIndex& index : m_table->selectedSourceRows())
            take(m_rows->row(index.row()));
    } else {
        for (int i = 0; i < m_rows->rowCount(); ++i)
            take(m_rows->row(i));
    }
    return chosen;
}

bool FailuresTab::canMark() const
{
    return (hasSelection() || (m_groupTable->selectionModel() && m_groupTable->selectionModel()->hasSelection()))
        && !m_workspace.isReadOnly();
}

bool FailuresTab::hasSelection() const
{
    // Not the rows themselves: there may be very many, and this is asked whenever something is clicked.
    return m_table->selectionModel() && m_table->selectionModel()->hasSelection();
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
