#include "widgets/publish/impactpane.h"

#include "impact/errors.h"
#include "templates/lint/htmlalterations.h"
#include "widgets/common/stateview.h"
#include "widgets/preview/comparepane.h"
#include "widgets/style/language.h"
#include "widgets/style/metrics.h"
#include "widgets/table/datatable.h"
#include "widgets/text/diffview.h"

#include <QBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace nc {

ImpactPane::ImpactPane(ImpactSession& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new ImpactModel([](const Error& error) { return sentenceFor(error).what; }, this))
    , m_table(new DataTable(u"impactTable"_s, this))
    , m_sides(new QStackedWidget)
    , m_compare(new ComparePane)
    , m_diff(new DiffView)
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
    m_sides->addWidget(m_compare);
    m_sides->addWidget(m_diff);
    splitter->addWidget(m_sides);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({200, 300});
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
    connect(&m_session, &ImpactSession::compared, this, &ImpactPane::showLetters);
    connect(&m_session, &ImpactSession::compareFailed, m_compare, &ComparePane::showMissing);
    retranslate();
}

void ImpactPane::retranslate()
{
    m_compare->retranslate();
    m_about->setText(tr("Newest events"));
    m_last->setAccessibleName(tr("How many events"));
    m_table->setAccessibleName(tr("Real events"));
    m_table->setColumns({{tr("When"), ColumnKind::Time, 96}, {tr("Recipient"), ColumnKind::Text, 160},
        {tr("New text"), ColumnKind::State, 136}, {tr("Why"), ColumnKind::Sentence, 0, true}});
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

void ImpactPane::setTemplate(const TemplateKey& key, const std::optional<ImpactText>& edited)
{
    // Looked at already, and nothing has changed since.
    if (m_key == key && m_edited == edited && m_model->rowCount() > 0)
        return;
    m_key = key;
    m_edited = edited;
    m_compare->setChannel(key.channel);
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
    m_model->setReport(report);
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
    showSides(m_model->at(index.row()));
}

/// A subject and the text below it, as lines.
static QString withSubject(const QString& subject, const QString& text)
{
    return subject.isEmpty() ? text : ImpactPane::tr("Subject: %1").arg(subject) + u"\n\n"_s + text;
}

void ImpactPane::showSides(const ImpactCase& one)
{
    if (one.beforeError || one.afterError || !m_model->report().isPublished) {
        const auto side = [](const QString& subject, const QString& text, const std::optional<Error>& error) {
            if (error)
                return (tr("Not delivered:") + u'\n' + sentenceFor(*error).what + u'\n').toUtf8();
            return withSubject(subject, text).toUtf8();
        };
        m_diff->setTexts(
            m_model->report().isPublished ? side(one.subjectBefore, one.before, one.beforeError) : QByteArray(),
            side(one.subjectAfter, one.after, one.afterError), -1);
        m_sides->setCurrentWidget(m_diff);
        return;
    }
    m_sides->setCurrentWidget(m_compare);
    m_compare->clear();
    if (m_key->channel == Channel::Email) {
        m_session.compare(one.before, one.after);
        return;
    }
    LetterComparison texts;
    texts.leftText = one.before;
    texts.rightText = one.after;
    showLetters(texts);
}

void ImpactPane::showLetters(const LetterComparison& letters)
{
    const QModelIndex index = m_table->currentSource();
    if (!index.isValid() || index.row() >= m_model->rowCount())
        return;
    const ImpactCase& one = m_model->at(index.row());
    PublishedPreview both;
    both.letters = letters;
    both.letters.leftText = withSubject(one.subjectBefore, letters.leftText);
    both.letters.rightText = withSubject(one.subjectAfter, letters.rightText);
    if (one.subjectBefore != one.subjectAfter)
        ++both.letters.changes;
    both.leftSource = withSubject(one.subjectBefore, withoutPictures(one.before));
    both.rightSource = withSubject(one.subjectAfter, withoutPictures(one.after));
    m_compare->show(both);
}

} // namespace nc
