#include "widgets/preview/previewpane.h"

#include "widgets/common/noticebar.h"
#include "widgets/preview/comparepane.h"
#include "widgets/preview/lettercanvas.h"
#include "widgets/preview/messagecard.h"
#include "widgets/preview/preparationpane.h"
#include "widgets/style/fonts.h"
#include "widgets/style/icons.h"
#include "widgets/style/language.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace nc {

PreviewPane::PreviewPane(QWidget* parent)
    : QWidget(parent)
    , m_about(new QLabel(this))
    , m_notice(new NoticeBar(this))
    , m_stack(new QStackedWidget(this))
    , m_letter(new LetterCanvas)
    , m_cardPage(new QScrollArea)
    , m_card(new MessageCard)
    , m_text(new QPlainTextEdit)
    , m_published(new ComparePane)
    , m_preparation(new PreparationPane)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::half);
    makeControls(column);
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
    column->addWidget(m_about);
    m_about->setObjectName(u"previewAbout"_s);
    m_about->setWordWrap(true);
    m_about->setContentsMargins(metrics::half, 0, metrics::half, 0);
    setTextSize(m_about, TextSize::Caption);

    m_letter->setObjectName(u"letterHolder"_s);
    connect(m_letter, &LetterCanvas::changed, this, &PreviewPane::tellAbout);
    m_stack->addWidget(m_letter);
    m_cardPage->setWidgetResizable(true);
    m_cardPage->setFrameShape(QFrame::NoFrame);
    auto* holder = new QWidget;
    auto* row = new QHBoxLayout(holder);
    row->addStretch(1);
    row->addWidget(m_card, 100, Qt::AlignTop);
    row->addStretch(1);
    m_cardPage->setWidget(holder);
    m_stack->addWidget(m_cardPage);
    m_text->setObjectName(u"letterPlain"_s);
    m_text->setReadOnly(true);
    m_text->setFont(fixedFont());
    m_stack->addWidget(m_text);
    m_stack->addWidget(m_published);
    m_stack->addWidget(m_preparation);
    connect(m_preparation, &PreparationPane::placeChosen, this, &PreviewPane::placeChosen);
    retranslate();
}

PreviewPane::~PreviewPane() = default;

QToolButton* PreviewPane::addChoice(QButtonGroup* group, const QString& name, int id)
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    group->addButton(button, id);
    return button;
}

void PreviewPane::makeControls(QVBoxLayout* column)
{
    auto* views = new QButtonGroup(this);
    m_reader = addChoice(views, u"readerView"_s, int(View::Reader));
    m_plain = addChoice(views, u"textView"_s, int(View::Text));
    m_compare = addChoice(views, u"publishedView"_s, int(View::Published));
    m_parsing = addChoice(views, u"preparationView"_s, int(View::Preparation));
    m_reader->setChecked(true);
    connect(views, &QButtonGroup::idClicked, this, [this](int id) { setView(View(id)); });
    auto* widths = new QButtonGroup(this);
    m_desktop = addChoice(widths, u"desktopWidth"_s, 0);
    m_phone = addChoice(widths, u"phoneWidth"_s, 1);
    m_desktop->setIcon(icon(Icon::Desktop));
    m_phone->setIcon(icon(Icon::Phone));
    m_desktop->setChecked(true);
    connect(m_phone, &QToolButton::toggled, m_letter, &LetterCanvas::setPhone);
    m_dark = new QToolButton(this);
    m_dark->setObjectName(u"darkLetter"_s);
    m_dark->setCheckable(true);
    m_dark->setAutoRaise(true);
    m_dark->setIcon(icon(Icon::Theme));
    connect(m_dark, &QToolButton::toggled, this,
        [this](bool dark) { setLight(dark ? LetterLight::Dark : LetterLight::Light); });
    for (QToolButton* button : {m_desktop, m_phone})
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);

    m_controls = new QBoxLayout(QBoxLayout::LeftToRight);
    m_controls->setContentsMargins(metrics::half, 0, metrics::half, 0);
    m_controls->setSpacing(metrics::half / 2);
    const auto group = [this](std::initializer_list<QToolButton*> buttons, bool right) {
        auto* row = new QHBoxLayout;
        row->setSpacing(metrics::half / 2);
        if (right)
            row->addStretch(1);
        for (QToolButton* button : buttons)
            row->addWidget(button);
        if (!right)
            row->addStretch(1);
        m_controls->addLayout(row);
    };
    group({m_reader, m_plain, m_compare, m_parsing}, false);
    group({m_desktop, m_phone, m_dark}, true);
    column->addLayout(m_controls);
}

/// Words that find no room in one row get a second one.
void PreviewPane::fitControls()
{
    int needed = 2 * metrics::half - metrics::half / 2;
    for (const QToolButton* button : {m_reader, m_plain, m_compare, m_parsing, m_desktop, m_phone, m_dark}) {
        if (!button->isHidden())
            needed += button->sizeHint().width() + metrics::half / 2;
    }
    m_controls->setDirection(needed > width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void PreviewPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitControls();
}

void PreviewPane::retranslate()
{
    const bool letter = m_channel == Channel::Email;
    m_reader->setText(letter ? tr("Letter") : m_channel == Channel::Diia ? tr("Push card") : tr("Inbox"));
    m_reader->setToolTip(tr("What the reader sees"));
    m_plain->setText(tr("Text"));
    m_plain->setToolTip(tr("What a mail program without HTML makes of the letter"));
    m_compare->setText(tr("Published"));
    m_compare->setToolTip(tr("Beside what stands in the database now, with the same data"));
    m_parsing->setText(tr("HTML"));
    m_parsing->setToolTip(tr("What HTML parsing made of the template code"));
    m_desktop->setToolTip(tr("Show the letter as wide as there is room"));
    m_phone->setToolTip(tr("Show the letter 375 pixels wide"));
    m_dark->setToolTip(tr("Show the letter as in a dark mail program"));
    m_desktop->setAccessibleName(tr("Desktop width"));
    m_phone->setAccessibleName(tr("Phone width"));
    m_dark->setAccessibleName(tr("Dark"));
    m_text->setAccessibleName(tr("Text form of the letter"));
    fitControls();
    m_card->retranslate();
    m_published->retranslate();
    m_preparation->retranslate();
    tellAbout();
}

void PreviewPane::setReaderOnly()
{
    m_readerOnly = true;
    for (QToolButton* button : {m_reader, m_plain, m_compare, m_parsing})
        button->hide();
}

void PreviewPane::setChannel(Channel channel)
{
    m_channel = channel;
    const bool letter = channel == Channel::Email;
    for (QToolButton* button : {m_plain, m_parsing})
        button->setVisible(letter && !m_readerOnly);
    m_card->setChannel(channel);
    m_published->setChannel(channel);
    if (!letter && (m_view == View::Text || m_view == View::Preparation)) {
        m_reader->setChecked(true);
        setView(View::Reader);
    }
    applyView();
    retranslate();
    clear();
}

void PreviewPane::setView(View view)
{
    const View before = std::exchange(m_view, view);
    for (QToolButton* button : {m_reader, m_plain, m_compare, m_parsing})
        button->setChecked(false);
    (view == View::Reader             ? m_reader
            : view == View::Text      ? m_plain
            : view == View::Published ? m_compare
                                      : m_parsing)
        ->setChecked(true);
    applyView();
    if ((before == View::Text) != (view == View::Text))
        Q_EMIT plainWanted(view == View::Text);
    if ((before == View::Published) != (view == View::Published)) {
        m_published->clear();
        Q_EMIT publishedWanted(view == View::Published);
    }
}

void PreviewPane::applyView()
{
    const bool letter = m_channel == Channel::Email;
    QWidget* page = letter ? static_cast<QWidget*>(m_letter) : m_cardPage;
    if (m_view == View::Text)
        page = m_text;
    else if (m_view == View::Published)
        page = m_published;
    else if (m_view == View::Preparation)
        page = m_preparation;
    m_stack->setCurrentWidget(page);
    const bool seen = letter && m_view == View::Reader;
    m_desktop->setVisible(seen);
    m_phone->setVisible(seen);
    m_dark->setVisible(letter && (m_view == View::Reader || m_view == View::Published));
    fitControls();
    tellAbout();
}

void PreviewPane::setLight(LetterLight light)
{
    m_letter->setLight(light);
    m_published->setLight(light);
    tellAbout();
}

void PreviewPane::clear()
{
    m_notice->dismiss();
    m_letter->clear();
    m_card->clear();
    m_text->clear();
    m_published->clear();
}

void PreviewPane::show(const DraftPreview& preview)
{
    if (preview.fault) {
        const TemplateFault fault = *preview.fault;
        const Sentence sentence = sentenceFor(fault.error);
        Notice notice{Tone::Error, sentence.what, {}, {}};
        if (fault.line > 0) {
            notice.actionText = tr("Go to line %1").arg(fault.line);
            notice.action = [this, fault] { Q_EMIT placeChosen(fault.line, fault.column); };
        }
        m_notice->show(notice);
        return;
    }
    m_notice->dismiss();
    if (m_channel == Channel::Email)
        m_letter->setHtml(preview.text);
    else
        m_card->setMessage(preview);
    if (m_view == View::Text && m_text->toPlainText() != preview.plain)
        m_text->setPlainText(preview.plain);
    if (preview.published)
        m_published->show(*preview.published);
    if (!preview.missing.isEmpty())
        m_notice->show({Tone::Error, tr("The data lack: %1").arg(preview.missing.join(u", "_s)), {}, {}});
    else if (preview.incomplete)
        m_notice->show({Tone::Warning,
            tr("It cannot be published like this: %1").arg(sentenceFor(*preview.incomplete).what), {}, {}});
}

void PreviewPane::showFailure(const Error& error)
{
    m_notice->showError(error);
}

void PreviewPane::showPublishedMissing(const Error& error)
{
    m_published->showMissing(error);
}

void PreviewPane::setPreparation(const std::shared_ptr<const HtmlAlterations>& preparation)
{
    m_preparation->setPreparation(preparation);
}

void PreviewPane::tellAbout()
{
    QStringList lines;
    QString tip;
    if (m_channel == Channel::Email && m_view == View::Reader) {
        if (const QStringList refused = m_letter->refused(); !refused.isEmpty()) {
            lines += tr("%n things from elsewhere were refused; a reader's mail program may do the same.", nullptr,
                int(refused.size()));
            tip = refused.join(u'\n');
        }
        if (m_letter->isTurnedRound())
            lines += tr("The letter has no dark colours of its own: shown as mail programs turn them round.");
        if (m_letter->isSimple())
            lines += tr("Simple view: the browser engine is not installed.");
    }
    m_about->setText(lines.join(u' '));
    m_about->setToolTip(tip);
    m_about->setVisible(!lines.isEmpty());
}

} // namespace nc
