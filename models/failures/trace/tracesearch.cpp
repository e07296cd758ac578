#include "failures/trace/tracesearch.h"

#include "failures/facts/errors.h"
#include "failures/facts/manytexts.h"
#include "failures/facts/platformtopics.h"
#include "failures/facts/unseensources.h"
#include "failures/ledger/ledgerstore.h"
#include "failures/letters/wrapping.h"
#include "failures/trace/traceinbox.h"
#include "kafka/client/errors.h"
#include "kafka/cluster/admin.h"
#include "kafka/filter/textsearch.h"
#include "kafka/reading/recordreader.h"
#include "kafka/schemas/avrodecoder.h"

#include <QElapsedTimer>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// In the order in which the most can be said the soonest.
int rankOf(const QString& topic)
{
    if (topic == auditTopic())
        return 2;
    if (serviceTopics().contains(topic))
        return channelOfTopic(topic).isEmpty() ? 0 : 1;
    if (isDeadLetterTopic(topic))
        return serviceTopics().contains(topicWithoutSuffix(topic)) ? 3 : 4;
    return 5;
}

/// Whether a JSON writer may have written the text with escapes, so that its bytes need not be found.
bool mayBeEscaped(const QString& text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.unicode() > 126 || u"\"\\/<>&'="_s.contains(c); });
}

bool isWrapped(const RecordView& view)
{
    return std::ranges::any_of(std::views::iota(qsizetype(0), view.headerCount()),
        [&view](qsizetype i) { return view.header(i).name == "__TypeId__" && view.header(i).value == "[B"; });
}

} // namespace

struct TraceSearch::Private {
    AvroDecoder avro;
    std::unique_ptr<ClusterAdmin> admin;
    std::unique_ptr<RecordReader> reader;
    std::optional<DatabaseTarget> database;
    QString localLedger;
    CauseOf causeOf;

    explicit Private(const KafkaAccess& access)
        : avro(access)
    {
    }
};

namespace {

/// One search: what was found so far. Lives for one call of run().
class Search {
public:
    Search(RecordReader& reader, const AvroDecoder& avro, const TraceQuery& query, const TraceSearch::Partial& partial,
        const TaskContext& task)
        : m_reader(reader)
        , m_avro(avro)
        , m_query(query)
        , m_partial(partial)
        , m_task(task)
        , m_text(query.text)
        , m_escaped(mayBeEscaped(query.text))
    {
    }

    TraceContext context;
    CauseOf causeOf;

    /// False: cancelled.
    bool readTopic(const TopicInfo& topic);
    bool readOthers(const QList<TopicInfo>& topics);
    bool readOrigins();
    /// Of a platform's topic that is not in the list: hidden, or not there.
    bool askAfter(ClusterAdmin& admin, const QString& topic);
    void readInbox(const std::optional<DatabaseTarget>& database);
    void tellUnreadable();
    TraceResult result(bool finished);
    void setTotal(qint64 total) { m_total = total; }
    void giveFirst();

private:
    using Wanted = std::function<bool(const RecordView&)>;
    bool scan(const TopicInfo& topic, const Wanted& wanted, const std::function<bool(const TraceFact&)>& takes,
        TraceCoverage* coverage);
    bool mayHold(const RecordView& view) const;
    Result<TraceFact> factOf(const RecordView& view, QByteArray& json) const;
    void noteUnreadable(const RecordView& view, const QString& topic, const Error& error);
    bool take(const TraceFact& fact);
    void givePartial(bool now);

    RecordReader& m_reader;
    const AvroDecoder& m_avro;
    const TraceQuery& m_query;
    const TraceSearch::Partial& m_partial;
    const TaskContext& m_task;
    TextSearch m_text;
    bool m_escaped;
    QList<TraceFact> m_facts;
    QSet<QString> m_places;
    QList<TraceCoverage> m_coverage;
    QMap<QString, UnreadableRecords> m_unreadable; ///< by topic
    QSet<QString> m_unreadablePlaces;
    bool m_tooMany = false;
    qint64 m_total = -1;
    qint64 m_before = 0; ///< records of the topics that are done
    qsizetype m_given = 0;
    QElapsedTimer m_sinceGiven;
};

bool Search::mayHold(const RecordView& view) const
{
    if (m_query.by == TraceQuery::By::Key)
        return view.key() && QString::fromUtf8(*view.key()) == m_query.text;
    // Names stand in base64 there.
    if (isWrapped(view))
        return true;
    const QByteArrayView value = view.value().value_or(QByteArrayView());
    if (m_text.isIn(value) || (m_escaped && value.contains('\\')))
        return true;
    if (m_query.by != TraceQuery::By::TraceId)
        return false;
    for (qsizetype i = 0; i < view.headerCount(); ++i) {
        const HeaderView header = view.header(i);
        if (header.value && m_text.isIn(*header.value))
            return true;
    }
    return false;
}

Result<TraceFact> Search::factOf(const RecordView& view, QByteArray& json) const
{
    const Record record = view.toRecord();
    json = isDeadLetterTopic(record.topic) ? unwrap(record).bytes : record.value.value_or(QByteArray());
    if (AvroDecoder::isFramed(json)) {
        auto text = m_avro.toJson(json, m_task);
        if (!text)
            return fail(text.error());
        json = std::move(*text);
    }
    if (record.topic == auditTopic()) {
        if (const auto audit = readAudit(record.place(), record.timestamp, json); !audit)
            return fail(audit.error());
    }
    std::function<DeliveryCause(const AuditDelivery&)> why;
    if (causeOf)
        why = [this](const AuditDelivery& audit) { return causeOf(audit, m_task); };
    return readTraceFact(record, json, context.ledgers.value(record.topic), why);
}

bool Search::take(const TraceFact& fact)
{
    const QString place = u"%1 %2:%3"_s.arg(fact.place.topic).arg(fact.place.partition).arg(fact.place.offset);
    if (m_places.contains(place))
        return true;
    if (m_facts.size() >= m_query.most) {
        m_tooMany = true;
        return false;
    }
    m_places.insert(place);
    m_facts.append(fact);
    return true;
}

bool Search::scan(const TopicInfo& topic, const Wanted& wanted, const std::function<bool(const TraceFact&)>& takes,
    TraceCoverage* coverage)
{
    ReadRequest request;
    request.topic = topic.topic;
    request.from = {ReadFrom::Kind::Beginning, 0};
    if (m_query.since)
        request.from = {ReadFrom::Kind::Time, *m_query.since};
    TaskContext inner = m_task;
    inner.progress = [this, &topic](
                         const Progress& progress) { m_task.report(m_before + progress.done, m_total, topic.topic); };
    QByteArray json;
    const auto look = [&](RecordBatch batch) {
        for (const RecordView& view : batch) {
            if (coverage && view.timestamp() >= 0 && (coverage->oldest < 0 || view.timestamp() < coverage->oldest))
                coverage->oldest = view.timestamp();
            if (!wanted(view))
                continue;
            const auto fact = factOf(view, json);
            if (!fact) {
                noteUnreadable(view, topic.topic, fact.error());
                continue;
            }
            const bool mentioned =
                fact->kind == TraceFact::Kind::Other && topic.topic != auditTopic() && isMentioned(json, m_query);
            if ((mentioned || takes(*fact)) && !take(*fact))
                return Flow::Stop;
        }
        givePartial(false);
        return Flow::Continue;
    };
    const auto done = m_reader.scan(request, look, inner);
    const ReadSummary& summary = m_reader.progress();
    m_before += summary.scanned;
    if (coverage) {
        coverage->scanned = summary.scanned;
        coverage->complete = done && summary.complete;
        for (const PartitionProgress& partition : summary.partitions)
            coverage->olderGone = coverage->olderGone || (partition.low > 0 && partition.begin <= partition.low);
    }
    if (!done)
        context.unseen.add(topic.topic, done.error());
    return done || !m_task.isCancelled();
}

void Search::noteUnreadable(const RecordView& view, const QString& topic, const Error& error)
{
    const QString place = u"%1 %2:%3"_s.arg(topic).arg(view.partition()).arg(view.offset());
    if (m_unreadablePlaces.contains(place))
        return;
    m_unreadablePlaces.insert(place);
    m_unreadable[topic].add(error);
}

void Search::tellUnreadable()
{
    for (auto topic = m_unreadable.constBegin(); topic != m_unreadable.constEnd(); ++topic) {
        const auto covered = std::ranges::find(m_coverage, topic.key(), &TraceCoverage::topic);
        topic->tell(topic.key(), covered == m_coverage.cend() ? 0 : covered->scanned, context.unseen);
    }
}

bool Search::askAfter(ClusterAdmin& admin, const QString& topic)
{
    const auto there = admin.topic(topic, m_task);
    // Dead letters and records that never were have no topic; without the audit nobody tells what arrived.
    if (!there && (!there.error().is(errors::unknownTopic) || topic == auditTopic()))
        context.unseen.add(topic, there.error());
    return !m_task.isCancelled();
}

bool Search::readTopic(const TopicInfo& topic)
{
    TraceCoverage coverage;
    coverage.topic = topic.topic;
    const bool going = scan(
        topic, [this](const RecordView& view) { return mayHold(view); },
        [this](const TraceFact& fact) { return isAbout(fact, m_query); }, &coverage);
    m_coverage.append(coverage);
    return going;
}

/// What belongs to what was found without naming what is looked for: an event knows no trace id, and the address is
/// filled in later.
bool Search::readOthers(const QList<TopicInfo>& topics)
{
    QSet<QString> contexts;
    QSet<QString> complete;
    for (const TraceFact& fact : std::as_const(m_facts)) {
        if (fact.kind == TraceFact::Kind::Event)
            complete.insert(fact.context());
        if (!fact.context().isEmpty())
            contexts.insert(fact.context());
    }
    const bool byContent = m_query.by == TraceQuery::By::Recipient || m_query.by == TraceQuery::By::Process;
    if (byContent)
        contexts -= complete;
    if (contexts.isEmpty() || m_tooMany)
        return true;
    QByteArrayList processes;
    for (const QString& one : std::as_const(contexts))
        processes.append(one.section(u'\n', 0, 0).toUtf8());
    const ManyTexts texts(processes);
    QList<TracePerson> people;
    for (const TraceFact& fact : std::as_const(m_facts)) {
        if (!fact.hasEvent)
            people += fact.people;
    }
    const bool ofPerson = m_query.by == TraceQuery::By::Recipient || m_query.by == TraceQuery::By::Email;
    const auto takes = [&](const TraceFact& fact) {
        if (!contexts.contains(fact.context()))
            return false;
        return !ofPerson || fact.people.isEmpty() || std::ranges::any_of(fact.people, [&](const TracePerson& person) {
            return person.isCalled(m_query.text)
                || std::ranges::any_of(people, [&person](const TracePerson& other) { return person.overlaps(other); });
        });
    };
    for (const TopicInfo& topic : topics) {
        if (rankOf(topic.topic) > 3)
            continue;
        const auto wanted = [&texts](const RecordView& view) {
            return texts.isAnyIn(view.value().value_or(QByteArrayView())) || isWrapped(view);
        };
        if (!scan(topic, wanted, takes, nullptr))
            return false;
    }
    return true;
}

/// Where dead letters came from: those records may be broken, so that no text leads to them.
bool Search::readOrigins()
{
    QMap<QString, QList<RecordPlace>> missing;
    QHash<QString, qint64> times;
    const auto nameOf = [](const RecordPlace& place) {
        return u"%1 %2:%3"_s.arg(place.topic).arg(place.partition).arg(place.offset);
    };
    for (const TraceFact& fact : std::as_const(m_facts)) {
        for (qsizetype i = 0; i < fact.hops.size(); ++i) {
            const RecordPlace& hop = fact.hops[i];
            times.insert(nameOf(hop), fact.hopTimes.value(i, -1));
            if (!m_places.contains(nameOf(hop)) && !missing[hop.topic].contains(hop))
                missing[hop.topic].append(hop);
        }
    }
    for (auto topic = missing.constBegin(); topic != missing.constEnd(); ++topic) {
        const auto records = m_reader.fetch(topic.key(), topic.value(), m_task);
        if (!records && m_task.isCancelled())
            return false;
        if (!records && !records.error().is(errors::unknownTopic))
            context.unseen.add(topic.key(), records.error());
        QByteArray json;
        for (const Record& record : records.value_or(QList<Record>())) {
            // A topic made anew has another record there; the time tells them apart.
            const qint64 time = times.value(nameOf(record.place()), -1);
            if (time >= 0 && record.timestamp >= 0 && time != record.timestamp)
                continue;
            const RecordView view(record);
            if (const auto fact = factOf(view, json))
                take(*fact);
            else
                noteUnreadable(view, topic.key(), fact.error());
        }
    }
    return true;
}

void Search::readInbox(const std::optional<DatabaseTarget>& database)
{
    readTraceInbox(database, m_query, m_facts, context, m_task);
}

TraceResult Search::result(bool finished)
{
    TraceResult out;
    // What lies behind the last record that was taken is not known.
    context.finished = finished && !m_tooMany;
    out.notifications = joinTrace(m_query, m_facts, context);
    out.coverage = m_coverage;
    out.found = m_facts.size();
    out.tooMany = m_tooMany;
    out.complete = finished && !m_tooMany;
    return out;
}

void Search::givePartial(bool now)
{
    constexpr qint64 pause = 500;
    if (!m_partial || m_facts.size() == m_given || (!now && m_sinceGiven.isValid() && m_sinceGiven.elapsed() < pause))
        return;
    m_given = m_facts.size();
    m_partial(result(false));
    m_sinceGiven.start();
}

void Search::giveFirst()
{
    givePartial(true);
}

} // namespace

TraceSearch::TraceSearch(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

TraceSearch::~TraceSearch() = default;

Result<std::unique_ptr<TraceSearch>> TraceSearch::open(
    const KafkaAccess& access, std::optional<DatabaseTarget> database, const QString& localLedger)
{
    auto p = std::make_unique<Private>(access);
    auto admin = ClusterAdmin::open(access);
    if (!admin)
        return fail(admin.error());
    auto reader = RecordReader::open(access);
    if (!reader)
        return fail(reader.error());
    p->admin = std::move(*admin);
    p->reader = std::move(*reader);
    p->database = std::move(database);
    p->localLedger = localLedger;
    return std::unique_ptr<TraceSearch>(new TraceSearch(std::move(p)));
}

void TraceSearch::explainWith(CauseOf causeOf)
{
    d->causeOf = std::move(causeOf);
}

Result<Seen<TraceResult>> TraceSearch::run(const TraceQuery& query, const Partial& partial, const TaskContext& task)
{
    auto topics = d->admin->listTopics({.watermarks = true, .groups = false, .internals = false}, task);
    if (!topics)
        return fail(topics.error());
    qint64 total = 0;
    QStringList withLedger;
    topics->removeIf([&query](const TopicInfo& topic) {
        return topic.topic == ledgerTopicName() || (!query.topics.isEmpty() && !query.topics.contains(topic.topic));
    });
    std::ranges::stable_sort(*topics, {}, [](const TopicInfo& topic) { return rankOf(topic.topic); });
    for (const TopicInfo& topic : *topics) {
        total += topic.records();
        if (topic.topic == auditTopic() || isDeadLetterTopic(topic.topic))
            withLedger.append(topic.topic);
    }
    Search search(*d->reader, d->avro, query, partial, task);
    search.setTotal(total);
    search.causeOf = d->causeOf;
    LedgerStore store(*d->admin, *d->reader, d->localLedger, LedgerReading::WhatIsSeen);
    auto ledgers = store.load(withLedger, task);
    if (ledgers) {
        search.context.ledgers = std::move(*ledgers).into(search.context.unseen);
    } else if (task.isCancelled()) {
        return task.cancelled();
    } else {
        search.context.unseen.add(sources::ledger, ledgers.error());
        for (const QString& topic : std::as_const(withLedger))
            search.context.ledgers[topic].setWhole(false);
    }
    search.context.topics = query.topics;
    for (const QString& topic : sourcesAfter({})) {
        const bool wanted = query.topics.isEmpty() || query.topics.contains(topic);
        const bool listed =
            std::ranges::any_of(*topics, [&topic](const TopicInfo& info) { return info.topic == topic; });
        if (wanted && !listed && !search.askAfter(*d->admin, topic))
            return task.cancelled();
    }
    for (const TopicInfo& topic : std::as_const(*topics)) {
        // Nothing in it, nothing to say about it, unless people expect it to be looked at.
        if (topic.records() == 0 && rankOf(topic.topic) > 3)
            continue;
        if (!search.readTopic(topic))
            return task.cancelled();
        if (rankOf(topic.topic) == 3)
            search.giveFirst();
    }
    if (!search.readOthers(*topics) || !search.readOrigins())
        return task.cancelled();
    search.readInbox(d->database);
    if (task.isCancelled())
        return task.cancelled();
    search.tellUnreadable();
    TraceResult result = search.result(true);
    return Seen(std::move(result), search.context.unseen);
}

} // namespace nc
