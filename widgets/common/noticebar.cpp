#include "widgets/common/noticebar.h"

#include "core/errors.h"
#include "widgets/style/buttons.h"
#include "widgets/style/colors.h"
#include "widgets/style/iconlabel.h"
#include "widgets/style/language.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <chrono>

using namespace Qt::StringLiterals;

namespace nc {

NoticeBar::NoticeBar(QWidget* parent)
    : QWidget(parent)
    , m_icon(new IconLabel(Icon::Info, Tint::Neutral, metrics::icon, this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setObjectName(u"noticeBar"_s);
    m_text->setObjectName(u"noticeText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action->setObjectName(u"noticeActionButton"_s);
    m_close->setObjectName(u"noticeCloseButton"_s);
    m_close->setIcon(icon(Icon::Close, Tint::Muted));
    m_close->setFixedSize(metrics::controlHeight, metrics::controlHeight);
    setButtonKind(m_close, ButtonKind::Plain);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::unit + metrics::half, metrics::half, metrics::half, metrics::half);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    hide();
    m_timer.setSingleShot(true);
    m_timer.setInterval(std::chrono::seconds(8));
    connect(&m_timer, &QTimer::timeout, this, &NoticeBar::dismiss);
    connect(m_close, &QPushButton::clicked, this, &NoticeBar::dismiss);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto action = m_notice.action;
        dismiss();
        if (action)
            action();
    });
}

void NoticeBar::show(std::function<Notice()> make)
{
    show(make());
    m_make = std::move(make);
}

void NoticeBar::show(const Notice& notice)
{
    m_make = {};
    m_error.reset();
    m_notice = notice;
    fill();
    QWidget::show();
    if (notice.tone == Tone::Ok || notice.tone == Tone::Neutral)
        m_timer.start();
    else
        m_timer.stop();
}

void NoticeBar::showError(const Error& error, std::function<void()> retry)
{
    if (error.is(errors::cancelled))
        return;
    show({Tone::Error, {}, {}, std::move(retry)});
    m_error = error;
    fill();
}

void NoticeBar::dismiss()
{
    m_timer.stop();
    m_error.reset();
    hide();
}

QString NoticeBar::text() const
{
    return m_text->text();
}

void NoticeBar::fill()
{
    if (m_error) {
        const Sentence sentence = sentenceFor(*m_error);
        m_notice.text = sentence.advice.isEmpty() ? sentence.what : sentence.what + u' ' + sentence.advice;
        if (!m_error->detail.isEmpty() && !sentence.what.contains(m_error->detail))
            m_text->setToolTip(m_error->detail.toHtmlEscaped());
        m_notice.actionText = tr("Try again");
    } else {
        m_text->setToolTip(m_notice.tip.toHtmlEscaped());
    }
    m_icon->set(toneIcon(m_notice.tone), toneTint(m_notice.tone));
    m_text->setText(m_notice.text);
    m_action->setText(m_notice.actionText);
    m_action->setVisible(m_notice.action != nullptr && !m_notice.actionText.isEmpty());
    m_close->setAccessibleName(tr("Dismiss"));
    m_close->setToolTip(tr("Dismiss"));
    update();
}

void NoticeBar::paintEvent(QPaintEvent*)
{
    const Colors& c = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.soft(m_notice.tone));
    painter.drawRoundedRect(rect(), metrics::radius, metrics::radius);
}

void NoticeBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_make)
        m_notice = m_make();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        fill();
}

} // namespace nc
