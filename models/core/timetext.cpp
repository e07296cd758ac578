#include "core/timetext.h"

#include "core/errors.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

#include <limits>

using namespace Qt::StringLiterals;

namespace nc {

Result<std::chrono::milliseconds> parseDuration(const QString& text)
{
    static const QRegularExpression pattern(uR"(^\s*(\d{1,15})(?:\.(\d{1,3}))?\s*(ms|s|m|h|d)\s*$)"_s);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return fail(errors::badDuration, text);
    const QString unit = match.captured(3);
    const qint64 factor = unit == u"ms" ? 1
        : unit == u"s"                  ? 1000
        : unit == u"m"                  ? 60'000
        : unit == u"h"                  ? 3'600'000
                                        : 86'400'000;
    const qint64 whole = match.captured(1).toLongLong();
    if (whole > std::numeric_limits<qint64>::max() / factor / 2)
        return fail(errors::badDuration, text);
    const qint64 thousandths = match.captured(2).leftJustified(3, u'0').toLongLong();
    return std::chrono::milliseconds(whole * factor + thousandths * factor / 1000);
}

Result<EpochMs> parseTime(const QString& text, EpochMs now)
{
    const QString trimmed = text.trimmed();
    static const QRegularExpression number(u"^\\d{1,15}$"_s);
    if (number.match(trimmed).hasMatch())
        return trimmed.toLongLong();
    if (trimmed.startsWith(u'-') || trimmed.startsWith(u'+')) {
        const auto duration = parseDuration(trimmed.mid(1));
        if (!duration)
            return fail(errors::badTime, text);
        return trimmed.startsWith(u'-') ? now - duration->count() : now + duration->count();
    }
    static const QRegularExpression iso(
        uR"(^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|z|[+-]\d\d(?::?\d\d)?)?)?$)"_s);
    if (!iso.match(trimmed).hasMatch())
        return fail(errors::badTime, text);
    QString normal = trimmed;
    normal.replace(u' ', u'T').replace(u',', u'.');
    const QDateTime time = QDateTime::fromString(normal, Qt::ISODateWithMs);
    if (!time.isValid())
        return fail(errors::badTime, text);
    return time.toMSecsSinceEpoch();
}

Result<EpochMs> parseTime(const QString& text)
{
    return parseTime(text, QDateTime::currentMSecsSinceEpoch());
}

QString isoTime(EpochMs time)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss.zzzZ"_s);
}

} // namespace nc
