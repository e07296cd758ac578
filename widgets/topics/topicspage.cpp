#include "widgets/topics/topicspage.h"

#include "kafka/cluster/admin.h"
#include "kafka/lists/recordexport.h"
#include "kafka/lists/scanfeed.h"
#include "kafka/reading/recordreader.h"
#include "kafka/schemas/avrodecoder.h"
#include "kafka/writing/recordwriter.h"
#include "widgets/common/stateview.h"
#include "widgets/style/language.h"
#include "widgets/table/datatable.h"
#include "widgets/table/filterbar.h"
#include "widgets/topics/producedialog.h"
#include "widgets/topics/readerview.h"
#include "widgets/topics/recorddetail.h"

#include <QAction>
#include <QDateTime>
#include <QFileDialog>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

struct Fetched {
    Record record;
    std::optional<QByteArray> decoded; ///< of Avro
};

} // namespace

TopicsPage::TopicsPage(Workspace& workspace, QWidget* parent)
    : Page(PageId::Topics, workspace, parent)
    , m_configFolder(workspace.configFolder())
    , m_stack(new QStackedWidget)
    , m_listFilter(new FilterBar(u"topicFilter"_s))
    , m_list(new DataTable(u"topicTable"_s))
    , m_listState(new StateView(m_list))
    , m_reader(new ReaderView)
{
    m_list->setSource(&m_topics, DataTable::Sorting::ByColumn);
    auto* listPage = new QWidget;
    auto* column = new QVBoxLayout(listPage);
    column->setContentsMargins({});
    column->addWidget(m_listFilter);
    column->addWidget(m_listState, 1);
    m_stack->addWidget(listPage);
    m_stack->addWidget(m_reader);
    body()->addWidget(m_stack, 1);

    connect(m_listFilter, &FilterBar::edited, this, &TopicsPage::applyListFilter);
    connect(m_list, &DataTable::opened, this,
        [this](const QModelIndex& index) { openTopic(m_topics.topicAt(index.row()).topic); });
    connect(m_list, &DataTable::currentRowChanged, this, &TopicsPage::updateActions);
    connect(m_reader, &ReaderView::readRequested, this, &TopicsPage::startReading);
    connect(m_reader, &ReaderView::moreRequested, this, &TopicsPage::readMore);
    connect(m_reader, &ReaderView::stopRequested, this, &TopicsPage::stopReading);
    connect(m_reader, &ReaderView::recordChosen, this, &TopicsPage::fetchRecord);
    m_reader->filterBar()->setSaved(m_configFolder, [this] { return this->workspace().profile().name; });
    buildActions();
    retranslate();
    showList();
}

TopicsPage::~TopicsPage() = default;

void TopicsPage::buildActions()
{
    m_back = addPageAction(u"topicsBack"_s, QT_TR_NOOP("All topics"), icon(Icon::ChevronLeft), Qt::Key_Escape);
    m_read =
        addPageAction(u"topicsRead"_s, QT_TR_NOOP("Read"), icon(Icon::Play, Tint::OnAccent), Qt::CTRL | Qt::Key_Return);
    m_stop = addPageAction(u"topicsStop"_s, QT_TR_NOOP("Stop"), icon(Icon::Stop));
    m_produce = addPageAction(u"topicsProduce"_s, QT_TR_NOOP("Send a record…"), icon(Icon::Send));
    m_copyToNew =
        addPageAction(u"topicsCopyRecord"_s, QT_TR_NOOP("Send this record again, changed…"), icon(Icon::Copy));
    m_export = addPageAction(
        u"topicsExport"_s, QT_TR_NOOP("Export all that match…"), icon(Icon::Download), Qt::CTRL | Qt::Key_E);
    m_savedFilters =
        addPageAction(u"topicsSavedFilters"_s, QT_TR_NOOP("Saved filters"), icon(Icon::Filter), Qt::CTRL | Qt::Key_L);
    m_refresh = addPageAction(u"topicsRefresh"_s, QT_TR_NOOP("Refresh"), icon(Icon::Refresh));
    header()->setPrimaryAction(m_read);
    m_back->setPriority(QAction::HighPriority);
    header()->addAction(m_back);
    header()->addAction(m_stop);
    header()->addAction(m_export);
    header()->addAction(m_produce);
    header()->addMenuAction(m_refresh);
    header()->addMenuAction(m_copyToNew);
    connect(m_back, &QAction::triggered, this, &TopicsPage::showList);
    connect(m_read, &QAction::triggered, this, [this] {
        if (m_stack->currentIndex() == 0 && m_list->currentSource().isValid())
            openTopic(m_topics.topicAt(m_list->currentSource().row()).topic);
        else
            startReading();
    });
    connect(m_savedFilters, &QAction::triggered, m_reader->filterBar(), &FilterBar::openSaved);
    connect(m_stop, &QAction::triggered, this, &TopicsPage::stopReading);
    connect(m_refresh, &QAction::triggered, this, &TopicsPage::refresh);
    connect(m_export, &QAction::triggered, this, &TopicsPage::exportMatches);
    connect(m_produce, &QAction::triggered, this, [this] { openProduceDialog(false); });
    connect(m_copyToNew, &QAction::triggered, this, [this] { openProduceDialog(true); });
}

void TopicsPage::retranslate()
{
    Page::retranslate();
    m_listFilter->setLabel(tr("Find a topic"));
    m_list->setAccessibleName(tr("Topics"));
    m_list->setColumns({{tr("Topic"), ColumnKind::Text, 176}, {tr("Purpose"), ColumnKind::Sentence, 240, true},
        {tr("Records"), ColumnKind::Number, 80}, {tr("Last hour"), ColumnKind::Number, 72},
        {tr("Dead letters"), ColumnKind::Number, 88}, {tr("Read by"), ColumnKind::Text, 152},
        {tr("Behind"), ColumnKind::Number, 72}, {tr("Kept for"), ColumnKind::Duration, 80, false, false, true},
        {tr("Partitions"), ColumnKind::Number, 72, false, false, true}});
    m_topics.setLanguage(currentLanguage());
    m_reader->retranslate();
    if (m_listState->state() == StateView::State::Empty)
        showListState();
    m_listState->setLoadingText(tr("Reading the topics"));
    updateActions();
    updateStateLine();
}

void TopicsPage::refresh()
{
    if (m_stack->currentIndex() == 1 && !m_reader->topic().isEmpty() && workspace().generation() == m_scanGeneration) {
        startReading();
        return;
    }
    stopReading();
    showList();
    loadTopics();
}

void TopicsPage::loadTopics()
{
    if (workspace().profile().kafka.bootstrap.isEmpty()) {
        m_all.clear();
        m_topics.setTopics({}, currentLanguage());
        return showListState();
    }
    if (m_all.isEmpty())
        m_listState->showLoading(tr("Reading the topics"));
    load(
        u"topics"_s, {},
        [profile = workspace().profile(), folder = m_configFolder](TaskContext& task) -> Result<QList<TopicInfo>> {
            const auto access = openAccess(profile, folder, task);
            if (!access)
                return fail(access.error());
            auto admin = ClusterAdmin::open(*access);
            if (!admin)
                return fail(admin.error());
            return (*admin)->listTopics({.groups = true, .rates = true, .retention = true}, task);
        },
        [this](const Result<QList<TopicInfo>>& topics) { showTopics(topics); });
}

void TopicsPage::showTopics(const Result<QList<TopicInfo>>& topics)
{
    if (!topics) {
        const auto retry = [this] { loadTopics(); };
        if (m_all.isEmpty())
            m_listState->showFailed(topics.error(), retry);
        else
            m_listState->showStale(QDateTime::currentMSecsSinceEpoch(), topics.error(), retry);
        return;
    }
    m_all = *topics;
    applyListFilter(m_listFilter->text());
    updateStateLine();
}

void TopicsPage::applyListFilter(const QString& text)
{
    const QString current =
        m_list->currentSource().isValid() ? m_topics.topicAt(m_list->currentSource().row()).topic : QString();
    QList<TopicInfo> shown;
    for (const TopicInfo& topic : m_all) {
        const auto known = TopicCatalogue::builtIn().find(topic.topic);
        if (topic.topic.contains(text.trimmed(), Qt::CaseInsensitive)
            || (known && known->purpose(currentLanguage()).contains(text.trimmed(), Qt::CaseInsensitive)))
            shown.append(topic);
    }
    m_topics.setTopics(shown, currentLanguage());
    showListState();
    const int row = current.isEmpty() ? 0 : std::max(0, m_topics.rowOf(current));
    if (!shown.isEmpty())
        m_list->selectSourceRow(row);
    updateActions();
}

void TopicsPage::showListState()
{
    if (!workspace().hasProfile())
        m_listState->showNoProfile(Icon::Topics);
    else if (workspace().profile().kafka.bootstrap.isEmpty())
        m_listState->showNotInProfile(Icon::Topics, [] { return tr("This profile names no Kafka servers."); });
    else if (m_all.isEmpty())
        m_listState->showEmpty(Icon::Topics, tr("This cluster has no topics."));
    else if (m_topics.rowCount() == 0)
        m_listState->showEmpty(
            Icon::Search, tr("No topic is called like that."), tr("Show all"), [this] { m_listFilter->apply({}); });
    else
        m_listState->showContent();
}

void TopicsPage::updateStateLine()
{
    if (m_stack->currentIndex() == 1) {
        header()->setStateLine(m_reader->topic());
        return;
    }
    qint64 records = 0;
    for (const TopicInfo& topic : std::as_const(m_all))
        records += topic.records();
    header()->setStateLine(
        m_all.isEmpty() ? QString() : tr("%L1 topics with %L2 records").arg(m_all.size()).arg(records));
}

void TopicsPage::updateActions()
{
    const bool reading = m_stack->currentIndex() == 1;
    m_back->setVisible(reading);
    m_savedFilters->setVisible(reading);
    m_stop->setVisible(reading && m_scanTask != 0);
    m_export->setVisible(reading);
    m_produce->setVisible(reading);
    m_copyToNew->setVisible(reading);
    m_copyToNew->setEnabled(m_reader->detail()->record().has_value());
    m_read->setEnabled(reading || m_list->currentSource().isValid());
    m_produce->setEnabled(!workspace().isReadOnly());
}

void TopicsPage::showList()
{
    stopReading();
    m_stack->setCurrentIndex(0);
    m_list->setFocus();
    updateActions();
    updateStateLine();
}

void TopicsPage::openTopic(const QString& topic)
{
    stopReading();
    const int row = m_topics.rowOf(topic);
    m_reader->setTopic(topic, row >= 0 ? static_cast<int>(m_topics.topicAt(row).partitions.size()) : 0);
    m_stack->setCurrentIndex(1);
    updateStateLine();
    startReading();
    m_reader->table()->setFocus();
}

void TopicsPage::open(const QVariantMap& target)
{
    const QString topic = target.value(u"topic"_s).toString();
    if (topic.isEmpty())
        return;
    m_reader->setFilter(target.value(u"filter"_s).toString());
    ReadRequest request;
    const QString from = target.value(u"from"_s).toString();
    if (!from.isEmpty())
        request.from = ReadFrom::parse(from, QDateTime::currentMSecsSinceEpoch()).value_or(ReadFrom());
    m_reader->choose(request);
    openTopic(topic);
}

void TopicsPage::focusFilter()
{
    if (m_stack->currentIndex() == 1)
        m_reader->focusFilter();
    else
        m_listFilter->focusLine();
}

void TopicsPage::deactivated()
{
    // A live tail that nobody sees only costs.
    if (m_scanTask != 0 && m_reader->order() && m_reader->order()->request.follow)
        stopReading();
}

void TopicsPage::startReading()
{
    stopReading();
    const auto order = m_reader->order();
    if (!order || m_reader->topic().isEmpty() || !workspace().hasProfile())
        return;
    m_scanGeneration = workspace().generation();
    m_reader->begin(*order);
    read(*order);
}

void TopicsPage::readMore(ReaderView::Side side)
{
    const auto order = m_reader->more(side);
    if (!order || m_scanTask != 0 || workspace().generation() != m_scanGeneration)
        return;
    m_reader->begin(*order, side);
    read(*order);
}

void TopicsPage::read(const ScanOrder& order)
{
    m_feed = std::make_unique<ScanFeed>();
    connect(m_feed.get(), &ScanFeed::rows, m_reader, &ReaderView::addRows);
    connect(m_feed.get(), &ScanFeed::progressed, m_reader, &ReaderView::setProgress);
    const QString kind = order.request.follow ? u"follow"_s : order.filter.takesAll() ? u"read"_s : u"scan"_s;
    const quint64 serial = ++m_scanSerial;
    m_scanTask = run(
        kind, m_reader->topic(),
        [profile = workspace().profile(), folder = m_configFolder, work = m_feed->workFor(order)](
            TaskContext& task) -> Result<ScanOutcome> {
            const auto access = openAccess(profile, folder, task);
            if (!access)
                return fail(access.error());
            return work(*access, task);
        },
        [this, serial](const Result<ScanOutcome>& outcome) {
            if (serial != m_scanSerial)
                return; // stopped, or another reading was started meanwhile
            m_scanTask = 0;
            m_reader->end(outcome);
            updateActions();
        });
    updateActions();
}

void TopicsPage::stopReading()
{
    if (m_scanTask == 0)
        return;
    cancel(m_scanTask);
    m_scanTask = 0;
    ++m_scanSerial;
    m_reader->end(TaskContext::cancelled());
    m_feed.reset();
    updateActions();
}

void TopicsPage::fetchRecord(const RecordPlace& place)
{
    if (m_fetchTask != 0)
        cancel(m_fetchTask);
    const quint64 generation = ++m_fetchGeneration;
    m_reader->detail()->showLoading();
    m_fetchTask = load(
        u"read"_s, place.topic,
        [profile = workspace().profile(), folder = m_configFolder, place](TaskContext& task) -> Result<Fetched> {
            const auto access = openAccess(profile, folder, task);
            if (!access)
                return fail(access.error());
            auto reader = RecordReader::open(*access);
            if (!reader)
                return fail(reader.error());
            const auto records = (*reader)->fetch(place.topic, {place}, task);
            if (!records)
                return fail(records.error());
            if (records->isEmpty())
                return fail(errors::notFound, u"%1:%2"_s.arg(place.partition).arg(place.offset));
            const auto decoded = AvroDecoder(*access).forRecords(task)(RecordView(records->first()));
            return Fetched{records->first(), decoded};
        },
        [this, generation](const Result<Fetched>& fetched) {
            if (generation != m_fetchGeneration)
                return;
            m_fetchTask = 0;
            if (fetched)
                m_reader->detail()->showRecord(fetched->record, fetched->decoded);
            else
                m_reader->detail()->showFailed(fetched.error());
            updateActions();
        });
}

void TopicsPage::exportMatches()
{
    auto* dialog = new QFileDialog(
        this, tr("Export all that match"), m_reader->topic() + u".jsonl"_s, tr("JSON lines (*.jsonl);;All files (*)"));
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"jsonl"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &TopicsPage::runExport);
    dialog->open();
}

void TopicsPage::runExport(const QString& path)
{
    auto scan = m_reader->order();
    if (!scan)
        return;
    scan->limit = -1;
    scan->request.follow = false;
    scan->request.offsets.clear();
    if (scan->request.from.kind == ReadFrom::Kind::End)
        scan->request.from = {ReadFrom::Kind::Beginning, 0};
    run(
        u"export"_s, m_reader->topic(),
        [profile = workspace().profile(), folder = m_configFolder,
            order = ExportOrder{*scan, path, true, m_reader->isMasked()}](TaskContext& task) -> Result<qint64> {
            const auto access = openAccess(profile, folder, task);
            if (!access)
                return fail(access.error());
            return exportRecords(*access, order, task);
        },
        [this, path](const Result<qint64>& count) {
            if (count)
                notices()->show([count = *count, path] {
                    return Notice{Tone::Ok, tr("%L1 records are in %2.").arg(count).arg(path), {}, {}};
                });
            else
                notices()->showError(count.error(), [this, path] { runExport(path); });
        });
}

void TopicsPage::openProduceDialog(bool fromRecord)
{
    if (!mayWrite())
        return;
    const int row = m_topics.rowOf(m_reader->topic());
    auto* dialog = new ProduceDialog(
        m_reader->topic(), row >= 0 ? static_cast<int>(m_topics.topicAt(row).partitions.size()) : 0, this);
    if (fromRecord && m_reader->detail()->record())
        dialog->setRecord(*m_reader->detail()->record());
    connect(dialog, &ProduceDialog::produceRequested, this, [this](const Record& record) {
        if (!workspace().isProduction()) {
            produce(record);
            return;
        }
        confirm({tr("Send a record"), tr("It goes to %1 and cannot be taken back.").arg(record.topic), {},
                    tr("Send to %1").arg(record.topic), {}, false},
            [this, record] { produce(record); });
    });
    dialog->open();
}

void TopicsPage::produce(const Record& record)
{
    run(
        u"produce"_s, record.topic,
        [profile = workspace().profile(), folder = m_configFolder, record](TaskContext& task) -> Result<WriteTarget> {
            const auto access = openAccess(profile, folder, task);
            if (!access)
                return fail(access.error());
            auto writer = RecordWriter::open(*access);
            if (!writer)
                return fail(writer.error());
            return (*writer)->write(record, task);
        },
        [this, record](const Result<WriteTarget>& target) {
            if (!target) {
                notices()->showError(target.error(), [this, record] { produce(record); });
                return;
            }
            notices()->show([place = target->place] {
                const QString words =
                    tr("Sent to %1, partition %2, offset %L3.").arg(place.topic).arg(place.partition).arg(place.offset);
                return Notice{Tone::Ok, words, {}, {}};
            });
            workspace().announceChange(u"topics"_s);
            if (m_stack->currentIndex() == 1 && m_scanTask == 0)
                startReading();
        });
}

} // namespace nc
