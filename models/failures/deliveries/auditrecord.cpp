#include "failures/deliveries/auditrecord.h"

#include "failures/facts/errors.h"
#include "failures/facts/eventidentity.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// Avro's own JSON writes a union's value as {"string": …}.
QJsonValue plain(const QJsonValue& value)
{
    if (!value.isObject())
        return value;
    const QJsonObject object = value.toObject();
    return object.size() == 1 ? object.begin().value() : value;
}

QString text(const QJsonObject& json, QLatin1StringView name)
{
    return plain(json[name]).toString();
}

QString addressOn(const QJsonObject& recipient, const QString& channel)
{
    for (const QJsonValue& value : recipient["channels"_L1].toArray()) {
        const QJsonObject one = value.toObject();
        if (one["channel"_L1].toString().compare(channel, Qt::CaseInsensitive) != 0)
            continue;
        const QString email = one["email"_L1].toString();
        return email.isEmpty() ? one["rnokpp"_L1].toString() : email;
    }
    return {};
}

/// Recipients are done in order and each gets `recipientRoles` when its turn comes, so it is the last one that has it.
void findRecipient(AuditDelivery& delivery)
{
    const QJsonArray recipients = delivery.notification["recipients"_L1].toArray();
    bool gap = false;
    for (qsizetype i = 0; i < recipients.size(); ++i) {
        const QJsonValue parameters = recipients[i].toObject()["parameters"_L1];
        const bool reached = parameters.isObject() && parameters.toObject().contains("recipientRoles"_L1);
        if (reached && gap)
            delivery.recipientUncertain = true;
        if (reached)
            delivery.recipientIndex = static_cast<int>(i);
        gap = gap || !reached;
    }
    if (delivery.recipientIndex < 0 && recipients.size() == 1)
        delivery.recipientIndex = 0;
    if (delivery.recipientIndex < 0)
        return;
    const QJsonObject recipient = recipients[delivery.recipientIndex].toObject();
    delivery.address = addressOn(recipient, delivery.channel);
    delivery.recipient = recipient["id"_L1].toString();
    if (delivery.recipient.isEmpty())
        delivery.recipient = delivery.address;
}

void readChannelRecord(AuditDelivery& delivery)
{
    const QJsonObject recipient = delivery.notification["recipient"_L1].toObject();
    delivery.recipient = recipient["id"_L1].toString();
    delivery.address = recipient["email"_L1].toString(recipient["rnokpp"_L1].toString());
    if (delivery.recipient.isEmpty())
        delivery.recipient = delivery.address;
    delivery.templateName = delivery.notification["templateName"_L1].toString();
}

QStringList sourceIds(const QJsonObject& audit)
{
    QStringList ids;
    for (const auto name : {"source_system"_L1, "source_application"_L1, "source_business_process"_L1,
             "source_business_process_definition_id"_L1, "source_business_process_instance_id"_L1,
             "source_business_activity"_L1, "source_business_activity_id"_L1})
        ids.append(text(audit, name));
    return ids;
}

QByteArray foldKeyOf(const QJsonObject& audit, const AuditDelivery& delivery)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    const auto add = [&hash](const QString& part) {
        hash.addData(part.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    };
    for (const QString& id : sourceIds(audit))
        add(id);
    add(delivery.channel);
    add(QString::number(delivery.recipientIndex));
    // Later attempts have done more recipients: what the service adds to them must not tell them apart.
    QJsonArray recipients = delivery.notification["recipients"_L1].toArray();
    for (QJsonValueRef value : recipients) {
        QJsonObject recipient = value.toObject();
        QJsonObject parameters = recipient["parameters"_L1].toObject();
        parameters.remove("recipientRoles"_L1);
        recipient["parameters"_L1] = parameters;
        recipient.remove("channels"_L1);
        value = recipient;
    }
    hash.addData(QJsonDocument(recipients).toJson(QJsonDocument::Compact));
    hash.addData(QJsonDocument(delivery.notification["notification"_L1].toObject()).toJson(QJsonDocument::Compact));
    add(delivery.recipient);
    return hash.result();
}

} // namespace

QString kindName(DeliveryKind kind)
{
    static constexpr QLatin1StringView names[] = {"silent"_L1, "event-attempt"_L1, "record-attempt"_L1, "delivered"_L1};
    return names[static_cast<int>(kind)];
}

Result<std::optional<AuditDelivery>> readAudit(const RecordPlace& place, qint64 timestamp, const QByteArray& json)
{
    const auto bad = [&place](const QString& why) {
        return fail(errors::badAudit, u"%1:%2"_s.arg(place.partition).arg(place.offset), why);
    };
    QJsonParseError problem;
    const QJsonObject audit = QJsonDocument::fromJson(json, &problem).object();
    if (audit.isEmpty())
        return bad(problem.errorString());
    if (text(audit, "name"_L1) != "SEND_USER_NOTIFICATION"_L1)
        return std::nullopt;
    const QJsonValue raw = plain(audit["context"_L1]);
    const QJsonObject context =
        raw.isObject() ? raw.toObject() : QJsonDocument::fromJson(raw.toString().toUtf8(), &problem).object();
    const QJsonObject delivery = context["delivery"_L1].toObject();
    if (delivery.isEmpty())
        return bad(u"context.delivery"_s);
    AuditDelivery out;
    out.place = place;
    const QJsonValue at = plain(audit["timestamp"_L1]);
    out.at = at.isDouble() ? at.toInteger() : timestamp;
    out.requestId = text(audit, "request_id"_L1);
    out.process = text(audit, "source_business_process_instance_id"_L1);
    out.activity = text(audit, "source_business_activity_id"_L1);
    out.channel = delivery["channel"_L1].toString();
    out.reason = delivery["failureReason"_L1].toString();
    out.notification = context["notification"_L1].toObject();
    out.templateName = out.notification["notification"_L1].toObject()["templateName"_L1].toString();
    const bool success = delivery["status"_L1].toString() == "SUCCESS"_L1;
    if (success) {
        out.kind = DeliveryKind::Delivered;
        readChannelRecord(out);
    } else if (out.notification["recipients"_L1].isArray() && !out.channel.isEmpty()
        && context["step"_L1].toString() != "BEFORE"_L1) {
        out.kind = DeliveryKind::SilentFailure;
        out.contextText =
            raw.isObject() ? QJsonDocument(raw.toObject()).toJson(QJsonDocument::Compact) : raw.toString().toUtf8();
        findRecipient(out);
    } else if (out.notification.contains("recipient"_L1) && !out.channel.isEmpty()) {
        out.kind = DeliveryKind::RecordAttempt;
        readChannelRecord(out);
    } else {
        out.kind = DeliveryKind::EventAttempt;
        const QJsonArray recipients = out.notification["recipients"_L1].toArray();
        if (recipients.size() == 1)
            out.recipient = recipients[0].toObject()["id"_L1].toString();
    }
    out.foldKey = foldKeyOf(audit, out);
    out.sourceKey = sourceKey(sourceIds(audit));
    return out;
}

} // namespace nc
