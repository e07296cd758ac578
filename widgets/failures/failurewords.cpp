#include "widgets/failures/failurewords.h"

#include "widgets/common/timewords.h"

#include <QCoreApplication>
#include <QDateTime>

namespace nc {

static QString words(const char* text, qint64 n = -1)
{
    return QCoreApplication::translate("failures", text, nullptr, static_cast<int>(n));
}

QString timeLeft(EpochMs expires)
{
    static constexpr qint64 hour = 60LL * 60 * 1000;
    const qint64 left = expires - QDateTime::currentMSecsSinceEpoch();
    if (left <= 0)
        return words(QT_TRANSLATE_NOOP("failures", "any moment"));
    if (left < hour)
        return words(QT_TRANSLATE_NOOP("failures", "less than 1 h"));
    if (left < 48 * hour)
        return words(QT_TRANSLATE_N_NOOP("failures", "%n h left"), left / hour);
    return words(QT_TRANSLATE_N_NOOP("failures", "%n day(s) left"), left / (24 * hour));
}

QString verdictCountWords(const VerdictCounts& counts)
{
    const qint64 judged = counts.wouldSucceed + counts.wouldFail + counts.unknown + counts.tooLate;
    if (judged == 0)
        return counts.waiting > 0 ? QString(QChar(0x2026)) : QString();
    if (counts.wouldSucceed > 0 && counts.tooLate > 0)
        return words(QT_TRANSLATE_NOOP("failures", "%1 would succeed, %2 too late"))
            .arg(groupedNumber(counts.wouldSucceed), groupedNumber(counts.tooLate));
    if (counts.wouldSucceed > 0)
        return counts.wouldSucceed == judged
            ? words(QT_TRANSLATE_N_NOOP("failures", "%n would succeed"), counts.wouldSucceed)
            : words(QT_TRANSLATE_NOOP("failures", "%1 of %2 would succeed"))
                  .arg(groupedNumber(counts.wouldSucceed), groupedNumber(judged));
    if (counts.wouldFail > 0)
        return words(QT_TRANSLATE_N_NOOP("failures", "%n would fail again"), counts.wouldFail);
    if (counts.tooLate > 0)
        return words(QT_TRANSLATE_N_NOOP("failures", "%n too late"), counts.tooLate);
    return words(QT_TRANSLATE_N_NOOP("failures", "%n cannot be told"), counts.unknown);
}

} // namespace nc
