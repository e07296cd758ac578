#include "widgets/style/tonelabel.h"

#include "widgets/style/colors.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"

#include <QEvent>
#include <QPainter>

namespace nc {

ToneLabel::ToneLabel(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ToneLabel::set(Tone tone, const QString& text)
{
    m_tone = tone;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize ToneLabel::sizeHint() const
{
    const int text = m_text.isEmpty() ? 0 : metrics::half + fontMetrics().horizontalAdvance(m_text) + metrics::half;
    return {metrics::unit + 14 + text + metrics::half, qMax(24, fontMetrics().height() + metrics::half)};
}

void ToneLabel::paintEvent(QPaintEvent*)
{
    const Colors& c = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.soft(m_tone));
    painter.drawRoundedRect(rect(), metrics::radius, metrics::radius);
    const QRect drawing(metrics::unit, (height() - 14) / 2, 14, 14);
    icon(toneIcon(m_tone), toneTint(m_tone)).paint(&painter, drawing);
    painter.setPen(c.tone(m_tone));
    painter.drawText(
        rect().adjusted(drawing.right() + 1 + metrics::half, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, m_text);
}

void ToneLabel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    update();
}

} // namespace nc
