#include "widgets/activity/activitypage.h"

#include "activity/activity.h"
#include "activity/activitymodel.h"
#include "core/sentences.h"
#include "widgets/common/stateview.h"
#include "widgets/common/timewords.h"
#include "widgets/style/language.h"
#include "widgets/table/datatable.h"
#include "widgets/table/filterbar.h"

#include <QAction>
#include <QBoxLayout>
#include <QLineEdit>
#include <QSortFilterProxyModel>

using namespace Qt::StringLiterals;

namespace nc {

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
        {tr("Count"), ColumnKind::Number, 72}, {tr("Profile"), ColumnKind::Text, 112, false, false, true},
        {tr("By"), ColumnKind::Text, 128}, {tr("Detail"), ColumnKind::Text, 144}});
    showCount();
}

void ActivityPage::refresh()
{
    if (m_model->rowCount() == 0)
        m_state->showLoading(tr("Reading what was done…"));
    // The journal is there at once; the ledger's cluster may take its time or not answer.
    loadJoined(false);
    if (workspace().hasProfile() && !workspace().profile().kafka.bootstrap.isEmpty())
        loadJoined(true);
}

void ActivityPage::loadJoined(bool withLedger)
{
    const quint64 generation = ++m_generation;
    const auto work = [profile = workspace().access(), folder = workspace().configFolder(), withLedger](
                          TaskContext& task) -> Result<Rows> {
        Unseen unseen;
        std::optional<ActivityLedger> ledger;
        if (withLedger) {
            auto access = kafkaAccess(*profile, task);
            if (access)
                ledger = ActivityLedger{std::move(*access), profile->profile().name, folder + u"/ledger"_s};
            else
                unseen.add(u"ledger"_s, access.error());
        }
        QList<ActivityRow> rows = readActivity(Journal(folder), ledger, {}, task).into(unseen);
        return Rows(std::move(rows), std::move(unseen));
    };
    load(u"activity"_s, {}, work, [this, generation](Result<Rows> rows) {
        // What was joined is not taken back by the journal alone.
        if (!rows || generation < m_shown)
            return;
        m_shown = generation;
        m_unseen = {};
        m_model->setRows(std::move(*rows).into(m_unseen));
        showUnseen();
        showCount();
    });
}

void ActivityPage::showUnseen()
{
    if (m_unseen.isEmpty())
        return notices()->dismiss();
    notices()->show([unseen = m_unseen] {
        QStringList words;
        for (const UnseenSource& source : unseen.sources())
            words += sentenceFor(source.reason).what;
        return Notice{Tone::Warning, tr("Not everything could be seen: %1").arg(words.join(u' ')), {}, {}};
    });
}

void ActivityPage::showCount()
{
    const int all = m_model->rowCount();
    const int found = m_found->rowCount();
    header()->setStateLine(
        all == found ? tr("%n entries", nullptr, all) : tr("%1 of %2").arg(groupedNumber(found), groupedNumber(all)));
    if (all == 0)
        m_state->showEmpty(Icon::Activity,
            tr("Nothing was done yet. What you publish, replay or commit in the window and by command line is written "
               "down here, and what your colleagues send again or discard."));
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
