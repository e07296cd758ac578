#include "widgets/text/lineview.h"

#include "widgets/style/colors.h"
#include "widgets/style/fonts.h"
#include "widgets/style/metrics.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

namespace nc {

static constexpr int margin = metrics::unit;

LineView::LineView(QWidget* parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    viewport()->setFont(fixedFont());
}

QList<QTextLayout::FormatRange> LineView::rowFormats(qsizetype, const QString&, const Colors&) const
{
    return {};
}

bool LineView::goesOn(qsizetype) const
{
    return false;
}

int LineView::rowStep() const
{
    return viewport()->fontMetrics().height() + 3;
}

void LineView::rowsReset()
{
    m_anchor = m_caret = {};
    m_widest = 0;
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    updateBars();
    viewport()->update();
}

void LineView::updateBars()
{
    const int visible = qMax(1, viewport()->height() / rowStep());
    verticalScrollBar()->setPageStep(visible);
    verticalScrollBar()->setSingleStep(1);
    verticalScrollBar()->setRange(0, int(qMax<qsizetype>(0, rowCount() - visible)));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(24);
    horizontalScrollBar()->setRange(0, qMax(0, m_widest + 2 * margin - viewport()->width()));
}

void LineView::layOut(QTextLayout& layout) const
{
    layout.setFont(viewport()->font());
    layout.setCacheEnabled(true);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid())
        line.setNumColumns(int(layout.text().size()) + 1);
    layout.endLayout();
}

void LineView::paintEvent(QPaintEvent*)
{
    const Colors& c = colorsFor(palette());
    QPainter painter(viewport());
    painter.setPen(c.text);
    const int step = rowStep();
    const int x = margin - horizontalScrollBar()->value();
    const auto [from, to] = std::minmax(m_anchor, m_caret);
    const int widest = m_widest;
    qsizetype row = verticalScrollBar()->value();
    for (int y = metrics::half; y < viewport()->height() && row < rowCount(); y += step, ++row) {
        const QString text = rowText(row);
        QTextLayout layout(text);
        layOut(layout);
        QList<QTextLayout::FormatRange> formats = rowFormats(row, text, c);
        if (hasSelection() && row >= from.row && row <= to.row) {
            QTextLayout::FormatRange range;
            range.start = row == from.row ? from.column : 0;
            range.length = (row == to.row ? to.column : int(text.size())) - range.start;
            range.format.setBackground(c.selection);
            formats.append(range);
        }
        layout.draw(&painter, QPointF(x, y), formats);
        m_widest = qMax(m_widest, int(layout.maximumWidth()) + 1);
    }
    if (m_widest != widest)
        QMetaObject::invokeMethod(
            this, [this] { updateBars(); }, Qt::QueuedConnection);
    if (hasFocus()) {
        painter.setPen(QPen(c.accent, 2));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

LineView::Place LineView::placeAt(const QPoint& point) const
{
    if (rowCount() == 0)
        return {};
    const qsizetype row = verticalScrollBar()->value() + (point.y() - metrics::half) / rowStep();
    if (row < 0)
        return {};
    if (row >= rowCount())
        return {rowCount() - 1, int(rowText(rowCount() - 1).size())};
    QTextLayout layout(rowText(row));
    layOut(layout);
    const qreal x = point.x() - margin + horizontalScrollBar()->value();
    return {row, layout.lineCount() > 0 ? layout.lineAt(0).xToCursor(x) : 0};
}

QString LineView::selectedText() const
{
    const auto [from, to] = std::minmax(m_anchor, m_caret);
    QString text;
    for (qsizetype row = from.row; row <= to.row && row < rowCount(); ++row) {
        const QString line = rowText(row);
        const int start = row == from.row ? from.column : 0;
        const int end = row == to.row ? to.column : int(line.size());
        text += QStringView(line).mid(start, end - start);
        if (row != to.row && !goesOn(row))
            text += u'\n';
    }
    return text;
}

void LineView::selectAll()
{
    m_anchor = {};
    m_caret = rowCount() > 0 ? Place{rowCount() - 1, int(rowText(rowCount() - 1).size())} : Place{};
    viewport()->update();
}

void LineView::copy() const
{
    if (hasSelection())
        QApplication::clipboard()->setText(selectedText());
}

bool LineView::event(QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        viewport()->update();
    return QAbstractScrollArea::event(event);
}

void LineView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateBars();
}

void LineView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_caret = placeAt(event->pos());
    if (!(event->modifiers() & Qt::ShiftModifier))
        m_anchor = m_caret;
    viewport()->update();
}

void LineView::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    if (event->pos().y() < 0)
        verticalScrollBar()->triggerAction(QScrollBar::SliderSingleStepSub);
    else if (event->pos().y() > viewport()->height())
        verticalScrollBar()->triggerAction(QScrollBar::SliderSingleStepAdd);
    m_caret = placeAt(event->pos());
    viewport()->update();
}

void LineView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const Place place = placeAt(event->pos());
    const QString text = rowCount() > 0 ? rowText(place.row) : QString();
    const auto isWord = [](QChar ch) { return ch.isLetterOrNumber() || ch == u'_' || ch == u'-' || ch == u'.'; };
    int from = place.column;
    int to = place.column;
    while (from > 0 && isWord(text[from - 1]))
        --from;
    while (to < text.size() && isWord(text[to]))
        ++to;
    m_anchor = {place.row, from};
    m_caret = {place.row, to};
    viewport()->update();
}

void LineView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    if (event->matches(QKeySequence::SelectAll))
        return selectAll();
    QScrollBar* bar = verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Down:
        return bar->triggerAction(QScrollBar::SliderSingleStepAdd);
    case Qt::Key_Up:
        return bar->triggerAction(QScrollBar::SliderSingleStepSub);
    case Qt::Key_PageDown:
        return bar->triggerAction(QScrollBar::SliderPageStepAdd);
    case Qt::Key_PageUp:
        return bar->triggerAction(QScrollBar::SliderPageStepSub);
    case Qt::Key_Home:
        return bar->triggerAction(QScrollBar::SliderToMinimum);
    case Qt::Key_End:
        return bar->triggerAction(QScrollBar::SliderToMaximum);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void LineView::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy"), QKeySequence::Copy, this, &LineView::copy)->setEnabled(hasSelection());
    menu->addAction(tr("Select all"), QKeySequence::SelectAll, this, &LineView::selectAll);
    menu->popup(event->globalPos());
}

void LineView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

} // namespace nc
