#include "widgets/text/diffview.h"

#include "widgets/style/colors.h"
#include "widgets/style/fonts.h"
#include "widgets/style/metrics.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace nc {

using Kind = SideBySideRow::Kind;

DiffView::DiffView(QWidget* parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    viewport()->setFont(fixedFont());
}

void DiffView::setTitles(const QString& left, const QString& right)
{
    m_leftTitle = left;
    m_rightTitle = right;
    viewport()->update();
}

void DiffView::setSameText(const QString& text)
{
    m_sameText = text;
    viewport()->update();
}

void DiffView::setTexts(const QByteArray& left, const QByteArray& right, int context)
{
    m_left = left;
    m_right = right;
    m_rows.clear();
    m_widest = m_lastLine = m_added = m_removed = 0;
    const QFontMetrics metrics = viewport()->fontMetrics();
    const QList<SideBySideHunk> hunks = sideBySide(left, right, context);
    m_differs = !hunks.isEmpty();
    for (const SideBySideHunk& hunk : hunks) {
        if (!m_rows.isEmpty() || hunk.leftStart > 1 || hunk.rightStart > 1)
            m_rows.append({{}, true});
        for (SideBySideRow row : hunk.rows) {
            row.left.replace(u'\t', u' ').replace(u'\r', QChar(0x240D));
            row.right.replace(u'\t', u' ').replace(u'\r', QChar(0x240D));
            m_widest = qMax(m_widest, metrics.averageCharWidth() * int(qMax(row.left.size(), row.right.size())));
            m_lastLine = qMax(m_lastLine, qMax(row.leftLine, row.rightLine));
            m_added += row.kind == Kind::Added || row.kind == Kind::Changed;
            m_removed += row.kind == Kind::Removed || row.kind == Kind::Changed;
            m_rows.append({row, false});
        }
    }
    setAccessibleDescription(QString::fromUtf8(unifiedDiff(left, right, u"a"_s, u"b"_s, 0).left(4096)));
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    updateBars();
    viewport()->update();
}

int DiffView::rowStep() const
{
    return viewport()->fontMetrics().height() + metrics::half;
}

int DiffView::numberWidth() const
{
    const QString digits = QString::number(qMax(999, m_lastLine));
    return viewport()->fontMetrics().horizontalAdvance(digits) + metrics::unit;
}

void DiffView::updateBars()
{
    const int header = m_leftTitle.isEmpty() ? 0 : metrics::rowHeight;
    const int visible = qMax(1, (viewport()->height() - header) / rowStep());
    verticalScrollBar()->setPageStep(visible);
    verticalScrollBar()->setSingleStep(1);
    verticalScrollBar()->setRange(0, int(qMax<qsizetype>(0, m_rows.size() - visible)));
    const int room = viewport()->width() / 2 - numberWidth() - metrics::gap - metrics::unit;
    horizontalScrollBar()->setPageStep(room);
    horizontalScrollBar()->setSingleStep(24);
    horizontalScrollBar()->setRange(0, qMax(0, m_widest - room));
}

void DiffView::paintSide(QPainter& painter, const Row& row, const QRect& rect, bool left, const Colors& c) const
{
    const SideBySideRow& line = row.line;
    const int number = left ? line.leftLine : line.rightLine;
    const QString& text = left ? line.left : line.right;
    QColor surface = c.base;
    QString mark;
    const bool lost = left && (line.kind == Kind::Removed || line.kind == Kind::Changed);
    const bool won = !left && (line.kind == Kind::Added || line.kind == Kind::Changed);
    if (lost) {
        surface = c.removed;
        mark = QChar(0x2212);
    } else if (won) {
        surface = c.added;
        mark = u"+"_s;
    } else if (number == 0) {
        surface = c.window;
    }
    painter.fillRect(rect, surface);
    if (number == 0)
        return;
    const int width = numberWidth();
    painter.setPen(c.muted);
    painter.drawText(QRect(rect.left(), rect.top(), width, rect.height()), Qt::AlignRight | Qt::AlignVCenter,
        QString::number(number));
    painter.setPen(lost ? c.error : c.ok);
    painter.drawText(QRect(rect.left() + width, rect.top(), metrics::gap, rect.height()), Qt::AlignCenter, mark);
    painter.save();
    const QRect area = rect.adjusted(width + metrics::gap, 0, 0, 0);
    painter.setClipRect(area);
    const QFontMetrics metrics = painter.fontMetrics();
    const int x = area.left() - horizontalScrollBar()->value();
    const qsizetype from = left ? line.leftFrom : line.rightFrom;
    const qsizetype length = left ? line.leftLength : line.rightLength;
    if (line.kind == Kind::Changed && length > 0) {
        const int start = metrics.horizontalAdvance(text.left(from));
        const int end = metrics.horizontalAdvance(text.left(from + length));
        QColor strong = lost ? c.error : c.ok;
        strong.setAlpha(64);
        painter.fillRect(QRect(x + start, area.top() + 1, end - start, area.height() - 2), strong);
    }
    painter.setPen(c.text);
    painter.drawText(QPoint(x, area.top() + (area.height() - metrics.height()) / 2 + metrics.ascent()), text);
    painter.restore();
}

void DiffView::paintEvent(QPaintEvent*)
{
    const Colors& c = colorsFor(palette());
    QPainter painter(viewport());
    const int middle = viewport()->width() / 2;
    int y = 0;
    if (!m_leftTitle.isEmpty()) {
        painter.setFont(textFont(TextSize::Caption));
        painter.setPen(c.muted);
        const QFontMetrics fm = painter.fontMetrics();
        const auto title = [&](int x, const QString& text) {
            const QRect rect(x + metrics::unit, 0, middle - 2 * metrics::unit, metrics::rowHeight);
            painter.drawText(rect, Qt::AlignVCenter, fm.elidedText(text, Qt::ElideMiddle, rect.width()));
        };
        title(0, m_leftTitle);
        title(middle, m_rightTitle);
        y = metrics::rowHeight;
        painter.fillRect(QRect(0, y - 1, viewport()->width(), 1), c.border);
    }
    if (m_rows.isEmpty()) {
        painter.setFont(textFont(TextSize::Body));
        painter.setPen(c.muted);
        painter.drawText(viewport()->rect(), Qt::AlignCenter, m_sameText.isEmpty() ? tr("No differences") : m_sameText);
        return;
    }
    painter.setFont(viewport()->font());
    const int step = rowStep();
    for (qsizetype i = verticalScrollBar()->value(); i < m_rows.size() && y < viewport()->height(); ++i, y += step) {
        const QRect whole(0, y, viewport()->width(), step);
        if (m_rows[i].separator) {
            painter.fillRect(whole, c.window);
            painter.setPen(c.muted);
            painter.drawText(whole, Qt::AlignCenter, QString(QChar(0x22EF)));
            continue;
        }
        paintSide(painter, m_rows[i], QRect(0, y, middle, step), true, c);
        paintSide(painter, m_rows[i], QRect(middle + 1, y, viewport()->width() - middle - 1, step), false, c);
    }
    painter.fillRect(QRect(middle, 0, 1, viewport()->height()), c.border);
    if (hasFocus()) {
        painter.setPen(QPen(c.accent, 2));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void DiffView::copy() const
{
    QApplication::clipboard()->setText(QString::fromUtf8(unifiedDiff(m_left, m_right,
        m_leftTitle.isEmpty() ? u"a"_s : m_leftTitle, m_rightTitle.isEmpty() ? u"b"_s : m_rightTitle)));
}

void DiffView::jump(int direction)
{
    const auto isChange = [this](qsizetype i) {
        return i >= 0 && i < m_rows.size() && !m_rows[i].separator && m_rows[i].line.kind != Kind::Same;
    };
    qsizetype i = verticalScrollBar()->value();
    while (isChange(i))
        i += direction;
    while (i >= 0 && i < m_rows.size() && !isChange(i))
        i += direction;
    if (isChange(i))
        verticalScrollBar()->setValue(int(i));
}

void DiffView::nextChange()
{
    jump(1);
}

void DiffView::previousChange()
{
    jump(-1);
}

void DiffView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateBars();
}

void DiffView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
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

void DiffView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::LanguageChange)
        viewport()->update();
}

} // namespace nc
