#include "widgets/templates/publishpane.h"

#include "widgets/common/datatable.h"
#include "widgets/common/detailsplitter.h"
#include "widgets/common/diffview.h"
#include "widgets/common/language.h"
#include "widgets/common/metrics.h"
#include "widgets/common/stateview.h"

#include <QBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace nc {

static QString inWords(const Error& error)
{
    const Sentence sentence = sentenceFor(error);
    return sentence.advice.isEmpty() ? sentence.what : QString(sentence.what + u' ' + sentence.advice);
}

static QString changesInWords(PlanChanges changes)
{
    QStringList words;
    if (changes.testFlag(PlanChange::Content))
        words += PublishPane::tr("text");
    if (changes.testFlag(PlanChange::Title))
        words += PublishPane::tr("title");
    if (changes.testFlag(PlanChange::Attributes))
        words += PublishPane::tr("attributes");
    return words.join(u", "_s);
}

PublishPane::PublishPane(PublishSession& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new PlanModel({inWords, changesInWords}, this))
    , m_table(new DataTable(u"planTable"_s, this))
    , m_diff(new DiffView(this))
    , m_reason(new QLabel(this))
{
    m_diff->setObjectName(u"planDiff"_s);
    m_reason->setObjectName(u"planReason"_s);
    m_reason->setWordWrap(true);
    m_table->setSource(m_model);
    auto* detail = new QWidget(this);
    auto* detailColumn = new QVBoxLayout(detail);
    detailColumn->setContentsMargins(metrics::unit, 0, 0, 0);
    detailColumn->addWidget(m_reason);
    m_diffState = new StateView(m_diff, detail);
    detailColumn->addWidget(m_diffState, 1);
    auto* splitter = new DetailSplitter(u"publishSplitter"_s, m_table, detail, this);
    splitter->setDetailShare(0.5);
    m_state = new StateView(splitter, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_state);

    connect(m_model, &PlanModel::choiceChanged, this, &PublishPane::choiceChanged);
    connect(m_table, &DataTable::currentRowChanged, this, &PublishPane::showCurrent);
    connect(&m_session, &PublishSession::planned, this, &PublishPane::showPlan);
    connect(&m_session, &PublishSession::failed, this, [this](const Error& error) {
        if (m_model->rowCount() == 0)
            m_state->showFailed(error, [this] { load(); });
    });
    connect(&m_session, &PublishSession::compared, this,
        [this](const QString&, const QByteArray& published, const QByteArray& directory) {
            m_diffState->showContent();
            m_diff->setTexts(published, directory);
        });
    connect(&m_session, &PublishSession::compareFailed, this,
        [this](const QString&, const Error& error) { m_diffState->showFailed(error); });
    connect(&m_session, &PublishSession::outcomes, this, [this](const QList<PublishOutcome>& outcomes) {
        m_model->setOutcomes(outcomes);
        showCurrent(m_table->currentSource());
    });
    retranslate();
}

void PublishPane::retranslate()
{
    m_table->setAccessibleName(tr("Publish plan"));
    setColumns();
    m_diff->setTitles(tr("Published"), tr("In the directory"));
    m_diff->setSameText(tr("What stands in the database is the same."));
    m_diff->setAccessibleName(tr("Difference between database and directory"));
}

void PublishPane::setColumns()
{
    // Columns that would be empty leave their room to the names.
    const bool updates = m_model->plan().count(PlanAction::Update) > 0;
    m_table->setColumns({{tr("Template"), ColumnKind::Text, 0, true}, {tr("Channel"), ColumnKind::Text, 72},
        {tr("Compared"), ColumnKind::State, 168}, {tr("What changes"), ColumnKind::Text, 128, false, !updates},
        {tr("Result"), ColumnKind::State, 112, false, !m_begun}});
}

void PublishPane::begin()
{
    m_begun = true;
    setColumns();
    m_model->begin();
}

void PublishPane::load()
{
    m_keepChoice = m_model->rowCount() > 0;
    if (!m_keepChoice)
        m_state->showLoading(tr("Comparing the directory with the database"), [this] { m_session.cancel(); });
    m_session.makePlan();
}

void PublishPane::showPlan(const PublishPlan& plan)
{
    const QString before =
        m_model->rowCount() > 0 ? m_table->currentSource().data(PlanModel::Key).toString() : QString();
    m_model->setPlan(plan, m_keepChoice);
    m_begun = false;
    setColumns();
    if (plan.items.isEmpty()) {
        m_state->showEmpty(Icon::Templates, tr("There is no template, neither in the directory nor in the database."));
        return;
    }
    m_state->showContent();
    int row = 0;
    for (int i = 0; i < plan.items.size(); ++i) {
        if (before.isEmpty() ? plan.items[i].pending() : plan.items[i].key() == before) {
            row = i;
            break;
        }
    }
    m_table->selectSourceRow(row);
    showCurrent(m_model->index(row, 0));
}

void PublishPane::showCurrent(const QModelIndex& index)
{
    m_reason->hide();
    if (!index.isValid())
        return;
    const PlanItem& item = m_model->at(index.row());
    const PublishSource* source = m_session.source(item.key());
    QStringList reasons;
    if (const auto outcome = m_model->outcomes().value(item.key()); outcome.error)
        reasons += sentenceFor(*outcome.error).what + u' ' + sentenceFor(*outcome.error).advice;
    if (source && source->failure)
        reasons += sentenceFor(*source->failure).what;
    if (source) {
        for (const Problem& problem : source->problems.first(qMin<qsizetype>(3, source->problems.size())))
            reasons += tr("Line %1: %2").arg(problem.line).arg(sentenceFor(problem.error).what);
    }
    if (item.action == PlanAction::DatabaseOnly)
        reasons += tr("There is no directory for this row. It stays unless you choose to delete it.");
    m_reason->setText(reasons.join(u'\n'));
    m_reason->setVisible(!reasons.isEmpty());
    m_session.compare(item.key());
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
