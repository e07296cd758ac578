#include "widgets/common/timewords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace nc {

static QString tr_(const char* text, qint64 n)
{
    return QCoreApplication::translate("timewords", text, nullptr, int(n));
}

QString relativeTime(EpochMs time, EpochMs now)
{
    if (time < 0)
        return {};
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(time);
    const QDateTime today = QDateTime::fromMSecsSinceEpoch(now);
    const qint64 seconds = (now - time) / 1000;
    if (seconds > -60 && seconds < 0)
        return QCoreApplication::translate("timewords", "just now");
    if (seconds >= 0) {
        if (seconds < 45)
            return QCoreApplication::translate("timewords", "just now");
        if (seconds < 3600)
            return tr_(QT_TRANSLATE_N_NOOP("timewords", "%n min ago"), qMax<qint64>(1, (seconds + 30) / 60));
        if (seconds < 12 * 3600)
            return tr_(QT_TRANSLATE_N_NOOP("timewords", "%n h ago"), (seconds + 1800) / 3600);
        const QString clock = QLocale().toString(at.time(), u"HH:mm"_s);
        if (at.date() == today.date())
            return QCoreApplication::translate("timewords", "today %1").arg(clock);
        if (at.date().addDays(1) == today.date())
            return QCoreApplication::translate("timewords", "yesterday %1").arg(clock);
    }
    if (at.date().year() == today.date().year())
        return QLocale().toString(at, u"d MMM HH:mm"_s);
    return QLocale().toString(at.date(), u"d MMM yyyy"_s);
}

QString exactTime(EpochMs time)
{
    if (time < 0)
        return {};
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(time);
    return QLocale().toString(at, u"yyyy-MM-dd HH:mm:ss.zzz"_s) + u' ' + at.timeZoneAbbreviation();
}

QString lengthOfTime(qint64 milliseconds)
{
    if (milliseconds < 0)
        return QCoreApplication::translate("timewords", "for ever");
    const qint64 seconds = milliseconds / 1000;
    if (seconds >= 2 * 86'400 || seconds == 86'400)
        return tr_(QT_TRANSLATE_N_NOOP("timewords", "%n day(s)"), seconds / 86'400);
    if (seconds >= 2 * 3600 || seconds == 3600)
        return tr_(QT_TRANSLATE_N_NOOP("timewords", "%n h"), seconds / 3600);
    if (seconds >= 120 || seconds == 60)
        return tr_(QT_TRANSLATE_N_NOOP("timewords", "%n min"), seconds / 60);
    return tr_(QT_TRANSLATE_N_NOOP("timewords", "%n s"), seconds);
}

QString groupedNumber(qint64 number)
{
    return QLocale().toString(number);
}

QString byteSize(qint64 bytes)
{
    // Words that are as short as the figures beside them; QLocale spells bytes out.
    static constexpr const char* units[] = {QT_TRANSLATE_NOOP("timewords", "%1 B"),
        QT_TRANSLATE_NOOP("timewords", "%1 kB"), QT_TRANSLATE_NOOP("timewords", "%1 MB"),
        QT_TRANSLATE_NOOP("timewords", "%1 GB"), QT_TRANSLATE_NOOP("timewords", "%1 TB")};
    double size = double(bytes);
    size_t unit = 0;
    while (size >= 1000 && unit < 4) {
        size /= 1024;
        ++unit;
    }
    const QString number = unit == 0 ? QLocale().toString(bytes) : QLocale().toString(size, 'f', size < 10 ? 1 : 0);
    return QCoreApplication::translate("timewords", units[unit]).arg(number);
}

} // namespace nc
