#include "widgets/deadletters/replaywords.h"

#include "deadletters/verdict.h"
#include "widgets/common/language.h"

using namespace Qt::StringLiterals;

namespace nc {

QString replayReason(const ReplayResult& result)
{
    const auto why = explain(result);
    if (!why)
        return {};
    if (result.skip == SkipReason::Verdict && result.facts && result.facts->verdict)
        return result.facts->verdict->sentences(currentLanguage()).join(u' ');
    return sentenceFor(*why, currentLanguage()).what;
}

} // namespace nc
