#include "widgets/failures/sending/replaywords.h"

#include "failures/verdicts/verdict.h"
#include "widgets/style/language.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace nc {

QString holdWords(SkipReason reason, qint64 count)
{
    const auto counted = [count](const char* text) {
        return QCoreApplication::translate("replay", text, nullptr, static_cast<int>(count));
    };
    switch (reason) {
    case SkipReason::ExpectsReply:
        return counted(QT_TRANSLATE_N_NOOP("replay", "Also send %n whose sender waited for a reply"));
    case SkipReason::CameBackTooOften:
        return counted(QT_TRANSLATE_N_NOOP("replay", "Also send %n that came back too often"));
    case SkipReason::EventIsDead:
        return counted(QT_TRANSLATE_N_NOOP("replay", "Also send %n whose event is a dead letter, too"));
    case SkipReason::EventReplayed:
        return counted(QT_TRANSLATE_N_NOOP("replay", "Also send %n whose event was sent back since"));
    case SkipReason::TooLate:
        return counted(QT_TRANSLATE_N_NOOP("replay", "Also send %n that come too late"));
    case SkipReason::AlreadyGot:
        return counted(QT_TRANSLATE_N_NOOP("replay", "Also send %n that somebody already got and would get again"));
    case SkipReason::WouldFail:
        return counted(QT_TRANSLATE_N_NOOP("replay", "Also send %n that would only fail again"));
    case SkipReason::AlreadyReplayed:
        return counted(QT_TRANSLATE_N_NOOP("replay", "Also send %n that were sent again before"));
    default:
        return {};
    }
}

QString replayReason(const ReplayResult& result)
{
    if (result.skip == SkipReason::Verdict && result.facts && result.facts->verdict)
        return result.facts->verdict->sentences(currentLanguage()).join(u' ');
    const auto why = sentenceOf(result, currentLanguage());
    return why ? why->what : QString();
}

} // namespace nc
