#include "failures/facts/errors.h"
#include "failures/facts/platformtopics.h"
#include "failures/facts/unseensources.h"
#include "failures/trace/tracejoin.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

bool has(const TraceChannel& channel, TraceStage stage)
{
    return std::ranges::any_of(channel.steps, [stage](const TraceStep& step) { return step.stage == stage; });
}

void append(TraceChannel& channel, TraceStage stage, ErrorCode code, const QString& subject)
{
    TraceStep step;
    if (!channel.steps.isEmpty()) {
        const TraceStep& after = channel.steps.last();
        step.at = step.last = after.at;
        step.templateName = after.templateName;
        step.recipient = after.recipient;
        step.process = after.process;
    }
    step.stage = stage;
    step.channel = channel.channel;
    step.state = stageName(step.stage);
    step.summary = {code, subject, {}, Next::Abort};
    channel.steps.append(step);
}

/// Nothing but what the steps before it allow to expect, and what all of `sources` were looked at for.
void miss(TraceChannel& channel, const TraceContext& context, const QStringList& sources, ErrorCode code,
    const QString& subject = {})
{
    QStringList unseen;
    std::ranges::copy_if(
        sources, std::back_inserter(unseen), [&context](const QString& source) { return !context.sees(source); });
    if (unseen.isEmpty())
        append(channel, TraceStage::Missing, code, subject);
    else
        append(channel, TraceStage::Untold, errors::traceUntold, unseen.join(u", "_s));
}

/// What a channel's last step leaves open.
void missInChannel(TraceChannel& channel, const TraceContext& context)
{
    const QString topic = channel.channel + u"-notifications"_s;
    const bool delivered = has(channel, TraceStage::Delivered);
    // Of a delivered one nothing is said that nobody could look for.
    if (delivered && !has(channel, TraceStage::Handed) && serviceTopics().contains(topic) && context.sees(topic))
        miss(channel, context, {topic}, errors::traceNoRecord, topic);
    const auto isAsked = [&context](const TraceStep& step) {
        return step.stage == TraceStage::Delivered && step.at >= context.inboxFrom;
    };
    if (channel.channel == u"inbox" && std::ranges::any_of(channel.steps, isAsked) && context.inbox
        && context.sees(sources::inbox) && !has(channel, TraceStage::Inbox) && !has(channel, TraceStage::Untold))
        miss(channel, context, {sources::inbox}, errors::traceNoInboxRow);
    const auto last = std::ranges::find_if(channel.steps.rbegin(), channel.steps.rend(),
        [](const TraceStep& step) { return step.stage != TraceStage::Missing && step.stage != TraceStage::Untold; });
    if (delivered || has(channel, TraceStage::Inbox) || last == channel.steps.rend())
        return;
    const QStringList after = sourcesAfter(channel.channel);
    switch (last->stage) {
    case TraceStage::Handed:
        miss(channel, context, after, errors::traceNoAudit, channel.channel);
        break;
    case TraceStage::Attempt:
        miss(channel, context, {topic + u".DLT"_s}, errors::traceNoDeadLetter, topic + u".DLT"_s);
        break;
    case TraceStage::SilentFailure:
    case TraceStage::Dead:
    case TraceStage::Reopened:
        miss(channel, context, after + QStringList{sources::ledger}, errors::traceNothingSince);
        break;
    case TraceStage::SentAgain:
        miss(channel, context, after, errors::traceNothingAfterSending);
        break;
    default:
        break;
    }
}

/// The last thing that happened to the event itself decides.
void missInEvent(TraceNotification& notification, TraceChannel& event, bool someChannel, const TraceContext& context)
{
    const QStringList after = sourcesAfter({});
    qint64 lastOfChannels = -1;
    for (const TraceChannel& channel : std::as_const(notification.channels)) {
        if (!channel.channel.isEmpty() && !channel.steps.isEmpty())
            lastOfChannels = std::max(lastOfChannels, channel.steps.last().last);
    }
    const TraceStep last = event.steps.last();
    switch (last.stage) {
    case TraceStage::Requested:
        if (has(event, TraceStage::SentAgain) && lastOfChannels < last.at)
            miss(event, context, after, errors::traceNothingAfterSending);
        else if (!someChannel)
            miss(event, context, after, errors::traceNothingFollowed);
        break;
    case TraceStage::Attempt:
        if (lastOfChannels <= last.last)
            miss(event, context, {u"user-notifications.DLT"_s}, errors::traceNoDeadLetter, u"user-notifications.DLT"_s);
        break;
    case TraceStage::Dead:
    case TraceStage::Reopened:
        miss(event, context, after + QStringList{sources::ledger}, errors::traceNothingSince);
        break;
    case TraceStage::SentAgain:
        if (lastOfChannels < last.at)
            miss(event, context, after, errors::traceNothingAfterSending);
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
    if (!hasEvent && context.sees(serviceTopics().first())) {
        notification.channels.prepend({QString(), TraceOutcome::Unknown, 0, {}});
        TraceChannel& event = notification.channels.first();
        // Something to take time and names from.
        event.steps = {notification.channels[1].steps.first()};
        miss(event, context, {serviceTopics().first()}, direct ? errors::traceNoEventDirect : errors::traceNoEvent);
        event.steps.removeFirst();
        event.steps.last().channel.clear();
        if (notification.channels[1].channel.isEmpty()) {
            notification.channels[1].steps.prepend(event.steps.first());
            notification.channels.removeFirst();
        }
    } else if (hasEvent && someChannel && !email) {
        // That nothing went there is told by what would have.
        const bool told =
            std::ranges::all_of(sourcesAfter(u"email"_s), [&context](const QString& one) { return context.sees(one); });
        const bool asked = std::ranges::none_of(family.facts,
            [](const TraceFact& fact) { return fact.kind == TraceFact::Kind::Event && fact.ignoresPreferences; });
        if (first.channel.isEmpty() && told)
            miss(first, context, {}, asked ? errors::traceNoEmail : errors::traceNoEmailAsked);
    }
}

} // namespace nc
