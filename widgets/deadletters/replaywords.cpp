#include "widgets/deadletters/replaywords.h"

#include "widgets/common/language.h"

#include <QCoreApplication>

namespace nc {

static QString tr(const char* text)
{
    return QCoreApplication::translate("replay", text);
}

QString replayReason(const ReplayResult& result)
{
    if (result.error)
        return sentenceFor(*result.error, currentLanguage()).what;
    switch (result.skip) {
    case SkipReason::None:
        break;
    case SkipReason::AlreadyReplayed:
        return tr(QT_TRANSLATE_NOOP("replay", "sent back already"));
    case SkipReason::Discarded:
        return tr(QT_TRANSLATE_NOOP("replay", "discarded"));
    case SkipReason::ExpectsReply:
        return tr(QT_TRANSLATE_NOOP("replay", "its sender waited for a reply"));
    case SkipReason::CameBackTooOften:
        return tr(QT_TRANSLATE_NOOP("replay", "has come back too often"));
    case SkipReason::EventIsDead:
        return tr(QT_TRANSLATE_NOOP("replay", "its event is a dead letter: replay that one instead"));
    }
    if (result.typeUnknown)
        return tr(QT_TRANSLATE_NOOP("replay", "unwrapped; goes without __TypeId__, which nobody knows for this topic"));
    return {};
}

} // namespace nc
