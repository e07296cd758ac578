#include "widgets/failures/letterstab.h"

#include "kafka/client/kafkaaccess.h"
#include "widgets/common/noticebar.h"
#include "widgets/common/stateview.h"
#include "widgets/common/timewords.h"
#include "widgets/failures/background.h"
#include "widgets/failures/failuredetail.h"
#include "widgets/failures/letterfacts.h"
#include "widgets/failures/sending/sendjob.h"
#include "widgets/failures/whogotview.h"
#include "widgets/table/datatable.h"
#include "widgets/table/filterbar.h"

#include <QBoxLayout>
#include <QComboBox>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// More than anybody reads; a filter finds what is beyond it.
constexpr qint64 mostRows = 200'000;

} // namespace

LettersTab::LettersTab(Workspace& workspace, NoticeBar* notices, QWidget* parent)
    : FailuresTab({u"lettersFilter"_s, u"letterGroups"_s, u"letterTable"_s, u"letterSplitter"_s, u"letter"_s},
        workspace, notices, parent)
    , m_topicBox(new QComboBox(this))
{
    m_topicBox->setObjectName(u"letterTopic"_s);
    m_topicBox->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    filterRow()->insertWidget(0, m_topicBox, 0, Qt::AlignTop);
    connect(m_topicBox, &QComboBox::activated, this, &LettersTab::loadLetters);
    connect(detail()->whoGot(), &WhoGotView::wanted, this, &LettersTab::askWhoGot);
}

QString LettersTab::topic() const
{
    return m_topicBox->currentData().toString();
}

void LettersTab::open(const QString& topic, const QString& filterText)
{
    m_wanted = topic;
    if (!filterText.isEmpty())
        filter()->apply(filterText);
    refresh();
}

void LettersTab::refresh()
{
    if (!workspace().hasProfile())
        return state()->showNoProfile(Icon::Failures);
    const quint64 generation = ++m_generation;
    const auto work = [open = opener()](TaskContext& task) -> Result<Seen<QList<LetterTopic>>> {
        const auto access = open(task);
        if (!access)
            return fail(access.error());
        const auto store = DeadLetterStore::open(access->kafka, access->localLedger);
        if (!store)
            return fail(store.error());
        return (*store)->topics(task);
    };
    const auto done = [this, generation](Result<Seen<QList<LetterTopic>>> topics) {
        if (generation != m_generation)
            return;
        if (topics)
            takeTopics(std::move(*topics));
        else
            failed(topics.error());
    };
    loading(runFor(this, workspace(), u"deadletters"_s, {}, work, done), tr("dead-letter topics"));
}

void LettersTab::takeTopics(Seen<QList<LetterTopic>> topics)
{
    const QString before = m_wanted.isEmpty() ? topic() : m_wanted;
    m_topicsUnseen = {};
    m_topics = std::move(topics).into(m_topicsUnseen);
    fillTopicBox();
    if (m_topics.isEmpty()) {
        state()->showEmpty(Icon::Inbox, [] { return tr("This cluster has no dead-letter topic."); });
        Q_EMIT changed();
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
        m_topicBox->addItem(tr("%1 — %2 open of %3")
                                .arg(one.topic, one.unknown > 0 ? u"—"_s : groupedNumber(one.open + one.returned),
                                    groupedNumber(one.records)),
            one.topic);
    m_topicBox->setCurrentIndex(m_topicBox->findData(before));
}

std::optional<LetterQuery> LettersTab::query()
{
    auto parsed = parsedFilter(letterFields());
    if (!parsed || topic().isEmpty())
        return {};
    LetterQuery query;
    query.topic = topic();
    query.filter = std::move(*parsed);
    return query;
}

void LettersTab::loadLetters()
{
    const auto wanted = query();
    if (!wanted)
        return;
    const quint64 generation = ++m_generation;
    const auto work = [open = opener(), wanted = *wanted](TaskContext& task) -> Result<Loaded> {
        const auto access = open(task);
        if (!access)
            return fail(access.error());
        const auto store = DeadLetterStore::open(access->kafka, access->localLedger);
        if (!store)
            return fail(store.error());
        const auto read = nc::loadLetters(**store, wanted, mostRows, task);
        if (!read)
            return fail(read.error());
        Loaded loaded;
        const LetterList& list = read->into(loaded.unseen);
        loaded.complete = list.complete;
        loaded.rows.reserve(list.rows.size());
        for (const LetterRow& row : list.rows)
            loaded.rows.append(failureRow(row));
        return loaded;
    };
    const auto done = [this, generation, wanted](Result<Loaded> list) {
        if (generation != m_generation)
            return;
        if (!list)
            return failed(list.error());
        m_loaded = *wanted;
        takeLetters(*list);
    };
    loading(runFor(this, workspace(), u"deadletters"_s, wanted->topic, work, done), wanted->topic);
}

void LettersTab::takeLetters(const Loaded& list)
{
    // What arrived may be more by now.
    detail()->whoGot()->forget();
    Unseen unseen = list.unseen;
    unseen.add(m_topicsUnseen);
    tellUnseen(unseen);
    if (!list.complete)
        notices()->show({Tone::Warning,
            tr("Only the first %1 records are shown; a filter finds the others.").arg(groupedNumber(mostRows)), {},
            {}});
    setFailures(list.rows);
}

void LettersTab::showNothing()
{
    state()->showEmpty(Icon::Ok, [topic = topic()] { return tr("%1 holds no dead letters.").arg(topic); });
}

FailuresTab::Judging LettersTab::judging()
{
    return [query = m_loaded](const JudgeAccess& access, VerdictFeed& feed, const TaskContext& task) {
        return judgeLetters(access, query, mostRows, feed, task);
    };
}

void LettersTab::loadDetail(const FailureRow& row)
{
    const quint64 generation = ++m_detailGeneration;
    using Found = std::pair<DeadLetter, std::optional<LedgerEntry>>;
    const auto work = [open = opener(), row, topic = topic()](TaskContext& task) -> Result<Found> {
        const auto access = open(task);
        if (!access)
            return fail(access.error());
        const auto store = DeadLetterStore::open(access->kafka, access->localLedger);
        if (!store)
            return fail(store.error());
        const auto read = loadLetter(**store, topic, row.partition, row.offset, task);
        if (!read)
            return fail(read.error());
        Unseen told; // with the list
        const DeadLetter& letter = read->into(told);
        std::optional<LedgerEntry> entry;
        if (letter.mark) {
            if (const auto ledger = (*store)->ledger(topic, task))
                entry = ledger->into(told).entries().value(letter.mark->entry);
        }
        return Found(letter, entry);
    };
    const auto done = [this, generation](Result<Found> found) {
        if (generation != m_detailGeneration)
            return;
        if (!found)
            return notices()->showError(found.error());
        m_shown = found->first;
        detail()->show(factsOf(found->first, found->second));
    };
    runFor(this, workspace(), u"deadletters"_s, topic(), work, done, false);
}

void LettersTab::askWhoGot()
{
    if (!m_shown)
        return;
    if (m_whoGotTask != 0)
        workspace().tasks().cancel(m_whoGotTask);
    WhoGotView* view = detail()->whoGot();
    const auto work = [open = opener(), letter = *m_shown](TaskContext& task) -> Result<WhoGot> {
        const auto access = open(task);
        if (!access)
            return fail(access.error());
        return whoGot(*access, letter, task);
    };
    const auto done = [this, view, place = m_shown->record.place()](const Result<WhoGot>& found) {
        if (m_shown && m_shown->record.place() == place)
            view->show(found);
    };
    const quint64 task = runFor(this, workspace(), u"deadletters"_s, topic(), work, done, false);
    m_whoGotTask = task;
    view->showLoading([this, task] { workspace().tasks().cancel(task); });
}

void LettersTab::send()
{
    if (!topic().isEmpty())
        openSendDialog(std::make_shared<ReplayJob>(topic()));
}

QString LettersTab::stateLine() const
{
    qint64 open = 0;
    qint64 unknown = 0;
    for (const LetterTopic& one : m_topics) {
        open += one.open + one.returned;
        unknown += one.unknown;
    }
    return m_topics.isEmpty() ? QString()
                              : tr("%1 dead letters wait in %n topic(s)", nullptr, static_cast<int>(m_topics.size()))
                                    .arg(unknown > 0 ? u"—"_s : groupedNumber(open));
}

void LettersTab::setTableColumns(bool expires)
{
    // Cause, template and channel stand in the group above.
    table()->setColumns({{.title = tr("Written"), .kind = ColumnKind::Time, .width = 136},
        {.title = tr("State"), .kind = ColumnKind::State, .width = 112},
        {.title = tr("Recipient"), .kind = ColumnKind::Text, .width = 144, .stretch = true},
        {.title = tr("Verdict"), .kind = ColumnKind::State, .width = 160},
        {.title = tr("Expires"), .kind = ColumnKind::State, .width = 112, .hidden = !expires},
        {.title = tr("Cause"), .kind = ColumnKind::Text, .hidden = true},
        {.title = tr("Template"), .kind = ColumnKind::Text, .hidden = true},
        {.title = tr("Channel"), .kind = ColumnKind::Text, .hidden = true},
        {.title = tr("Attempts"), .kind = ColumnKind::Number, .hidden = true},
        {.title = tr("Place"), .kind = ColumnKind::Code, .width = 80}});
}

void LettersTab::retranslate()
{
    FailuresTab::retranslate();
    m_topicBox->setAccessibleName(tr("Dead-letter topic"));
    filter()->setLabel(tr("Filter dead letters"));
    table()->setAccessibleName(tr("Dead letters"));
    fillTopicBox();
}

} // namespace nc
