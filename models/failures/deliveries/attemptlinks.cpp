#include "failures/deliveries/attemptlinks.h"

#include "failures/facts/eventidentity.h"
#include "failures/facts/platformtopics.h"
#include "failures/letters/deadletterstore.h"
#include "kafka/client/errors.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// Clocks of the services differ a little.
constexpr qint64 clockSlack = 60'000;

/// Empty where there is no source.
QByteArray sourceOnly(const QByteArray& source)
{
    return source.isEmpty() ? QByteArray() : "source " + source;
}

QByteArray recordKey(const QString& channel, const QByteArray& source, const QString& recipient)
{
    return source.isEmpty() ? QByteArray() : (channel + u'\n' + recipient + u'\n').toUtf8() + source;
}

QString recipientOfRecord(const QJsonObject& record)
{
    const QJsonObject recipient = record["recipient"_L1].toObject();
    for (const QString& name : {recipient["id"_L1].toString(), record["recipientName"_L1].toString(),
             recipient["email"_L1].toString(), recipient["rnokpp"_L1].toString()}) {
        if (!name.isEmpty())
            return name;
    }
    return {};
}

} // namespace

void AttemptLinks::add(const DeadLetter& letter)
{
    const QJsonObject json = QJsonDocument::fromJson(letter.original).object();
    const QByteArray source = sourceKeyOf(json["context"_L1].toObject());
    const QString channel = channelOfTopic(letter.source);
    QByteArrayList keys;
    if (channel.isEmpty())
        keys = {eventKeyOf(json), sourceOnly(source)};
    else
        keys = {recordKey(channel, source, recipientOfRecord(json))};
    keys.removeAll(QByteArray());
    for (const QByteArray& key : std::as_const(keys))
        m_letters[key].append({letter.record.place(), letter.record.timestamp});
}

QList<RecordPlace> AttemptLinks::of(const Delivery& attempt) const
{
    const AuditDelivery& audit = attempt.audit;
    QByteArray key;
    if (audit.kind == DeliveryKind::RecordAttempt) {
        key = recordKey(audit.channel.toLower(), audit.sourceKey, audit.recipient);
    } else if (audit.kind == DeliveryKind::EventAttempt) {
        // Where the audit does not hold the event, its source has to do.
        key = eventKeyOf(audit.notification);
        if (key.isEmpty())
            key = sourceOnly(audit.sourceKey);
    }
    QList<Place> found = key.isEmpty() ? QList<Place>() : m_letters.value(key);
    found.removeIf([&audit](const Place& one) { return one.at >= 0 && one.at < audit.at - clockSlack; });
    std::ranges::stable_sort(found, {}, &Place::at);
    QList<RecordPlace> places;
    for (const Place& one : std::as_const(found))
        places.append(one.place);
    return places;
}

Result<AttemptLinks> AttemptLinks::read(const KafkaAccess& access, const TaskContext& task)
{
    const auto store = DeadLetterStore::open(access);
    if (!store)
        return fail(store.error());
    AttemptLinks out;
    for (const QString& source : serviceTopics()) {
        const auto topics = (*store)->topicsOf(source, task);
        if (!topics)
            return fail(topics.error());
        for (const QString& topic : *topics) {
            LetterQuery query;
            query.topic = topic;
            const auto visit = [&out](const DeadLetter& letter) {
                out.add(letter);
                return true;
            };
            const auto done = (*store)->read(query, {}, visit, task, LetterParts::WithoutTraces);
            if (!done && !done.error().is(errors::unknownTopic))
                return fail(done.error());
        }
    }
    return out;
}

} // namespace nc
