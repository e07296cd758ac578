#include "deadletters/resendevent.h"

#include "deadletters/errors.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// Behind the value that begins at `from`.
qsizetype endOfValue(QByteArrayView text, qsizetype from)
{
    int depth = 0;
    bool quoted = false;
    for (qsizetype i = from; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                quoted = false;
            continue;
        }
        if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            if (depth == 0)
                return i;
            --depth;
        } else if (c == ',' && depth == 0) {
            return i;
        }
    }
    return text.size();
}

QByteArray member(const QList<RawMember>& members, QByteArrayView name, const QByteArray& otherwise = "null")
{
    for (const RawMember& one : members) {
        if (one.name == name)
            return one.value;
    }
    return otherwise;
}

/// Without the roles that the service put there.
QByteArray ownParameters(const QByteArray& parameters)
{
    QByteArray out;
    for (const RawMember& one : rawMembers(parameters)) {
        if (one.name == "recipientRoles")
            continue;
        out += (out.isEmpty() ? "" : ",") + ('"' + one.name + "\":") + one.value;
    }
    return '{' + out + '}';
}

QByteArray channelOf(const QByteArray& recipient, const QString& channel)
{
    for (const QByteArray& one : rawElements(member(rawMembers(recipient), "channels", "[]"))) {
        const QList<RawMember> members = rawMembers(one);
        // The event may have written it in upper case, which is why it failed.
        if (member(members, "channel").toLower() == '"' + channel.toUtf8() + '"')
            return "{\"channel\":\"" + channel.toUtf8() + "\",\"email\":" + member(members, "email")
                + ",\"rnokpp\":" + member(members, "rnokpp") + '}';
    }
    // Inbox is never among them: the service adds it by itself.
    return channel == u"inbox" ? QByteArray(R"({"channel":"inbox","email":null,"rnokpp":null})") : QByteArray();
}

} // namespace

QList<QByteArray> rawElements(QByteArrayView array)
{
    QList<QByteArray> elements;
    qsizetype at = array.indexOf('[') + 1;
    while (at > 0 && at < array.size()) {
        const qsizetype end = endOfValue(array, at);
        const QByteArray element = array.sliced(at, end - at).trimmed().toByteArray();
        if (!element.isEmpty())
            elements.append(element);
        if (end >= array.size() || array[end] != ',')
            break;
        at = end + 1;
    }
    return elements;
}

QList<RawMember> rawMembers(QByteArrayView object)
{
    QList<RawMember> members;
    qsizetype at = object.indexOf('{') + 1;
    while (at > 0 && at < object.size()) {
        const qsizetype open = object.indexOf('"', at);
        if (open < 0)
            break;
        qsizetype close = open + 1;
        while (close < object.size() && object[close] != '"')
            close += object[close] == '\\' ? 2 : 1;
        const qsizetype colon = close < object.size() ? object.indexOf(':', close) : -1;
        if (colon < 0)
            break;
        const qsizetype end = endOfValue(object, colon + 1);
        members.append({object.sliced(open + 1, close - open - 1).toByteArray(),
            object.sliced(colon + 1, end - colon - 1).trimmed().toByteArray()});
        if (end >= object.size() || object[end] != ',')
            break;
        at = end + 1;
    }
    return members;
}

Result<QByteArray> resendEvent(const AuditDelivery& delivery)
{
    const auto cannot = [&delivery](const QString& why) {
        return fail(errors::cannotResend, u"%1:%2"_s.arg(delivery.place.partition).arg(delivery.place.offset), why);
    };
    if (delivery.kind != DeliveryKind::SilentFailure)
        return cannot(u"kind"_s);
    if (delivery.recipientIndex < 0 || delivery.recipientUncertain)
        return cannot(u"recipient"_s);
    const QList<RawMember> event = rawMembers(member(rawMembers(delivery.contextText), "notification"));
    const QList<QByteArray> recipients = rawElements(member(event, "recipients", "[]"));
    if (delivery.recipientIndex >= recipients.size())
        return cannot(u"recipient"_s);
    const QByteArray& recipient = recipients[delivery.recipientIndex];
    const QByteArray channel = channelOf(recipient, delivery.channel);
    if (channel.isEmpty())
        return cannot(u"channel"_s);
    const QList<RawMember> notification = rawMembers(member(event, "notification", "{}"));
    const QList<RawMember> person = rawMembers(recipient);
    return "{\"context\":" + member(event, "context") + ",\"notification\":{\"title\":" + member(notification, "title")
        + ",\"templateName\":" + member(notification, "templateName")
        + ",\"ignoreChannelPreferences\":true},\"recipients\":[{\"id\":" + member(person, "id") + ",\"channels\":["
        + channel + "],\"parameters\":" + ownParameters(member(person, "parameters", "{}"))
        + ",\"realm\":" + member(person, "realm") + "}]}";
}

} // namespace nc
