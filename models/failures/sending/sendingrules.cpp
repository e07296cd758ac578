#include "failures/sending/sendingrules.h"

#include "failures/facts/platformtopics.h"
#include "failures/sending/narrowevent.h"

#include <QJsonArray>
#include <QJsonDocument>

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

QStringList channelsOf(const QJsonObject& event)
{
    QStringList channels;
    if (!event["notification"_L1]["ignoreChannelPreferences"_L1].toBool())
        channels.append(u"inbox"_s);
    for (const QJsonValue& recipient : event["recipients"_L1].toArray()) {
        for (const QJsonValue& channel : recipient["channels"_L1].toArray())
            channels.append(channel["channel"_L1].toString().toLower());
    }
    channels.removeDuplicates();
    return channels;
}

} // namespace

SendingRules::SendingRules(const ReplayRequest& request, DeliveryHistory history, qint64 now)
    : m_force(request.force)
    , m_narrow(request.narrow)
    , m_lives(request.shelfLives)
    , m_history(std::move(history))
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

bool SendingRules::isTooLate(const QString& channel, const QJsonObject& json, qint64 since, ReplayFacts& facts) const
{
    QString name = json["notification"_L1]["templateName"_L1].toString();
    if (name.isEmpty())
        name = json["diiaNotificationDto"_L1]["templateName"_L1].toString();
    if (name.isEmpty())
        name = m_history.templateOf(channel, json);
    facts.templateName = name;
    std::optional<ShelfLives::Duration> life;
    const QStringList channels = channel.isEmpty() ? channelsOf(json) : QStringList{channel};
    for (const QString& one : channels) {
        if (const auto own = m_lives.of(one, name); own && (!life || *own < *life))
            life = own;
    }
    if (!life || since < 0)
        return false;
    facts.shelfLife = *life;
    facts.age = std::chrono::milliseconds(m_now - since);
    return facts.age > *life;
}

SendingRules::Finding SendingRules::look(
    const DeadLetter& letter, const QString& target, const QByteArray& value, ReplayFacts& facts) const
{
    Finding out;
    if (m_now == 0 || expectedType(target).isEmpty())
        return out;
    const QJsonObject json = QJsonDocument::fromJson(value).object();
    if (json.isEmpty())
        return out;
    const QString channel = channelOfTopic(target);
    const qint64 since = letter.origin.timestamp.value_or(letter.record.timestamp);
    if (isTooLate(channel, json, since, facts) && !m_force) {
        out.skip = SkipReason::TooLate;
        return out;
    }
    facts.earlier = (channel.isEmpty() ? m_history.ofEvent(json, since, letter.record.timestamp)
                                       : m_history.ofChannelRecord(channel, json, since))
                        .into(facts.unseen);
    // Nobody is left out, and nothing goes, on the word of a source that could not be read.
    if (!facts.unseen.isEmpty() && !m_force) {
        out.skip = facts.earlier.isEmpty() || m_narrow ? SkipReason::Unseen : SkipReason::AlreadyGot;
        return out;
    }
    if (facts.earlier.isEmpty())
        return out;
    if (m_narrow && channel.isEmpty()) {
        NarrowedEvent narrowed = narrowEvent(value, facts.earlier);
        out.events = std::move(narrowed.events);
        facts.narrowed = true;
        facts.keepPreferences = std::move(narrowed.keepPreferences);
        if (out.events.isEmpty() && !m_force)
            out.skip = SkipReason::EverybodyGot;
        if (out.events.isEmpty())
            facts.narrowed = false;
        return out;
    }
    if (!m_force)
        out.skip = SkipReason::AlreadyGot;
    return out;
}

} // namespace nc
