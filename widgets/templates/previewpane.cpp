#include "widgets/templates/previewpane.h"

#include "widgets/common/colors.h"
#include "widgets/common/fonts.h"
#include "widgets/common/icons.h"
#include "widgets/common/language.h"
#include "widgets/common/metrics.h"
#include "widgets/common/noticebar.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr int phoneWidth = 375;

QLabel* textLabel(QWidget* parent, const QString& name, TextSize size)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    // Text of a template is never markup here: inbox and Diia show it as it is.
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTextSize(label, size);
    return label;
}

} // namespace

PreviewPane::PreviewPane(QWidget* parent)
    : QWidget(parent)
    , m_desktop(new QToolButton(this))
    , m_phone(new QToolButton(this))
    , m_engine(new QLabel(this))
    , m_notice(new NoticeBar(this))
    , m_stack(new QStackedWidget(this))
    , m_letterHolder(new QWidget(this))
    , m_cardPage(new QScrollArea(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::half);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(metrics::half, 0, metrics::half, 0);
    row->setSpacing(metrics::half);
    row->addWidget(m_desktop);
    row->addWidget(m_phone);
    row->addWidget(m_engine, 1);
    column->addLayout(row);
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
    setTextSize(m_engine, TextSize::Caption);

    auto* widths = new QButtonGroup(this);
    for (QToolButton* button : {m_desktop, m_phone}) {
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        widths->addButton(button);
    }
    m_desktop->setObjectName(u"desktopWidth"_s);
    m_phone->setObjectName(u"phoneWidth"_s);
    m_desktop->setIcon(icon(Icon::Desktop));
    m_phone->setIcon(icon(Icon::Phone));
    m_desktop->setChecked(true);
    connect(m_phone, &QToolButton::toggled, this, &PreviewPane::applyWidth);

    m_letterHolder->setObjectName(u"letterHolder"_s);
    m_letterHolder->installEventFilter(this);
    m_stack->addWidget(m_letterHolder);
    auto* scroll = static_cast<QScrollArea*>(m_cardPage);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* card = new QFrame;
    card->setFrameShape(QFrame::StyledPanel);
    card->setMaximumWidth(phoneWidth + 2 * metrics::gap);
    card->setBackgroundRole(QPalette::Base);
    card->setAutoFillBackground(true);
    auto* cardColumn = new QVBoxLayout(card);
    cardColumn->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    cardColumn->setSpacing(metrics::unit);
    m_cardHeading = textLabel(card, u"cardHeading"_s, TextSize::Caption);
    m_cardTitle = textLabel(card, u"cardTitle"_s, TextSize::Heading);
    m_cardShort = textLabel(card, u"cardShort"_s, TextSize::Body);
    m_cardText = textLabel(card, u"cardText"_s, TextSize::Body);
    for (QLabel* label : {m_cardHeading, m_cardTitle, m_cardShort, m_cardText})
        cardColumn->addWidget(label);
    auto* holder = new QWidget;
    auto* holderRow = new QHBoxLayout(holder);
    holderRow->addStretch(1);
    holderRow->addWidget(card, 100, Qt::AlignTop);
    holderRow->addStretch(1);
    scroll->setWidget(holder);
    m_stack->addWidget(m_cardPage);
    retranslate();
}

PreviewPane::~PreviewPane() = default;

void PreviewPane::retranslate()
{
    m_desktop->setText(tr("Desktop"));
    m_phone->setText(tr("Phone"));
    m_desktop->setToolTip(tr("Show the letter as wide as there is room"));
    m_phone->setToolTip(tr("Show the letter 375 pixels wide"));
    m_cardHeading->setText(m_channel == Channel::Diia ? tr("Push message in Diia") : tr("Message in the inbox"));
    tellEngine();
}

void PreviewPane::setChannel(Channel channel)
{
    m_channel = channel;
    const bool letter = channel == Channel::Email;
    m_desktop->setVisible(letter);
    m_phone->setVisible(letter);
    m_stack->setCurrentWidget(letter ? m_letterHolder : m_cardPage);
    m_cardShort->setVisible(channel == Channel::Diia);
    retranslate();
    clear();
}

void PreviewPane::clear()
{
    m_notice->dismiss();
    if (m_letter)
        m_letter->setHtml({});
    for (QLabel* label : {m_cardTitle, m_cardShort, m_cardText})
        label->clear();
}

void PreviewPane::show(const DraftPreview& preview)
{
    if (preview.fault) {
        const TemplateFault fault = *preview.fault;
        const Sentence sentence = sentenceFor(fault.error);
        Notice notice{Tone::Error, sentence.what, {}, {}};
        if (fault.line > 0 && m_channel != Channel::Email) {
            notice.actionText = tr("Go to line %1").arg(fault.line);
            notice.action = [this, fault] { Q_EMIT placeChosen(fault.line, fault.column); };
        }
        m_notice->show(notice);
        return;
    }
    m_notice->dismiss();
    if (m_channel == Channel::Email)
        showLetter(preview.text);
    else
        showCard(preview);
    if (!preview.missing.isEmpty())
        m_notice->show({Tone::Error, tr("The data lack: %1").arg(preview.missing.join(u", "_s)), {}, {}});
}

void PreviewPane::showFailure(const Error& error)
{
    m_notice->showError(error);
}

void PreviewPane::showLetter(const QString& html)
{
    if (!m_letter) {
        m_letter = makeLetterView(m_letterHolder);
        m_letter->widget()->setAccessibleName(tr("Preview of the letter"));
        m_letter->widget()->show();
        applyWidth();
    }
    m_letter->setHtml(html);
    tellEngine();
}

void PreviewPane::showCard(const DraftPreview& preview)
{
    m_cardTitle->setText(preview.title.value_or(tr("(no title)")));
    m_cardShort->setText(preview.attributes.value(u"shortText"_s));
    m_cardText->setText(preview.text);
}

void PreviewPane::applyWidth()
{
    if (!m_letter)
        return;
    const QRect room = m_letterHolder->rect();
    const int width = m_phone->isChecked() ? qMin(phoneWidth, room.width()) : room.width();
    m_letter->widget()->setGeometry((room.width() - width) / 2, 0, width, room.height());
}

bool PreviewPane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_letterHolder && event->type() == QEvent::Resize)
        applyWidth();
    return QWidget::eventFilter(watched, event);
}

void PreviewPane::tellEngine()
{
    const bool simple = m_channel == Channel::Email && m_letter && !m_letter->isBrowser();
    m_engine->setText(simple ? tr("Simple view: the browser engine is not installed.") : QString());
}

} // namespace nc
