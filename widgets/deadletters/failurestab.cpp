#include "widgets/deadletters/failurestab.h"

#include "core/settings.h"
#include "core/settingstable.h"
#include "kafka/errors.h"
#include "widgets/common/datatable.h"
#include "widgets/common/detailsplitter.h"
#include "widgets/common/filterbar.h"
#include "widgets/common/language.h"
#include "widgets/common/metrics.h"
#include "widgets/common/noticebar.h"
#include "widgets/common/stateview.h"
#include "widgets/common/timewords.h"
#include "widgets/deadletters/background.h"
#include "widgets/deadletters/coursedelegate.h"
#include "widgets/deadletters/failuredetail.h"
#include "widgets/deadletters/failurewords.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateTime>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace nc {

/// Below this the groups' column “First” gives its room to the causes.
static constexpr int roomForAll = 1280;

FailuresTab::FailuresTab(const Names& names, Workspace& workspace, NoticeBar* notices, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_notices(notices)
    , m_groups(new FailureGroupModel(this))
    , m_rows(new FailureModel(this))
    , m_filter(new FilterBar(names.filter, this))
    , m_stateBox(new QComboBox(this))
    , m_verdictBox(new QComboBox(this))
    , m_groupTable(new DataTable(names.groups, this))
    , m_table(new DataTable(names.table, this))
    , m_detail(new FailureDetail(names.detail, this))
    , m_filterRow(new QHBoxLayout)
{
    build(names);
    connectParts();
}

FailuresTab::~FailuresTab()
{
    // Models go before the tables that show them; nobody is told of that.
    for (QWidget* part : std::initializer_list<QWidget*>{m_filter, m_stateBox, m_verdictBox, m_groupTable, m_table})
        part->disconnect(this);
}

void FailuresTab::build(const Names& names)
{
    m_stateBox->setObjectName(names.filter + u"State"_s);
    m_verdictBox->setObjectName(names.filter + u"Verdict"_s);
    for (QComboBox* box : {m_stateBox, m_verdictBox})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_rows->setVerdicts(&m_verdicts);
    m_rows->setTimeWords(timeLeft);
    m_groups->setCountWords(verdictCountWords);
    m_groupTable->setSource(m_groups, DataTable::Sorting::ByColumn);
    m_table->setSource(m_rows, DataTable::Sorting::ByColumn);
    m_table->sortBy(FailureModel::At, Qt::DescendingOrder);
    m_groupTable->setItemDelegateForColumn(FailureGroupModel::Course, new CourseDelegate(this));

    // The causes over the whole width: their sentences are long. Records and the chosen one share what is beneath.
    m_splitter = new DetailSplitter(names.splitter, m_table, m_detail, this);
    m_splitter->setDetailShare(0.42);
    m_splitter->setDetailVisible(false);
    m_halves = new QSplitter(Qt::Vertical, this);
    m_halves->setChildrenCollapsible(false);
    m_halves->addWidget(m_groupTable);
    m_halves->addWidget(m_splitter);
    m_halves->setStretchFactor(0, 1);
    m_halves->setStretchFactor(1, 3);
    m_groupTable->setMinimumHeight(metrics::controlHeight + 3 * metrics::rowHeight);
    m_state = new StateView(m_halves, this);

    m_filterRow->setSpacing(metrics::unit);
    m_filterRow->addWidget(m_filter, 1);
    m_filterRow->addWidget(m_stateBox, 0, Qt::AlignTop);
    m_filterRow->addWidget(m_verdictBox, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, metrics::unit, 0, 0);
    layout->addLayout(m_filterRow);
    layout->addWidget(m_state, 1);
}

void FailuresTab::connectParts()
{
    connect(m_filter, &FilterBar::applied, this, [this] { refresh(); });
    for (QComboBox* box : {m_stateBox, m_verdictBox})
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            if (!m_filling)
                regroup();
        });
    connect(m_groupTable, &DataTable::selectedRowsChanged, this, &FailuresTab::showGroups);
    connect(m_table, &DataTable::currentRowChanged, this, &FailuresTab::showDetail);
    connect(m_table, &DataTable::selectedRowsChanged, this, &FailuresTab::changed);
    connect(m_detail, &FailureDetail::navigate, this, &FailuresTab::navigate);
    connect(m_detail, &FailureDetail::trace, this, &FailuresTab::trace);
    TaskRunner& tasks = m_workspace.tasks();
    connect(&tasks, &TaskRunner::progressed, this, [this](quint64 id, const Progress& progress) {
        if (id == m_judgeTask)
            takeVerdicts();
        else if (id == m_loadTask)
            m_state->setProgress(progress);
    });
}

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
    int chosen = 0;
    for (int i = 0; i < m_groups->rowCount(); ++i) {
        if (keys.contains(m_groups->row(i).key))
            chosen = i;
    }
    m_groupTable->selectSourceRow(chosen);
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

void FailuresTab::setMasked(bool masked)
{
    m_rows->setMasked(masked);
    m_groups->setMasked(masked);
    m_detail->setMasked(masked);
}

void FailuresTab::fillChoices()
{
    m_filling = true;
    const auto fill = [](QComboBox* box, const QList<std::pair<QString, QString>>& choices) {
        const int before = std::max(0, box->currentIndex());
        box->clear();
        for (const auto& [text, value] : choices)
            box->addItem(text, value);
        box->setCurrentIndex(before);
    };
    fill(m_stateBox,
        {{tr("Any state"), {}}, {tr("Not handled"), u"unhandled"_s}, {tr("Came back"), u"returned"_s},
            {tr("Sent again"), sentState()}, {tr("Discarded"), u"discarded"_s}});
    fill(m_verdictBox,
        {{tr("Any verdict"), {}}, {tr("Would succeed now"), u"would-succeed"_s}, {tr("Too late"), u"too-late"_s},
            {tr("Would fail again"), u"would-fail"_s}, {tr("Cannot be told"), u"unknown"_s}});
    m_stateBox->setAccessibleName(tr("State"));
    m_verdictBox->setAccessibleName(tr("Verdict"));
    m_filling = false;
}

void FailuresTab::setGroupColumns()
{
    m_groupTable->setColumns({{.title = tr("All"), .kind = ColumnKind::Number, .width = 56},
        {.title = tr("Open"), .kind = ColumnKind::Number, .width = 56},
        {.title = tr("Would it work now"), .kind = ColumnKind::State, .width = 168},
        {.title = tr("Cause"), .kind = ColumnKind::Text, .width = 320, .stretch = true},
        {.title = tr("Template"), .kind = ColumnKind::Text, .width = 184},
        {.title = tr("Channel"), .kind = ColumnKind::Text, .hidden = true}, // stands before the template
        {.title = tr("Course"), .kind = ColumnKind::Text, .width = 96},
        {.title = tr("First"), .kind = ColumnKind::Time, .width = 112, .hidden = !m_hasRoom},
        {.title = tr("Latest"), .kind = ColumnKind::Time, .width = 112}});
}

void FailuresTab::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool hasRoom = width() >= roomForAll;
    if (hasRoom != m_hasRoom) {
        m_hasRoom = hasRoom;
        setGroupColumns();
    }
}

void FailuresTab::retranslate()
{
    m_groups->setLanguage(currentLanguage());
    m_rows->setLanguage(currentLanguage());
    fillChoices();
    setGroupColumns();
    setTableColumns(m_retention > 0);
    m_groupTable->setAccessibleName(tr("Causes"));
    m_detail->retranslate();
    if (const auto row = currentRow(); row && m_splitter->isDetailVisible())
        loadDetail(*row);
}

} // namespace nc
