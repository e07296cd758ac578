#include "failures/facts/eventidentity.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

void add(QCryptographicHash& hash, const QString& part)
{
    hash.addData(part.toUtf8());
    hash.addData(QByteArrayView("\0", 1));
}

} // namespace

QByteArray sourceKey(const QStringList& sevenIds)
{
    if (sevenIds.value(4).isEmpty() && sevenIds.value(6).isEmpty())
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const QString& id : sevenIds)
        add(hash, id);
    return hash.result();
}

QByteArray sourceKeyOf(const QJsonObject& context)
{
    QStringList ids;
    for (const auto name : {"system"_L1, "application"_L1, "businessProcess"_L1, "businessProcessDefinitionId"_L1,
             "businessProcessInstanceId"_L1, "businessActivity"_L1, "businessActivityInstanceId"_L1})
        ids.append(context[name].toString());
    return sourceKey(ids);
}

QString recipientAddress(const QJsonObject& recipient, const QString& channel)
{
    for (const QJsonValue& value : recipient["channels"_L1].toArray()) {
        const QJsonObject one = value.toObject();
        if (!channel.isEmpty() && one["channel"_L1].toString().compare(channel, Qt::CaseInsensitive) != 0)
            continue;
        const QString email = one["email"_L1].toString();
        const QString address = email.isEmpty() ? one["rnokpp"_L1].toString() : email;
        if (!address.isEmpty())
            return address;
    }
    return {};
}

QString recipientName(const QJsonObject& recipient, const QString& channel)
{
    const QString id = recipient["id"_L1].toString();
    if (!id.isEmpty())
        return id;
    const QString address = recipientAddress(recipient, channel);
    return address.isEmpty() ? recipientAddress(recipient, {}) : address;
}

QJsonObject ownParameters(const QJsonObject& recipient)
{
    QJsonObject parameters = recipient["parameters"_L1].toObject();
    parameters.remove("recipientRoles"_L1);
    return parameters;
}

QByteArray eventKeyOf(const QJsonObject& event)
{
    const QJsonArray recipients = event["recipients"_L1].toArray();
    if (recipients.isEmpty())
        return {};
    const QJsonObject notification = event["notification"_L1].toObject();
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(sourceKeyOf(event["context"_L1].toObject()));
    add(hash, notification["templateName"_L1].toString());
    add(hash, notification["title"_L1].toString());
    for (const QJsonValue& value : recipients) {
        const QJsonObject recipient = value.toObject();
        add(hash, recipientName(recipient));
        hash.addData(QJsonDocument(ownParameters(recipient)).toJson(QJsonDocument::Compact));
    }
    return hash.result();
}

QByteArray deliveryKeyOf(const QByteArray& eventKey, const QString& recipient, const QString& channel)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(eventKey);
    add(hash, recipient);
    add(hash, channel.toLower());
    return hash.result().first(deliveryKeySize);
}

QByteArray messageHash(const QString& subject, const QString& message)
{
    return QCryptographicHash::hash((subject + u'\n' + message).toUtf8(), QCryptographicHash::Sha256);
}

} // namespace nc
