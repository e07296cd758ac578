#include "widgets/topics/readerview.h"

#include "core/sentences.h"
#include "kafka/reading/topicposition.h"
#include "kafka/records/topiccatalogue.h"
#include "widgets/common/detailsplitter.h"
#include "widgets/common/stateview.h"
#include "widgets/style/language.h"
#include "widgets/style/metrics.h"
#include "widgets/table/datatable.h"
#include "widgets/table/filterbar.h"
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
    m_splitter->setDetailShare(0.4, 0.55);
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
    connectScrolling();
    connect(m_mask, &QCheckBox::toggled, this, [this](bool on) {
        m_model.setMasked(on);
        m_detail->setMasked(on);
    });
    connect(m_table, &DataTable::currentRowChanged, this, [this](const QModelIndex& index) {
        if (!index.isValid() || m_shifting)
            return;
        const RecordRow& row = m_model.rowAt(index.row());
        m_chosen = RecordPlace{m_topic, row.partition, row.offset};
        Q_EMIT recordChosen(*m_chosen);
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
    m_state->setLoadingText(tr("Reading %1").arg(m_topic));
}

void ReaderView::setColumns()
{
    // Where the catalogue knows what a record is about, that says more than the beginning of its JSON.
    const auto known = TopicCatalogue::builtIn().find(m_topic, m_naming);
    const bool told = known && !known->headline.isEmpty();
    m_table->setColumns({{tr("Time"), ColumnKind::Time, 104}, {tr("Partition"), ColumnKind::Number, 64},
        {tr("Offset"), ColumnKind::Number, 64}, {tr("Key"), ColumnKind::Code, 64},
        {tr("About"), ColumnKind::Text, 240, told, !told}, {tr("Value"), ColumnKind::Payload, 240, !told, told},
        {tr("Size"), ColumnKind::Bytes, 80}, {tr("Headers"), ColumnKind::Number, 72, false, true}});
}

void ReaderView::setTopic(const QString& topic, int partitions, const DeadLetterNaming& naming)
{
    m_topic = topic;
    m_naming = naming;
    setColumns();
    forgetPosition();
    m_range->setPartitions(partitions);
    m_chosen.reset();
    m_window.clear();
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
    if (order.request.follow) {
        order.limit = -1; // older rows make room
        return order;
    }
    order.backwards = order.request.from.kind == ReadFrom::Kind::Newest;
    if (order.backwards)
        order.budget = order.request.from.value;
    // What is looked for is brought as a whole, as far as there is room; what is only read comes as it is scrolled.
    order.limit = filter->takesAll() ? m_rowsAtOnce : std::max<qint64>(m_rowsAtOnce, RecordsModel::capacity);
    if (m_part && !order.backwards)
        order.request.offsets = rangesFrom(m_whole.values(), *m_part);
    return order;
}

void ReaderView::forgetPosition()
{
    m_part.reset();
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

void ReaderView::begin(const ScanOrder& order, std::optional<Side> side)
{
    m_side = side;
    m_matchedBefore = side ? m_matched : 0;
    m_scannedBefore = side ? m_scanned : 0;
    m_matched = m_matchedBefore;
    m_scanned = m_scannedBefore;
    m_running = true;
    m_stopped = false;
    if (side) {
        showFigures();
        return;
    }
    m_order = order;
    m_window.clear();
    m_chosen.reset();
    m_long = false;
    m_goesBack = false;
    m_newestLeft = std::max<qint64>(0, order.budget);
    m_model.clear();
    m_detail->showNothing();
    if (order.request.follow)
        showEmptyState();
    else
        m_state->showLoading(tr("Reading %1").arg(m_topic), [this] { Q_EMIT stopRequested(); });
    showFigures();
}

void ReaderView::addRows(const QList<RecordRow>& rows)
{
    const bool older = m_side ? *m_side == Side::Older : isNewest();
    QScrollBar* bar = m_table->verticalScrollBar();
    // Whoever reads in the middle stays where he is, whatever comes or goes at the ends.
    const bool stay = bar->value() > 0 || m_side;
    const QPersistentModelIndex top = stay ? m_table->indexAt({0, 0}) : QModelIndex();
    m_shifting = true;
    shiftWindow(rows, older ? Side::Older : Side::Newer);
    const QList<RecordRow> inOrder = older ? QList<RecordRow>(rows.crbegin(), rows.crend()) : rows;
    if (older == isDescending())
        m_model.append(inOrder);
    else
        m_model.prepend(inOrder);
    m_state->showContent();
    keepChosen(rows);
    if (top.isValid()) {
        const int across = m_table->horizontalScrollBar()->value();
        m_table->doItemsLayout(); // else the bar ends where the rows ended before
        m_table->scrollTo(top, QAbstractItemView::PositionAtTop);
        m_table->horizontalScrollBar()->setValue(across);
    }
    m_shifting = false;
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
        noteProgress(*outcome);
        showPosition();
        if (m_model.rowCount() == 0)
            showEmptyState();
    } else if (outcome.error().is(errors::cancelled)) {
        m_stopped = true;
        if (m_model.rowCount() == 0)
            showEmptyState();
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
    m_position->setVisible(!isDescending() && (m_long || m_part));
    const qint64 all = recordsIn(m_whole.values());
    if (all == 0 || m_window.isEmpty())
        return;
    const QSignalBlocker quiet(m_position);
    m_position->setValue(
        static_cast<int>(static_cast<double>(recordsBefore()) / static_cast<double>(all) * positionSteps));
}

qint64 ReaderView::recordsBefore() const
{
    qint64 before = 0;
    for (const Span& span : m_window)
        before += span.first - span.low;
    return before;
}

QString ReaderView::positionText() const
{
    if (isDescending() || m_window.isEmpty() || recordsBefore() == 0)
        return {};
    return u"  ·  "_s + tr("from record %L1 of %L2").arg(recordsBefore()).arg(recordsIn(m_whole.values()));
}

void ReaderView::showEmptyState()
{
    if (m_stopped)
        m_state->showEmpty(Icon::Stop, tr("Stopped."), tr("Read again"), [this] { Q_EMIT readRequested(); });
    else if (m_order.request.follow)
        m_state->showEmpty(Icon::Hourglass, tr("Waiting for new records…"));
    else if (m_order.filter.takesAll())
        m_state->showEmpty(Icon::Inbox, tr("There are no records in this range."));
    else
        m_state->showEmpty(Icon::Search, tr("None of %L1 records in this range passes the filter.").arg(m_scanned));
    // Where nothing can be scrolled.
    if (!m_stopped && !m_order.request.follow && more(Side::Older))
        m_state->offer(tr("Look further back"), [this] { ask(Side::Older, true); });
}

void ReaderView::showFigures()
{
    const bool follow = m_order.request.follow;
    QString text;
    if (m_order.filter.takesAll())
        text = tr("%L1 records").arg(follow || m_running ? m_matched : m_model.rowCount());
    else
        text = tr("%L1 of %L2 records match").arg(m_matched).arg(m_scanned);
    const auto say = [&text](const QString& words) { text += u"  ·  "_s + words; };
    if (follow && m_matched > RecordsModel::capacity)
        say(tr("the newest %L1 are kept").arg(RecordsModel::capacity));
    else if (m_stopped)
        say(tr("stopped before the end"));
    else if (m_running)
        say(follow ? tr("following") : tr("reading…"));
    if (!m_running && more(Side::Newer))
        say(isDescending() ? tr("scroll up for newer ones") : tr("scroll down for more"));
    if (!m_running && more(Side::Older))
        say(isDescending() ? tr("scroll down for older ones") : tr("scroll up for older ones"));
    m_figures->setText(text + positionText());
}

void ReaderView::focusFilter()
{
    m_filter->focusLine();
}

} // namespace nc
