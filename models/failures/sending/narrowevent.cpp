#include "failures/sending/narrowevent.h"

#include "failures/facts/eventidentity.h"
#include "failures/facts/rawjson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

bool got(const QList<EarlierDelivery>& earlier, const QString& name, const QString& channel)
{
    return std::ranges::any_of(earlier, [&](const EarlierDelivery& one) {
        return one.recipient == name && one.channel.compare(channel, Qt::CaseInsensitive) == 0;
    });
}

RawJson inboxChannel()
{
    RawJson channel = RawJson::object();
    channel.set(u"channel"_s, RawJson::string(u"inbox"_s));
    channel.set(u"email"_s, {});
    channel.set(u"rnokpp"_s, {});
    return channel;
}

RawJson withRecipients(const RawJson& event, std::vector<RawJson> recipients, bool explicitChannels)
{
    RawJson out = event;
    RawJson list = RawJson::array();
    list.items = std::move(recipients);
    out.set(u"recipients"_s, std::move(list));
    if (explicitChannels) {
        RawJson notification = out.value(u"notification"_s);
        notification.set(u"ignoreChannelPreferences"_s, RawJson::boolean(true));
        out.set(u"notification"_s, std::move(notification));
    }
    return out;
}

} // namespace

NarrowedEvent narrowEvent(const QByteArray& text, const QList<EarlierDelivery>& earlier)
{
    NarrowedEvent out;
    const auto event = RawJson::parse(text);
    if (!event)
        return out;
    const bool ignores = event->value(u"notification"_s).value(u"ignoreChannelPreferences"_s).text == "true";
    std::vector<RawJson> chosen;
    std::vector<RawJson> unreached;
    for (const RawJson& raw : event->value(u"recipients"_s).items) {
        const QJsonObject recipient = QJsonDocument::fromJson(raw.toJson()).object();
        const auto left = [&](const QString& channel) {
            return !got(earlier, recipientName(recipient, channel), channel);
        };
        const RawJson channels = raw.value(u"channels"_s);
        const bool anything = !left(u"inbox"_s) || !left(u"email"_s) || !left(u"diia"_s);
        // Whose turn came has roles, and a list of the channels that the preferences name, be it an empty one; others
        // have what the event says, which the preferences would replace.
        const bool reached =
            recipient["parameters"_L1].toObject().contains("recipientRoles"_L1) && recipient["channels"_L1].isArray();
        if (!anything && (ignores || !reached)) {
            // Nothing to take away: as it is.
            (ignores ? chosen : unreached).push_back(raw);
            if (!ignores)
                out.keepPreferences.append(recipientName(recipient));
            continue;
        }
        RawJson rest = RawJson::array();
        bool inbox = false;
        for (const RawJson& channel : channels.items) {
            const QString name = channel.value(u"channel"_s).toString();
            inbox = inbox || name == u"inbox";
            if (left(name))
                rest.items.push_back(channel);
        }
        // Preferences always include it, and it is never written down.
        if (!ignores && !inbox && left(u"inbox"_s))
            rest.items.insert(rest.items.begin(), inboxChannel());
        if (rest.items.empty())
            continue;
        RawJson person = raw;
        person.set(u"channels"_s, std::move(rest));
        chosen.push_back(std::move(person));
    }
    if (!chosen.empty())
        out.events.append(withRecipients(*event, std::move(chosen), true).toJson());
    if (!unreached.empty())
        out.events.append(withRecipients(*event, std::move(unreached), false).toJson());
    return out;
}

} // namespace nc
