#include "publish/plan/publishoutcome.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {

QString wordFor(PublishResult result)
{
    switch (result) {
    case PublishResult::Created:
        return u"created"_s;
    case PublishResult::Updated:
        return u"updated"_s;
    case PublishResult::Unchanged:
        return u"unchanged"_s;
    case PublishResult::Deleted:
        return u"deleted"_s;
    case PublishResult::Failed:
        return u"failed"_s;
    case PublishResult::Skipped:
        return u"skipped"_s;
    }
    Q_UNREACHABLE();
}

qsizetype PublishReport::count(PublishResult result) const
{
    return std::ranges::count(outcomes, result, &PublishOutcome::result);
}

Ending endingOf(const PublishReport& report)
{
    const qint64 done = report.count(PublishResult::Created) + report.count(PublishResult::Updated)
        + report.count(PublishResult::Deleted);
    if (report.stopped)
        return Ending::ofError(*report.stopped, done);
    return {report.ok() ? JournalResult::Done : JournalResult::Failed, done};
}

} // namespace nc
