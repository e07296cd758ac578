#include "widgets/failures/trace/tracechoice.h"

#include "failures/trace/tracemodel.h"

namespace nc {
namespace {

void collect(const QList<TraceStep>& steps, TraceChoice& found)
{
    for (const TraceStep& step : steps) {
        const bool open = step.state == u"open" || step.state == u"returned";
        if ((step.stage != TraceStage::Dead && step.stage != TraceStage::SilentFailure) || !open)
            continue;
        if (found.topic.isEmpty())
            found.topic = step.place.topic;
        if (found.topic != step.place.topic)
            continue;
        found.places.add(step.place.partition, step.place.offset, step.place.offset);
        ++found.count;
    }
}

} // namespace

TraceChoice traceChoice(const TraceModel& model, const QModelIndex& at)
{
    TraceChoice found;
    if (const TraceStep* step = model.step(at)) {
        collect({*step}, found);
        if (found.count > 0)
            return found;
    }
    if (const TraceChannel* channel = model.channel(at)) {
        collect(channel->steps, found);
    } else if (const TraceNotification* whole = model.notification(at)) {
        for (const TraceChannel& one : whole->channels)
            collect(one.steps, found);
    }
    return found;
}

} // namespace nc
