#include "failures/trace/traceresult.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {

QString stageName(TraceStage stage)
{
    static constexpr QLatin1StringView names[] = {"requested"_L1, "failed-attempt"_L1, "silently-failed"_L1,
        "handed"_L1, "delivered"_L1, "inbox"_L1, "dead"_L1, "sent-again"_L1, "discarded"_L1, "reopened"_L1,
        "mentioned"_L1, "missing"_L1, "untold"_L1};
    return names[static_cast<int>(stage)];
}

QString outcomeName(TraceOutcome outcome)
{
    static constexpr QLatin1StringView names[] = {
        "unknown"_L1, "waiting"_L1, "delivered"_L1, "silently-failed"_L1, "dead"_L1, "discarded"_L1, "handled"_L1};
    return names[static_cast<int>(outcome)];
}

QString wordsOf(const TraceStep& step, Language language)
{
    const QString what = sentenceFor(step.summary, language).what;
    return step.cause ? what + u' ' + step.cause->summary(language) : what;
}

QList<TraceStep> stepsByTime(const TraceResult& result)
{
    QList<TraceStep> steps;
    for (const TraceNotification& notification : result.notifications) {
        for (const TraceChannel& channel : notification.channels)
            steps += channel.steps;
    }
    std::ranges::stable_sort(steps, [](const TraceStep& a, const TraceStep& b) {
        return a.at != b.at ? a.at < b.at : a.isAbsence() < b.isAbsence();
    });
    return steps;
}

} // namespace nc
