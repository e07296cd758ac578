#include "failures/trace/tracefact.h"

#include "failures/facts/platformtopics.h"
#include "failures/ledger/ledgerindex.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

void addAddress(TracePerson& person, const QJsonObject& json)
{
    for (const auto name : {"email"_L1, "rnokpp"_L1}) {
        const QString text = json[name].toString();
        if (!text.isEmpty() && !person.addresses.contains(text, Qt::CaseInsensitive))
            person.addresses.append(text);
    }
}

TracePerson personOf(const QJsonObject& json)
{
    TracePerson person{json["id"_L1].toString(), {}};
    addAddress(person, json);
    for (const QJsonValue& channel : json["channels"_L1].toArray())
        addAddress(person, channel.toObject());
    return person;
}

/// An event, a channel's record, or what an audit holds of either.
void readContent(TraceFact& fact, const QJsonObject& json)
{
    const QJsonObject notification = json["notification"_L1].toObject();
    const QJsonObject context = json["context"_L1].toObject();
    fact.process = context["businessProcessInstanceId"_L1].toString(fact.process);
    fact.activity = context["businessActivityInstanceId"_L1].toString(fact.activity);
    for (const QJsonValue& value :
        {notification["templateName"_L1], json["diiaNotificationDto"_L1]["templateName"_L1], json["templateName"_L1]}) {
        if (fact.templateName.isEmpty())
            fact.templateName = value.toString();
    }
    fact.ignoresPreferences = notification["ignoreChannelPreferences"_L1].toBool();
    fact.hasEvent = json["recipients"_L1].isArray();
    for (const QJsonValue& recipient : json["recipients"_L1].toArray())
        fact.people.append(personOf(recipient.toObject()));
    if (json["recipient"_L1].isObject())
        fact.people.append(personOf(json["recipient"_L1].toObject()));
    else if (const QString name = json["recipientName"_L1].toString(); !name.isEmpty())
        fact.people.append({name, {}});
    // An audit has them at its top.
    const QJsonObject& said = notification.contains("subject"_L1) ? notification : json;
    if (said.contains("subject"_L1) && said.contains("message"_L1))
        fact.message = messageHash(said["subject"_L1].toString(), said["message"_L1].toString());
}

using AskWhy = std::function<DeliveryCause(const AuditDelivery&)>;

void readAuditFact(TraceFact& fact, const Record& record, const QByteArray& json, const AskWhy& causeOf)
{
    const auto audit = readAudit(record.place(), record.timestamp, json);
    if (!audit || !*audit)
        return;
    const AuditDelivery& delivery = **audit;
    fact.kind = TraceFact::Kind::Audit;
    fact.at = delivery.at;
    fact.audit = delivery.kind;
    fact.process = delivery.process;
    fact.activity = delivery.activity;
    if (!delivery.requestId.isEmpty())
        fact.traces.append(delivery.requestId);
    readContent(fact, delivery.notification);
    fact.channel = delivery.channel;
    fact.foldKey = delivery.foldKey;
    fact.personIndex = delivery.recipientUncertain ? -1 : delivery.recipientIndex;
    if (!delivery.ok())
        fact.cause = causeOf ? causeOf(delivery) : DeliveryCause{causeOfAudit(delivery), {}};
}

void readLetterFact(TraceFact& fact, const Record& record, const LedgerIndex& ledger)
{
    const DeadLetter letter = readDeadLetter(record, ledger);
    fact.kind = TraceFact::Kind::DeadLetter;
    fact.cause = DeliveryCause{letter.cause.reason, {}};
    fact.state = letter.state;
    for (const Hop& hop : letter.failure.hops) {
        if (hop.topic.isEmpty() || !hop.partition || !hop.offset)
            continue;
        fact.hops.append({hop.topic, *hop.partition, *hop.offset});
        fact.hopTimes.append(hop.timestamp.value_or(-1));
    }
}

bool holds(const QJsonValue& value, const QString& text)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString().compare(text, Qt::CaseInsensitive) == 0;
    case QJsonValue::Array:
        return std::ranges::any_of(value.toArray(), [&text](const QJsonValue& one) { return holds(one, text); });
    case QJsonValue::Object: {
        const QJsonObject object = value.toObject();
        return std::ranges::any_of(object, [&text](const QJsonValue& one) { return holds(one, text); });
    }
    default:
        return false;
    }
}

} // namespace

bool TracePerson::overlaps(const TracePerson& other) const
{
    if (!id.isEmpty() && !other.id.isEmpty())
        return id == other.id;
    return std::ranges::any_of(
        addresses, [&other](const QString& one) { return other.addresses.contains(one, Qt::CaseInsensitive); });
}

QByteArray messageHash(const QString& subject, const QString& message)
{
    return QCryptographicHash::hash((subject + u'\n' + message).toUtf8(), QCryptographicHash::Sha1);
}

QStringList traceIds(const Headers& headers)
{
    QStringList ids;
    const auto add = [&ids](QByteArrayView id) {
        const QString text = QString::fromUtf8(id);
        // A b3 header of one letter only says whether to sample.
        if (text.size() > 1 && !ids.contains(text))
            ids.append(text);
    };
    for (const Header& header : headers) {
        if (!header.value)
            continue;
        const QByteArray name = header.name.toLower();
        const QByteArray& value = *header.value;
        if (name == "b3")
            add(value.first(std::max<qsizetype>(0, value.indexOf('-') < 0 ? value.size() : value.indexOf('-'))));
        else if (name == "traceparent")
            add(value.split('-').value(1));
        else if (name == "x-b3-traceid" || name == "x-request-id")
            add(value);
    }
    return ids;
}

TraceFact readTraceFact(const Record& record, const QByteArray& json, const LedgerIndex& ledger, const AskWhy& causeOf)
{
    TraceFact fact;
    fact.place = record.place();
    fact.at = record.timestamp;
    if (record.key)
        fact.key = QString::fromUtf8(*record.key);
    fact.traces = traceIds(record.headers);
    if (record.topic == auditTopic()) {
        readAuditFact(fact, record, json, causeOf);
        return fact;
    }
    const bool ofService = serviceTopics().contains(record.topic);
    fact.channel = channelOfTopic(record.topic);
    if (isDeadLetterTopic(record.topic))
        readLetterFact(fact, record, ledger);
    else if (ofService)
        fact.kind = fact.channel.isEmpty() ? TraceFact::Kind::Event : TraceFact::Kind::ChannelRecord;
    readContent(fact, QJsonDocument::fromJson(json).object());
    return fact;
}

bool isAbout(const TraceFact& fact, const TraceQuery& query)
{
    switch (query.by) {
    case TraceQuery::By::Recipient:
    case TraceQuery::By::Email:
        return std::ranges::any_of(
            fact.people, [&query](const TracePerson& person) { return person.isCalled(query.text); });
    case TraceQuery::By::Process:
        return fact.process == query.text;
    case TraceQuery::By::TraceId:
        return fact.traces.contains(query.text, Qt::CaseInsensitive);
    case TraceQuery::By::Key:
        return fact.key == query.text;
    }
    return false;
}

bool isMentioned(const QByteArray& json, const TraceQuery& query)
{
    if (query.by == TraceQuery::By::TraceId || query.by == TraceQuery::By::Key)
        return false;
    const QJsonDocument document = QJsonDocument::fromJson(json);
    return holds(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), query.text);
}

} // namespace nc
