#include "widgets/activity/activitypage.h"

#include "widgets/activity/activitymodel.h"
#include "widgets/common/datatable.h"
#include "widgets/common/filterbar.h"
#include "widgets/common/stateview.h"
#include "widgets/common/timewords.h"

#include <QAction>
#include <QBoxLayout>
#include <QLineEdit>
#include <QSortFilterProxyModel>

using namespace Qt::StringLiterals;

namespace nc {

static constexpr qsizetype shown = 5000;

ActivityPage::ActivityPage(Workspace& workspace, QWidget* parent)
    : Page(PageId::Activity, workspace, parent)
    , m_model(new ActivityModel(this))
    , m_found(new QSortFilterProxyModel(this))
    , m_filter(new FilterBar(u"activityFilter"_s, this))
    , m_table(new DataTable(u"activityTable"_s))
{
    m_found->setSourceModel(m_model);
    m_found->setFilterKeyColumn(-1);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setSource(m_found, DataTable::Sorting::ByColumn);
    m_state = new StateView(m_table, this);
    body()->addWidget(m_filter);
    body()->addWidget(m_state, 1);
    connect(m_filter, &FilterBar::edited, this, [this](const QString& text) {
        m_found->setFilterFixedString(text.trimmed());
        showCount();
    });
    QAction* copy = addPageAction(u"activityCopy"_s, QT_TR_NOOP("Copy selected rows"), icon(Icon::Copy));
    connect(copy, &QAction::triggered, m_table, &DataTable::copySelection);
    header()->addAction(copy);
    connect(&workspace, &Workspace::changed, this, [this](const QString& area) {
        if (area == u"activity" && isVisible())
            refresh();
    });
    retranslate();
}

void ActivityPage::retranslate()
{
    Page::retranslate();
    m_filter->setLabel(tr("Find in what was done"));
    m_table->setAccessibleName(titleOf(PageId::Activity));
    m_table->setColumns({{tr("When"), ColumnKind::Time}, {tr("What"), ColumnKind::State, 208},
        {tr("On what"), ColumnKind::Text, 240, true}, {tr("Result"), ColumnKind::State},
        {tr("Profile"), ColumnKind::Text, 112}, {tr("By"), ColumnKind::Text, 128},
        {tr("Detail"), ColumnKind::Text, 144}});
    showCount();
}

void ActivityPage::refresh()
{
    const bool first = m_model->rowCount() == 0;
    if (first)
        m_state->showLoading(tr("Reading what was done…"));
    load(
        u"activity"_s, {}, [log = ActivityLog(workspace().configFolder())](TaskContext&) { return log.newest(shown); },
        [this](const Result<QList<ActivityEntry>>& entries) {
            if (!entries)
                return m_state->showFailed(entries.error(), [this] { refresh(); });
            m_model->setEntries(*entries);
            showCount();
        });
}

void ActivityPage::showCount()
{
    const int all = m_model->rowCount();
    const int found = m_found->rowCount();
    header()->setStateLine(
        all == found ? tr("%n entries", nullptr, all) : tr("%1 of %2").arg(groupedNumber(found), groupedNumber(all)));
    if (all == 0)
        m_state->showEmpty(
            Icon::Activity, tr("Nothing was done here yet. What you publish, replay or commit is written down here."));
    else if (found == 0)
        m_state->showEmpty(
            Icon::Search, tr("No entry has these words."), tr("Show all"), [this] { m_filter->line()->clear(); });
    else
        m_state->showContent();
}

void ActivityPage::focusFilter()
{
    m_filter->focusLine();
}

} // namespace nc
