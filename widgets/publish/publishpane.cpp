#include "widgets/publish/publishpane.h"

#include "publish/plan/plandiff.h"
#include "widgets/common/detailsplitter.h"
#include "widgets/common/stateview.h"
#include "widgets/common/timewords.h"
#include "widgets/publish/historypane.h"
#include "widgets/publish/impactpane.h"
#include "widgets/style/language.h"
#include "widgets/style/metrics.h"
#include "widgets/table/datatable.h"
#include "widgets/text/diffview.h"

#include <QBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace nc {

static QString inWords(const Error& error)
{
    const Sentence sentence = sentenceFor(error);
    return sentence.advice.isEmpty() ? sentence.what : QString(sentence.what + u' ' + sentence.advice);
}

static QString changesInWords(const PlanItem& item)
{
    QStringList words;
    if (item.changes.testFlag(PlanChange::Content))
        words += PublishPane::tr("text");
    if (item.changes.testFlag(PlanChange::Title))
        words += PublishPane::tr("title");
    if (item.changes.testFlag(PlanChange::Attributes))
        words += PublishPane::tr("attributes");
    if (item.drift)
        words += item.drift->gone ? PublishPane::tr("deleted by somebody")
            : item.drift->touched ? PublishPane::tr("touched by somebody")
                                  : PublishPane::tr("changed by somebody else");
    return words.join(u", "_s);
}

static QString originInWords(const TemplateOrigin& origin)
{
    if (origin.commit.isEmpty())
        return PublishPane::tr("not committed");
    return origin.commit.left(7) + (origin.dirty ? u" +"_s : QString());
}

PublishPane::PublishPane(PublishSession& session, ImpactSession& impact, HistorySession& history, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new PlanModel({inWords, changesInWords, originInWords}, this))
    , m_table(new DataTable(u"planTable"_s, this))
    , m_reason(new QLabel(this))
    , m_tabs(new QTabBar(this))
    , m_details(new QStackedWidget(this))
    , m_diff(new DiffView(this))
    , m_impact(new ImpactPane(impact, this))
    , m_history(new HistoryPane(history, this))
{
    m_diff->setObjectName(u"planDiff"_s);
    m_reason->setObjectName(u"planReason"_s);
    m_reason->setWordWrap(true);
    m_tabs->setObjectName(u"planTabs"_s);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (int i = 0; i < 5; ++i)
        m_tabs->addTab({});
    m_table->setSource(m_model);
    m_diffState = new StateView(m_diff);
    m_details->addWidget(m_diffState);
    m_details->addWidget(m_impact);
    m_details->addWidget(m_history);
    auto* detail = new QWidget(this);
    auto* detailColumn = new QVBoxLayout(detail);
    detailColumn->setContentsMargins(metrics::unit, 0, 0, 0);
    detailColumn->setSpacing(metrics::half);
    detailColumn->addWidget(m_reason);
    detailColumn->addWidget(m_tabs);
    detailColumn->addWidget(m_details, 1);
    auto* splitter = new DetailSplitter(u"publishSplitter"_s, m_table, detail, this);
    splitter->setDetailShare(0.47, 0.62);
    m_state = new StateView(splitter, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_state);

    connect(m_model, &PlanModel::choiceChanged, this, &PublishPane::choiceChanged);
    connect(m_table, &DataTable::currentRowChanged, this, &PublishPane::showCurrent);
    connect(m_tabs, &QTabBar::currentChanged, this, &PublishPane::showDetail);
    connect(m_history, &HistoryPane::restoreAsked, this, &PublishPane::restoreAsked);
    connect(&m_session, &PublishSession::planned, this, &PublishPane::showPlan);
    connect(&m_session, &PublishSession::failed, this, [this](const Error& error) {
        if (m_model->rowCount() == 0)
            m_state->showFailed(error, [this] { load(); });
    });
    connect(&m_session, &PublishSession::compared, this, &PublishPane::showComparison);
    connect(&m_session, &PublishSession::compareFailed, this, [this](const QString&, const Error& error) {
        m_late.stop();
        m_diffState->showFailed(error, [this] { showDetail(); });
    });
    // The difference of another row or view is not left standing, nor does every step flicker.
    m_late.setSingleShot(true);
    m_late.setInterval(100);
    connect(&m_late, &QTimer::timeout, this, [this] { m_diffState->showLoading(tr("Comparing"), {}); });
    connect(&m_session, &PublishSession::outcomes, this, [this](const QList<PublishOutcome>& outcomes) {
        m_model->setOutcomes(outcomes);
        if (const QModelIndex index = m_table->currentSource(); index.isValid())
            m_reason->setText(reasonOf(m_model->at(index.row())));
        m_reason->setVisible(!m_reason->text().isEmpty());
    });
    connect(&m_session, &PublishSession::finished, this, &PublishPane::showDetail);
    retranslate();
}

void PublishPane::retranslate()
{
    m_table->setAccessibleName(tr("Publish plan"));
    setColumns();
    const std::pair<QString, QString> names[] = {{tr("Text"), tr("What stands in the database, and what would")},
        {tr("Source"), tr("Your files, and as they were published")},
        {tr("Reader"), tr("What a reader sees, with the sample data")},
        {tr("Events"), tr("What it means for the last real events")}, {tr("History"), tr("What stood there before")}};
    for (int i = 0; i < 5; ++i) {
        m_tabs->setTabText(i, names[i].first);
        m_tabs->setTabToolTip(i, names[i].second);
    }
    m_tabs->setAccessibleName(tr("Details of the template"));
    m_diff->setAccessibleName(tr("Difference between database and directory"));
    m_impact->retranslate();
    m_history->retranslate();
}

void PublishPane::setColumns()
{
    // Columns that would be empty leave their room to the names.
    const PublishPlan& plan = m_model->plan();
    const bool updates =
        std::ranges::any_of(plan.items, [](const PlanItem& item) { return item.changes || item.drift; });
    // Once it runs, what becomes of each row is what counts.
    const bool commits = std::ranges::any_of(plan.items, [](const PlanItem& item) { return item.origin.has_value(); });
    m_table->setColumns({{tr("Template"), ColumnKind::Text, 168, true}, {tr("Channel"), ColumnKind::Text, 56},
        {tr("Compared"), ColumnKind::State, 170}, {tr("Changes"), ColumnKind::Text, 88, false, !updates || m_begun},
        {tr("Commit"), ColumnKind::Text, 76, false, !commits || m_begun},
        {tr("Result"), ColumnKind::State, 104, false, !m_begun}});
}

void PublishPane::begin()
{
    m_begun = true;
    setColumns();
    m_model->begin();
}

void PublishPane::load()
{
    // What was planned for the tree alone is not offered: it would be replaced under the hand that chooses.
    if (!std::exchange(m_opened, true))
        m_model->setPlan({});
    m_keepChoice = m_model->rowCount() > 0;
    if (!m_keepChoice)
        m_state->showLoading(tr("Comparing the directory with the database"), [this] { m_session.cancel(); });
    m_session.makePlan();
}

void PublishPane::show(const QString& key, Detail detail)
{
    m_tabs->setCurrentIndex(int(detail));
    m_wanted = key;
    if (m_model->plan().find(key))
        select(key);
}

void PublishPane::select(const QString& key)
{
    const QList<PlanItem>& items = m_model->plan().items;
    int row = 0;
    for (int i = 0; i < items.size(); ++i) {
        if (key.isEmpty() ? items[i].pending() : items[i].key() == key) {
            row = i;
            break;
        }
    }
    m_table->selectSourceRow(row);
    showCurrent(m_model->index(row, 0));
}

void PublishPane::showPlan(const PublishPlan& plan)
{
    const QString before =
        m_model->rowCount() > 0 ? m_table->currentSource().data(PlanModel::Key).toString() : QString();
    m_model->setPlan(plan, m_keepChoice, m_committedOnly);
    m_begun = false;
    setColumns();
    if (plan.items.isEmpty()) {
        m_state->showEmpty(Icon::Templates, tr("There is no template, neither in the directory nor in the database."));
        return;
    }
    m_state->showContent();
    select(m_wanted.isEmpty() ? before : std::exchange(m_wanted, {}));
}

QString PublishPane::reasonOf(const PlanItem& item) const
{
    const PublishSource* source = m_session.source(item.key());
    QStringList reasons;
    if (const auto outcome = m_model->outcomes().value(item.key()); outcome.error)
        reasons += inWords(*outcome.error);
    if (source && source->failure)
        reasons += sentenceFor(*source->failure).what;
    if (source) {
        for (const Problem& problem : source->problems.first(qMin<qsizetype>(3, source->problems.size())))
            reasons += tr("Line %1: %2").arg(problem.line).arg(sentenceFor(problem.error).what);
    }
    if (item.drift) {
        const QString left = exactTime(item.drift->leftAt / 1000);
        if (item.drift->gone)
            reasons +=
                tr("Somebody has deleted the row since %1 published it here (%2).").arg(item.drift->leftBy, left);
        else if (item.drift->touched)
            reasons += tr("Somebody touched the row on %1, after %2 published it here (%3). Its text and title are "
                          "still the same.")
                           .arg(exactTime(item.row->updatedAt / 1000), item.drift->leftBy, left);
        else if (item.row->updatedAt > 0)
            reasons += tr("Somebody else changed the row on %1, after %2 published it here (%3). Publishing overwrites "
                          "that change; the history keeps it.")
                           .arg(exactTime(item.row->updatedAt / 1000), item.drift->leftBy, left);
        else
            reasons += tr("Somebody else changed the row after %1 published it here (%2). Publishing overwrites that "
                          "change.")
                           .arg(item.drift->leftBy, left);
        if (item.drift->title)
            reasons += tr("Only the title is another: “%1”.").arg(item.row->title.value_or(QString()));
    }
    if (m_committedOnly && item.pending() && !(item.origin && item.origin->isCommitted()))
        reasons +=
            tr("It is in no commit as it is on disk. This is production: it is published only if you choose it.");
    if (item.pending() && item.origin && item.origin->dirty && !item.origin->commit.isEmpty() && !m_committedOnly)
        reasons += tr("The files differ from commit %1.").arg(item.origin->commit.left(8));
    if (item.action == PlanAction::DatabaseOnly)
        reasons += tr("There is no directory for this row. It stays unless you choose to delete it.");
    return reasons.join(u'\n');
}

void PublishPane::showCurrent(const QModelIndex& index)
{
    m_reason->hide();
    if (!index.isValid())
        return;
    m_reason->setText(reasonOf(m_model->at(index.row())));
    m_reason->setVisible(!m_reason->text().isEmpty());
    showDetail();
}

void PublishPane::showDetail()
{
    const QModelIndex index = m_table->currentSource();
    if (!index.isValid() || index.row() >= m_model->rowCount())
        return;
    const PlanItem& item = m_model->at(index.row());
    const PublishSource* source = m_session.source(item.key());
    const bool has = source && !source->failure;
    const auto detail = Detail(m_tabs->currentIndex());
    if (detail == Detail::Events) {
        m_details->setCurrentWidget(m_impact);
        if (const auto key = TemplateKey::fromString(item.key()))
            m_impact->setTemplate(
                *key, has ? std::optional(ImpactText{source->values.content, source->values.title}) : std::nullopt);
        return;
    }
    if (detail == Detail::History) {
        m_details->setCurrentWidget(m_history);
        m_history->setTemplate(item.key(),
            has ? metadataText(source->values.title, source->values.attributes) + "\n" + source->values.content
                : QByteArray());
        return;
    }
    m_details->setCurrentWidget(m_diffState);
    m_late.start();
    m_session.compare(item.key(), CompareWhat(int(detail)));
}

void PublishPane::showComparison(const PublishComparison& comparison)
{
    const auto detail = Detail(m_tabs->currentIndex());
    if (detail == Detail::Events || detail == Detail::History || int(comparison.what) != int(detail))
        return;
    m_late.stop();
    m_diffState->showContent();
    QString left = tr("Published");
    QString right = tr("In the directory");
    QString same = tr("What stands in the database is the same.");
    if (comparison.what == CompareWhat::Source) {
        right = tr("On disk");
        left = comparison.commit.isEmpty() ? tr("In no commit")
            : comparison.isPublishedCommit ? tr("As published, commit %1").arg(comparison.commit.left(8))
                                           : tr("Newest commit, %1").arg(comparison.commit.left(8));
        same = tr("The files are as in commit %1.").arg(comparison.commit.left(8));
    } else if (comparison.what == CompareWhat::Reader) {
        right = tr("After publishing");
        same = tr("With the sample data a reader sees the same.");
        if (comparison.leftFault)
            left = tr("Published: cannot be rendered");
        if (comparison.rightFault)
            right = tr("After publishing: cannot be rendered");
        // Equal failures are no equal letters.
        if (comparison.rightFault)
            same = tr("It cannot be rendered with the sample data, so what a reader sees is not known: %1")
                       .arg(describe(*comparison.rightFault, currentLanguage()));
    }
    m_diff->setTitles(left, right);
    m_diff->setSameText(same);
    m_diff->setTexts(comparison.left, comparison.right);
}

QString PublishPane::summary() const
{
    int counts[4] = {};
    for (const PlanItem& item : m_model->plan().items) {
        if (!m_model->isDone(item.key()))
            ++counts[int(item.action)];
        else if (item.action != PlanAction::DatabaseOnly)
            ++counts[int(PlanAction::Unchanged)];
    }
    return tr("%1 new, %2 changed, %3 unchanged, %4 only in the database")
        .arg(counts[int(PlanAction::Create)])
        .arg(counts[int(PlanAction::Update)])
        .arg(counts[int(PlanAction::Unchanged)])
        .arg(counts[int(PlanAction::DatabaseOnly)]);
}

} // namespace nc
