#include "widgets/style/consolestyle.h"

#include "widgets/style/buttons.h"
#include "widgets/style/colors.h"
#include "widgets/style/metrics.h"
#include "widgets/style/stylepainters.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace nc {

ConsoleStyle::ConsoleStyle()
    : QProxyStyle(u"Fusion"_s)
{
}

int ConsoleStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return widget && widget->isWindow() ? metrics::gap : 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return metrics::unit;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
        return metrics::icon;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_SplitterWidth:
        return metrics::unit + 1;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return metrics::unit;
    case PM_HeaderMargin:
        return metrics::unit;
    case PM_HeaderMarkSize:
        return 12;
    case PM_TabBarTabHSpace:
        return metrics::gap + metrics::unit;
    case PM_TabBarBaseOverlap:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ConsoleStyle::styleHint(
    StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_UnderlineShortcut:
    case SH_Widget_Animate:
    case SH_ComboBox_Popup:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 1;
    case SH_ToolTip_WakeUpDelay:
        return 400;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize ConsoleStyle::sizeFromContents(
    ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        result =
            QSize(size.width() + 2 * metrics::unit + metrics::half, qMax(metrics::controlHeight, size.height() + 8));
        if (buttonKind(qobject_cast<const QAbstractButton*>(widget)) == ButtonKind::Link)
            return {size.width() + 4, 24};
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            if (!button->icon.isNull() && !button->text.isEmpty())
                result.rwidth() += metrics::half;
            else if (button->text.isEmpty())
                result.setWidth(metrics::controlHeight);
            if ((button->features & QStyleOptionButton::HasMenu) && !button->text.isEmpty())
                result.rwidth() += metrics::gap;
        }
        break;
    case CT_LineEdit:
    case CT_SpinBox:
        result.setHeight(qMax(metrics::controlHeight, result.height()));
        break;
    case CT_ComboBox:
        result.setHeight(qMax(metrics::controlHeight, result.height()));
        result.rwidth() += metrics::gap;
        break;
    case CT_ToolButton:
        result = result.expandedTo({metrics::controlHeight, metrics::controlHeight});
        break;
    case CT_TabBarTab:
        result.setHeight(metrics::controlHeight + metrics::half);
        break;
    case CT_HeaderSection:
        result.setHeight(qMax(metrics::rowHeight, result.height()));
        break;
    case CT_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator)
            result.setHeight(qMax(metrics::rowHeight, result.height()));
        break;
    default:
        break;
    }
    return result;
}

QRect ConsoleStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    if (element == SE_LineEditContents) {
        // Inside another control the frame is that one's, and one pixel of it is taken already.
        const bool isPart = widget
            && (qobject_cast<const QComboBox*>(widget->parentWidget())
                || qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()));
        return option->rect.adjusted(isPart ? 5 : 6, 1, -6, -1);
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect ConsoleStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex* option, SubControl part, const QWidget* widget) const
{
    // The words begin where those of a line edit do, and end before the arrow.
    if (control == CC_ComboBox && part == SC_ComboBoxEditField) {
        const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        return visualRect(
            option->direction, option->rect, option->rect.adjusted(box && box->editable ? 1 : 7, 2, -24, -2));
    }
    if (control == CC_SpinBox && part == SC_SpinBoxEditField) {
        QRect field = QProxyStyle::subControlRect(control, option, part, widget);
        if (option->direction == Qt::LeftToRight)
            field.setLeft(option->rect.left() + 1);
        return field;
    }
    if (control != CC_ScrollBar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (!bar)
        return {};
    // No arrows: the groove is the whole bar.
    const bool vertical = bar->orientation == Qt::Vertical;
    const int length = vertical ? bar->rect.height() : bar->rect.width();
    int thumb = length;
    if (bar->maximum > bar->minimum) {
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        thumb = int(qint64(bar->pageStep) * length / (range + bar->pageStep));
        thumb = qMin(length, qMax(thumb, proxy()->pixelMetric(PM_ScrollBarSliderMin, option, widget)));
    }
    const int start =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - thumb, bar->upsideDown);
    const auto span = [&](int from, int size) {
        const QRect rect =
            vertical ? QRect(0, from, bar->rect.width(), size) : QRect(from, 0, size, bar->rect.height());
        return visualRect(bar->direction, bar->rect, rect.translated(bar->rect.topLeft()));
    };
    switch (part) {
    case SC_ScrollBarGroove:
        return span(0, length);
    case SC_ScrollBarSlider:
        return span(start, thumb);
    case SC_ScrollBarSubPage:
        return span(0, start);
    case SC_ScrollBarAddPage:
        return span(start + thumb, length - start - thumb);
    default:
        return {};
    }
}

void ConsoleStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const bool focus = option->state & State_HasFocus;
    switch (element) {
    case PE_PanelButtonTool:
        style::toolButtonPanel(*option, painter, widget);
        return;
    case PE_PanelLineEdit:
        // Inside a combo or spin box the outer frame is painted by that.
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth > 0)
            style::input(*option, painter, focus);
        return;
    case PE_FrameLineEdit:
        style::input(*option, painter, focus);
        return;
    case PE_FrameFocusRect:
        // Rows show what is current by their surface; a ring in every cell would be noise.
        if (!qobject_cast<const QAbstractItemView*>(widget) && (option->state & State_KeyboardFocusChange))
            style::focusRing(*option, painter);
        return;
    case PE_IndicatorCheckBox:
        style::checkBox(*option, painter);
        return;
    case PE_IndicatorRadioButton:
        style::radioButton(*option, painter);
        return;
    case PE_IndicatorHeaderArrow:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            style::headerArrow(*header, painter);
        return;
    case PE_IndicatorBranch:
        style::branch(*option, painter);
        return;
    case PE_FrameTabWidget:
    case PE_FrameStatusBarItem:
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
            colorsFor(option->palette).border);
        return;
    case PE_Frame: {
        const Colors& c = colorsFor(option->palette);
        painter->setPen(c.border);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    }
    case PE_PanelTipLabel: {
        const Colors& c = colorsFor(option->palette);
        painter->setPen(c.inputBorder);
        painter->setBrush(c.rail);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    }
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ConsoleStyle::drawControl(
    ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case CE_PushButtonBevel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            style::button(*button, painter, widget);
            if ((button->features & QStyleOptionButton::HasMenu) && !button->text.isEmpty()) {
                QStyleOptionComboBox arrow;
                arrow.rect = button->rect;
                arrow.palette = button->palette;
                arrow.state = button->state;
                arrow.frame = false;
                style::comboBox(arrow, painter, widget);
            }
        }
        return;
    case CE_PushButton:
        drawControl(CE_PushButtonBevel, option, painter, widget);
        drawControl(CE_PushButtonLabel, option, painter, widget);
        return;
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            style::buttonLabel(*button, painter, widget);
        return;
    case CE_HeaderSection:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            style::header(*header, painter);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, colorsFor(option->palette).base);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
            colorsFor(option->palette).border);
        return;
    case CE_TabBarTabShape:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            style::tab(*tab, painter);
        return;
    case CE_TabBarTabLabel:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
            QStyleOptionTab copy(*tab);
            const Colors& c = colorsFor(option->palette);
            if (option->state & State_Enabled)
                copy.palette.setColor(QPalette::WindowText, option->state & State_Selected ? c.text : c.muted);
            copy.state &= ~QStyle::State_HasFocus;
            QProxyStyle::drawControl(element, &copy, painter, widget);
        }
        return;
    case CE_Splitter:
        style::splitter(*option, painter);
        return;
    case CE_ProgressBarGroove:
    case CE_ProgressBarLabel:
        return;
    case CE_ProgressBarContents:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option))
            style::progress(*bar, painter);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void ConsoleStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    if (control == CC_ComboBox) {
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option))
            return style::comboBox(*combo, painter, widget);
    }
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            return style::scrollBar(*bar, painter, subControlRect(control, option, SC_ScrollBarSlider, widget));
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void ConsoleStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget)
        || qobject_cast<QAbstractSpinBox*>(widget) || qobject_cast<QTabBar*>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

} // namespace nc
