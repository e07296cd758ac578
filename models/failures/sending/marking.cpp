#include "failures/sending/marking.h"

#include "failures/facts/platformtopics.h"
#include "failures/sending/replayer.h"
#include "failures/sending/resender.h"

namespace nc {

Result<qint64> markFailures(const JudgeAccess& access, const QString& topic, const OffsetSelection& chosen, bool undo,
    const QString& reason, const Pass& pass, const TaskContext& task)
{
    const auto changed = [](const Result<Replayer::DiscardSummary>& done) -> Result<qint64> {
        return done ? Result<qint64>(done->changed) : fail(done.error());
    };
    if (topic == auditTopic()) {
        const auto resender = Resender::open(access.kafka);
        if (!resender)
            return fail(resender.error());
        ResendRequest request;
        request.offsets = chosen;
        request.reason = reason;
        request.localLedger = access.localLedger;
        request.pass = &pass;
        return changed((*resender)->discard(request, undo, task));
    }
    const auto replayer = Replayer::open(access.kafka);
    if (!replayer)
        return fail(replayer.error());
    ReplayRequest request{.topic = topic};
    request.offsets = chosen;
    request.reason = reason;
    request.localLedger = access.localLedger;
    request.pass = &pass;
    return changed((*replayer)->discard(request, undo, task));
}

} // namespace nc
