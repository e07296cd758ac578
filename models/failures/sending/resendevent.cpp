#include "failures/sending/resendevent.h"

#include "failures/facts/errors.h"
#include "failures/facts/rawjson.h"

using namespace Qt::StringLiterals;

namespace nc {
namespace {

RawJson channelJson(const QString& channel, RawJson email, RawJson rnokpp)
{
    RawJson out = RawJson::object();
    out.set(u"channel"_s, RawJson::string(channel));
    out.set(u"email"_s, std::move(email));
    out.set(u"rnokpp"_s, std::move(rnokpp));
    return out;
}

std::optional<RawJson> channelOf(const RawJson& recipient, const QString& channel)
{
    for (const RawJson& one : recipient.value(u"channels"_s).items) {
        // The event may have written it in upper case, which is why it failed.
        if (one.value(u"channel"_s).toString().compare(channel, Qt::CaseInsensitive) == 0)
            return channelJson(channel.toLower(), one.value(u"email"_s), one.value(u"rnokpp"_s));
    }
    // Inbox is never among them: the service adds it by itself.
    return channel == u"inbox" ? std::optional(channelJson(channel, {}, {})) : std::nullopt;
}

RawJson parametersOf(const RawJson& recipient)
{
    RawJson parameters = recipient.value(u"parameters"_s);
    if (!parameters.isObject())
        return RawJson::object();
    // The service put them there.
    parameters.remove(u"recipientRoles"_s);
    return parameters;
}

} // namespace

Result<QByteArray> resendEvent(const AuditDelivery& delivery)
{
    const auto cannot = [&delivery](const QString& why) {
        return fail(errors::cannotResend, u"%1:%2"_s.arg(delivery.place.partition).arg(delivery.place.offset), why);
    };
    if (delivery.kind != DeliveryKind::SilentFailure)
        return cannot(u"kind"_s);
    if (delivery.recipientIndex < 0 || delivery.recipientUncertain)
        return cannot(u"recipient"_s);
    const auto context = RawJson::parse(delivery.contextText);
    if (!context)
        return cannot(u"context"_s);
    const RawJson event = context->value(u"notification"_s);
    const RawJson recipients = event.value(u"recipients"_s);
    const auto index = static_cast<std::size_t>(delivery.recipientIndex);
    if (index >= recipients.items.size())
        return cannot(u"recipient"_s);
    const RawJson& recipient = recipients.items[index];
    auto channel = channelOf(recipient, delivery.channel);
    if (!channel)
        return cannot(u"channel"_s);
    const RawJson asked = event.value(u"notification"_s);
    RawJson notification = RawJson::object();
    notification.set(u"title"_s, asked.value(u"title"_s));
    notification.set(u"templateName"_s, asked.value(u"templateName"_s));
    notification.set(u"ignoreChannelPreferences"_s, RawJson::boolean(true));
    RawJson channels = RawJson::array();
    channels.items.push_back(std::move(*channel));
    RawJson person = RawJson::object();
    person.set(u"id"_s, recipient.value(u"id"_s));
    person.set(u"channels"_s, std::move(channels));
    person.set(u"parameters"_s, parametersOf(recipient));
    person.set(u"realm"_s, recipient.value(u"realm"_s));
    RawJson people = RawJson::array();
    people.items.push_back(std::move(person));
    RawJson out = RawJson::object();
    out.set(u"context"_s, event.value(u"context"_s));
    out.set(u"notification"_s, std::move(notification));
    out.set(u"recipients"_s, std::move(people));
    return out.toJson();
}

} // namespace nc
