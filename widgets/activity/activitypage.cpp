#include "widgets/activity/activitypage.h"

#include "core/whoami.h"
#include "failures/ledger/ledgerlines.h"
#include "widgets/activity/activitymodel.h"
#include "widgets/common/stateview.h"
#include "widgets/common/timewords.h"
#include "widgets/table/datatable.h"
#include "widgets/table/filterbar.h"

#include <QAction>
#include <QBoxLayout>
#include <QLineEdit>
#include <QSortFilterProxyModel>

#include <algorithm>

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
        if ((area == u"activity" || area == u"failures") && isVisible())
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
        {tr("Profile"), ColumnKind::Text, 112, false, false, true}, {tr("By"), ColumnKind::Text, 128},
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
            m_own = *entries;
            showEntries();
        });
    loadColleagues();
}

void ActivityPage::loadColleagues()
{
    if (!workspace().hasProfile() || workspace().profile().kafka.bootstrap.isEmpty()) {
        m_colleagues.clear();
        return;
    }
    const auto work = [profile = workspace().access()](TaskContext& task) -> Result<QList<ActivityEntry>> {
        const auto access = kafkaAccess(*profile, task);
        if (!access)
            return fail(access.error());
        const auto lines = ledgerLines(*access, {}, task);
        if (!lines)
            return fail(lines.error());
        QList<ActivityEntry> entries;
        for (const LedgerLine& line : *lines) {
            // What was done here stands in this console's own log.
            if (line.by == whoAmI())
                continue;
            const QString detail =
                line.reason.isEmpty() ? QString::number(line.count) : u"%1 — “%2”"_s.arg(line.count).arg(line.reason);
            entries.append(
                {line.at, line.by, profile->profile().name, activityName(line.action), line.topic, u"done"_s, detail});
        }
        return entries;
    };
    // A cluster that does not answer takes nothing away from what was done here; the bar at the top tells of it.
    load(u"activity"_s, u"ledger"_s, work, [this](const Result<QList<ActivityEntry>>& entries) {
        m_colleagues = entries.value_or(QList<ActivityEntry>());
        showEntries();
    });
}

void ActivityPage::showEntries()
{
    QList<ActivityEntry> all = m_own + m_colleagues;
    std::ranges::stable_sort(all, std::ranges::greater(), &ActivityEntry::at);
    m_model->setEntries(std::move(all));
    showCount();
}

void ActivityPage::showCount()
{
    const int all = m_model->rowCount();
    const int found = m_found->rowCount();
    header()->setStateLine(
        all == found ? tr("%n entries", nullptr, all) : tr("%1 of %2").arg(groupedNumber(found), groupedNumber(all)));
    if (all == 0)
        m_state->showEmpty(Icon::Activity,
            tr("Nothing was done yet. What you publish, replay or commit is written down here, and what your "
               "colleagues "
               "send again or discard."));
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
