#include "widgets/failures/failuredetail.h"

#include "failures/lists/failuremodels.h"
#include "failures/lists/lettermodels.h"
#include "kafka/records/masking.h"
#include "widgets/common/statewords.h"
#include "widgets/failures/stacktraceview.h"
#include "widgets/failures/whogotview.h"
#include "widgets/style/buttons.h"
#include "widgets/style/fonts.h"
#include "widgets/style/icons.h"
#include "widgets/style/language.h"
#include "widgets/style/metrics.h"
#include "widgets/style/tonelabel.h"
#include "widgets/table/datatable.h"
#include "widgets/text/textview.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QLabel* wrapped(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QPushButton* way(const QString& name, Icon drawing, QWidget* parent)
{
    auto* button = new QPushButton(icon(drawing, Tint::Accent), {}, parent);
    button->setObjectName(name);
    setButtonKind(button, ButtonKind::Link);
    return button;
}

} // namespace

FailureDetail::FailureDetail(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_summary(wrapped(name + u"Summary"_s, this))
    , m_advice(wrapped(name + u"Advice"_s, this))
    , m_state(new ToneLabel(this))
    , m_verdictLabel(new ToneLabel(this))
    , m_reasons(wrapped(name + u"Reasons"_s, this))
    , m_template(way(name + u"ToTemplate"_s, Icon::Templates, this))
    , m_channel(way(name + u"ToChannel"_s, Icon::Channels, this))
    , m_topic(way(name + u"ToTopic"_s, Icon::Topics, this))
    , m_person(way(name + u"ToPerson"_s, Icon::User, this))
    , m_tabs(new QTabWidget(this))
    , m_story(wrapped(name + u"Story"_s, this))
    , m_value(new TextView(this))
    , m_headers(new DataTable(name + u"Headers"_s, this))
    , m_headerModel(new LetterHeaderModel(this))
    , m_trace(new StackTraceView(this))
    , m_whoGot(new WhoGotView(name + u"WhoGot"_s, this))
{
    build(name);
    connect(m_template, &QPushButton::clicked, this, &FailureDetail::openTemplate);
    connect(m_channel, &QPushButton::clicked, this, [this] {
        Q_EMIT navigate(PageId::Channels, {{u"channel"_s, m_facts->channel}});
    });
    connect(m_topic, &QPushButton::clicked, this, [this] {
        const RecordPlace& place = m_facts->place;
        Q_EMIT navigate(PageId::Topics,
            {{u"topic"_s, place.topic}, {u"from"_s, u"beginning"_s},
                {u"filter"_s, u"partition = %1 and offset = %2"_s.arg(place.partition).arg(place.offset)}});
    });
    connect(m_person, &QPushButton::clicked, this, [this] {
        const bool email = m_facts->recipient.contains(u'@');
        Q_EMIT trace(email ? u"email"_s : u"recipient"_s, m_facts->recipient.section(u", "_s, 0, 0));
    });
    retranslate();
}

void FailureDetail::build(const QString& name)
{
    m_state->setObjectName(name + u"State"_s);
    m_verdictLabel->setObjectName(name + u"Verdict"_s);
    m_value->setObjectName(name + u"Value"_s);
    m_trace->setObjectName(name + u"Trace"_s);
    m_tabs->setObjectName(name + u"Tabs"_s);
    setTextSize(m_summary, TextSize::Heading);
    m_advice->setForegroundRole(QPalette::PlaceholderText);
    m_headers->setSource(m_headerModel);
    m_story->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_story->setContentsMargins(0, metrics::unit, 0, metrics::unit);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_story->setBackgroundRole(QPalette::Window);
    scroll->setWidget(m_story);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_value, {});
    m_tabs->addTab(scroll, {});
    m_tabs->addTab(m_headers, {});
    m_tabs->addTab(m_trace, {});
    m_tabs->addTab(m_whoGot, {});
    auto* marks = new QHBoxLayout;
    marks->setSpacing(metrics::unit);
    marks->addWidget(m_state);
    marks->addWidget(m_verdictLabel);
    marks->addStretch();
    auto* ways = new QHBoxLayout;
    ways->setSpacing(metrics::unit);
    for (QPushButton* button : {m_template, m_channel, m_topic, m_person})
        ways->addWidget(button);
    ways->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::unit, 0, 0, 0);
    column->setSpacing(metrics::unit);
    column->addWidget(m_summary);
    column->addWidget(m_advice);
    column->addLayout(marks);
    column->addWidget(m_reasons);
    column->addLayout(ways);
    column->addWidget(m_tabs, 1);
}

void FailureDetail::show(const FailureFacts& facts)
{
    const bool same = m_facts && m_facts->place == facts.place;
    m_facts = facts;
    fill();
    if (!same && facts.asksWhoGot)
        m_whoGot->forget();
}

void FailureDetail::takeFocus()
{
    if (QWidget* page = m_tabs->currentWidget())
        page->setFocus(Qt::OtherFocusReason);
}

void FailureDetail::clear()
{
    m_facts.reset();
    m_verdict.reset();
    fill();
}

void FailureDetail::setVerdict(const std::optional<Verdict>& verdict, bool tooLate)
{
    m_verdict = verdict;
    m_tooLate = tooLate;
    fillVerdict();
}

void FailureDetail::setMasked(bool masked)
{
    m_masked = masked;
    m_whoGot->setMasked(masked);
    fill();
}

QString FailureDetail::shown(const QString& text) const
{
    return m_masked ? QString::fromUtf8(masked(text.toUtf8())) : text;
}

QByteArray FailureDetail::shown(const QByteArray& text) const
{
    return m_masked ? masked(text) : text;
}

void FailureDetail::fillVerdict()
{
    m_verdictLabel->setVisible(m_verdict.has_value());
    if (!m_verdict)
        return m_reasons->hide();
    m_verdictLabel->set(verdictTone(*m_verdict, m_tooLate), stateWord(verdictState(*m_verdict, m_tooLate)));
    m_verdictLabel->setToolTip(tr("By the rules of notification-service %1").arg(m_verdict->rules));
    QStringList reasons = m_verdict->sentences(currentLanguage());
    // What is said above as the cause is not said again.
    if (m_facts)
        reasons.removeAll(causeSentence(m_facts->cause, m_facts->found, currentLanguage()).what);
    for (const TemplateTrouble& trouble : m_verdict->troubles) {
        if (trouble.line > 0)
            reasons += tr("%1/%2, line %3: %4")
                           .arg(trouble.channel, trouble.templateName)
                           .arg(trouble.line)
                           .arg(trouble.variable.isEmpty() ? trouble.message : trouble.variable);
    }
    m_reasons->setText(shown(reasons.join(u'\n')));
    m_reasons->setVisible(!reasons.isEmpty());
}

void FailureDetail::fill()
{
    if (!m_facts) {
        for (QLabel* label : {m_summary, m_advice, m_reasons, m_story})
            label->clear();
        m_value->clear();
        m_headerModel->setRows({});
        m_trace->clear();
        return;
    }
    const Sentence sentence = causeSentence(m_facts->cause, m_facts->found, currentLanguage());
    m_summary->setText(shown(sentence.what));
    m_advice->setText(shown(sentence.advice));
    m_advice->setVisible(!sentence.advice.isEmpty());
    m_state->set(failureStateTone(m_facts->state), stateWord(m_facts->state));
    m_story->setText(shown(m_facts->facts.join(u'\n')));
    const bool deliverable =
        m_facts->channel == u"email" || m_facts->channel == u"inbox" || m_facts->channel == u"diia";
    m_template->setVisible(!m_facts->templateName.isEmpty());
    m_channel->setVisible(deliverable && m_facts->channel != u"inbox");
    m_person->setVisible(!m_facts->recipient.isEmpty());
    if (m_facts->value)
        m_value->setText(shown(*m_facts->value), TextView::Format::Json);
    else
        m_value->setText(tr("This record has no value.").toUtf8());
    Headers headers = m_facts->headers;
    if (m_masked) {
        for (Header& header : headers) {
            if (header.value)
                header.value = masked(*header.value);
        }
    }
    m_headerModel->setRows(headers);
    m_trace->setTrace(shown(m_facts->trace));
    m_tabs->setTabVisible(2, !m_facts->headers.isEmpty());
    m_tabs->setTabVisible(3, !m_facts->trace.isEmpty());
    m_tabs->setTabVisible(4, m_facts->asksWhoGot);
    fillVerdict();
}

void FailureDetail::openTemplate()
{
    // Where the channel is not told, the letter is what fails most.
    QString channel = m_facts->channel.isEmpty() ? u"email"_s : m_facts->channel;
    QString name = m_facts->templateName;
    int line = 0;
    if (m_verdict && !m_verdict->troubles.isEmpty()) {
        const TemplateTrouble& trouble = m_verdict->troubles.first();
        channel = trouble.channel;
        name = trouble.templateName;
        line = trouble.line;
    }
    Q_EMIT navigate(PageId::Templates,
        {{u"template"_s, channel + u'/' + name}, {u"channel"_s, channel}, {u"name"_s, name}, {u"line"_s, line},
            {u"event"_s, QString::fromUtf8(m_facts->event)}, {u"recipient"_s, m_facts->recipient}});
}

void FailureDetail::retranslate()
{
    m_template->setText(tr("Template"));
    m_template->setToolTip(tr("Open the template with this event as its data"));
    m_channel->setText(tr("Channel"));
    m_channel->setToolTip(tr("Open the channel's settings"));
    m_topic->setText(tr("Topic"));
    m_topic->setToolTip(tr("Show the record in its topic"));
    m_person->setText(tr("Person"));
    m_person->setToolTip(tr("Find what happened to this person's messages"));
    m_tabs->setTabText(0, tr("Value"));
    m_tabs->setTabText(1, tr("What happened"));
    m_tabs->setTabText(2, tr("Headers"));
    m_tabs->setTabText(3, tr("Stack trace"));
    m_tabs->setTabText(4, tr("Who got it"));
    m_value->setAccessibleName(tr("Value"));
    m_headers->setAccessibleName(tr("Headers"));
    m_trace->setAccessibleName(tr("Stack trace"));
    m_headers->setColumns({{.title = tr("Name"), .kind = ColumnKind::Code, .width = 240},
        {.title = tr("Value"), .kind = ColumnKind::Code, .stretch = true},
        {.title = tr("Type"), .kind = ColumnKind::Text, .width = 72}});
    m_whoGot->retranslate();
    fill();
}

} // namespace nc
