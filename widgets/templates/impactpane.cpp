#include "widgets/templates/impactpane.h"

#include "impact/errors.h"
#include "publish/lettertext.h"
#include "widgets/common/datatable.h"
#include "widgets/common/diffview.h"
#include "widgets/common/language.h"
#include "widgets/common/metrics.h"
#include "widgets/common/stateview.h"

#include <QBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace nc {

ImpactPane::ImpactPane(ImpactSession& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new ImpactModel([](const Error& error) { return sentenceFor(error).what; }, this))
    , m_table(new DataTable(u"impactTable"_s, this))
    , m_diff(new DiffView(this))
    , m_about(new QLabel(this))
    , m_last(new QSpinBox(this))
    , m_summary(new QLabel(this))
{
    m_diff->setObjectName(u"impactDiff"_s);
    m_last->setObjectName(u"impactLast"_s);
    m_summary->setObjectName(u"impactSummary"_s);
    m_summary->setWordWrap(true);
    m_last->setRange(1, 1000);
    m_last->setValue(20);
    m_last->setKeyboardTracking(false);
    m_about->setBuddy(m_last);
    m_table->setSource(m_model);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(0, metrics::half, 0, metrics::half);
    bar->setSpacing(metrics::unit);
    bar->addWidget(m_about);
    bar->addWidget(m_last);
    bar->addWidget(m_summary, 1);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->setObjectName(u"impactSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_diff);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    m_state = new StateView(splitter, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(bar);
    column->addWidget(m_state, 1);

    connect(m_last, &QSpinBox::valueChanged, this, &ImpactPane::judge);
    connect(m_table, &DataTable::currentRowChanged, this, &ImpactPane::showCurrent);
    connect(&m_session, &ImpactSession::judged, this, &ImpactPane::take);
    connect(&m_session, &ImpactSession::failed, this, [this](const QString& key, const Error& error) {
        if (!m_key || key != m_key->toString())
            return;
        m_summary->clear();
        if (error.is(errors::impactNoEvents))
            m_state->showEmpty(Icon::Topics, tr("No event in user-notifications has used this template yet."));
        else
            m_state->showFailed(error, [this] { judge(); });
    });
    retranslate();
}

void ImpactPane::retranslate()
{
    m_about->setText(tr("Newest events"));
    m_last->setAccessibleName(tr("How many events"));
    m_table->setAccessibleName(tr("Real events"));
    m_table->setColumns({{tr("When"), ColumnKind::Time, 96}, {tr("Recipient"), ColumnKind::Text, 160},
        {tr("New text"), ColumnKind::State, 136}, {tr("Why"), ColumnKind::Text, 0, true}});
    m_diff->setTitles(tr("Published"), tr("New"));
    m_diff->setSameText(tr("This recipient would get the same."));
    m_diff->setAccessibleName(tr("What the recipient got and would get"));
    if (m_model->rowCount() > 0)
        m_summary->setText(summary());
}

void ImpactPane::clear()
{
    m_session.cancel();
    m_key.reset();
    m_model->setReport({});
    m_summary->clear();
}

void ImpactPane::setTemplate(const TemplateKey& key, const std::optional<QByteArray>& edited)
{
    // Looked at already, and nothing has changed since.
    if (m_key == key && m_edited == edited && m_model->rowCount() > 0)
        return;
    m_key = key;
    m_edited = edited;
    judge();
}

void ImpactPane::judge()
{
    if (!m_key)
        return;
    m_summary->clear();
    m_model->setReport({});
    if (!m_edited) {
        m_session.cancel();
        m_state->showEmpty(Icon::Templates, tr("There is no new text to try: the template cannot be prepared."));
        return;
    }
    m_state->showLoading(tr("Looking for events that used it"), [this] { m_session.cancel(); });
    m_session.judge(*m_key, *m_edited, m_last->value());
}

QString ImpactPane::summary() const
{
    const ImpactReport& report = m_model->report();
    QStringList parts;
    if (const qsizetype broken = report.broken(); broken > 0)
        parts += tr("%1 fail").arg(broken);
    if (const qsizetype differing = report.count(ImpactResult::Differs); differing > 0)
        parts += tr("%1 differ").arg(differing);
    if (const qsizetype same = report.count(ImpactResult::Same); same > 0)
        parts += tr("%1 the same").arg(same);
    if (const qsizetype good = report.count(ImpactResult::New) + report.count(ImpactResult::Mended); good > 0)
        parts += tr("%1 work now").arg(good);
    return tr("of %1 that used it: %2").arg(report.matched).arg(parts.join(u", "_s));
}

void ImpactPane::take(const ImpactReport& report)
{
    if (!m_key || report.key != m_key->toString())
        return;
    // What fails or differs first; the model keeps the order of time within each.
    ImpactReport sorted = report;
    std::ranges::stable_sort(sorted.cases, {}, [](const ImpactCase& one) {
        return one.isBroken() ? 0 : one.result == ImpactResult::Differs ? 1 : 2;
    });
    m_model->setReport(sorted);
    m_summary->setText(summary());
    m_state->showContent();
    m_table->selectSourceRow(0);
    showCurrent();
}

void ImpactPane::showCurrent()
{
    const QModelIndex index = m_table->currentSource();
    if (!index.isValid() || index.row() >= m_model->rowCount())
        return;
    const ImpactCase& one = m_model->at(index.row());
    const auto side = [&](const QString& text, const std::optional<Error>& error) {
        if (error)
            return (tr("Not delivered:") + u'\n' + sentenceFor(*error).what + u'\n').toUtf8();
        return (m_key->channel == Channel::Email ? letterText(text) : text).toUtf8();
    };
    m_diff->setTexts(m_model->report().isPublished ? side(one.before, one.beforeError) : QByteArray(),
        side(one.after, one.afterError), -1);
}

} // namespace nc
