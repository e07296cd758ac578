#include "impact/impactevents.h"

#include "kafka/recordreader.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <tuple>
#include <vector>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// An event that is kept for now; ordered so that the oldest stands on top of the heap.
struct Kept {
    EpochMs at = 0;
    qint32 partition = -1;
    qint64 offset = -1;
    QByteArray value;

    friend bool operator>(const Kept& a, const Kept& b)
    {
        return std::tie(a.at, a.partition, a.offset) > std::tie(b.at, b.partition, b.offset);
    }
};

/// An object, or the design's list of {key, value}.
QJsonObject parametersOf(const QJsonValue& value)
{
    if (!value.isArray())
        return value.toObject();
    QJsonObject parameters;
    for (const QJsonValue& pair : value.toArray())
        parameters.insert(pair["key"_L1].toString(), pair["value"_L1]);
    return parameters;
}

QString nameOf(const QJsonObject& recipient)
{
    if (const QString id = recipient["id"_L1].toString(); !id.isEmpty())
        return id;
    for (const QJsonValue& channel : recipient["channels"_L1].toArray()) {
        const QString address = channel["email"_L1].toString(channel["rnokpp"_L1].toString());
        if (!address.isEmpty())
            return address;
    }
    return {};
}

/// Only an event that ignores the preferences says itself which channels count.
bool mayUse(const QJsonObject& recipient, const QString& channel, bool ignoresPreferences)
{
    if (!ignoresPreferences)
        return true;
    const QJsonArray channels = recipient["channels"_L1].toArray();
    return std::any_of(channels.begin(), channels.end(),
        [&](const QJsonValue& one) { return one["channel"_L1].toString() == channel; });
}

/// What a name looks like in JSON is known for plain ones only; the others are parsed each.
QByteArray plainName(const QString& name)
{
    for (const QChar c : name) {
        if (c < u' ' || c > u'~' || c == u'"' || c == u'\\')
            return {};
    }
    return name.toUtf8();
}

} // namespace

QList<ImpactEvent> impactEventsIn(const QByteArray& value, const TemplateKey& key)
{
    const QJsonObject event = QJsonDocument::fromJson(value).object();
    const QJsonObject notification = event["notification"_L1].toObject();
    if (notification["templateName"_L1].toString() != key.name)
        return {};
    const bool ignores = notification["ignoreChannelPreferences"_L1].toBool();
    QList<ImpactEvent> events;
    for (const QJsonValue& entry : event["recipients"_L1].toArray()) {
        const QJsonObject recipient = entry.toObject();
        if (!mayUse(recipient, channelName(key.channel), ignores))
            continue;
        ImpactEvent found;
        found.recipient = nameOf(recipient);
        found.process = event["context"_L1]["businessProcessInstanceId"_L1].toString();
        found.parameters = parametersOf(recipient["parameters"_L1]);
        // The service always sets it; which roles a person has, only Keycloak knows.
        if (!found.parameters.contains("recipientRoles"_L1))
            found.parameters.insert(u"recipientRoles"_s, QJsonArray());
        events.append(found);
    }
    return events;
}

Result<ImpactEvents> readImpactEvents(
    const KafkaAccess& access, const TemplateKey& key, qsizetype last, const TaskContext& task)
{
    auto reader = RecordReader::open(access);
    if (!reader)
        return fail(reader.error());
    ReadRequest request;
    request.topic = u"user-notifications"_s;
    request.from = {ReadFrom::Kind::Beginning, 0};
    const QByteArray plain = plainName(key.name);
    ImpactEvents found;
    std::vector<Kept> heap;
    const auto summary = (*reader)->scan(
        request,
        [&](RecordBatch batch) {
            for (const RecordView& record : batch) {
                if (!record.value() || (!plain.isEmpty() && record.value()->indexOf(plain) < 0))
                    continue;
                const QByteArray value = record.value()->toByteArray();
                if (impactEventsIn(value, key).isEmpty())
                    continue;
                ++found.matched;
                heap.push_back({record.timestamp(), record.partition(), record.offset(), value});
                std::push_heap(heap.begin(), heap.end(), std::greater<>());
                if (qsizetype(heap.size()) > last) {
                    std::pop_heap(heap.begin(), heap.end(), std::greater<>());
                    heap.pop_back();
                }
            }
            return Flow::Continue;
        },
        task);
    if (!summary)
        return fail(summary.error());
    found.scanned = summary->scanned;
    std::sort(heap.begin(), heap.end(), std::greater<>());
    for (const Kept& kept : heap) {
        for (ImpactEvent event : impactEventsIn(kept.value, key)) {
            event.at = kept.at;
            event.partition = kept.partition;
            event.offset = kept.offset;
            found.events.append(event);
        }
    }
    return found;
}

} // namespace nc
