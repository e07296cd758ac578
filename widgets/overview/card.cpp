#include "widgets/overview/card.h"

#include "widgets/style/buttons.h"
#include "widgets/style/colors.h"
#include "widgets/style/elidedlabel.h"
#include "widgets/style/fonts.h"
#include "widgets/style/iconlabel.h"
#include "widgets/style/language.h"
#include "widgets/style/metrics.h"
#include "widgets/style/tonelabel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace nc {

static QLabel* plain(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

Card::Card(const QString& name, Icon drawing, QWidget* parent)
    : QFrame(parent)
    , m_title(new ElidedLabel(this))
    , m_state(new ToneLabel(this))
    , m_figure(plain(this))
    , m_lines(plain(this))
    , m_link(new QPushButton(this))
    , m_retry(new QPushButton(this))
{
    setObjectName(name);
    m_title->setElideMode(Qt::ElideRight);
    setTextSize(m_title, TextSize::Heading);
    setTextSize(m_figure, TextSize::Title);
    m_title->setObjectName(name + u"Title"_s);
    m_figure->setObjectName(name + u"Figure"_s);
    m_lines->setObjectName(name + u"Lines"_s);
    m_lines->setWordWrap(true);
    m_lines->setForegroundRole(QPalette::PlaceholderText);
    m_link->setObjectName(name + u"Link"_s);
    setButtonKind(m_link, ButtonKind::Link);
    m_retry->setObjectName(name + u"Retry"_s);
    m_retry->hide();
    connect(m_link, &QPushButton::clicked, this, &Card::linkClicked);
    connect(m_retry, &QPushButton::clicked, this, &Card::retry);

    auto* top = new QHBoxLayout;
    top->addWidget(new IconLabel(drawing, Tint::Muted, metrics::iconLarge, this));
    top->addWidget(m_title, 1);
    top->addWidget(m_state);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::unit + metrics::half);
    column->setSpacing(metrics::unit);
    column->addLayout(top);
    column->addWidget(m_figure);
    column->addWidget(m_lines);
    column->addStretch(1);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_link);
    bottom->addWidget(m_retry);
    bottom->addStretch(1);
    column->addLayout(bottom);
    m_column = column;
    m_state->hide();
    m_link->hide();
}

void Card::setTitle(const QString& title)
{
    m_title->setFullText(title);
    setAccessibleName(title);
    if (m_error)
        fillFailed();
}

void Card::setLink(const QString& text)
{
    m_link->setText(text + u" ›"_s);
    m_link->setAccessibleName(text);
    m_linked = !text.isEmpty();
    setShown(m_shown);
}

/// Where something failed there is room for one way on, and that is to try again.
void Card::setShown(Shown shown)
{
    m_shown = shown;
    m_retry->setVisible(shown == Shown::Failed);
    m_link->setVisible(m_linked && shown != Shown::Failed);
}

QSize Card::minimumSizeHint() const
{
    return {160, QFrame::minimumSizeHint().height()};
}

void Card::setContent(QWidget* content)
{
    m_content = content;
    m_column->insertWidget(3, content, 1);
    // Else the room that is left would be shared with nothing.
    m_column->setStretch(4, 0);
}

void Card::showLoading()
{
    // What was there stays until the new is here, so that a refresh does not flicker.
    if (m_shown != Shown::Facts)
        fillLoading();
}

void Card::clear()
{
    fillLoading();
}

void Card::setLoadingText(const QString& what)
{
    m_loading = what;
    if (m_shown == Shown::Loading)
        fillLoading();
}

void Card::fillLoading()
{
    setShown(Shown::Loading);
    m_error.reset();
    m_state->hide();
    m_figure->clear();
    m_figure->hide();
    m_lines->setText(m_loading);
    m_lines->setToolTip({});
    m_lines->show();
    if (m_content)
        m_content->hide();
}

void Card::showFacts(Tone tone, const QString& state, const QString& figure, const QStringList& lines)
{
    setShown(Shown::Facts);
    m_error.reset();
    m_lines->setToolTip({});
    m_state->setVisible(!state.isEmpty());
    m_state->set(tone, state);
    m_figure->setText(figure);
    m_figure->setVisible(!figure.isEmpty());
    m_lines->setText(lines.join(u'\n'));
    m_lines->setVisible(!lines.isEmpty());
    if (m_content)
        m_content->show();
}

void Card::showNone(const QString& sentence)
{
    showFacts(Tone::Neutral, {}, {}, {sentence});
    if (m_content)
        m_content->hide();
}

void Card::showFailed(const Error& error)
{
    setShown(Shown::Failed);
    m_error = error;
    fillFailed();
    if (m_content)
        m_content->hide();
}

void Card::fillFailed()
{
    const Sentence sentence = sentenceFor(*m_error);
    m_state->set(Tone::Error, tr("problem"));
    m_state->show();
    m_figure->clear();
    m_figure->hide();
    m_lines->setText(sentence.advice.isEmpty() ? sentence.what : sentence.what + u'\n' + sentence.advice);
    m_lines->setToolTip(m_error->detail.toHtmlEscaped());
    m_lines->show();
    m_retry->setText(tr("Try again"));
}

QString Card::stateText() const
{
    return m_state->isVisibleTo(this) ? m_state->text() : QString();
}

QString Card::figure() const
{
    return m_figure->text();
}

void Card::paintEvent(QPaintEvent*)
{
    const Colors& c = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(c.border, 1));
    painter.setBrush(c.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::cardRadius, metrics::cardRadius);
}

void Card::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_error)
        fillFailed();
}

} // namespace nc
