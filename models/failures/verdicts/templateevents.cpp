#include "failures/verdicts/templateevents.h"

#include "failures/deliveries/deliverystore.h"
#include "failures/facts/errors.h"
#include "failures/facts/eventfacts.h"
#include "failures/facts/platformtopics.h"
#include "failures/facts/rawjson.h"
#include "failures/letters/wrapping.h"
#include "kafka/client/errors.h"
#include "kafka/cluster/admin.h"
#include "kafka/reading/recordreader.h"
#include "kafka/records/masking.h"
#include "kafka/schemas/avrodecoder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

// An object as it stands; a list of {key, value} made one.
RawJson parametersOf(const RawJson& raw)
{
    if (raw.isObject())
        return raw;
    RawJson object = RawJson::object();
    for (const RawJson& pair : raw.items) {
        const RawJson* key = pair.find(u"key"_s);
        if (key && key->text.startsWith('"'))
            object.set(key->toString(), pair.value(u"value"_s));
    }
    return object;
}

// The service asks the identities for them; an event that has not been through it says no more than the realm.
QByteArray withRoles(RawJson parameters, const QString& realm)
{
    if (!parameters.find(u"recipientRoles"_s)) {
        RawJson roles = RawJson::array();
        if (!realm.isEmpty())
            roles.items.push_back(RawJson::string(realm.toLower()));
        parameters.set(u"recipientRoles"_s, std::move(roles));
    }
    return parameters.toJson();
}

QString personOf(const QJsonObject& recipient)
{
    const QJsonObject event{{u"recipients"_s, QJsonArray{recipient}}};
    return factsOf(QJsonDocument(event).toJson(), {}).recipients.value(0);
}

// Lists the newest of what is added.
class Newest {
public:
    Newest(int limit, bool wholeEvents)
        : m_limit(limit)
        , m_wholeEvents(wholeEvents)
    {
    }

    void add(const TemplateEvent& event)
    {
        m_rows.append(event);
        if (m_rows.size() >= 2 * m_limit + 100)
            cut();
    }
    QList<TemplateEvent> take()
    {
        cut();
        return std::move(m_rows);
    }

private:
    void cut()
    {
        std::ranges::stable_sort(m_rows, [](const TemplateEvent& a, const TemplateEvent& b) {
            return a.at != b.at ? a.at > b.at : b.place < a.place;
        });
        if (!m_wholeEvents) {
            if (m_rows.size() > m_limit)
                m_rows.resize(m_limit);
            return;
        }
        int events = 0;
        for (qsizetype row = 0; row < m_rows.size(); ++row) {
            if ((row == 0 || m_rows[row].place != m_rows[row - 1].place) && ++events > m_limit) {
                m_rows.resize(row);
                return;
            }
        }
    }

    int m_limit;
    bool m_wholeEvents;
    QList<TemplateEvent> m_rows;
};

// Of a silent failure only the recipient that it is about, if that can be told.
QList<TemplateEvent> eventsOfAudit(const AuditDelivery& audit)
{
    const auto context = RawJson::parse(audit.contextText);
    QList<TemplateEvent> events = context ? templateEventsIn(audit.place, audit.at,
                                      context->value(u"notification"_s).toJson(), TemplateEvent::Source::SilentFailure)
                                          : QList<TemplateEvent>();
    events.removeIf([&audit](const TemplateEvent& event) {
        return audit.recipientIndex >= 0 && event.recipient != audit.recipientIndex;
    });
    return events;
}

class Search {
public:
    Search(const TemplateEventQuery& query, const DeadLetterNaming& naming, const TaskContext& task)
        : m_query(query)
        , m_naming(naming)
        , m_task(task)
        , m_name(query.templateName.toUtf8())
        , m_newest(query.limit, query.wholeEvents)
    {
        // A name that JSON writes with escapes is looked for in every record.
        m_plain =
            std::ranges::none_of(query.templateName, [](QChar c) { return c == u'"' || c == u'\\' || c == u'/'; });
    }

    Result<void> look(RecordReader& reader, const QString& topic)
    {
        ReadRequest request;
        request.topic = topic;
        request.from = {ReadFrom::Kind::Beginning, 0};
        const auto done = reader.scan(
            request,
            [&](RecordBatch batch) {
                for (const RecordView& view : batch)
                    look(topic, view);
                return Flow::Continue;
            },
            m_task);
        if (!done)
            return fail(done.error());
        m_scanned += done->scanned;
        return {};
    }

    Result<void> lookThroughAudit(const KafkaAccess& access)
    {
        const auto store = DeliveryStore::open(access, m_query.localLedger);
        if (!store)
            return fail(store.error());
        DeliveryQuery query;
        query.failedOnly = true;
        const auto deliveries = (*store)->read(query, m_task);
        if (!deliveries)
            return fail(deliveries.error());
        for (const Delivery& row : deliveries->rows) {
            for (const TemplateEvent& event : eventsOfAudit(row.audit))
                m_matched += take(event) ? 1 : 0;
        }
        return {};
    }

    QList<TemplateEvent> rows() { return m_newest.take(); }
    qint64 scanned() const { return m_scanned; }
    qsizetype matched() const { return m_matched; }

private:
    void look(const QString& topic, const RecordView& view)
    {
        if (!view.value())
            return;
        // Wrapped ones hold it as base64.
        const bool letter = m_naming.isDeadLetters(topic);
        if (m_plain && !letter && view.value()->indexOf(m_name) < 0)
            return;
        const QByteArray json = letter ? unwrap(view.toRecord()).bytes : view.value()->toByteArray();
        bool uses = false;
        for (const TemplateEvent& event : templateEventsIn({topic, view.partition(), view.offset()}, view.timestamp(),
                 json, letter ? TemplateEvent::Source::DeadLetter : TemplateEvent::Source::Event))
            uses = take(event) || uses;
        m_matched += uses ? 1 : 0;
    }
    bool take(const TemplateEvent& event)
    {
        if (event.templateName != m_query.templateName
            || (!m_query.channel.isEmpty() && !event.mayUse(m_query.channel)))
            return false;
        m_newest.add(event);
        return true;
    }

    const TemplateEventQuery& m_query;
    const DeadLetterNaming& m_naming;
    const TaskContext& m_task;
    QByteArray m_name;
    bool m_plain = true;
    qint64 m_scanned = 0;
    qsizetype m_matched = 0;
    Newest m_newest;
};

Result<QByteArray> textOf(const Record& record, const KafkaAccess& access, const TaskContext& task)
{
    const QByteArray value = unwrap(record).bytes;
    return AvroDecoder::isFramed(value) ? AvroDecoder(access).toJson(value, task) : Result<QByteArray>(value);
}

} // namespace

QString TemplateEvent::address() const
{
    const QString text = u"%1:%2:%3"_s.arg(place.topic).arg(place.partition).arg(place.offset);
    return recipient == 0 ? text : text + u':' + QString::number(recipient);
}

bool TemplateEvent::mayUse(const QString& channel) const
{
    return !ignoresPreferences || channels.contains(channel);
}

QList<TemplateEvent> templateEventsIn(
    const RecordPlace& place, qint64 at, const QByteArray& json, TemplateEvent::Source source)
{
    const QJsonObject event = QJsonDocument::fromJson(json).object();
    const EventFacts facts = factsOf(json, place.topic);
    if (event.isEmpty() || facts.templateName.isEmpty())
        return {};
    const auto tree = RawJson::parse(json);
    if (!tree)
        return {};
    std::vector<RawJson> raws = tree->value(u"recipients"_s).items;
    if (event.value("recipient"_L1).isObject())
        raws = {tree->value(u"recipient"_s)};
    const QJsonObject notification = event.value("notification"_L1).toObject();
    QList<TemplateEvent> events;
    for (std::size_t i = 0; i < raws.size(); ++i) {
        const QJsonObject recipient = QJsonDocument::fromJson(raws[i].toJson()).object();
        const RawJson parameters = raws[i].value(u"parameters"_s);
        if (!parameters.isObject() && !parameters.isArray())
            continue;
        TemplateEvent found;
        found.place = place;
        found.source = source;
        found.at = at;
        found.templateName = facts.templateName;
        found.recipient = int(i);
        found.person = personOf(recipient);
        const QJsonArray channels = recipient.value("channels"_L1).toArray();
        for (const QJsonValue& channel : channels)
            found.channels.append(channel["channel"_L1].toString());
        found.ignoresPreferences = notification.value("ignoreChannelPreferences"_L1).toBool();
        if (const QJsonValue title = notification.value("title"_L1); title.isString())
            found.title = title.toString();
        found.process = facts.process;
        found.parameters = withRoles(parametersOf(parameters), recipient.value("realm"_L1).toString());
        events.append(found);
    }
    return events;
}

Result<TemplateEvents> findTemplateEvents(
    const KafkaAccess& access, const TemplateEventQuery& query, const TaskContext& task)
{
    QStringList topics = query.topics;
    auto admin = ClusterAdmin::open(access);
    if (!admin)
        return fail(admin.error());
    auto reader = RecordReader::open(access);
    if (!reader)
        return fail(reader.error());
    if (topics.isEmpty()) {
        topics = {u"user-notifications"_s};
        topics += access.deadLetters.namesFor(topics.first());
    }
    TemplateEvents result;
    Search search(query, access.deadLetters, task);
    int read = 0;
    const auto note = [&](const Result<void>& done) {
        if (done)
            ++read;
        else if (!done.error().is(errors::unknownTopic))
            result.problem = done.error();
    };
    for (const QString& topic : std::as_const(topics)) {
        if (task.isCancelled())
            return TaskContext::cancelled();
        note(search.look(**reader, topic));
    }
    if (!query.localLedger.isEmpty() && !task.isCancelled())
        note(search.lookThroughAudit(access));
    if (task.isCancelled())
        return TaskContext::cancelled();
    if (read == 0 && result.problem)
        return fail(*result.problem);
    result.rows = search.rows();
    result.scanned = search.scanned();
    result.matched = search.matched();
    return result;
}

Result<TemplateEvent> fetchTemplateEvent(const KafkaAccess& access, const QString& address, const TaskContext& task)
{
    const QStringList parts = address.split(u':');
    bool good = parts.size() == 3 || parts.size() == 4;
    const auto number = [&](qsizetype i) {
        bool ok = false;
        const qint64 value = parts.value(i, u"0"_s).toLongLong(&ok);
        good = good && ok && value >= 0;
        return value;
    };
    const RecordPlace place{parts.first(), qint32(number(1)), number(2)};
    const qint64 recipient = number(3);
    if (!good || place.topic.isEmpty())
        return fail(errors::badEventAddress, address);
    auto reader = RecordReader::open(access);
    if (!reader)
        return fail(reader.error());
    const auto records = (*reader)->fetch(place.topic, {place}, task);
    if (!records)
        return fail(records.error());
    if (records->isEmpty())
        return fail(errors::noSuchEvent, address);
    const Record& record = records->first();
    const auto json = textOf(record, access, task);
    if (!json)
        return fail(json.error());
    QList<TemplateEvent> events;
    if (place.topic == auditTopic()) {
        const auto audit = readAudit(place, record.timestamp, *json);
        if (audit && *audit)
            events = eventsOfAudit(**audit);
        if (parts.size() < 4 && !events.isEmpty())
            return events.first();
    } else {
        const bool letter = access.deadLetters.isDeadLetters(place.topic);
        events = templateEventsIn(
            place, record.timestamp, *json, letter ? TemplateEvent::Source::DeadLetter : TemplateEvent::Source::Event);
    }
    const auto found = std::ranges::find(events, recipient, &TemplateEvent::recipient);
    if (found == events.end())
        return fail(errors::noSuchEvent, address);
    return *found;
}

QVariant TemplateEventModel::cell(const TemplateEvent& row, int column, int role) const
{
    static constexpr qsizetype shown = 300;
    if (role == roles::Identity)
        return row.address();
    if (column == Source && role == roles::State) {
        switch (row.source) {
        case TemplateEvent::Source::Event:
            return u"event"_s;
        case TemplateEvent::Source::DeadLetter:
            return u"dead-letter"_s;
        case TemplateEvent::Source::SilentFailure:
            return u"silent-failure"_s;
        }
    }
    if (column == Source && role == roles::Tone)
        return int(row.source == TemplateEvent::Source::Event ? Tone::Neutral : Tone::Error);
    if (role != Qt::DisplayRole && role != roles::Copy)
        return {};
    switch (column) {
    case When:
        return row.at;
    case Source:
        return row.address();
    case Recipient:
        return QString::fromUtf8(masked(row.person.toUtf8()));
    case Process:
        return row.process;
    case Parameters:
        return QString::fromUtf8(masked(row.parameters)).left(shown);
    default:
        return {};
    }
}

} // namespace nc
