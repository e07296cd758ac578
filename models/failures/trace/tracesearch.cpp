#include "failures/trace/tracesearch.h"

#include "failures/facts/errors.h"
#include "failures/facts/manytexts.h"
#include "failures/facts/platformtopics.h"
#include "failures/ledger/ledgerstore.h"
#include "failures/letters/wrapping.h"
#include "failures/trace/tracejoin.h"
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

constexpr qint64 mostMessages = 5'000;

/// In the order in which the most can be said the soonest.
int rankOf(const QString& topic, const DeadLetterNaming& naming)
{
    if (topic == auditTopic())
        return 2;
    if (serviceTopics().contains(topic))
        return channelOfTopic(topic).isEmpty() ? 0 : 1;
    if (const QString source = naming.sourceOf(topic); !source.isEmpty())
        return serviceTopics().contains(source) ? 3 : 4;
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
    DeadLetterNaming naming;
    AvroDecoder avro;
    std::unique_ptr<ClusterAdmin> admin;
    std::unique_ptr<RecordReader> reader;
    std::optional<DatabaseTarget> database;
    QString localLedger;
    CauseOf causeOf;

    explicit Private(const KafkaAccess& access)
        : naming(access.deadLetters)
        , avro(access)
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
    QList<Error> unseen;
    CauseOf causeOf;

    /// False: cancelled.
    bool readTopic(const TopicInfo& topic);
    bool readOthers(const QList<TopicInfo>& topics);
    bool readOrigins();
    void readInbox(const std::optional<DatabaseTarget>& database);
    TraceResult result(bool finished);
    void setTotal(qint64 total) { m_total = total; }
    void giveFirst();

private:
    using Wanted = std::function<bool(const RecordView&)>;
    bool scan(const TopicInfo& topic, const Wanted& wanted, const std::function<bool(const TraceFact&)>& takes,
        TraceCoverage* coverage);
    bool mayHold(const RecordView& view) const;
    TraceFact factOf(const RecordView& view, QByteArray& json) const;
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

TraceFact Search::factOf(const RecordView& view, QByteArray& json) const
{
    const Record record = view.toRecord();
    json = context.naming.isDeadLetters(record.topic) ? unwrap(record).bytes : record.value.value_or(QByteArray());
    if (AvroDecoder::isFramed(json)) {
        if (auto text = m_avro.toJson(json, m_task))
            json = std::move(*text);
    }
    std::function<DeliveryCause(const AuditDelivery&)> why;
    if (causeOf)
        why = [this](const AuditDelivery& audit) { return causeOf(audit, m_task); };
    return readTraceFact(record, json, context.ledgers.value(record.topic), context.naming, why);
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
            const TraceFact fact = factOf(view, json);
            const bool mentioned =
                fact.kind == TraceFact::Kind::Other && topic.topic != auditTopic() && isMentioned(json, m_query);
            if ((mentioned || takes(fact)) && !take(fact))
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
        if (!done)
            coverage->problem = done.error();
    }
    return done || !m_task.isCancelled();
}

bool Search::readTopic(const TopicInfo& topic)
{
    TraceCoverage coverage;
    coverage.topic = topic.topic;
    const bool going = scan(
        topic, [this](const RecordView& view) { return mayHold(view); },
        [this](const TraceFact& fact) { return isAbout(fact, m_query); }, &coverage);
    if (topic.topic == auditTopic())
        context.auditSeen = !coverage.problem;
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
        if (rankOf(topic.topic, d->naming) > 3)
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
        QByteArray json;
        for (const Record& record : records.value_or(QList<Record>())) {
            // A topic made anew has another record there; the time tells them apart.
            const qint64 time = times.value(nameOf(record.place()), -1);
            if (time < 0 || record.timestamp < 0 || time == record.timestamp)
                take(factOf(RecordView(record), json));
        }
    }
    return true;
}

void Search::readInbox(const std::optional<DatabaseTarget>& database)
{
    if (!database) {
        unseen.append({errors::traceNoDatabase, {}, {}, Next::Abort});
        return;
    }
    QStringList recipients;
    if (m_query.by == TraceQuery::By::Recipient)
        recipients.append(m_query.text);
    for (const TraceFact& fact : std::as_const(m_facts)) {
        for (const TracePerson& person : fact.people) {
            if (!person.id.isEmpty() && !recipients.contains(person.id) && recipients.size() < mostMessages)
                recipients.append(person.id);
        }
    }
    if (recipients.isEmpty())
        return;
    const auto connection = Connection::open(*database, m_task);
    auto messages = connection ? nc::readInbox(**connection, recipients, m_query.since, mostMessages, m_task)
                               : Result<QList<InboxMessage>>(fail(connection.error()));
    if (messages)
        context.inbox = std::move(*messages);
    else
        unseen.append(messages.error());
}

TraceResult Search::result(bool finished)
{
    TraceResult out;
    context.finished = finished;
    out.notifications = joinTrace(m_query, m_facts, context);
    out.coverage = m_coverage;
    out.unseen = unseen;
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

Result<TraceResult> TraceSearch::run(const TraceQuery& query, const Partial& partial, const TaskContext& task)
{
    auto topics = d->admin->listTopics({.watermarks = true, .groups = false, .internals = false}, task);
    if (!topics)
        return fail(topics.error());
    qint64 total = 0;
    QStringList withLedger;
    topics->removeIf([&query](const TopicInfo& topic) {
        return topic.topic == ledgerTopicName() || (!query.topics.isEmpty() && !query.topics.contains(topic.topic));
    });
    std::ranges::stable_sort(*topics, {}, [this](const TopicInfo& topic) { return rankOf(topic.topic, d->naming); });
    for (const TopicInfo& topic : *topics) {
        total += topic.records();
        if (topic.topic == auditTopic() || d->naming.isDeadLetters(topic.topic))
            withLedger.append(topic.topic);
    }
    Search search(*d->reader, d->avro, query, partial, task);
    search.setTotal(total);
    search.causeOf = d->causeOf;
    search.context.naming = d->naming;
    LedgerStore store(*d->admin, *d->reader, d->localLedger, LedgerReading::WhatIsSeen);
    auto ledgers = store.load(withLedger, task);
    if (store.unseen())
        search.unseen.append(*store.unseen());
    if (ledgers)
        search.context.ledgers = std::move(*ledgers);
    else if (task.isCancelled())
        return task.cancelled();
    else
        search.unseen.append(ledgers.error());
    bool hasAudit = false;
    for (const TopicInfo& topic : std::as_const(*topics)) {
        hasAudit = hasAudit || topic.topic == auditTopic();
        // Nothing in it, nothing to say about it, unless people expect it to be looked at.
        if (topic.records() == 0 && rankOf(topic.topic, d->naming) > 3)
            continue;
        if (!search.readTopic(topic))
            return task.cancelled();
        if (rankOf(topic.topic, d->naming) == 3)
            search.giveFirst();
    }
    if (!hasAudit)
        search.context.auditSeen = false;
    if (!search.readOthers(*topics) || !search.readOrigins())
        return task.cancelled();
    search.readInbox(d->database);
    if (task.isCancelled())
        return task.cancelled();
    return search.result(true);
}

} // namespace nc
