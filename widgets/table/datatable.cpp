#include "widgets/table/datatable.h"

#include "core/itemroles.h"
#include "widgets/common/layoutmemory.h"
#include "widgets/style/metrics.h"
#include "widgets/table/celldelegate.h"
#include "widgets/table/tableproxies.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

#include <chrono>

using namespace Qt::StringLiterals;

namespace nc {

DataTable::DataTable(const QString& name, QWidget* parent)
    : QTableView(parent)
    , m_presenter(std::make_unique<ColumnPresenter>())
{
    setObjectName(name);
    setItemDelegate(new CellDelegate(this));
    setShowGrid(false);
    setAlternatingRowColors(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setFrameShape(NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    // First: the style's own least height would be more with most faces.
    verticalHeader()->setMinimumSectionSize(metrics::rowHeight);
    verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(48);
    horizontalHeader()->setFixedHeight(metrics::controlHeight);
    horizontalHeader()->setResizeContentsPrecision(200);
    horizontalHeader()->setTextElideMode(Qt::ElideRight);
    connect(horizontalHeader(), &QHeaderView::sectionHandleDoubleClicked, this, &DataTable::resizeColumnToContents);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, &DataTable::popupColumns);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (m_applying || !m_widthsApplied || column >= m_wished.size() || width == 0)
            return;
        m_wished[column] = width;
        m_fixed.insert(column);
        rememberWidths();
    });
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& i) { Q_EMIT opened(toSource(i)); });
    m_clock.setInterval(std::chrono::seconds(20));
    connect(&m_clock, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
}

DataTable::~DataTable() = default;

void DataTable::setColumns(const QList<Column>& columns)
{
    m_presenter->setColumns(columns);
    if (auto* stream = qobject_cast<StreamProxy*>(model()))
        stream->retitle();
    else if (auto* sorting = qobject_cast<SortingProxy*>(model()))
        sorting->retitle();
    const auto isTime = [](const Column& c) { return c.kind == ColumnKind::Time; };
    if (std::any_of(columns.begin(), columns.end(), isTime))
        m_clock.start();
    if (m_widthsApplied) {
        // Titles of another language need other widths.
        for (int i = 0; i < m_wished.size() && i < columns.size(); ++i) {
            if (!m_fixed.contains(i))
                m_wished[i] = defaultWidth(columns[i]);
        }
        applyHidden();
    }
    viewport()->update();
}

void DataTable::setSource(QAbstractItemModel* model, Sorting sorting)
{
    m_source = model;
    QAbstractItemModel* old = this->model();
    if (sorting == Sorting::ByColumn) {
        auto* proxy = new SortingProxy(*m_presenter, this);
        proxy->setSourceModel(model);
        setModel(proxy);
        horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
        setSortingEnabled(true);
    } else {
        auto* proxy = new StreamProxy(*m_presenter, this);
        proxy->setSourceModel(model);
        setModel(proxy);
    }
    if (old && old->parent() == this)
        old->deleteLater();
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex& current) { Q_EMIT currentRowChanged(toSource(current)); });
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &DataTable::selectedRowsChanged);
    m_widthsApplied = false;
    if (isVisible())
        applyWidths();
}

void DataTable::sortBy(int column, Qt::SortOrder order)
{
    sortByColumn(column, order);
}

QModelIndex DataTable::toSource(const QModelIndex& shown) const
{
    const auto* proxy = qobject_cast<const QAbstractProxyModel*>(model());
    return proxy ? proxy->mapToSource(shown) : shown;
}

QModelIndex DataTable::fromSource(const QModelIndex& source) const
{
    const auto* proxy = qobject_cast<const QAbstractProxyModel*>(model());
    return proxy ? proxy->mapFromSource(source) : source;
}

QModelIndex DataTable::currentSource() const
{
    return toSource(currentIndex());
}

QModelIndexList DataTable::selectedSourceRows() const
{
    if (!selectionModel())
        return {};
    QModelIndexList rows = selectionModel()->selectedRows(0);
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.row() < b.row(); });
    for (QModelIndex& row : rows)
        row = toSource(row);
    return rows;
}

void DataTable::selectSourceRow(int row)
{
    const QModelIndex shown = fromSource(m_source->index(row, 0));
    if (!shown.isValid())
        return;
    setCurrentIndex(shown);
    scrollTo(shown);
}

static QString spreadsheetCell(QString text)
{
    // A cell with breaks or quotes is quoted, so that it stays one cell.
    if (text.contains(u'\t') || text.contains(u'\n') || text.contains(u'"'))
        text = u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    return text;
}

QString DataTable::selectionAsTsv() const
{
    QStringList lines;
    QList<int> columns;
    QStringList titles;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (isColumnHidden(column))
            continue;
        columns.append(column);
        titles.append(spreadsheetCell(model()->headerData(column, Qt::Horizontal).toString()));
    }
    lines.append(titles.join(u'\t'));
    QModelIndexList rows = selectionModel()->selectedRows(0);
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.row() < b.row(); });
    for (const QModelIndex& row : rows) {
        QStringList cells;
        for (const int column : columns)
            cells.append(spreadsheetCell(row.siblingAtColumn(column).data(roles::Copy).toString()));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

void DataTable::copySelection() const
{
    if (selectionModel() && selectionModel()->hasSelection())
        QApplication::clipboard()->setText(selectionAsTsv());
}

void DataTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT opened(currentSource());
        return;
    }
    QTableView::keyPressEvent(event);
}

void DataTable::contextMenuEvent(QContextMenuEvent* event)
{
    const QModelIndex index = indexAt(event->pos());
    auto* popup = new QMenu(this);
    popup->setObjectName(u"tableMenu"_s);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->addActions(actions());
    if (!actions().isEmpty())
        popup->addSeparator();
    QAction* cell = popup->addAction(tr("Copy cell"), this,
        [text = index.data(roles::Copy).toString()] { QApplication::clipboard()->setText(text); });
    cell->setEnabled(index.isValid());
    QAction* copy = popup->addAction(tr("Copy rows with titles"), this, &DataTable::copySelection);
    copy->setShortcut(QKeySequence::Copy);
    copy->setEnabled(selectionModel() && selectionModel()->hasSelection());
    popup->popup(event->globalPos());
}

void DataTable::showEvent(QShowEvent* event)
{
    QTableView::showEvent(event);
    if (!m_widthsApplied && model())
        applyWidths();
}

void DataTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

int DataTable::sizeHintForColumn(int column) const
{
    return qMin(QTableView::sizeHintForColumn(column), 640);
}

int DataTable::defaultWidth(const Column& column) const
{
    const int digit = fontMetrics().horizontalAdvance(u'0');
    // Never narrower than its title, which may be a long Ukrainian word; with room for the arrow of the order.
    const int title = horizontalHeader()->fontMetrics().horizontalAdvance(column.title) + 4 * metrics::unit;
    if (column.width > 0)
        return qMax(title, column.width);
    switch (column.kind) {
    case ColumnKind::Number:
    case ColumnKind::Bytes:
    case ColumnKind::Duration:
        return qMax(title, 10 * digit + 2 * metrics::unit);
    case ColumnKind::Time:
    case ColumnKind::State:
        return qMax(title, 15 * digit + 3 * metrics::unit);
    case ColumnKind::Text:
    case ColumnKind::Sentence:
    case ColumnKind::Code:
    case ColumnKind::Payload:
        break;
    }
    return qMax(title, 24 * digit);
}

void DataTable::applyWidths()
{
    m_applying = true;
    const LayoutMemory* memory = LayoutMemory::of(this);
    const QJsonObject kept = memory ? memory->value(u"columns."_s + objectName()).toObject() : QJsonObject();
    const QList<Column>& columns = m_presenter->columns();
    m_wished.clear();
    m_fixed.clear();
    for (int i = 0; i < columns.size() && i < horizontalHeader()->count(); ++i) {
        const int width = kept.value(QString::number(i)).toInt();
        m_wished.append(width > 0 ? width : defaultWidth(columns[i]));
        if (width > 0)
            m_fixed.insert(i);
        setColumnWidth(i, m_wished.last());
    }
    m_applying = false;
    m_widthsApplied = true;
    applyHidden();
}

void DataTable::applyHidden()
{
    for (int i = 0; i < m_presenter->columns().size() && i < horizontalHeader()->count(); ++i)
        setColumnHidden(i, !isWanted(i));
    fitColumns();
}

bool DataTable::isWanted(int column) const
{
    const LayoutMemory* memory = LayoutMemory::of(this);
    const QJsonObject chosen = memory ? memory->value(u"shown."_s + objectName()).toObject() : QJsonObject();
    return chosen.value(QString::number(column)).toBool(!m_presenter->columns().at(column).hidden);
}

bool DataTable::isAskedFor(int column) const
{
    const LayoutMemory* memory = LayoutMemory::of(this);
    return memory && memory->value(u"shown."_s + objectName()).toObject().value(QString::number(column)).toBool(false);
}

void DataTable::setWanted(int column, bool wanted)
{
    if (LayoutMemory* memory = LayoutMemory::of(this)) {
        QJsonObject chosen = memory->value(u"shown."_s + objectName()).toObject();
        chosen.insert(QString::number(column), wanted);
        memory->setValue(u"shown."_s + objectName(), chosen);
    }
    setColumnHidden(column, !wanted);
    fitColumns();
}

void DataTable::popupColumns(const QPoint& at)
{
    auto* popup = new QMenu(this);
    popup->setObjectName(u"columnsMenu"_s);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    int shown = 0;
    for (int i = 0; i < m_presenter->columns().size(); ++i)
        shown += !isColumnHidden(i);
    for (int i = 0; i < m_presenter->columns().size(); ++i) {
        QAction* column = popup->addAction(m_presenter->columns().at(i).title);
        column->setCheckable(true);
        column->setChecked(!isColumnHidden(i));
        // A table without columns could not be asked for them any more.
        column->setEnabled(shown > 1 || isColumnHidden(i));
        connect(column, &QAction::toggled, this, [this, i](bool wanted) { setWanted(i, wanted); });
    }
    popup->popup(horizontalHeader()->mapToGlobal(at));
}

/// A text of this width is still told by its beginning and end.
static constexpr int leastTextWidth = 104;
static constexpr int leastStretchWidth = 176;

/// Columns that can be done without go from the last on, until the others have the least that they need.
void DataTable::hideSpare(int count)
{
    const QList<Column>& columns = m_presenter->columns();
    int least = 0;
    QList<int> mayGo;
    for (int i = 0; i < count; ++i) {
        if (columns[i].spare)
            setColumnHidden(i, !isWanted(i));
        if (isColumnHidden(i))
            continue;
        const bool text = columns[i].kind != ColumnKind::Number && columns[i].kind != ColumnKind::Bytes
            && columns[i].kind != ColumnKind::Duration && columns[i].kind != ColumnKind::Time
            && columns[i].kind != ColumnKind::State;
        // What stretches says most: it is to be read, not only to be recognised.
        least += columns[i].stretch                 ? leastStretchWidth
            : text && i > 0 && !m_fixed.contains(i) ? qMin(m_wished[i], leastTextWidth)
                                                    : m_wished[i];
        if (columns[i].spare && !isAskedFor(i))
            mayGo.append(i);
    }
    while (least > viewport()->width() && !mayGo.isEmpty()) {
        const int last = mayGo.takeLast();
        setColumnHidden(last, true);
        least -= m_wished[last];
    }
}

void DataTable::fitColumns()
{
    if (!m_widthsApplied)
        return;
    const QList<Column>& columns = m_presenter->columns();
    const int count = qMin(int(columns.size()), qMin(horizontalHeader()->count(), int(m_wished.size())));
    // The first column says what a row is.
    const auto givesWay = [&](int i) {
        const ColumnKind kind = columns[i].kind;
        return (kind == ColumnKind::Text || kind == ColumnKind::Sentence || kind == ColumnKind::Code
                   || kind == ColumnKind::Payload)
            && i > 0 && !columns[i].stretch && !m_fixed.contains(i) && m_wished[i] > leastTextWidth;
    };
    hideSpare(count);
    int used = 0;
    int spare = 0;
    int stretch = -1;
    for (int i = 0; i < count; ++i) {
        if (isColumnHidden(i))
            continue;
        if (columns[i].stretch)
            stretch = i;
        else
            used += m_wished[i];
        if (givesWay(i))
            spare += m_wished[i] - leastTextWidth;
    }
    const int wanted = stretch < 0 ? 0
        : stretch == 0             ? qMax(columns[0].width, 120)
                                   : qBound(120, columns[stretch].width, 184);
    const int missing = qBound(0, used + wanted - viewport()->width(), spare);
    m_applying = true;
    int left = viewport()->width();
    for (int i = 0; i < count; ++i) {
        if (isColumnHidden(i) || i == stretch)
            continue;
        const int give = givesWay(i) && spare > 0 ? (m_wished[i] - leastTextWidth) * missing / spare : 0;
        setColumnWidth(i, m_wished[i] - give);
        left -= m_wished[i] - give;
    }
    if (stretch >= 0)
        setColumnWidth(stretch, qMax(left, stretch == 0 ? wanted : 120));
    m_applying = false;
}

void DataTable::rememberWidths()
{
    LayoutMemory* memory = LayoutMemory::of(this);
    if (!memory)
        return;
    QJsonObject widths;
    const QList<Column>& columns = m_presenter->columns();
    for (const int column : std::as_const(m_fixed)) {
        if (!columns.at(column).stretch)
            widths.insert(QString::number(column), m_wished[column]);
    }
    memory->setValue(u"columns."_s + objectName(), widths);
}

} // namespace nc
