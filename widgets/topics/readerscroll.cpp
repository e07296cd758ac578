// How the reader goes on at both ends of what it shows; the rest of ReaderView is in readerview.cpp.
#include "kafka/reading/topicposition.h"
#include "widgets/common/detailsplitter.h"
#include "widgets/table/datatable.h"
#include "widgets/topics/readerview.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace nc {

void ReaderView::connectScrolling()
{
    QScrollBar* bar = m_table->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, [this, bar](int value) {
        if (m_shifting || bar->maximum() == 0)
            return;
        if (value == bar->maximum())
            ask(isDescending() ? Side::Older : Side::Newer, false);
        else if (value == 0)
            ask(isDescending() ? Side::Newer : Side::Older, false);
    });
    connect(&m_model, &RecordsModel::rowsAboutToBeRemoved, this,
        [this](const QModelIndex&, int first, int last) { dropped(first, last); });
    // Whoever scrolls on at an end wants more, even where the bar cannot move any further.
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
}

bool ReaderView::eventFilter(QObject* watched, QEvent* event)
{
    const QScrollBar* bar = m_table->verticalScrollBar();
    const bool atTop = bar->value() == bar->minimum();
    const bool atBottom = bar->value() == bar->maximum();
    int way = 0;
    if (event->type() == QEvent::Wheel && watched == m_table->viewport()) {
        const int turned = static_cast<QWheelEvent*>(event)->angleDelta().y();
        way = turned > 0 && atTop ? -1 : turned < 0 && atBottom ? 1 : 0;
    } else if (event->type() == QEvent::KeyPress && watched == m_table) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int row = m_table->currentSource().isValid() ? m_table->currentSource().row() : 0;
        const bool edge = key->modifiers() & Qt::ControlModifier;
        const int code = key->key();
        if (code == Qt::Key_Up || code == Qt::Key_PageUp || (edge && code == Qt::Key_Home))
            way = row == 0 ? -1 : 0;
        else if (code == Qt::Key_Down || code == Qt::Key_PageDown || (edge && code == Qt::Key_End))
            way = row == m_model.rowCount() - 1 ? 1 : 0;
    }
    if (way != 0)
        ask((way > 0) == isDescending() ? Side::Older : Side::Newer, true);
    return QWidget::eventFilter(watched, event);
}

void ReaderView::ask(Side side, bool onPurpose)
{
    if (!more(side))
        return;
    if (side == Side::Older) {
        // Behind the beginning that was asked for only on purpose.
        const bool within =
            isNewest() ? m_newestLeft > 0 : m_part || m_order.request.from.kind == ReadFrom::Kind::Beginning;
        if (!within && !onPurpose && !m_goesBack)
            return;
        m_goesBack = m_goesBack || !within;
    }
    Q_EMIT moreRequested(side);
}

std::optional<ScanOrder> ReaderView::more(Side side) const
{
    if (m_running || m_order.request.follow)
        return {};
    ScanOrder order = m_order;
    order.request.offsets.clear();
    order.limit = m_rowsAtOnce;
    order.backwards = side == Side::Older;
    if (side == Side::Newer) {
        for (const auto& [partition, span] : m_window.asKeyValueRange()) {
            if (span.next < span.end)
                order.request.offsets.insert(partition, {span.next, span.end});
        }
        return order.request.offsets.isEmpty() ? std::nullopt : std::optional(order);
    }
    // A search looks through more than it shows.
    order.budget = order.filter.takesAll() ? m_rowsAtOnce : 10 * m_rowsAtOnce;
    if (m_newestLeft > 0)
        order.budget = std::min(order.budget, m_newestLeft);
    for (const auto& [partition, span] : m_window.asKeyValueRange())
        order.request.before.insert(partition, span.first);
    const bool any =
        std::any_of(m_window.cbegin(), m_window.cend(), [](const Span& span) { return span.first > span.low; });
    return any ? std::optional(order) : std::nullopt;
}

/// Also of a reading that is stopped half way the place reached is known.
void ReaderView::shiftWindow(const QList<RecordRow>& rows, Side side)
{
    for (const RecordRow& row : rows) {
        const auto span = m_window.find(row.partition);
        if (span == m_window.end())
            continue;
        if (side == Side::Older)
            span->first = std::min(span->first, row.offset);
        else
            span->next = std::max(span->next, row.offset + 1);
    }
}

void ReaderView::noteProgress(const ScanOutcome& outcome)
{
    for (const PartitionProgress& one : outcome.summary.partitions) {
        m_whole.insert(one.partition, one);
        const qint64 end = one.end < 0 ? one.high : one.end;
        if (!m_side) {
            const qint64 next = m_order.backwards ? end : one.position;
            m_window.insert(one.partition, {one.low, one.begin, next, end});
        } else if (Span& span = m_window[one.partition]; *m_side == Side::Older) {
            span.low = one.low;
            span.first = one.begin;
        } else {
            span.next = one.position;
        }
    }
    const bool older = m_side ? *m_side == Side::Older : m_order.backwards;
    if (older)
        m_newestLeft = std::max<qint64>(0, m_newestLeft - outcome.summary.scanned);
    m_long = m_long || (outcome.limited && !older);
}

/// Rows at the far end made room.
void ReaderView::dropped(int firstRow, int lastRow)
{
    const bool oldest = (firstRow == 0) != isDescending();
    for (int i = firstRow; i <= lastRow; ++i) {
        const RecordRow& row = m_model.rowAt(i);
        const auto span = m_window.find(row.partition);
        if (span == m_window.end())
            continue;
        if (oldest)
            span->first = std::max(span->first, row.offset + 1);
        else
            span->next = std::min(span->next, row.offset);
    }
}

/// The chosen record stays chosen and its detail in sight while its row is away, and is marked when it is back.
void ReaderView::keepChosen(const QList<RecordRow>& rows)
{
    if (!m_chosen)
        return;
    const auto isChosen = [this](const RecordRow& row) {
        return row.partition == m_chosen->partition && row.offset == m_chosen->offset;
    };
    const QModelIndex current = m_table->currentSource();
    if (current.isValid() && isChosen(m_model.rowAt(current.row())))
        return;
    if (current.isValid())
        m_table->selectionModel()->clear();
    if (std::ranges::none_of(rows, isChosen))
        return;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (isChosen(m_model.rowAt(row)))
            return m_table->selectSourceRow(row);
    }
}

} // namespace nc
