#include "failures/sending/sendingrules.h"

#include "failures/facts/platformtopics.h"
#include "failures/sending/narrowevent.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

/// The text behind `"templateName":`; nothing where it is not written the usual way.
std::optional<QByteArrayView> templateIn(QByteArrayView value)
{
    static constexpr QByteArrayView name("\"templateName\"");
    const qsizetype at = value.indexOf(name);
    if (at < 0)
        return QByteArrayView();
    qsizetype from = at + name.size();
    while (from < value.size() && (value[from] == ':' || value[from] == ' '))
        ++from;
    if (from >= value.size() || value[from] != '"')
        return QByteArrayView();
    const qsizetype end = value.indexOf('"', from + 1);
    if (end < 0)
        return {};
    const QByteArrayView text = value.sliced(from + 1, end - from - 1);
    return text.contains('\\') ? std::nullopt : std::optional(text);
}

const QStringList& allChannels()
{
    static const QStringList channels{u"inbox"_s, u"email"_s, u"diia"_s};
    return channels;
}

/// Where an event may arrive: `possible` for those whose preferences decide.
QStringList reachedBy(const QJsonObject& event, const QStringList& possible)
{
    QStringList channels;
    const bool ignores = event["notification"_L1]["ignoreChannelPreferences"_L1].toBool();
    for (const QJsonValue& recipient : event["recipients"_L1].toArray()) {
        if (asksPreferences(event, recipient.toObject())) {
            channels += possible;
            continue;
        }
        if (!ignores)
            channels += u"inbox"_s;
        for (const QJsonValue& channel : recipient["channels"_L1].toArray())
            channels += channel["channel"_L1].toString().toLower();
    }
    channels.removeDuplicates();
    return channels;
}

} // namespace

SendingRules::SendingRules(
    const ReplayRequest& request, DeliveryHistory history, qint64 now, std::optional<QSet<QString>> templates)
    : m_sendsLate(request.allows(SkipReason::TooLate))
    , m_sendsAgain(request.allows(SkipReason::AlreadyGot))
    , m_sendsToNobodyNew(request.allows(SkipReason::EverybodyGot))
    , m_narrow(request.narrow)
    , m_lives(request.shelfLives)
    , m_history(std::move(history))
    , m_templates(std::move(templates))
    , m_now(now)
{
}

bool SendingRules::concerns(QByteArrayView value, const QString& target) const
{
    if (m_now == 0 || expectedType(target).isEmpty())
        return false;
    if (m_history.mayConcern(value))
        return true;
    const auto name = templateIn(value);
    return !name || (!name->isEmpty() && m_lives.mayConcern(*name));
}

QStringList SendingRules::possibleChannels(const QString& name) const
{
    QStringList channels = allChannels();
    if (m_templates)
        channels.removeIf([&](const QString& channel) { return !m_templates->contains(channel + u'/' + name); });
    return channels;
}

QStringList SendingRules::lateAmong(const QStringList& channels, qint64 since, ReplayFacts& facts) const
{
    QStringList late;
    std::optional<ShelfLives::Duration> shortest;
    const std::chrono::milliseconds age(m_now - since);
    for (const QString& channel : channels) {
        const auto life = since < 0 ? std::nullopt : m_lives.of(channel, facts.templateName);
        if (!life)
            continue;
        shortest = std::min(*life, shortest.value_or(*life));
        if (age > *life)
            late += channel;
    }
    if (shortest) {
        facts.shelfLife = *shortest;
        facts.age = age;
    }
    return late;
}

SendingRules::Finding SendingRules::lookAtRecord(
    const QString& channel, const QJsonObject& json, qint64 since, ReplayFacts& facts) const
{
    facts.templateName = json["diiaNotificationDto"_L1]["templateName"_L1].toString();
    if (facts.templateName.isEmpty())
        facts.templateName = m_history.templateOf(channel, json);
    Finding out;
    if (!lateAmong({channel}, since, facts).isEmpty() && !m_sendsLate) {
        out.skip = SkipReason::TooLate;
        return out;
    }
    facts.earlier = m_history.ofChannelRecord(channel, json, since);
    if (!facts.earlier.isEmpty() && !m_sendsAgain)
        out.skip = SkipReason::AlreadyGot;
    return out;
}

SendingRules::Finding SendingRules::lookAtEvent(
    const QJsonObject& json, const QByteArray& value, Moments moments, ReplayFacts& facts) const
{
    Finding out;
    facts.templateName = json["notification"_L1]["templateName"_L1].toString();
    Leaving leaving;
    leaving.possible = possibleChannels(facts.templateName);
    const QStringList reached = reachedBy(json, leaving.possible);
    if (!m_sendsLate)
        leaving.late = lateAmong(reached, moments.since, facts);
    if (!leaving.late.isEmpty() && leaving.late.size() == reached.size()) {
        out.skip = SkipReason::TooLate;
        return out;
    }
    facts.earlier = m_history.ofEvent(json, moments.since, moments.failed);
    // What does not go is not got again.
    facts.earlier.removeIf([&](const EarlierDelivery& one) { return leaving.late.contains(one.channel.toLower()); });
    if (!facts.earlier.isEmpty() && !m_narrow && !m_sendsAgain) {
        out.skip = SkipReason::AlreadyGot;
        return out;
    }
    if (m_narrow)
        leaving.earlier = facts.earlier;
    if (leaving.late.isEmpty() && leaving.earlier.isEmpty())
        return out;
    NarrowedEvent narrowed = narrowEvent(value, leaving);
    if (narrowed.isUntellable) {
        out.skip = SkipReason::TooLate;
        return out;
    }
    out.events = std::move(narrowed.events);
    facts.narrowed = !out.events.isEmpty();
    if (facts.narrowed) {
        facts.lateChannels = leaving.late;
        facts.keepPreferences = std::move(narrowed.keepPreferences);
    } else if (!leaving.late.isEmpty()) {
        out.skip = SkipReason::TooLate;
    } else if (!m_sendsToNobodyNew) {
        out.skip = SkipReason::EverybodyGot;
    }
    return out;
}

SendingRules::Finding SendingRules::look(
    const DeadLetter& letter, const QString& target, const QByteArray& value, ReplayFacts& facts) const
{
    if (m_now == 0 || expectedType(target).isEmpty())
        return {};
    const QJsonObject json = QJsonDocument::fromJson(value).object();
    if (json.isEmpty())
        return {};
    const QString channel = channelOfTopic(target);
    const qint64 since = letter.origin.timestamp.value_or(letter.record.timestamp);
    return channel.isEmpty() ? lookAtEvent(json, value, {since, letter.record.timestamp}, facts)
                             : lookAtRecord(channel, json, since, facts);
}

} // namespace nc
