#include "failures/facts/eventfacts.h"

#include "failures/facts/platformtopics.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>
#include <simdjson.h>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

using namespace simdjson;

/// Beyond it the parser's own buffers, which stay, would cost more than the time.
constexpr qsizetype quickUpTo = 1'000'000;

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

void readLeniently(const QByteArray& value, EventFacts& facts)
{
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
}

using Found = std::optional<dom::element>;

/// Of members with one name the last one counts, as for every other reader of these values.
Found member(const Found& of, std::string_view name)
{
    Found found;
    dom::object object;
    if (!of || of->get(object))
        return found;
    for (const dom::key_value_pair one : object) {
        if (one.key == name)
            found = one.value;
    }
    return found;
}

std::optional<QString> text(const Found& element)
{
    std::string_view view;
    if (!element || element->get(view))
        return {};
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

/// Calls `visit` for each entry, until it says true.
template <class Visit>
void forEach(const Found& list, const Visit& visit)
{
    dom::array array;
    if (!list || list->get(array))
        return;
    for (const dom::element one : array) {
        if (visit(Found(one)))
            return;
    }
}

void addRecipient(const Found& recipient, EventFacts& facts)
{
    const auto take = [&facts](const QString& name) {
        if (!name.isEmpty())
            facts.recipients.append(name);
        return !name.isEmpty();
    };
    for (const auto name : {"id", "email", "rnokpp"}) {
        if (take(text(member(recipient, name)).value_or(QString())))
            return;
    }
    forEach(member(recipient, "channels"), [&take](const Found& channel) {
        const auto email = text(member(channel, "email"));
        return take(email ? *email : text(member(channel, "rnokpp")).value_or(QString()));
    });
}

/// The same in a tenth of the time; false for what this parser does not take (the other one takes more).
bool readQuickly(const QByteArray& value, EventFacts& facts)
{
    if (value.size() > quickUpTo)
        return false;
    thread_local dom::parser parser;
    dom::element json;
    if (parser.parse(value.constData(), static_cast<std::size_t>(value.size())).get(json))
        return false;
    facts.templateName = text(member(member(json, "notification"), "templateName")).value_or(QString());
    if (facts.templateName.isEmpty())
        facts.templateName = text(member(member(json, "diiaNotificationDto"), "templateName")).value_or(QString());
    facts.process = text(member(member(json, "context"), "businessProcessInstanceId")).value_or(QString());
    forEach(member(json, "recipients"), [&facts](const Found& recipient) {
        addRecipient(recipient, facts);
        return false;
    });
    const Found recipient = member(json, "recipient");
    if (recipient && recipient->is_object())
        addRecipient(recipient, facts);
    else if (const auto name = text(member(json, "recipientName")); name && !name->isEmpty())
        facts.recipients.append(*name);
    return true;
}

} // namespace

EventFacts factsOf(const QByteArray& value, const QString& topic)
{
    EventFacts facts;
    facts.channel = channelOfTopic(topic);
    if (!readQuickly(value, facts))
        readLeniently(value, facts);
    return facts;
}

} // namespace nc
