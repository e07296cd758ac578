#include "widgets/shell/railbutton.h"

#include "widgets/common/timewords.h"
#include "widgets/style/colors.h"
#include "widgets/style/fonts.h"
#include "widgets/style/metrics.h"

#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace nc {

RailButton::RailButton(Icon drawing, QWidget* parent)
    : QAbstractButton(parent)
    , m_drawing(drawing)
{
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RailButton::setCount(qint64 count, Tone tone)
{
    m_count = count;
    m_tone = tone;
    describe();
    update();
}

void RailButton::setNarrow(bool narrow)
{
    m_narrow = narrow;
    describe();
    updateGeometry();
    update();
}

void RailButton::setWords(const QString& text, const QString& keys)
{
    setText(text);
    m_keys = keys;
    describe();
}

void RailButton::describe()
{
    setAccessibleName(text());
    setAccessibleDescription(m_count > 0 ? groupedNumber(m_count) : m_count < 0 ? tr("not known") : QString());
    setToolTip(m_narrow ? text() + u" ("_s + m_keys + u')' : m_keys);
}

QSize RailButton::sizeHint() const
{
    return {m_narrow ? metrics::railWidthNarrow - 2 * metrics::unit : metrics::railWidth - 2 * metrics::unit, 36};
}

void RailButton::paintEvent(QPaintEvent*)
{
    const Colors& c = colorsFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? c.selection : c.hover);
        painter.drawRoundedRect(rect(), metrics::radius, metrics::radius);
    }
    if (isChecked()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.accent);
        painter.drawRoundedRect(QRect(0, 8, 3, height() - 16), 1.5, 1.5);
    }
    const int size = metrics::iconLarge;
    const int left = m_narrow ? (width() - size) / 2 : metrics::unit + metrics::half;
    nc::icon(m_drawing, isChecked() ? Tint::Accent : Tint::Text)
        .paint(&painter, QRect(left, (height() - size) / 2, size, size));
    if (!m_narrow) {
        QFont face = font();
        face.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
        painter.setFont(face);
        painter.setPen(c.text);
        painter.drawText(rect().adjusted(left + size + metrics::unit + metrics::half, 0, -metrics::unit, 0),
            Qt::AlignVCenter | Qt::AlignLeft, text());
    }
    if (m_count != 0) {
        painter.setFont(textFont(TextSize::Caption));
        const QString words = m_count < 0 ? u"—"_s : m_count > 9999 ? u"9999+"_s : QString::number(m_count);
        const int width = qMax(20, painter.fontMetrics().horizontalAdvance(words) + 2 * 6);
        const QRect badge = m_narrow ? QRect(this->width() - 12, 4, 8, 8)
                                     : QRect(this->width() - metrics::unit - width, (height() - 20) / 2, width, 20);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_narrow ? c.tone(m_tone) : c.soft(m_tone));
        painter.drawRoundedRect(badge, badge.height() / 2.0, badge.height() / 2.0);
        if (!m_narrow) {
            painter.setPen(c.tone(m_tone));
            painter.drawText(badge, Qt::AlignCenter, words);
        }
    }
    if (hasFocus()) {
        painter.setPen(QPen(c.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::radius, metrics::radius);
    }
}

} // namespace nc
