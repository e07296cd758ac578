#include "widgets/deadletters/letterdetail.h"

#include "core/timetext.h"
#include "deadletters/exceptiontext.h"
#include "deadletters/lettermodels.h"
#include "widgets/common/datatable.h"
#include "widgets/common/fonts.h"
#include "widgets/common/language.h"
#include "widgets/common/metrics.h"
#include "widgets/common/statewords.h"
#include "widgets/common/textview.h"
#include "widgets/common/timewords.h"
#include "widgets/common/tonelabel.h"

#include <QBoxLayout>
#include <QLabel>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// Frames of these say nothing about why it failed.
QString frameworkOf(const QString& frame)
{
    for (const QString& name : {u"org.springframework"_s, u"org.apache.kafka"_s, u"java.base"_s, u"java."_s,
             u"javax."_s, u"jdk."_s, u"sun."_s, u"brave."_s, u"io.micrometer"_s, u"com.sun."_s, u"org.hibernate"_s}) {
        if (frame.startsWith(u"at "_s + name))
            return name.endsWith(u'.') ? name.chopped(1) : name;
    }
    return {};
}

QLabel* wrapped(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

QString foldedTrace(const QString& trace)
{
    QStringList out;
    QString framework;
    int folded = 0;
    const auto flush = [&] {
        if (folded > 0)
            out += u"    … %1 × %2"_s.arg(framework).arg(folded);
        folded = 0;
    };
    for (const QString& line : foldPayload(trace).split(u'\n')) {
        const QString name = frameworkOf(line.trimmed());
        if (name.isEmpty()) {
            flush();
            out += line;
        } else {
            if (name != framework)
                flush();
            framework = name;
            ++folded;
        }
    }
    flush();
    return out.join(u'\n');
}

LetterDetail::LetterDetail(QWidget* parent)
    : QWidget(parent)
    , m_summary(wrapped(this))
    , m_advice(wrapped(this))
    , m_stateLabel(new ToneLabel(this))
    , m_facts(wrapped(this))
    , m_tabs(new QTabWidget(this))
    , m_value(new TextView(this))
    , m_headers(new DataTable(u"letterHeaders"_s, this))
    , m_headerModel(new LetterHeaderModel(this))
    , m_trace(new TextView(this))
{
    m_summary->setObjectName(u"letterSummary"_s);
    m_value->setObjectName(u"letterValue"_s);
    m_trace->setObjectName(u"letterTrace"_s);
    m_stateLabel->setObjectName(u"letterState"_s);
    setTextSize(m_summary, TextSize::Heading);
    m_headers->setSource(m_headerModel);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_value, {});
    m_tabs->addTab(m_headers, {});
    m_tabs->addTab(m_trace, {});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::unit, 0, 0, 0);
    column->setSpacing(metrics::unit);
    column->addWidget(m_summary);
    column->addWidget(m_advice);
    column->addWidget(m_stateLabel, 0, Qt::AlignLeft);
    column->addWidget(m_facts);
    column->addWidget(m_tabs, 1);
    retranslate();
}

void LetterDetail::show(const DeadLetter& letter, const std::optional<LedgerEntry>& entry)
{
    m_letter = letter;
    m_entry = entry;
    fill();
}

void LetterDetail::clear()
{
    m_letter.reset();
    m_entry.reset();
    fill();
}

QString LetterDetail::chain() const
{
    QStringList lines;
    for (const Hop& hop : m_letter->failure.hops) {
        QString line = hop.topic;
        if (hop.partition && hop.offset)
            line += u" %1:%2"_s.arg(*hop.partition).arg(*hop.offset);
        if (hop.timestamp)
            line += u" · "_s + exactTime(*hop.timestamp);
        lines += line;
    }
    lines += u"%1 %2:%3 · %4"_s.arg(m_letter->record.topic)
                 .arg(m_letter->record.partition)
                 .arg(m_letter->record.offset)
                 .arg(exactTime(m_letter->record.timestamp));
    return lines.join(u"\n→ "_s);
}

QString LetterDetail::handled() const
{
    if (!m_entry)
        return {};
    QString text = tr("%1 by %2, %3").arg(stateWord(stateName(m_letter->state)), m_entry->by, exactTime(m_entry->at));
    if (m_letter->mark && !m_letter->mark->target.topic.isEmpty())
        text += u" → %1 %2:%3"_s.arg(m_letter->mark->target.topic)
                    .arg(m_letter->mark->target.partition)
                    .arg(m_letter->mark->target.offset);
    if (!m_entry->reason.isEmpty())
        text += u" — “%1”"_s.arg(m_entry->reason);
    return text;
}

void LetterDetail::fill()
{
    if (!m_letter) {
        m_summary->clear();
        m_advice->clear();
        m_facts->clear();
        m_value->clear();
        m_headerModel->setRows({});
        m_trace->clear();
        return;
    }
    const Sentence sentence = sentenceFor(m_letter->cause.reason, currentLanguage());
    m_summary->setText(sentence.what);
    m_advice->setText(sentence.advice);
    m_advice->setVisible(!sentence.advice.isEmpty());
    static constexpr Tone tones[] = {Tone::Warning, Tone::Ok, Tone::Error, Tone::Neutral};
    m_stateLabel->set(tones[static_cast<int>(m_letter->state)], stateWord(stateName(m_letter->state)));
    QStringList facts{handled(), chain()};
    if (m_letter->attempts)
        facts += tr("Tried %n time(s) before it was given up.", nullptr, *m_letter->attempts);
    if (m_letter->returns > 0)
        facts += tr("Has come back %n time(s).", nullptr, m_letter->returns);
    if (m_letter->layers > 0)
        facts += tr("The service could not read it and wrapped it %n time(s); the original is shown.", nullptr,
            m_letter->layers);
    if (!m_letter->facts.recipients.isEmpty())
        facts += tr("Recipient: %1").arg(m_letter->facts.recipients.join(u", "_s));
    facts.removeAll(QString());
    m_facts->setText(facts.join(u'\n'));
    if (m_letter->record.value)
        m_value->setText(m_letter->original, TextView::Format::Json);
    else
        m_value->setText(tr("This record has no value.").toUtf8());
    m_headerModel->setRows(m_letter->record.headers);
    QString trace = foldedTrace(m_letter->failure.stackTrace);
    if (trace.isEmpty())
        trace = m_letter->cause.message;
    m_trace->setText(trace.toUtf8());
}

void LetterDetail::retranslate()
{
    m_tabs->setTabText(0, tr("Value"));
    m_tabs->setTabText(1, tr("Headers"));
    m_tabs->setTabText(2, tr("Stack trace"));
    m_value->setAccessibleName(tr("Value"));
    m_headers->setAccessibleName(tr("Headers"));
    m_trace->setAccessibleName(tr("Stack trace"));
    m_headers->setColumns({{.title = tr("Name"), .kind = ColumnKind::Code, .width = 240},
        {.title = tr("Value"), .kind = ColumnKind::Code, .stretch = true},
        {.title = tr("Type"), .kind = ColumnKind::Text, .width = 72}});
    fill();
}

} // namespace nc
