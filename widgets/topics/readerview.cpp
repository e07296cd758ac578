#include "widgets/topics/readerview.h"

#include "core/sentences.h"
#include "kafka/topiccatalogue.h"
#include "kafka/topicposition.h"
#include "widgets/common/datatable.h"
#include "widgets/common/detailsplitter.h"
#include "widgets/common/filterbar.h"
#include "widgets/common/language.h"
#include "widgets/common/metrics.h"
#include "widgets/common/stateview.h"
#include "widgets/topics/rangebox.h"
#include "widgets/topics/recorddetail.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr int positionSteps = 10'000;

} // namespace

ReaderView::ReaderView(QWidget* parent)
    : QWidget(parent)
    , m_range(new RangeBox)
    , m_filter(new FilterBar(u"recordFilter"_s))
    , m_mask(new QCheckBox)
    , m_figures(new QLabel)
    , m_position(new QSlider(Qt::Horizontal))
    , m_table(new DataTable(u"recordTable"_s))
    , m_state(new StateView(m_table))
    , m_detail(new RecordDetail)
{
    m_mask->setObjectName(u"maskRecords"_s);
    m_figures->setObjectName(u"recordFigures"_s);
    m_position->setObjectName(u"recordPosition"_s);
    m_position->setRange(0, positionSteps);
    m_position->setSingleStep(positionSteps / 100);
    m_position->setPageStep(positionSteps / 20);
    m_position->setMinimumWidth(160);
    m_position->setTracking(false);
    m_position->hide();
    m_filter->addWidget(m_range);
    m_filter->addWidget(m_mask);
    m_table->setSource(&m_model);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);

    auto* left = new QWidget;
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins({});
    leftColumn->setSpacing(metrics::half);
    leftColumn->addWidget(m_state, 1);
    auto* footer = new QHBoxLayout;
    footer->setSpacing(metrics::unit);
    footer->addWidget(m_figures);
    footer->addWidget(m_position, 1);
    footer->addStretch();
    leftColumn->addLayout(footer);
    m_splitter = new DetailSplitter(u"recordSplitter"_s, left, m_detail);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics::unit);
    column->addWidget(m_filter);
    column->addWidget(m_splitter, 1);

    connect(m_range, &RangeBox::applied, this, [this] {
        forgetPosition();
        Q_EMIT readRequested();
    });
    connect(m_filter, &FilterBar::applied, this, &ReaderView::readRequested);
    connect(m_position, &QSlider::valueChanged, this, [this](int step) {
        m_part = static_cast<double>(step) / positionSteps;
        Q_EMIT readRequested();
    });
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value > 0 && value == m_table->verticalScrollBar()->maximum() && more())
            Q_EMIT moreRequested();
    });
    connect(m_mask, &QCheckBox::toggled, this, [this](bool on) {
        m_model.setMasked(on);
        m_detail->setMasked(on);
    });
    connect(m_table, &DataTable::currentRowChanged, this, [this](const QModelIndex& index) {
        if (!index.isValid())
            return;
        const RecordRow& row = m_model.rowAt(index.row());
        Q_EMIT recordChosen({m_topic, row.partition, row.offset});
    });
    connect(m_table, &DataTable::opened, this, [this] {
        m_splitter->setDetailVisible(true);
        m_detail->setFocus();
    });
    retranslate();
}

void ReaderView::retranslate()
{
    m_filter->setLabel(tr("Filter, like notification.templateName = \"x\" and not header.b3: *"));
    m_mask->setText(tr("Hide personal data"));
    m_range->retranslate();
    m_detail->retranslate();
    m_table->setAccessibleName(tr("Records"));
    setColumns();
    m_position->setAccessibleName(tr("Position in the topic"));
    m_position->setToolTip(tr("Where in the topic reading begins"));
    showFigures();
    if (m_state->state() == StateView::State::Empty)
        showEmptyState();
}

void ReaderView::setColumns()
{
    // Where the catalogue knows what a record is about, that says more than the beginning of its JSON.
    const auto known = TopicCatalogue::builtIn().find(m_topic);
    const bool told = known && !known->headline.isEmpty();
    m_table->setColumns({{tr("Time"), ColumnKind::Time, 104}, {tr("Partition"), ColumnKind::Number, 64},
        {tr("Offset"), ColumnKind::Number, 64}, {tr("Key"), ColumnKind::Code, 64},
        {tr("About"), ColumnKind::Text, 240, told, !told}, {tr("Value"), ColumnKind::Payload, 240, !told, told},
        {tr("Size"), ColumnKind::Bytes, 80}, {tr("Headers"), ColumnKind::Number, 72, false, true}});
}

void ReaderView::setTopic(const QString& topic, int partitions)
{
    m_topic = topic;
    setColumns();
    forgetPosition();
    m_range->setPartitions(partitions);
    m_model.clear();
    m_detail->showNothing();
}

std::optional<ScanOrder> ReaderView::order()
{
    m_filter->clearProblem();
    const auto request = m_range->request();
    if (!request) {
        m_filter->setProblem(describe(request.error(), currentLanguage()));
        return std::nullopt;
    }
    const auto filter = RecordFilter::parse(m_filter->text());
    if (!filter) {
        m_filter->setProblem(sentenceFor(filter.error(), currentLanguage()).what, filter.error().subject.toInt());
        return std::nullopt;
    }
    ScanOrder order;
    order.request = *request;
    order.request.topic = m_topic;
    order.filter = *filter;
    // What is looked for is brought as a whole, as far as there is room; what is only read comes as it is scrolled.
    const bool inParts = filter->takesAll() && order.request.from.kind != ReadFrom::Kind::Newest;
    order.limit = inParts ? m_rowsAtOnce : std::max<qint64>(m_rowsAtOnce, RecordsModel::capacity);
    if (order.request.follow)
        order.limit = -1; // older rows make room
    else if (m_part)
        order.request.offsets = rangesFrom(m_whole.values(), *m_part);
    return order;
}

std::optional<ScanOrder> ReaderView::more() const
{
    if (m_running || !m_limited || m_order.request.follow || isNewest())
        return {};
    ScanOrder order = m_order;
    order.request.offsets = rangesLeft(m_partitions);
    order.limit = m_rowsAtOnce;
    return order.request.offsets.isEmpty() ? std::nullopt : std::optional(order);
}

bool ReaderView::isNewest() const
{
    return m_order.request.from.kind == ReadFrom::Kind::Newest && m_order.request.offsets.isEmpty();
}

void ReaderView::forgetPosition()
{
    m_part.reset();
    m_partitions.clear();
    m_whole.clear();
    const QSignalBlocker quiet(m_position);
    m_position->setValue(0);
}

void ReaderView::setFilter(const QString& filter)
{
    m_filter->line()->setText(filter);
}

void ReaderView::choose(const ReadRequest& request)
{
    m_range->choose(request);
}

bool ReaderView::isMasked() const
{
    return m_mask->isChecked();
}

void ReaderView::begin(const ScanOrder& order, bool below)
{
    m_order = order;
    m_matchedBefore = below ? m_matched : 0;
    m_scannedBefore = below ? m_scanned : 0;
    m_matched = m_matchedBefore;
    m_scanned = m_scannedBefore;
    m_running = true;
    m_limited = false;
    m_stopped = false;
    if (below) {
        showFigures();
        return;
    }
    m_model.clear();
    m_detail->showNothing();
    if (order.request.follow)
        m_state->showEmpty(Icon::Hourglass, tr("Waiting for new records…"));
    else
        m_state->showLoading(tr("Reading %1").arg(m_topic), [this] { Q_EMIT stopRequested(); });
    showFigures();
}

void ReaderView::addRows(const QList<RecordRow>& rows)
{
    const bool newestFirst = m_order.request.follow || isNewest();
    if (newestFirst)
        m_model.prepend(rows);
    else
        m_model.append(rows);
    m_state->showContent();
}

void ReaderView::setProgress(qint64 matched, qint64 scanned)
{
    m_matched = m_matchedBefore + matched;
    m_scanned = m_scannedBefore + scanned;
    showFigures();
}

void ReaderView::end(const Result<ScanOutcome>& outcome)
{
    m_running = false;
    if (outcome) {
        m_matched = m_matchedBefore + outcome->matched;
        m_scanned = m_scannedBefore + outcome->summary.scanned;
        m_limited = outcome->limited;
        m_partitions = outcome->summary.partitions;
        for (const PartitionProgress& one : std::as_const(m_partitions))
            m_whole.insert(one.partition, one);
        showPosition();
        if (m_model.rowCount() == 0)
            showEmptyState();
    } else if (outcome.error().is(errors::cancelled)) {
        m_stopped = true;
        if (m_model.rowCount() == 0)
            m_state->showEmpty(Icon::Stop, tr("Stopped."), tr("Read again"), [this] { Q_EMIT readRequested(); });
    } else if (m_model.rowCount() == 0) {
        m_state->showFailed(outcome.error(), [this] { Q_EMIT readRequested(); });
    } else {
        m_state->showStale(QDateTime::currentMSecsSinceEpoch(), outcome.error(), [this] { Q_EMIT readRequested(); });
    }
    showFigures();
}

/// Only where not everything is shown.
void ReaderView::showPosition()
{
    m_position->setVisible(!m_order.request.follow && !isNewest() && (m_limited || m_part));
}

QString ReaderView::positionText() const
{
    if (!m_part || m_whole.isEmpty())
        return {};
    const qint64 all = recordsIn(m_whole.values());
    const auto before = static_cast<qint64>(static_cast<double>(all) * *m_part);
    return u"  ·  "_s + tr("from record %L1 of %L2").arg(before).arg(all);
}

void ReaderView::showEmptyState()
{
    if (m_order.filter.takesAll())
        m_state->showEmpty(Icon::Inbox, tr("There are no records in this range."));
    else
        m_state->showEmpty(Icon::Search, tr("None of %L1 records in this range passes the filter.").arg(m_scanned));
}

void ReaderView::showFigures()
{
    QString text;
    if (m_order.filter.takesAll())
        text = tr("%L1 records").arg(m_matched);
    else
        text = tr("%L1 of %L2 records match").arg(m_matched).arg(m_scanned);
    if (m_limited)
        text += u"  ·  "_s
            + (isNewest() ? tr("stopped at %L1: narrow the range or the filter, or export them all").arg(m_order.limit)
                          : tr("scroll down for more"));
    else if (m_order.request.follow && m_matched > RecordsModel::capacity)
        text += u"  ·  "_s + tr("the newest %L1 are kept").arg(RecordsModel::capacity);
    else if (m_stopped)
        text += u"  ·  "_s + tr("stopped before the end");
    else if (m_running)
        text += u"  ·  "_s + (m_order.request.follow ? tr("following") : tr("reading…"));
    m_figures->setText(text + positionText());
}

void ReaderView::focusFilter()
{
    m_filter->focusLine();
}

} // namespace nc
