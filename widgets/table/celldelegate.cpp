#include "widgets/table/celldelegate.h"

#include "core/itemroles.h"
#include "widgets/style/colors.h"
#include "widgets/style/fonts.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"
#include "widgets/table/columnpresenter.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace nc {

static constexpr int iconStep = 14 + 6;

static bool hasTone(const QModelIndex& index)
{
    return index.data(roles::Tone).isValid() && index.data(presenterroles::kind).toInt() == int(ColumnKind::State);
}

void CellDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto kind = static_cast<ColumnKind>(index.data(presenterroles::kind).toInt());
    // Names and places differ at both ends, sentences are read from their beginning.
    option->textElideMode = kind == ColumnKind::Text || kind == ColumnKind::Code ? Qt::ElideMiddle : Qt::ElideRight;
    // One line a row: a payload's line breaks would push its text out of sight.
    option->text.replace(u'\n', u' ').replace(u'\t', u' ');
    if (kind == ColumnKind::Code || kind == ColumnKind::Payload)
        option->font = fixedFont();
    option->fontMetrics = QFontMetrics(option->font);
    option->state &= ~QStyle::State_HasFocus;
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem opt = option;
    initStyleOption(&opt, index);
    const QWidget* widget = option.widget;
    QStyle* style = widget ? widget->style() : QApplication::style();
    const Colors& c = colorsFor(opt.palette);
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &opt, painter, widget);

    QRect rect = opt.rect.adjusted(metrics::unit, 0, -metrics::unit, 0);
    QColor color = opt.state & QStyle::State_Enabled ? c.text : c.disabled;
    if (hasTone(index)) {
        const auto tone = static_cast<Tone>(index.data(roles::Tone).toInt());
        const QRect drawing(rect.left(), rect.center().y() - 6, 14, 14);
        icon(toneIcon(tone), toneTint(tone)).paint(painter, drawing);
        rect.setLeft(rect.left() + iconStep);
        color = c.tone(tone);
    } else if (!opt.icon.isNull()) {
        opt.icon.paint(painter, QRect(rect.left(), rect.center().y() - 7, 16, 16));
        rect.setLeft(rect.left() + 16 + 6);
    }
    if (const QVariant foreground = index.data(Qt::ForegroundRole); foreground.isValid())
        color = foreground.value<QColor>();
    if (opt.features & QStyleOptionViewItem::HasCheckIndicator) {
        QStyleOptionViewItem check = opt;
        check.rect = QRect(rect.left(), rect.center().y() - 7, 16, 16);
        check.state = check.state & ~(QStyle::State_On | QStyle::State_Off | QStyle::State_NoChange);
        check.state |= opt.checkState == Qt::Checked ? QStyle::State_On
            : opt.checkState == Qt::PartiallyChecked ? QStyle::State_NoChange
                                                     : QStyle::State_Off;
        style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &check, painter, widget);
        rect.setLeft(rect.left() + 16 + metrics::unit);
    }
    painter->save();
    painter->setFont(opt.font);
    painter->setPen(color);
    const QString text = opt.fontMetrics.elidedText(opt.text, opt.textElideMode, rect.width());
    painter->drawText(rect, int(opt.displayAlignment | Qt::AlignVCenter) | Qt::TextSingleLine, text);
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem opt = option;
    initStyleOption(&opt, index);
    // A text of megabytes is not measured to the end; no column gets that wide.
    int width = opt.fontMetrics.horizontalAdvance(opt.text.left(400)) + 2 * metrics::unit + 2;
    if (hasTone(index))
        width += iconStep;
    else if (!opt.icon.isNull())
        width += 16 + 6;
    if (opt.features & QStyleOptionViewItem::HasCheckIndicator)
        width += 16 + metrics::unit;
    return {width, metrics::rowHeight};
}

bool CellDelegate::helpEvent(
    QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString text = index.data(Qt::ToolTipRole).toString();
    if (text.isEmpty() && sizeHint(option, index).width() > option.rect.width())
        text = index.data(Qt::DisplayRole).toString();
    if (text.size() > 2000)
        text = text.left(2000) + QChar(0x2026);
    // Plain: what stands in a record is not markup.
    QToolTip::showText(event->globalPos(), text.isEmpty() ? QString() : text.toHtmlEscaped(), view);
    return true;
}

} // namespace nc
