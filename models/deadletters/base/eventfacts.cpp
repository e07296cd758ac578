#include "deadletters/base/eventfacts.h"

#include "deadletters/base/platformtopics.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

void addRecipient(const QJsonObject& recipient, EventFacts& facts)
{
    for (const auto name : {"id"_L1, "email"_L1, "rnokpp"_L1}) {
        if (const QString text = recipient[name].toString(); !text.isEmpty()) {
            facts.recipients.append(text);
            return;
        }
    }
    // By address, without an id.
    for (const QJsonValue& channel : recipient["channels"_L1].toArray()) {
        const QJsonObject object = channel.toObject();
        const QString address = object["email"_L1].toString(object["rnokpp"_L1].toString());
        if (!address.isEmpty()) {
            facts.recipients.append(address);
            return;
        }
    }
}

} // namespace

EventFacts factsOf(const QByteArray& value, const QString& topic)
{
    EventFacts facts;
    facts.channel = channelOfTopic(topic);
    const QJsonObject json = QJsonDocument::fromJson(value).object();
    const QJsonObject notification = json["notification"_L1].toObject();
    facts.templateName = notification["templateName"_L1].toString();
    if (facts.templateName.isEmpty())
        facts.templateName = json["diiaNotificationDto"_L1].toObject()["templateName"_L1].toString();
    facts.process = json["context"_L1].toObject()["businessProcessInstanceId"_L1].toString();
    for (const QJsonValue& recipient : json["recipients"_L1].toArray())
        addRecipient(recipient.toObject(), facts);
    if (json["recipient"_L1].isObject())
        addRecipient(json["recipient"_L1].toObject(), facts);
    else if (const QString name = json["recipientName"_L1].toString(); !name.isEmpty())
        facts.recipients.append(name);
    return facts;
}

} // namespace nc
