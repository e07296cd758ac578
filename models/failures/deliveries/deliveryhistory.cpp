#include "failures/deliveries/deliveryhistory.h"

#include "failures/deliveries/auditrecord.h"
#include "failures/facts/errors.h"
#include "failures/facts/eventidentity.h"
#include "failures/facts/platformtopics.h"
#include "failures/facts/shelflives.h"
#include "failures/ledger/ledgerentry.h"
#include "failures/ledger/ledgerindex.h"
#include "kafka/client/errors.h"
#include "kafka/cluster/admin.h"
#include "kafka/filter/jsonfields.h"
#include "kafka/reading/recordreader.h"
#include "kafka/schemas/avrodecoder.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// Clocks of the services differ a little.
constexpr qint64 clockSlack = 60'000;
/// So long after a dead letter what was handed over before it may still arrive.
constexpr qint64 longestAttempts = 600'000;

QList<FilterStep> path(std::initializer_list<QLatin1StringView> names)
{
    QList<FilterStep> steps;
    for (const QLatin1StringView name : names)
        steps.append({FilterStep::Kind::Member, name, 0});
    return steps;
}

QString textAt(JsonFields& fields, const QList<FilterStep>& where)
{
    QString text;
    fields.find(where, [&text](const JsonField& field) {
        if (field.kind == JsonField::Kind::Text)
            text = QString::fromUtf8(field.text);
        return true;
    });
    return text;
}

/// The text behind `"businessProcessInstanceId":`; nothing where it is not written the usual way.
std::optional<QByteArrayView> instanceIn(QByteArrayView value)
{
    static constexpr QByteArrayView name("\"businessProcessInstanceId\":\"");
    const qsizetype at = value.indexOf(name);
    if (at < 0)
        return {};
    const qsizetype from = at + name.size();
    const qsizetype end = value.indexOf('"', from);
    if (end < 0)
        return {};
    const QByteArrayView text = value.sliced(from, end - from);
    return text.contains('\\') ? std::nullopt : std::optional(text);
}

bool mayPerish(QByteArrayView event, const ShelfLives& lives)
{
    static constexpr QByteArrayView name("\"templateName\":\"");
    const qsizetype at = event.indexOf(name);
    const qsizetype end = at < 0 ? -1 : event.indexOf('"', at + name.size());
    return end > 0 && lives.mayConcern(event.sliced(at + name.size(), end - at - name.size()));
}

} // namespace

QString earlierName(EarlierDelivery::How how)
{
    static constexpr QLatin1StringView names[] = {"delivered"_L1, "handed-over"_L1, "in-inbox"_L1, "resent"_L1};
    return names[static_cast<int>(how)];
}

QString describeEarlier(const QList<EarlierDelivery>& earlier)
{
    QStringList people;
    for (qsizetype i = 0; i < earlier.size(); ++i) {
        QStringList channels{earlier[i].channel};
        while (i + 1 < earlier.size() && earlier[i + 1].recipient == earlier[i].recipient)
            channels.append(earlier[++i].channel);
        people.append(earlier[i].recipient + u": "_s + channels.join(u", "_s));
    }
    constexpr qsizetype shown = 5;
    if (people.size() > shown)
        people = people.mid(0, shown) << u"…"_s;
    return people.join(u"; "_s);
}

void DeliveryHistory::add(const QByteArray& source, const QByteArray& instance, Fact fact)
{
    if (source.isEmpty())
        return;
    m_instances.insert(instance);
    m_facts[source].append(std::move(fact));
}

void DeliveryHistory::addDelivered(const AuditDelivery& audit)
{
    if (audit.ok())
        add(audit.sourceKey, audit.process.toUtf8(),
            {audit.recipient, audit.address, audit.channel.toLower(), EarlierDelivery::How::Delivered, audit.at});
}

void DeliveryHistory::addHandedOver(const QString& channel, QByteArrayView value, qint64 at)
{
    static const QList<QList<FilterStep>> ids{path({"context"_L1, "system"_L1}), path({"context"_L1, "application"_L1}),
        path({"context"_L1, "businessProcess"_L1}), path({"context"_L1, "businessProcessDefinitionId"_L1}),
        path({"context"_L1, "businessProcessInstanceId"_L1}), path({"context"_L1, "businessActivity"_L1}),
        path({"context"_L1, "businessActivityInstanceId"_L1})};
    static const auto id = path({"recipient"_L1, "id"_L1});
    static const auto name = path({"recipientName"_L1});
    static const auto email = path({"recipient"_L1, "email"_L1});
    static const auto rnokpp = path({"recipient"_L1, "rnokpp"_L1});
    thread_local JsonFields fields;
    fields.load(value);
    QStringList source;
    for (const QList<FilterStep>& one : ids)
        source.append(textAt(fields, one));
    if (channel == u"inbox" && at >= 0)
        m_inboxTopicFrom = std::min(m_inboxTopicFrom, at);
    Fact fact{textAt(fields, id), textAt(fields, email), channel, EarlierDelivery::How::HandedOver, at};
    if (fact.recipient.isEmpty())
        fact.recipient = textAt(fields, name);
    if (fact.address.isEmpty())
        fact.address = textAt(fields, rnokpp);
    add(sourceKey(source), source[4].toUtf8(), std::move(fact));
}

void DeliveryHistory::addInbox(const QString& recipient, const QString& subject, qint64 at)
{
    m_inbox[recipient].append({subject, at});
    m_inboxRecipients.insert(recipient.toUtf8());
}

void DeliveryHistory::addInboxTitle(const QString& templateName, const QString& title)
{
    m_inboxTitles.insert(templateName, title);
}

bool DeliveryHistory::mentionsInboxRecipient(QByteArrayView value) const
{
    static constexpr QByteArrayView name("\"id\":\"");
    for (qsizetype at = value.indexOf(name); at >= 0; at = value.indexOf(name, at + name.size())) {
        const qsizetype from = at + name.size();
        const qsizetype end = value.indexOf('"', from);
        if (end < 0 || m_inboxRecipients.contains(QByteArray::fromRawData(value.data() + from, end - from)))
            return true;
    }
    return false;
}

void DeliveryHistory::addPerishable(const QJsonObject& event)
{
    const QJsonObject context = event["context"_L1].toObject();
    const QByteArray source = sourceKeyOf(context);
    if (source.isEmpty())
        return;
    m_instances.insert(context["businessProcessInstanceId"_L1].toString().toUtf8());
    m_perishable.insert(source, event["notification"_L1]["templateName"_L1].toString());
}

QString DeliveryHistory::templateOf(const QString& channel, const QJsonObject& record) const
{
    return channel.isEmpty() ? QString() : m_perishable.value(sourceKeyOf(record["context"_L1].toObject()));
}

void DeliveryHistory::addResent(const LedgerIndex& ledger)
{
    for (const LedgerEntry& entry : ledger.entries()) {
        for (qsizetype at = 0; at + deliveryKeySize <= entry.keys.size(); at += deliveryKeySize)
            m_resent.insert(entry.keys.sliced(at, deliveryKeySize));
    }
}

bool DeliveryHistory::mayConcern(QByteArrayView value) const
{
    if (isEmpty())
        return false;
    if (!m_resent.isEmpty() || (!m_inbox.isEmpty() && mentionsInboxRecipient(value)))
        return true;
    const auto instance = instanceIn(value);
    return !instance || m_instances.contains(QByteArray::fromRawData(instance->data(), instance->size()));
}

QList<EarlierDelivery> DeliveryHistory::ofEvent(const QJsonObject& event, qint64 since, qint64 failedAt) const
{
    QList<EarlierDelivery> out;
    const QByteArray key = eventKeyOf(event);
    if (key.isEmpty())
        return out;
    const QList<Fact> facts = m_facts.value(sourceKeyOf(event["context"_L1].toObject()));
    const QJsonObject notification = event["notification"_L1].toObject();
    QString title = notification["title"_L1].toString();
    if (title.isEmpty())
        title = m_inboxTitles.value(notification["templateName"_L1].toString());
    for (const QJsonValue& value : event["recipients"_L1].toArray()) {
        const QJsonObject recipient = value.toObject();
        const QString id = recipient["id"_L1].toString();
        for (const QString& channel : {u"inbox"_s, u"email"_s, u"diia"_s}) {
            std::optional<EarlierDelivery> found;
            const QString name = recipientName(recipient, channel);
            const QString address = recipientAddress(recipient, channel);
            for (const Fact& fact : facts) {
                const bool same = id.isEmpty() ? !address.isEmpty() && fact.address == address : fact.recipient == id;
                if (!same || fact.channel != channel || fact.at < since - clockSlack)
                    continue;
                // That it arrived says more than that it was on its way.
                if (!found || found->how != EarlierDelivery::How::Delivered)
                    found = EarlierDelivery{name, channel, fact.how, fact.at};
            }
            if (!found && m_resent.contains(deliveryKeyOf(key, name, channel)))
                found = EarlierDelivery{name, channel, EarlierDelivery::How::Resent, -1};
            // Where the topic reaches back to the event, it knows better than a title and a time.
            if (!found && channel == u"inbox" && !title.isEmpty() && since < m_inboxTopicFrom) {
                for (const InboxRow& row : m_inbox.value(id)) {
                    if (row.subject == title && row.at >= since - clockSlack && row.at <= failedAt + longestAttempts)
                        found = EarlierDelivery{name, channel, EarlierDelivery::How::InInbox, row.at};
                }
            }
            if (found)
                out.append(*found);
        }
    }
    return out;
}

QList<EarlierDelivery> DeliveryHistory::ofChannelRecord(
    const QString& channel, const QJsonObject& record, qint64 since) const
{
    const QJsonObject recipient = record["recipient"_L1].toObject();
    QString id = recipient["id"_L1].toString();
    if (id.isEmpty())
        id = record["recipientName"_L1].toString();
    const QString address = recipient["email"_L1].toString(recipient["rnokpp"_L1].toString());
    for (const Fact& fact : m_facts.value(sourceKeyOf(record["context"_L1].toObject()))) {
        const bool same = id.isEmpty() ? !address.isEmpty() && fact.address == address : fact.recipient == id;
        if (same && fact.channel == channel && fact.how == EarlierDelivery::How::Delivered
            && fact.at >= since - clockSlack)
            return {{id.isEmpty() ? address : id, channel, fact.how, fact.at}};
    }
    return {};
}

Result<ReadHistory> readHistory(ClusterAdmin& admin, RecordReader& reader, const AvroDecoder& avro,
    const ShelfLives& lives, const TaskContext& task)
{
    ReadHistory out;
    const auto scan = [&](const QString& topic, const std::function<void(const RecordView&)>& look) -> Result<void> {
        const auto there = admin.topic(topic, task);
        if (!there)
            return there.error().is(errors::unknownTopic) ? Result<void>() : fail(there.error());
        ReadRequest request;
        request.topic = topic;
        request.from = {ReadFrom::Kind::Beginning, 0};
        const auto done = reader.scan(
            request,
            [&look](RecordBatch batch) {
                for (const RecordView& view : batch)
                    look(view);
                return Flow::Continue;
            },
            task);
        return done ? Result<void>() : fail(done.error());
    };
    const auto note = [&out](const Error& error) {
        // Many records that cannot be read for one reason are one note; topics that may not be read are one each.
        if (out.unseen.isEmpty() || out.unseen.last().code != error.code
            || (error.is(errors::kafkaForbidden) && out.unseen.last().subject != error.subject))
            out.unseen.append(error);
    };
    // A topic that may not be read is said and does not stop anything; a cancel does.
    const auto settled = [&](const Result<void>& read) {
        if (!read && !read.error().is(errors::cancelled))
            note(read.error());
        return read || !read.error().is(errors::cancelled);
    };
    const auto audits = scan(auditTopic(), [&](const RecordView& view) {
        if (!view.value())
            return;
        const bool framed = AvroDecoder::isFramed(*view.value());
        const auto json = framed ? avro.toJson(*view.value(), task) : Result<QByteArray>(view.value()->toByteArray());
        const auto audit = json ? readAudit(view.place(), view.timestamp(), *json)
                                : Result<std::optional<AuditDelivery>>(fail(json.error()));
        if (!audit)
            note(audit.error());
        else if (*audit)
            out.history.addDelivered(**audit);
    });
    if (!settled(audits))
        return fail(audits.error());
    for (const QString& topic : serviceTopics()) {
        const QString channel = channelOfTopic(topic);
        const auto records = scan(topic, [&](const RecordView& view) {
            if (!view.value())
                return;
            if (!channel.isEmpty())
                out.history.addHandedOver(channel, *view.value(), view.timestamp());
            else if (mayPerish(*view.value(), lives))
                out.history.addPerishable(QJsonDocument::fromJson(view.value()->toByteArray()).object());
        });
        if (!settled(records))
            return fail(records.error());
    }
    return out;
}

} // namespace nc
