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

bool asksPreferences(const QJsonObject& event, const QJsonObject& recipient)
{
    if (event["notification"_L1]["ignoreChannelPreferences"_L1].toBool())
        return false;
    // Whose turn came has roles, and a list of the channels that the preferences name, be it an empty one; others have
    // what the event says, which the preferences would replace.
    return !recipient["parameters"_L1].toObject().contains("recipientRoles"_L1) || !recipient["channels"_L1].isArray();
}

namespace {

/// Takes an event apart, recipient by recipient.
class Narrowing {
public:
    Narrowing(const RawJson& event, const Leaving& leaving)
        : m_event(event)
        , m_json(QJsonDocument::fromJson(event.toJson()).object())
        , m_leaving(leaving)
        , m_ignores(m_json["notification"_L1]["ignoreChannelPreferences"_L1].toBool())
    {
    }

    NarrowedEvent narrow()
    {
        for (const RawJson& raw : m_event.value(u"recipients"_s).items)
            take(raw);
        if (!m_chosen.empty())
            m_out.events.append(withRecipients(m_event, std::move(m_chosen), true).toJson());
        if (!m_unreached.empty())
            m_out.events.append(withRecipients(m_event, std::move(m_unreached), false).toJson());
        return std::move(m_out);
    }

private:
    bool isLate(const QString& channel) const { return m_leaving.late.contains(channel, Qt::CaseInsensitive); }
    bool isLeft(const QJsonObject& recipient, const QString& channel) const
    {
        return !isLate(channel) && !got(m_leaving.earlier, recipientName(recipient, channel), channel);
    }
    void take(const RawJson& raw)
    {
        const QJsonObject recipient = QJsonDocument::fromJson(raw.toJson()).object();
        const bool asks = asksPreferences(m_json, recipient);
        const auto isWhole = [&](const QString& channel) { return isLeft(recipient, channel); };
        const QStringList all{u"inbox"_s, u"email"_s, u"diia"_s};
        if (asks && std::ranges::any_of(m_leaving.possible, [this](const QString& one) { return isLate(one); }))
            return takeLate(raw, recipient);
        if (std::ranges::all_of(all, isWhole) && (m_ignores || asks)) {
            // Nothing to take away: as it is.
            (m_ignores ? m_chosen : m_unreached).push_back(raw);
            if (!m_ignores)
                m_out.keepPreferences.append(recipientName(recipient));
            return;
        }
        takeNamed(raw, recipient);
    }
    /// The channels that stand there, and inbox, which preferences always include and which is never written down.
    void takeNamed(const RawJson& raw, const QJsonObject& recipient)
    {
        RawJson rest = RawJson::array();
        bool inbox = false;
        for (const RawJson& channel : raw.value(u"channels"_s).items) {
            const QString name = channel.value(u"channel"_s).toString();
            inbox = inbox || name == u"inbox";
            if (isLeft(recipient, name))
                rest.items.push_back(channel);
        }
        if (!m_ignores && !inbox && isLeft(recipient, u"inbox"_s))
            rest.items.insert(rest.items.begin(), inboxChannel());
        choose(raw, std::move(rest));
    }
    /// His preferences would lead to what is too late. What is left can be named where it is the inbox alone.
    void takeLate(const RawJson& raw, const QJsonObject& recipient)
    {
        RawJson rest = RawJson::array();
        for (const QString& channel : m_leaving.possible) {
            if (!isLeft(recipient, channel))
                continue;
            if (channel == u"inbox")
                rest.items.push_back(inboxChannel());
            else
                m_out.isUntellable = true;
        }
        choose(raw, std::move(rest));
    }
    void choose(const RawJson& raw, RawJson channels)
    {
        if (channels.items.empty())
            return;
        RawJson person = raw;
        person.set(u"channels"_s, std::move(channels));
        m_chosen.push_back(std::move(person));
    }

    const RawJson& m_event;
    const QJsonObject m_json;
    const Leaving& m_leaving;
    const bool m_ignores;
    std::vector<RawJson> m_chosen;
    std::vector<RawJson> m_unreached;
    NarrowedEvent m_out;
};

} // namespace

NarrowedEvent narrowEvent(const QByteArray& text, const Leaving& leaving)
{
    const auto event = RawJson::parse(text);
    return event ? Narrowing(*event, leaving).narrow() : NarrowedEvent();
}

} // namespace nc
