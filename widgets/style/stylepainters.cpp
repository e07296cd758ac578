#include "widgets/style/stylepainters.h"

#include "widgets/style/buttons.h"
#include "widgets/style/colors.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"

#include <QAbstractButton>
#include <QPainter>
#include <QToolButton>

namespace nc::style {

static QRectF inner(const QRect& rect, qreal width)
{
    return QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2);
}

static void box(QPainter* painter, const QRect& rect, const QColor& fill, const QColor& line, qreal width = 1,
    qreal radius = metrics::radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(inner(rect, line.isValid() ? width : 0), radius, radius);
    painter->restore();
}

static QColor mix(const QColor& a, const QColor& b, int percentOfB)
{
    const auto part = [percentOfB](int x, int y) { return (x * (100 - percentOfB) + y * percentOfB) / 100; };
    return QColor(part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue()));
}

static bool keyboardFocus(const QStyleOption& option)
{
    return (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange);
}

static QColor labelColor(const QStyleOption& option, ButtonKind kind)
{
    const Colors& c = colorsFor(option.palette);
    if (!(option.state & QStyle::State_Enabled))
        return c.disabled;
    return kind == ButtonKind::Primary ? c.onAccent
        : kind == ButtonKind::Danger   ? c.error
        : kind == ButtonKind::Link     ? c.accent
                                       : c.text;
}

void buttonLabel(const QStyleOptionButton& option, QPainter* painter, const QWidget* widget)
{
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    const bool menu = option.features & QStyleOptionButton::HasMenu;
    const bool iconOnly = option.text.isEmpty();
    const int padding = buttonKind(button) == ButtonKind::Link ? 1 : metrics::unit + 2;
    QRect rect = option.rect.adjusted(padding, 0, -padding, 0);
    if (menu && !iconOnly)
        rect.setRight(rect.right() - metrics::gap);
    const int gap = option.icon.isNull() || iconOnly ? 0 : metrics::unit - 2;
    const int drawing = option.icon.isNull() ? 0 : option.iconSize.width();
    const int textWidth = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    const int whole = qMin(rect.width(), drawing + gap + textWidth);
    int x = isTextLeft(button) ? rect.left() : rect.left() + (rect.width() - whole) / 2;
    if (drawing > 0) {
        const QRect place(x,
            option.rect.center().y() - option.iconSize.height() / 2 + (option.rect.height() % 2 ? 0 : 1), drawing,
            option.iconSize.height());
        const bool enabled = option.state & QStyle::State_Enabled;
        option.icon.paint(painter, place, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
        x += drawing + gap;
    }
    painter->setPen(labelColor(option, buttonKind(button)));
    const QRect words(x, option.rect.top(), rect.right() - x + 1, option.rect.height());
    painter->drawText(words, int(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextHideMnemonic,
        option.fontMetrics.elidedText(option.text, Qt::ElideRight, words.width() + 2));
}

void button(const QStyleOptionButton& option, QPainter* painter, const QWidget* widget)
{
    const Colors& c = colorsFor(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool hover = enabled && (option.state & QStyle::State_MouseOver);
    const bool down = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const ButtonKind kind = buttonKind(qobject_cast<const QAbstractButton*>(widget));
    QColor fill = c.base;
    QColor line = enabled ? c.inputBorder : c.border;
    if (kind == ButtonKind::Link) {
        if (hover)
            painter->fillRect(
                QRect(option.rect.left() + 1, option.rect.bottom() - 5, option.rect.width() - 2, 1), c.accent);
        if (keyboardFocus(option))
            focusRing(option, painter);
        return;
    }
    if (kind == ButtonKind::Plain || (option.features & QStyleOptionButton::Flat)) {
        fill = QColor();
        line = QColor();
    }
    if (!enabled && fill.isValid())
        fill = c.window;
    if (kind == ButtonKind::Primary && enabled) {
        fill = c.accentFill;
        line = c.accentFill;
        if (hover)
            fill = mix(fill, QColor(Qt::black), 12);
        if (down)
            fill = mix(c.accentFill, QColor(Qt::black), 24);
    } else if (kind == ButtonKind::Danger && enabled) {
        line = c.error;
        if (hover || down)
            fill = c.errorSoft;
    } else if (hover || down) {
        fill = down ? c.hover : mix(c.base, c.hover, 55);
    }
    box(painter, option.rect, fill, line);
    if (keyboardFocus(option))
        focusRing(option, painter);
}

void toolButtonPanel(const QStyleOption& option, QPainter* painter, const QWidget* widget)
{
    const Colors& c = colorsFor(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool down = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const auto* tool = qobject_cast<const QToolButton*>(widget);
    if (tool && tool->autoRaise()) {
        if (enabled && (down || (option.state & QStyle::State_MouseOver)))
            box(painter, option.rect, c.hover, {});
    } else {
        const bool hover = enabled && (option.state & QStyle::State_MouseOver);
        box(painter, option.rect, down ? c.hover : (hover ? mix(c.base, c.hover, 55) : c.base),
            enabled ? c.inputBorder : c.border);
    }
    if (keyboardFocus(option))
        focusRing(option, painter);
}

void input(const QStyleOption& option, QPainter* painter, bool focus)
{
    const Colors& c = colorsFor(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool readOnly = option.state & QStyle::State_ReadOnly;
    box(painter, option.rect, enabled && !readOnly ? c.base : c.window,
        focus ? c.accent : (enabled && !readOnly ? c.inputBorder : c.border), focus ? 2 : 1);
}

void focusRing(const QStyleOption& option, QPainter* painter)
{
    box(painter, option.rect, {}, colorsFor(option.palette).accent, 2);
}

void checkBox(const QStyleOption& option, QPainter* painter)
{
    const Colors& c = colorsFor(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const QColor fill = on && enabled ? c.accentFill : (enabled ? c.base : c.window);
    box(painter, option.rect, fill, on && enabled ? c.accentFill : (enabled ? c.inputBorder : c.border), 1, 3);
    if (on)
        icon(option.state & QStyle::State_On ? Icon::Check : Icon::Remove, enabled ? Tint::OnAccent : Tint::Muted)
            .paint(painter, option.rect.adjusted(2, 2, -2, -2));
    if (keyboardFocus(option))
        box(painter, option.rect.adjusted(-2, -2, 2, 2), {}, c.accent, 2);
}

void radioButton(const QStyleOption& option, QPainter* painter)
{
    const Colors& c = colorsFor(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & QStyle::State_On;
    const qreal radius = option.rect.width() / 2.0;
    const QColor line = on && enabled ? c.accentFill : (enabled ? c.inputBorder : c.border);
    box(painter, option.rect, enabled ? c.base : c.window, line, on ? 2 : 1, radius);
    if (on)
        box(painter, option.rect.adjusted(4, 4, -4, -4), enabled ? c.accentFill : c.disabled, {}, 0, radius);
    if (keyboardFocus(option))
        box(painter, option.rect.adjusted(-2, -2, 2, 2), {}, c.accent, 2, radius + 2);
}

void header(const QStyleOptionHeader& option, QPainter* painter)
{
    const Colors& c = colorsFor(option.palette);
    painter->fillRect(option.rect, c.base);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), c.border);
    if (option.orientation == Qt::Horizontal && (option.state & QStyle::State_MouseOver))
        painter->fillRect(QRect(option.rect.right(), option.rect.top() + 6, 1, option.rect.height() - 12), c.border);
}

void headerArrow(const QStyleOptionHeader& option, QPainter* painter)
{
    if (option.sortIndicator == QStyleOptionHeader::None)
        return;
    // As elsewhere: the small end up means ascending.
    const Icon drawing = option.sortIndicator == QStyleOptionHeader::SortUp ? Icon::ChevronUp : Icon::ChevronDown;
    icon(drawing, Tint::Muted).paint(painter, option.rect);
}

void tab(const QStyleOptionTab& option, QPainter* painter)
{
    const Colors& c = colorsFor(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    if (!selected && (option.state & QStyle::State_MouseOver))
        box(painter, option.rect.adjusted(2, 2, -2, -4), c.hover, {});
    if (selected)
        painter->fillRect(
            QRect(option.rect.left() + 4, option.rect.bottom() - 1, option.rect.width() - 8, 2), c.accent);
    if (keyboardFocus(option) && selected)
        box(painter, option.rect.adjusted(2, 2, -2, -4), {}, c.accent, 2);
}

void comboBox(const QStyleOptionComboBox& option, QPainter* painter, const QWidget*)
{
    const Colors& c = colorsFor(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool focus = option.state & QStyle::State_HasFocus;
    if (option.frame)
        box(painter, option.rect, enabled ? c.base : c.window, focus ? c.accent : (enabled ? c.inputBorder : c.border),
            focus ? 2 : 1);
    const QRect arrow(option.rect.right() - 22, option.rect.center().y() - 6, 14, 14);
    icon(Icon::ChevronDown, Tint::Muted)
        .paint(painter, arrow, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
}

void scrollBar(const QStyleOptionSlider& option, QPainter* painter, const QRect& slider)
{
    const Colors& c = colorsFor(option.palette);
    painter->fillRect(option.rect, c.window);
    if (option.minimum == option.maximum)
        return;
    const bool hover = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const int m = 3;
    const QRect thumb =
        option.orientation == Qt::Vertical ? slider.adjusted(m, 1, -m, -1) : slider.adjusted(1, m, -1, -m);
    const int thickness = option.orientation == Qt::Vertical ? thumb.width() : thumb.height();
    box(painter, thumb, hover ? c.inputBorder : mix(c.border, c.inputBorder, 40), {}, 0, thickness / 2.0);
}

void progress(const QStyleOptionProgressBar& option, QPainter* painter)
{
    const Colors& c = colorsFor(option.palette);
    QRect groove = option.rect;
    if (groove.height() > 6) {
        groove.setTop(option.rect.center().y() - 2);
        groove.setHeight(6);
    }
    box(painter, groove, c.hover, {}, 0, 3);
    QRect bar = groove;
    const qint64 range = qint64(option.maximum) - option.minimum;
    if (range > 0) {
        bar.setWidth(int(qint64(groove.width()) * (qint64(option.progress) - option.minimum) / range));
    } else {
        // No end known: a third in the middle, which does not pretend to move.
        bar.setWidth(groove.width() / 3);
        bar.moveLeft(groove.left() + groove.width() / 3);
    }
    if (bar.width() > 0)
        box(painter, bar, c.accentFill, {}, 0, 3);
}

void splitter(const QStyleOption& option, QPainter* painter)
{
    const Colors& c = colorsFor(option.palette);
    QRect line = option.rect;
    if (option.state & QStyle::State_Horizontal) {
        line.setLeft(option.rect.center().x());
        line.setWidth(1);
    } else {
        line.setTop(option.rect.center().y());
        line.setHeight(1);
    }
    painter->fillRect(line, option.state & QStyle::State_MouseOver ? c.accent : c.border);
}

void branch(const QStyleOption& option, QPainter* painter)
{
    if (!(option.state & QStyle::State_Children))
        return;
    QRect rect(0, 0, 12, 12);
    rect.moveCenter(option.rect.center());
    icon(option.state & QStyle::State_Open ? Icon::ChevronDown : Icon::ChevronRight, Tint::Muted).paint(painter, rect);
}

} // namespace nc::style
