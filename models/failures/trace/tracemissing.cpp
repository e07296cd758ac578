#include "failures/facts/errors.h"
#include "failures/facts/platformtopics.h"
#include "failures/trace/tracejoin.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

bool has(const TraceChannel& channel, TraceStage stage)
{
    return std::ranges::any_of(channel.steps, [stage](const TraceStep& step) { return step.stage == stage; });
}

/// Nothing but what the steps before it allow to expect.
void miss(TraceChannel& channel, ErrorCode code, const QString& subject = {})
{
    TraceStep step;
    if (!channel.steps.isEmpty()) {
        const TraceStep& after = channel.steps.last();
        step.at = step.last = after.at;
        step.templateName = after.templateName;
        step.recipient = after.recipient;
        step.process = after.process;
    }
    step.stage = TraceStage::Missing;
    step.channel = channel.channel;
    step.state = stageName(step.stage);
    step.summary = {code, subject, {}, Next::Abort};
    channel.steps.append(step);
}

/// What a channel's last step leaves open.
void missInChannel(TraceChannel& channel, const TraceContext& context)
{
    const QString topic = channel.channel + u"-notifications"_s;
    const bool delivered = has(channel, TraceStage::Delivered);
    if (delivered && !has(channel, TraceStage::Handed) && serviceTopics().contains(topic))
        miss(channel, errors::traceNoRecord, topic);
    if (channel.channel == u"inbox" && delivered && context.inbox && !has(channel, TraceStage::Inbox))
        miss(channel, errors::traceNoInboxRow);
    const auto last = std::ranges::find_if(channel.steps.rbegin(), channel.steps.rend(),
        [](const TraceStep& step) { return step.stage != TraceStage::Missing; });
    if (delivered || last == channel.steps.rend())
        return;
    switch (last->stage) {
    case TraceStage::Handed:
        if (context.auditSeen)
            miss(channel, errors::traceNoAudit, channel.channel);
        break;
    case TraceStage::Attempt:
        miss(channel, errors::traceNoDeadLetter, context.naming.namesFor(topic).value(0));
        break;
    case TraceStage::SilentFailure:
    case TraceStage::Dead:
    case TraceStage::Reopened:
        miss(channel, errors::traceNothingSince);
        break;
    case TraceStage::SentAgain:
        miss(channel, errors::traceNothingAfterSending);
        break;
    default:
        break;
    }
}

/// The last thing that happened to the event itself decides.
void missInEvent(TraceNotification& notification, TraceChannel& event, bool someChannel, const TraceContext& context)
{
    qint64 lastOfChannels = -1;
    for (const TraceChannel& channel : std::as_const(notification.channels)) {
        if (!channel.channel.isEmpty() && !channel.steps.isEmpty())
            lastOfChannels = std::max(lastOfChannels, channel.steps.last().last);
    }
    const TraceStep last = event.steps.last();
    switch (last.stage) {
    case TraceStage::Requested:
        if (has(event, TraceStage::SentAgain) && lastOfChannels < last.at)
            miss(event, errors::traceNothingAfterSending);
        else if (!someChannel)
            miss(event, errors::traceNothingFollowed);
        break;
    case TraceStage::Attempt:
        if (lastOfChannels <= last.last)
            miss(event, errors::traceNoDeadLetter, context.naming.namesFor(serviceTopics().first()).value(0));
        break;
    case TraceStage::Dead:
    case TraceStage::Reopened:
        miss(event, errors::traceNothingSince);
        break;
    case TraceStage::SentAgain:
        if (lastOfChannels < last.at)
            miss(event, errors::traceNothingAfterSending);
        break;
    default:
        break;
    }
}

} // namespace

void nameWhatIsMissing(TraceNotification& notification, const TraceFamily& family, const TraceContext& context)
{
    const bool mentionsOnly =
        std::ranges::all_of(family.facts, [](const TraceFact& fact) { return fact.kind == TraceFact::Kind::Other; });
    if (mentionsOnly || notification.channels.isEmpty())
        return;
    bool someChannel = false;
    bool email = false;
    for (TraceChannel& channel : notification.channels) {
        if (channel.channel.isEmpty())
            continue;
        someChannel = true;
        email = email || channel.channel == u"email";
        missInChannel(channel, context);
    }
    TraceChannel& first = notification.channels.first();
    if (first.channel.isEmpty())
        missInEvent(notification, first, someChannel, context);
    const bool direct = std::ranges::none_of(family.facts, [](const TraceFact& fact) { return fact.hasEvent; })
        && std::ranges::any_of(
            family.facts, [](const TraceFact& fact) { return fact.kind == TraceFact::Kind::ChannelRecord; });
    const bool hasEvent =
        std::ranges::any_of(family.facts, [](const TraceFact& fact) { return fact.kind == TraceFact::Kind::Event; });
    if (!hasEvent) {
        notification.channels.prepend({QString(), TraceOutcome::Unknown, 0, {}});
        TraceChannel& event = notification.channels.first();
        // Something to take time and names from.
        event.steps = {notification.channels[1].steps.first()};
        miss(event, direct ? errors::traceNoEventDirect : errors::traceNoEvent);
        event.steps.removeFirst();
        event.steps.last().channel.clear();
        if (notification.channels[1].channel.isEmpty()) {
            notification.channels[1].steps.prepend(event.steps.first());
            notification.channels.removeFirst();
        }
    } else if (someChannel && !email) {
        const bool asked = std::ranges::none_of(family.facts,
            [](const TraceFact& fact) { return fact.kind == TraceFact::Kind::Event && fact.ignoresPreferences; });
        if (first.channel.isEmpty())
            miss(first, asked ? errors::traceNoEmail : errors::traceNoEmailAsked);
    }
}

} // namespace nc
