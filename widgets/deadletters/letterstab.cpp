#include "widgets/deadletters/letterstab.h"

#include "deadletters/lettermodels.h"
#include "deadletters/replayer.h"
#include "kafka/kafkaaccess.h"
#include "widgets/common/datatable.h"
#include "widgets/common/detailsplitter.h"
#include "widgets/common/filterbar.h"
#include "widgets/common/language.h"
#include "widgets/common/metrics.h"
#include "widgets/common/noticebar.h"
#include "widgets/common/stateview.h"
#include "widgets/common/timewords.h"
#include "widgets/deadletters/background.h"
#include "widgets/deadletters/discarddialog.h"
#include "widgets/deadletters/letterdetail.h"
#include "widgets/deadletters/replaydialog.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// More than anybody reads; a filter finds what is beyond it.
constexpr qint64 mostRows = 200'000;

} // namespace

LettersTab::LettersTab(Workspace& workspace, NoticeBar* notices, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_notices(notices)
    , m_topicBox(new QComboBox(this))
    , m_filter(new FilterBar(u"lettersFilter"_s, this))
    , m_groups(new LetterGroupModel(this))
    , m_rows(new LetterModel(this))
    , m_groupTable(new DataTable(u"letterGroups"_s, this))
    , m_table(new DataTable(u"letterTable"_s, this))
    , m_detail(new LetterDetail(this))
{
    build();
    connect(m_topicBox, &QComboBox::activated, this, &LettersTab::loadLetters);
    connect(m_filter, &FilterBar::applied, this, &LettersTab::loadLetters);
    connect(m_groupTable, &DataTable::currentRowChanged, this, &LettersTab::showGroup);
    connect(m_table, &DataTable::currentRowChanged, this, &LettersTab::showDetail);
    connect(m_table, &DataTable::selectedRowsChanged, this, &LettersTab::changed);
}

void LettersTab::build()
{
    m_topicBox->setObjectName(u"letterTopic"_s);
    m_topicBox->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_groupTable->setSource(m_groups, DataTable::Sorting::ByColumn);
    m_table->setSource(m_rows, DataTable::Sorting::ByColumn);
    m_groupTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    auto* tables = new QSplitter(Qt::Vertical, this);
    tables->setChildrenCollapsible(false);
    tables->addWidget(m_groupTable);
    tables->addWidget(m_table);
    tables->setStretchFactor(0, 2);
    tables->setStretchFactor(1, 3);
    m_splitter = new DetailSplitter(u"letterSplitter"_s, tables, m_detail, this);
    m_splitter->setDetailVisible(false);
    m_state = new StateView(m_splitter, this);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::unit);
    row->addWidget(m_topicBox, 0, Qt::AlignTop);
    row->addWidget(m_filter, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, metrics::unit, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_state, 1);
}

QString LettersTab::topic() const
{
    return m_topicBox->currentData().toString();
}

void LettersTab::open(const QString& topic, const QString& filter)
{
    m_wanted = topic;
    if (!filter.isEmpty())
        m_filter->apply(filter);
    refresh();
}

void LettersTab::refresh()
{
    if (!m_workspace.hasProfile())
        return;
    const quint64 generation = ++m_generation;
    if (m_topics.isEmpty())
        m_state->showLoading(tr("dead-letter topics"));
    const Profile profile = m_workspace.profile();
    const QString folder = m_workspace.configFolder();
    const auto work = [profile, folder](TaskContext& task) -> Result<QList<LetterTopic>> {
        const auto access = openAccess(profile, folder, task);
        if (!access)
            return fail(access.error());
        const auto store = DeadLetterStore::open(*access, folder + u"/ledger"_s);
        if (!store)
            return fail(store.error());
        return (*store)->topics(task);
    };
    runFor(this, m_workspace, u"deadletters"_s, {}, work, [this, generation](Result<QList<LetterTopic>> topics) {
        if (generation != m_generation)
            return;
        if (topics)
            takeTopics(std::move(*topics));
        else
            m_state->showFailed(topics.error(), [this] { refresh(); });
        Q_EMIT changed();
    });
}

void LettersTab::takeTopics(QList<LetterTopic> topics)
{
    const QString before = m_wanted.isEmpty() ? topic() : m_wanted;
    m_topics = std::move(topics);
    fillTopicBox();
    if (m_topics.isEmpty()) {
        m_state->showEmpty(Icon::Inbox, tr("This cluster has no dead-letter topic."));
        return;
    }
    int chosen = m_topicBox->findData(before);
    for (int i = 0; chosen < 0 && i < m_topics.size(); ++i) {
        if (m_topics[i].open + m_topics[i].returned > 0)
            chosen = i;
    }
    m_wanted.clear();
    m_topicBox->setCurrentIndex(std::max(0, chosen));
    loadLetters();
}

void LettersTab::fillTopicBox()
{
    const QString before = topic();
    m_topicBox->clear();
    for (const LetterTopic& one : std::as_const(m_topics))
        m_topicBox->addItem(
            tr("%1 — %2 open of %3").arg(one.topic, groupedNumber(one.open + one.returned), groupedNumber(one.records)),
            one.topic);
    m_topicBox->setCurrentIndex(m_topicBox->findData(before));
}

void LettersTab::loadLetters()
{
    LetterQuery query;
    query.topic = topic();
    if (query.topic.isEmpty())
        return;
    if (const QString text = m_filter->text().trimmed(); !text.isEmpty()) {
        const auto filter = RecordFilter::parse(text, letterFields());
        if (!filter) {
            m_filter->setProblem(describe(filter.error(), currentLanguage()), filter.error().subject.toInt());
            return;
        }
        query.filter = *filter;
    }
    m_filter->clearProblem();
    const quint64 generation = ++m_generation;
    if (m_list.rows.isEmpty())
        m_state->showLoading(query.topic);
    const Profile profile = m_workspace.profile();
    const QString folder = m_workspace.configFolder();
    const auto work = [profile, folder, query](TaskContext& task) -> Result<LetterList> {
        const auto access = openAccess(profile, folder, task);
        if (!access)
            return fail(access.error());
        const auto store = DeadLetterStore::open(*access, folder + u"/ledger"_s);
        if (!store)
            return fail(store.error());
        return nc::loadLetters(**store, query, mostRows, task);
    };
    runFor(this, m_workspace, u"deadletters"_s, query.topic, work, [this, generation](Result<LetterList> list) {
        if (generation != m_generation)
            return;
        if (list)
            takeLetters(std::move(*list));
        else
            m_state->showFailed(list.error(), [this] { loadLetters(); });
        Q_EMIT changed();
    });
}

void LettersTab::takeLetters(LetterList list)
{
    const QModelIndex before = m_groupTable->currentSource();
    const QString key = before.isValid() ? m_groups->row(before.row()).key() : QString();
    m_list = std::move(list);
    m_groups->setRows(m_list.groups);
    if (m_list.rows.isEmpty()) {
        m_rows->setRows({});
        m_state->showEmpty(m_filter->text().isEmpty() ? Icon::Ok : Icon::Filter,
            m_filter->text().isEmpty() ? tr("%1 is empty: nothing has failed here.").arg(topic())
                                       : tr("No dead letter matches this filter."));
        return;
    }
    if (!m_list.complete)
        m_notices->show({Tone::Warning,
            tr("Only the first %1 records are shown; a filter finds the others.").arg(groupedNumber(mostRows)), {},
            {}});
    m_state->showContent();
    int row = 0;
    for (int i = 0; i < m_list.groups.size(); ++i) {
        if (m_list.groups[i].key() == key)
            row = i;
    }
    m_groupTable->selectSourceRow(row);
    showGroup();
}

void LettersTab::showGroup()
{
    const QModelIndex index = m_groupTable->currentSource();
    const QString key = index.isValid() ? m_groups->row(index.row()).key() : QString();
    QList<LetterRow> rows;
    for (const LetterRow& row : std::as_const(m_list.rows)) {
        if (row.group == key)
            rows.append(row);
    }
    m_rows->setRows(std::move(rows));
    ++m_detailGeneration;
    m_splitter->setDetailVisible(false);
    Q_EMIT changed();
}

void LettersTab::showDetail()
{
    const QModelIndex index = m_table->currentSource();
    const quint64 generation = ++m_detailGeneration;
    if (!index.isValid()) {
        m_splitter->setDetailVisible(false);
        return;
    }
    const LetterRow row = m_rows->row(index.row());
    const Profile profile = m_workspace.profile();
    const QString folder = m_workspace.configFolder();
    using Found = std::pair<DeadLetter, std::optional<LedgerEntry>>;
    const auto work = [profile, folder, row, topic = topic()](TaskContext& task) -> Result<Found> {
        const auto access = openAccess(profile, folder, task);
        if (!access)
            return fail(access.error());
        const auto store = DeadLetterStore::open(*access, folder + u"/ledger"_s);
        if (!store)
            return fail(store.error());
        const auto letter = loadLetter(**store, topic, row.partition, row.offset, task);
        if (!letter)
            return fail(letter.error());
        std::optional<LedgerEntry> entry;
        if (letter->mark) {
            const auto ledger = (*store)->ledger(topic, task);
            if (ledger && letter->mark->entry < ledger->entries().size())
                entry = ledger->entries()[letter->mark->entry];
        }
        return Found(*letter, entry);
    };
    const auto done = [this, generation](Result<Found> found) {
        if (generation != m_detailGeneration)
            return;
        if (!found) {
            m_notices->showError(found.error());
            return;
        }
        m_detail->show(found->first, found->second);
        m_splitter->setDetailVisible(true);
    };
    runFor(this, m_workspace, u"deadletters"_s, topic(), work, done, false);
}

OffsetSelection LettersTab::selection() const
{
    OffsetSelection chosen;
    for (const QModelIndex& index : m_table->selectedSourceRows()) {
        const LetterRow& row = m_rows->row(index.row());
        chosen.add(row.partition, row.offset, row.offset);
    }
    return chosen;
}

bool LettersTab::hasSelection() const
{
    return !m_table->selectedSourceRows().isEmpty();
}

bool LettersTab::canReplay() const
{
    return !m_list.rows.isEmpty() && !m_workspace.isReadOnly();
}

void LettersTab::replay()
{
    if (topic().isEmpty())
        return;
    ReplayScope scope;
    scope.topic = topic();
    scope.selected = selection();
    const QModelIndex group = m_groupTable->currentSource();
    if (group.isValid()) {
        scope.groupName = m_groups->row(group.row()).cause.summary(currentLanguage());
        for (const LetterRow& row : m_rows->rows())
            scope.group.add(row.partition, row.offset, row.offset);
    }
    auto* dialog = new ReplayDialog(m_workspace, scope, this);
    connect(dialog, &ReplayDialog::written, this, [this] {
        refresh();
        Q_EMIT written();
    });
    dialog->open();
}

void LettersTab::discard()
{
    const OffsetSelection chosen = selection();
    if (chosen.isEmpty())
        return;
    auto* dialog = new DiscardDialog(topic(), static_cast<int>(m_table->selectedSourceRows().size()), this);
    connect(dialog, &DiscardDialog::confirmed, this, [this](const QString& reason) { mark(false, reason); });
    dialog->open();
}

void LettersTab::undoDiscard()
{
    mark(true, {});
}

void LettersTab::mark(bool undo, const QString& reason)
{
    ReplayRequest request;
    request.topic = topic();
    request.offsets = selection();
    request.reason = reason;
    request.localLedger = m_workspace.configFolder() + u"/ledger"_s;
    if (request.offsets.isEmpty() || m_workspace.isReadOnly())
        return;
    const Profile profile = m_workspace.profile();
    const QString folder = m_workspace.configFolder();
    const auto work = [profile, folder, request, undo](TaskContext& task) -> Result<Replayer::DiscardSummary> {
        const auto access = openAccess(profile, folder, task);
        if (!access)
            return fail(access.error());
        const auto replayer = Replayer::open(*access);
        if (!replayer)
            return fail(replayer.error());
        return (*replayer)->discard(request, undo, task);
    };
    runFor(this, m_workspace, u"discard"_s, request.topic, work, [this, undo](Result<Replayer::DiscardSummary> done) {
        if (!done) {
            m_notices->showError(done.error());
            return;
        }
        const QString count = groupedNumber(done->changed);
        m_notices->show({Tone::Ok,
            undo ? tr("%1 records are open again.").arg(count) : tr("%1 records discarded.").arg(count), {}, {}});
        refresh();
        Q_EMIT written();
    });
}

void LettersTab::focusFilter()
{
    m_filter->focusLine();
}

QString LettersTab::stateLine() const
{
    qint64 open = 0;
    for (const LetterTopic& one : m_topics)
        open += one.open + one.returned;
    return m_topics.isEmpty() ? QString()
                              : tr("%1 dead letters wait in %n topic(s)", nullptr, static_cast<int>(m_topics.size()))
                                    .arg(groupedNumber(open));
}

Tone LettersTab::stateTone() const
{
    for (const LetterTopic& one : m_topics) {
        if (one.open + one.returned > 0)
            return Tone::Warning;
    }
    return m_topics.isEmpty() ? Tone::Neutral : Tone::Ok;
}

void LettersTab::retranslate()
{
    m_groups->setLanguage(currentLanguage());
    m_rows->setLanguage(currentLanguage());
    m_topicBox->setAccessibleName(tr("Dead-letter topic"));
    m_filter->setLabel(tr("Filter dead letters"));
    m_groupTable->setAccessibleName(tr("Causes"));
    m_table->setAccessibleName(tr("Dead letters"));
    m_groupTable->setColumns({{.title = tr("Count"), .kind = ColumnKind::Number, .width = 64},
        {.title = tr("Open"), .kind = ColumnKind::Number, .width = 64},
        {.title = tr("Cause"), .kind = ColumnKind::Text, .width = 280, .stretch = true},
        {.title = tr("Template"), .kind = ColumnKind::Text, .width = 120},
        {.title = tr("Channel"), .kind = ColumnKind::Text, .width = 72},
        {.title = tr("First"), .kind = ColumnKind::Time, .width = 96},
        {.title = tr("Latest"), .kind = ColumnKind::Time, .width = 96}});
    // The cause stands in the group above.
    m_table->setColumns({{.title = tr("Written"), .kind = ColumnKind::Time, .width = 104},
        {.title = tr("State"), .kind = ColumnKind::State, .width = 112},
        {.title = tr("Cause"), .kind = ColumnKind::Text, .hidden = true},
        {.title = tr("Template"), .kind = ColumnKind::Text, .width = 120},
        {.title = tr("Channel"), .kind = ColumnKind::Text, .width = 72},
        {.title = tr("Recipient"), .kind = ColumnKind::Text, .width = 176, .stretch = true},
        {.title = tr("Place"), .kind = ColumnKind::Code, .width = 88}});
    fillTopicBox();
    m_detail->retranslate();
}

} // namespace nc
