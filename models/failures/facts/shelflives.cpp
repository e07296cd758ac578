#include "failures/facts/shelflives.h"

#include "core/settings.h"
#include "core/settingstable.h"
#include "core/timetext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

using namespace std::chrono_literals;

constexpr ShelfLives::Duration ofOneTimeCodes = 10min;
const auto never = u"none"_s;

bool isOneTimeCode(const QString& name)
{
    return name.contains("otp"_L1, Qt::CaseInsensitive);
}

} // namespace

ShelfLives::ShelfLives(const QJsonObject& setting)
{
    for (auto at = setting.constBegin(); at != setting.constEnd(); ++at) {
        const QString text = at.value().toString();
        if (text == never) {
            m_lives.insert(at.key(), std::nullopt);
        } else if (const auto duration = parseDuration(text); duration && duration->count() > 0) {
            m_lives.insert(at.key(), *duration);
        }
    }
}

std::optional<ShelfLives::Duration> ShelfLives::of(const QString& channel, const QString& name) const
{
    if (name.isEmpty())
        return {};
    if (!channel.isEmpty()) {
        if (const auto own = m_lives.constFind(channel + u'/' + name); own != m_lives.constEnd())
            return *own;
    }
    if (const auto any = m_lives.constFind(name); any != m_lives.constEnd())
        return *any;
    std::optional<Duration> shortest;
    if (isOneTimeCode(name))
        shortest = ofOneTimeCodes;
    if (channel.isEmpty()) {
        for (auto at = m_lives.constBegin(); at != m_lives.constEnd(); ++at) {
            if (at.key().endsWith(u'/' + name) && at.value() && (!shortest || *at.value() < *shortest))
                shortest = *at.value();
        }
    }
    return shortest;
}

bool ShelfLives::mayConcern(QByteArrayView name) const
{
    for (qsizetype i = 0; i + 3 <= name.size(); ++i) {
        if ((name[i] | 0x20) == 'o' && (name[i + 1] | 0x20) == 't' && (name[i + 2] | 0x20) == 'p')
            return true;
    }
    if (m_lives.isEmpty())
        return false;
    const QString text = QString::fromUtf8(name);
    for (auto at = m_lives.constBegin(); at != m_lives.constEnd(); ++at) {
        if (at.key() == text || at.key().endsWith(u'/' + text))
            return true;
    }
    return false;
}

Result<void> ShelfLives::set(
    Settings& settings, const QString& templateKey, const std::optional<QString>& duration, bool reset)
{
    QJsonObject lives = settings.get(settings::shelfLives);
    if (reset) {
        lives.remove(templateKey);
    } else if (!duration) {
        lives.insert(templateKey, never);
    } else {
        const auto parsed = parseDuration(*duration);
        if (!parsed)
            return fail(parsed.error());
        lives.insert(templateKey, durationText(*parsed));
    }
    return settings.set(settings::shelfLives, lives);
}

Result<void> ShelfLives::move(Settings& settings, const QString& fromKey, const QString& toKey)
{
    QJsonObject lives = settings.get(settings::shelfLives);
    if (fromKey == toKey || !lives.contains(fromKey))
        return {};
    lives.insert(toKey, lives.take(fromKey));
    return settings.set(settings::shelfLives, lives);
}

QString durationText(std::chrono::milliseconds duration)
{
    struct Unit {
        qint64 size;
        QLatin1StringView name;
    };
    static constexpr Unit units[] = {{86'400'000, "d"_L1}, {3'600'000, "h"_L1}, {60'000, "m"_L1}, {1000, "s"_L1}};
    for (const Unit& unit : units) {
        if (duration.count() >= unit.size && duration.count() % unit.size == 0)
            return QString::number(duration.count() / unit.size) + unit.name;
    }
    return QString::number(duration.count()) + u"ms"_s;
}

} // namespace nc
