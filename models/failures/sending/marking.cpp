#include "failures/sending/marking.h"

#include "failures/facts/platformtopics.h"
#include "failures/sending/sender.h"

namespace nc {

Result<qint64> markFailures(const JudgeAccess& access, const QString& topic, const OffsetSelection& chosen, bool undo,
    const QString& reason, const TaskContext& task)
{
    const auto sender = Sender::open(access.kafka);
    if (!sender)
        return fail(sender.error());
    const auto mark = [&](auto request) -> Result<qint64> {
        request.offsets = chosen;
        request.reason = reason;
        request.localLedger = access.localLedger;
        const auto done = (*sender)->discard(request, undo, task);
        return done ? Result<qint64>(done->changed) : fail(done.error());
    };
    if (topic == auditTopic())
        return mark(ResendRequest{});
    ReplayRequest letters;
    letters.topic = topic;
    return mark(letters);
}

} // namespace nc
