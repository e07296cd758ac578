#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QMap>
#include <QString>

#include <chrono>
#include <optional>

namespace nc {

class Settings;

/// How long a template's messages make sense after they were requested: a code or a reminder that comes a day late does
/// harm. None unless set; ten minutes for one-time codes, known by `otp` in the name. A plain value.
class ShelfLives {
public:
    using Duration = std::chrono::milliseconds;

    ShelfLives() = default;
    /// From the setting (settings::shelfLives): `CHANNEL/NAME` or `NAME` (any channel) to a duration or `none`; what
    /// cannot be read is left out.
    explicit ShelfLives(const QJsonObject& setting);

    /// Of a template of one channel; with an empty channel the shortest of any.
    std::optional<Duration> of(const QString& channel, const QString& name) const;
    /// True when no template but one-time codes can have one.
    bool isDefault() const { return m_lives.isEmpty(); }
    /// Whether any template of that name (as bytes) could have one; costs next to nothing.
    bool mayConcern(QByteArrayView name) const;

    /// What was set, `none` as nothing.
    const QMap<QString, std::optional<Duration>>& all() const { return m_lives; }

    /// Sets (nothing: never too late), or with `reset` goes back to the default. errors::badDuration and those of
    /// Settings.
    static Result<void> set(
        Settings& settings, const QString& templateKey, const std::optional<QString>& duration, bool reset);
    /// A template got another name: what was set for it by channel and name goes along. Errors of Settings.
    static Result<void> move(Settings& settings, const QString& fromKey, const QString& toKey);

private:
    QMap<QString, std::optional<Duration>> m_lives;
};

/// `2d`, `90m`, `10m`.
QString durationText(std::chrono::milliseconds duration);

} // namespace nc
