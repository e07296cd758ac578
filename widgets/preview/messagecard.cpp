#include "widgets/preview/messagecard.h"

#include "widgets/style/colors.h"
#include "widgets/style/fonts.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QEvent>
#include <QLabel>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

// What Diia shows (docs/contracts.md, "Template directories").
constexpr int longestTitle = 60;
constexpr int longestShort = 200;
constexpr int longestText = 2048;
constexpr int cardWidth = 400;

qsizetype characters(QStringView text)
{
    return text.size() - std::ranges::count_if(text, [](QChar c) { return c.isLowSurrogate(); });
}

// Where the first `limit` characters end.
qsizetype positionOf(QStringView text, int limit)
{
    qsizetype at = 0;
    for (int i = 0; i < limit && at < text.size(); ++i)
        at += text[at].isHighSurrogate() ? 2 : 1;
    return std::min(at, text.size());
}

QString markup(QStringView text)
{
    QString result = text.toString().toHtmlEscaped();
    result.replace(u'\n', "<br>"_L1);
    result.replace("  "_L1, " &nbsp;"_L1);
    return result;
}

} // namespace

MessageCard::MessageCard(QWidget* parent)
    : QFrame(parent)
    , m_heading(new QLabel(this))
    , m_date(new QLabel(this))
{
    setFrameShape(QFrame::StyledPanel);
    setMaximumWidth(cardWidth);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    column->setSpacing(metrics::half);
    auto* top = new QHBoxLayout;
    top->addWidget(m_heading, 1);
    top->addWidget(m_date);
    column->addLayout(top);
    column->addSpacing(metrics::half);
    m_heading->setObjectName(u"cardHeading"_s);
    setTextSize(m_heading, TextSize::Caption);
    setTextSize(m_date, TextSize::Caption);
    m_title = addPart(u"cardTitle"_s, int(TextSize::Heading));
    m_short = addPart(u"cardShort"_s, int(TextSize::Body));
    m_text = addPart(u"cardText"_s, int(TextSize::Body));
    retranslate();
}

MessageCard::Part MessageCard::addPart(const QString& name, int size)
{
    auto* column = static_cast<QVBoxLayout*>(layout());
    Part part{new QLabel(this), new QLabel(this)};
    part.text->setObjectName(name);
    part.text->setWordWrap(true);
    part.text->setTextFormat(Qt::RichText);
    part.text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTextSize(part.text, TextSize(size));
    part.counter->setObjectName(name + u"Counter"_s);
    part.counter->setAlignment(Qt::AlignRight);
    part.counter->setTextFormat(Qt::RichText);
    setTextSize(part.counter, TextSize::Caption);
    column->addWidget(part.text);
    column->addWidget(part.counter);
    return part;
}

void MessageCard::setChannel(Channel channel)
{
    m_channel = channel;
    clear();
    retranslate();
}

void MessageCard::setMessage(const DraftPreview& preview)
{
    m_preview = preview;
    fill();
}

void MessageCard::clear()
{
    m_preview = {};
    for (const Part& part : {m_title, m_short, m_text}) {
        part.text->clear();
        part.counter->clear();
    }
}

void MessageCard::retranslate()
{
    const bool push = m_channel == Channel::Diia;
    m_heading->setText(push ? tr("Push message in Diia") : tr("Message in the inbox"));
    m_date->setText(QLocale().toString(QDateTime::currentDateTime(), QLocale::ShortFormat));
    m_short.text->setVisible(push);
    for (const Part& part : {m_title, m_short, m_text})
        part.counter->setVisible(push);
    if (m_preview.title || !m_preview.text.isEmpty())
        fill();
}

void MessageCard::fill()
{
    const QString muted = colorsFor(palette()).muted.name();
    if (m_preview.title)
        fill(m_title, *m_preview.title, longestTitle);
    else
        m_title.text->setText(u"<span style=\"color:%1\">%2</span>"_s.arg(muted, tr("(no title)").toHtmlEscaped()));
    fill(m_short, m_preview.attributes.value(u"shortText"_s), longestShort);
    fill(m_text, m_preview.text, longestText);
}

void MessageCard::fill(const Part& part, const QString& text, int limit)
{
    const Colors& c = colorsFor(palette());
    if (m_channel != Channel::Diia) {
        part.text->setText(markup(text));
        return;
    }
    const qsizetype cut = positionOf(text, limit);
    QString shown = markup(QStringView(text).first(cut));
    if (cut < text.size())
        shown += u"<span style=\"background:%1;color:%2\">%3</span>"_s.arg(
            c.errorSoft.name(), c.error.name(), markup(QStringView(text).sliced(cut)));
    part.text->setText(shown);
    const qsizetype length = characters(text);
    const QString counted = tr("%1 of %2 characters").arg(length).arg(limit);
    part.counter->setText(u"<span style=\"color:%1\">%2</span>"_s.arg(
        (length > limit ? c.error : c.muted).name(), counted.toHtmlEscaped()));
}

void MessageCard::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_preview.title)
        fill();
}

} // namespace nc
