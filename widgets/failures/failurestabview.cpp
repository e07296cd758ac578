// The part of FailuresTab that builds what is seen.
#include "widgets/common/detailsplitter.h"
#include "widgets/common/layoutmemory.h"
#include "widgets/common/stateview.h"
#include "widgets/failures/background.h"
#include "widgets/failures/coursedelegate.h"
#include "widgets/failures/failuredetail.h"
#include "widgets/failures/failurestab.h"
#include "widgets/failures/failurewords.h"
#include "widgets/style/language.h"
#include "widgets/style/metrics.h"
#include "widgets/table/datatable.h"
#include "widgets/table/filterbar.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace nc {

/// Below this the groups' column “First” gives its room to the causes.
static constexpr int roomForAll = 1280;
/// Below this even the template does: the cause names it.
static constexpr int roomForTemplate = 1000;

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
    m_splitter->setDetailShare(0.42, 0.6);
    m_splitter->setDetailVisible(false);
    m_halves = new QSplitter(Qt::Vertical, this);
    m_halves->setObjectName(names.groups + u"Halves"_s);
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
    // Enter: from a group to its records, from a record to its detail.
    connect(m_groupTable, &DataTable::opened, this, [this] {
        if (!m_table->currentSource().isValid())
            m_table->selectSourceRow(0);
        m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(m_table, &DataTable::opened, this, [this] {
        showDetail();
        m_detail->takeFocus();
    });
    connect(m_halves, &QSplitter::splitterMoved, this, [this] {
        const QList<int> parts = m_halves->sizes();
        if (LayoutMemory* memory = LayoutMemory::of(this))
            memory->setValue(
                u"split."_s + m_halves->objectName(), double(parts.value(0)) / std::max(1, m_halves->height()));
    });
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

void FailuresTab::setMenuActions(const QList<QAction*>& actions)
{
    m_groupTable->addActions(actions);
    m_table->addActions(actions);
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
        {.title = tr("Would it work now"), .kind = ColumnKind::State, .width = m_hasRoom ? 216 : 184},
        {.title = tr("Cause"), .kind = ColumnKind::Sentence, .width = 320, .stretch = true},
        {.title = tr("Template"), .kind = ColumnKind::Text, .width = m_hasRoom ? 184 : 152, .hidden = m_isNarrow},
        {.title = tr("Channel"), .kind = ColumnKind::Text, .hidden = true}, // stands before the template
        {.title = tr("Course"), .kind = ColumnKind::Text, .width = m_hasRoom ? 96 : 72},
        {.title = tr("First"), .kind = ColumnKind::Time, .width = 136, .hidden = !m_hasRoom},
        {.title = tr("Latest"), .kind = ColumnKind::Time, .width = 136}});
}

void FailuresTab::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool hasRoom = width() >= roomForAll;
    const bool isNarrow = width() < roomForTemplate;
    if (hasRoom != m_hasRoom || isNarrow != m_isNarrow) {
        m_hasRoom = hasRoom;
        m_isNarrow = isNarrow;
        setGroupColumns();
        setTableColumns(m_retention > 0);
    }
}

void FailuresTab::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    const LayoutMemory* memory = LayoutMemory::of(this);
    const double share = memory ? memory->value(u"split."_s + m_halves->objectName()).toDouble() : 0;
    if (share <= 0 || m_halves->height() <= 0)
        return;
    const int groups = static_cast<int>(m_halves->height() * std::min(share, 0.9));
    m_halves->setSizes({groups, m_halves->height() - groups});
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
