#include "widgets/shell/rail.h"

#include "widgets/shell/railbutton.h"
#include "widgets/style/colors.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeySequence>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace nc {

static constexpr Icon drawings[pageCount] = {
    Icon::Overview, Icon::Channels, Icon::Templates, Icon::Topics, Icon::Failures, Icon::Activity};
static constexpr const char* names[pageCount] = {
    "railOverview", "railChannels", "railTemplates", "railTopics", "railFailures", "railActivity"};

Rail::Rail(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"rail"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::unit, metrics::unit, metrics::unit, metrics::unit);
    column->setSpacing(metrics::half);
    for (int i = 0; i < pageCount; ++i) {
        auto* button = new RailButton(drawings[i], this);
        button->setObjectName(QLatin1StringView(names[i]));
        // Toggled, not clicked: that is all that assistive programs do.
        connect(button, &QAbstractButton::toggled, this, [this, i](bool on) {
            if (on && !m_setting)
                Q_EMIT chosen(static_cast<PageId>(i));
        });
        column->addWidget(button);
        m_buttons[size_t(i)] = button;
    }
    column->addStretch(1);
    setNarrow(false);
    retranslate();
}

void Rail::setCurrent(PageId page)
{
    m_setting = true;
    m_buttons[size_t(page)]->setChecked(true);
    m_setting = false;
}

void Rail::setCount(PageId page, qint64 count, Tone tone)
{
    m_buttons[size_t(page)]->setCount(count, tone);
}

void Rail::setNarrow(bool narrow)
{
    setFixedWidth(narrow ? metrics::railWidthNarrow : metrics::railWidth);
    for (RailButton* button : m_buttons)
        button->setNarrow(narrow);
}

void Rail::retranslate()
{
    for (int i = 0; i < pageCount; ++i) {
        const QString keys = QKeySequence(int(Qt::CTRL) | (Qt::Key_1 + i)).toString(QKeySequence::NativeText);
        m_buttons[size_t(i)]->setWords(Page::titleOf(static_cast<PageId>(i)), keys);
    }
}

void Rail::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Rail::paintEvent(QPaintEvent*)
{
    const Colors& c = colorsFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), c.rail);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), c.border);
}

} // namespace nc
