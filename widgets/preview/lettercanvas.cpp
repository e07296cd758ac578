#include "widgets/preview/lettercanvas.h"

#include "widgets/preview/makeletterview.h"

namespace nc {

LetterCanvas::LetterCanvas(QWidget* parent)
    : QWidget(parent)
{
}

LetterCanvas::~LetterCanvas() = default;

void LetterCanvas::setHtml(const QString& html)
{
    if (!m_view) {
        m_view = makeLetterView(this);
        m_view->widget()->setAccessibleName(tr("Preview of the letter"));
        m_view->onRefused = [this] { Q_EMIT changed(); };
        m_view->setDark(m_light == LetterLight::Dark);
        m_view->widget()->show();
        place();
    }
    m_html = html;
    m_view->setHtml(dressed(html, m_light));
    Q_EMIT changed();
}

void LetterCanvas::clear()
{
    m_html.clear();
    if (m_view)
        m_view->setHtml({});
}

void LetterCanvas::setPhone(bool phone)
{
    m_phone = phone;
    place();
}

void LetterCanvas::setLight(LetterLight light)
{
    if (m_light == light)
        return;
    m_light = light;
    if (m_view) {
        m_view->setDark(light == LetterLight::Dark);
        setHtml(m_html);
    }
}

bool LetterCanvas::isTurnedRound() const
{
    return m_light == LetterLight::Dark && !m_html.isEmpty() && !hasDarkRules(m_html);
}

void LetterCanvas::place()
{
    if (!m_view)
        return;
    const int wide = m_phone ? qMin(phoneWidth, width()) : width();
    m_view->widget()->setGeometry((width() - wide) / 2, 0, wide, height());
}

void LetterCanvas::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

} // namespace nc
