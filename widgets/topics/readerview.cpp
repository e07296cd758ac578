#include "widgets/topics/readerview.h"

#include "core/sentences.h"
#include "kafka/topiccatalogue.h"
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
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace nc {

ReaderView::ReaderView(QWidget* parent)
    : QWidget(parent)
    , m_range(new RangeBox)
    , m_filter(new FilterBar(u"recordFilter"_s))
    , m_mask(new QCheckBox)
    , m_figures(new QLabel)
    , m_table(new DataTable(u"recordTable"_s))
    , m_state(new StateView(m_table))
    , m_detail(new RecordDetail)
{
    m_mask->setObjectName(u"maskRecords"_s);
    m_figures->setObjectName(u"recordFigures"_s);
    m_filter->addWidget(m_range);
    m_filter->addWidget(m_mask);
    m_table->setSource(&m_model);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);

    auto* left = new QWidget;
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins({});
    leftColumn->setSpacing(metrics::half);
    leftColumn->addWidget(m_state, 1);
    leftColumn->addWidget(m_figures);
    m_splitter = new DetailSplitter(u"recordSplitter"_s, left, m_detail);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics::unit);
    column->addWidget(m_filter);
    column->addWidget(m_splitter, 1);

    connect(m_range, &RangeBox::applied, this, &ReaderView::readRequested);
    connect(m_filter, &FilterBar::applied, this, &ReaderView::readRequested);
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
    if (order.request.follow)
        order.limit = -1; // older rows make room
    return order;
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

void ReaderView::begin(const ScanOrder& order)
{
    m_order = order;
    m_model.clear();
    m_detail->showNothing();
    m_matched = 0;
    m_scanned = 0;
    m_running = true;
    m_limited = false;
    m_stopped = false;
    if (order.request.follow)
        m_state->showEmpty(Icon::Hourglass, tr("Waiting for new records…"));
    else
        m_state->showLoading(tr("Reading %1").arg(m_topic), [this] { Q_EMIT stopRequested(); });
    showFigures();
}

void ReaderView::addRows(const QList<RecordRow>& rows)
{
    const bool newestFirst = m_order.request.follow || m_order.request.from.kind == ReadFrom::Kind::Newest;
    if (newestFirst)
        m_model.prepend(rows);
    else
        m_model.append(rows);
    m_state->showContent();
}

void ReaderView::setProgress(qint64 matched, qint64 scanned)
{
    m_matched = matched;
    m_scanned = scanned;
    showFigures();
}

void ReaderView::end(const Result<ScanOutcome>& outcome)
{
    m_running = false;
    if (outcome) {
        m_matched = outcome->matched;
        m_scanned = outcome->summary.scanned;
        m_limited = outcome->limited;
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
        text +=
            u"  ·  "_s + tr("stopped at %L1: narrow the range or the filter, or export them all").arg(m_order.limit);
    else if (m_order.request.follow && m_matched > RecordsModel::capacity)
        text += u"  ·  "_s + tr("the newest %L1 are kept").arg(RecordsModel::capacity);
    else if (m_stopped)
        text += u"  ·  "_s + tr("stopped before the end");
    else if (m_running)
        text += u"  ·  "_s + (m_order.request.follow ? tr("following") : tr("reading…"));
    m_figures->setText(text);
}

void ReaderView::focusFilter()
{
    m_filter->focusLine();
}

} // namespace nc
