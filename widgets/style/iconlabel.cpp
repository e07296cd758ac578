#include "widgets/style/iconlabel.h"

#include <QPainter>

namespace nc {

IconLabel::IconLabel(Icon drawing, Tint tint, int size, QWidget* parent)
    : QWidget(parent)
    , m_drawing(drawing)
    , m_tint(tint)
{
    setFixedSize(size, size);
}

void IconLabel::set(Icon drawing, Tint tint)
{
    m_drawing = drawing;
    m_tint = tint;
    update();
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    icon(m_drawing, m_tint).paint(&painter, rect());
}

} // namespace nc
