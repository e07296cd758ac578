#include "failures/trace/tracejoin.h"

#include "failures/deliveries/delivery.h"
#include "failures/facts/errors.h"
#include "failures/facts/eventidentity.h"
#include "failures/facts/platformtopics.h"
#include "failures/facts/unseensources.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

Error words(ErrorCode code, const QString& subject = {}, const QString& detail = {})
{
    return {code, subject, detail, Next::Abort};
}

/// Puts the facts of one family about one person into steps.
class Timeline {
public:
    Timeline(const TraceFamily& family, const TracePerson* person, const TraceContext& context)
        : m_family(family)
        , m_person(person)
        , m_context(context)
    {
        m_out.templateName = family.templateName;
        m_out.recipient = person ? person->key() : QString();
    }

    TraceNotification build();

private:
    bool concerns(const TraceFact& fact) const;
    void add(const TraceFact& fact);
    void addAudit(const TraceFact& fact);
    void addLedger(const TraceFact& fact);
    void addInbox();
    TraceStep stepOf(const TraceFact& fact, TraceStage stage, Error summary) const;
    TraceChannel& branch(const QString& channel);
    /// Adds to an earlier step of the same kind, or is a new one.
    void fold(const TraceFact& fact, TraceStep step);

    const TraceFamily& m_family;
    const TracePerson* m_person;
    const TraceContext& m_context;
    TraceNotification m_out;
    /// By fold key, channel and how often it was sent: number of the step in its branch.
    QHash<QString, qsizetype> m_folded;
    QHash<QString, int> m_rounds; ///< by channel: sent so often
    QSet<QByteArray> m_messages; ///< what was put into the inbox
    bool m_inboxUntold = false;
};

bool Timeline::concerns(const TraceFact& fact) const
{
    if (!m_person)
        return true;
    if (fact.kind == TraceFact::Kind::Audit && fact.audit == DeliveryKind::SilentFailure)
        return fact.personIndex < 0 || fact.people.value(fact.personIndex).overlaps(*m_person);
    if (fact.people.isEmpty() || fact.hasEvent || (fact.channel.isEmpty() && fact.kind != TraceFact::Kind::Other))
        return true;
    return std::ranges::any_of(fact.people, [this](const TracePerson& person) { return person.overlaps(*m_person); });
}

TraceStep Timeline::stepOf(const TraceFact& fact, TraceStage stage, Error summary) const
{
    TraceStep step;
    step.at = step.last = fact.at;
    step.stage = stage;
    step.place = fact.place;
    step.channel = fact.channel;
    step.templateName = m_family.templateName;
    step.state = stageName(stage);
    step.summary = std::move(summary);
    step.cause = fact.cause;
    step.recipient = m_out.recipient;
    step.process = fact.process;
    step.traceId = fact.traces.value(0);
    return step;
}

TraceChannel& Timeline::branch(const QString& channel)
{
    for (TraceChannel& one : m_out.channels) {
        if (one.channel == channel)
            return one;
    }
    m_out.channels.append({channel, TraceOutcome::Unknown, 0, {}});
    return m_out.channels.last();
}

void Timeline::fold(const TraceFact& fact, TraceStep step)
{
    // Attempts on a channel's record belong to that record, all else to the event that was sent last.
    const bool ofRecord = fact.audit == DeliveryKind::RecordAttempt;
    const QString key = QString::fromLatin1(fact.foldKey.toHex())
        + u"%1\n%2"_s.arg(fact.channel).arg(m_rounds.value(ofRecord ? fact.channel : QString()));
    QList<TraceStep>& steps = branch(fact.channel).steps;
    if (const auto known = m_folded.constFind(key); known != m_folded.constEnd()) {
        TraceStep& first = steps[*known];
        ++first.times;
        first.last = fact.at;
        if (first.stage == TraceStage::Attempt)
            first.summary.subject = QString::number(first.times);
        else if (step.state != u"open")
            first.state = step.state;
        return;
    }
    m_folded.insert(key, steps.size());
    steps.append(std::move(step));
}

void Timeline::addAudit(const TraceFact& fact)
{
    switch (fact.audit) {
    case DeliveryKind::SilentFailure: {
        TraceStep step = stepOf(fact, TraceStage::SilentFailure,
            words(fact.personIndex < 0 ? errors::traceSilentUncertain : errors::traceSilent, fact.channel));
        step.state = deliveryStateName(DeliveryState::Open);
        const LedgerIndex ledger = m_context.ledgers.value(fact.place.topic);
        if (const auto mark = ledger.latest(fact.place.partition, fact.place.offset))
            step.state = deliveryStateName(
                mark->action == LedgerAction::Discarded ? DeliveryState::Discarded : DeliveryState::Resent);
        else if (!ledger.isWhole())
            step.state = deliveryStateName(DeliveryState::Unknown);
        fold(fact, std::move(step));
        addLedger(fact);
        return;
    }
    case DeliveryKind::EventAttempt:
    case DeliveryKind::RecordAttempt:
        fold(fact, stepOf(fact, TraceStage::Attempt, words(errors::traceAttempts, u"1"_s)));
        return;
    case DeliveryKind::Delivered:
        branch(fact.channel).steps.append(stepOf(fact, TraceStage::Delivered, words(errors::traceDelivered)));
        ++branch(fact.channel).deliveries;
        if (!fact.message.isEmpty() && fact.channel == u"inbox")
            m_messages.insert(fact.message);
        return;
    }
}

void Timeline::add(const TraceFact& fact)
{
    switch (fact.kind) {
    case TraceFact::Kind::Event: {
        const bool again = m_rounds[{}]++ > 0;
        const ErrorCode named = again ? errors::traceRequestedAgain : errors::traceRequested;
        branch({}).steps.append(stepOf(fact, TraceStage::Requested,
            words(fact.templateName.isEmpty() ? errors::traceRequestedUnnamed : named, fact.templateName)));
        return;
    }
    case TraceFact::Kind::ChannelRecord: {
        ++m_rounds[fact.channel];
        branch(fact.channel).steps.append(stepOf(fact, TraceStage::Handed, words(errors::traceHanded, fact.channel)));
        if (fact.channel == u"inbox" && !fact.message.isEmpty())
            m_messages.insert(fact.message);
        return;
    }
    case TraceFact::Kind::Audit:
        addAudit(fact);
        return;
    case TraceFact::Kind::DeadLetter: {
        TraceStep step = stepOf(fact, TraceStage::Dead,
            words(fact.state == LetterState::Returned ? errors::traceDeadAgain : errors::traceDead, fact.place.topic));
        step.state = stateName(fact.state);
        branch(fact.channel).steps.append(std::move(step));
        addLedger(fact);
        return;
    }
    case TraceFact::Kind::Other:
        branch(fact.channel)
            .steps.append(stepOf(fact, TraceStage::Mentioned, words(errors::traceMentioned, fact.place.topic)));
        return;
    }
}

void Timeline::addLedger(const TraceFact& fact)
{
    const auto ledger = m_context.ledgers.constFind(fact.place.topic);
    if (ledger == m_context.ledgers.constEnd())
        return;
    for (const LedgerEntry& entry : ledger->entries()) {
        for (const LedgerRun& run : entry.runs) {
            if (run.partition != fact.place.partition || fact.place.offset < run.offset
                || fact.place.offset >= run.offset + run.count)
                continue;
            TraceStep step = stepOf(fact, TraceStage::SentAgain, {});
            step.cause.reset();
            step.at = step.last = entry.at;
            step.by = entry.by;
            if (entry.action == LedgerAction::Discarded) {
                step.stage = TraceStage::Discarded;
                step.summary = words(errors::traceDiscarded, entry.by, entry.reason);
            } else if (entry.action == LedgerAction::Reopened) {
                step.stage = TraceStage::Reopened;
                step.summary = words(errors::traceReopened, entry.by, entry.reason);
            } else {
                const QString target = entry.targets.value(run.target);
                if (!target.isEmpty())
                    step.target =
                        RecordPlace{target, run.targetPartition, run.targetOffset + fact.place.offset - run.offset};
                // The ledger is written last; what went is told before what came of it.
                for (const TraceFact& went : m_family.facts) {
                    if (step.target && went.place == *step.target)
                        step.at = step.last = std::min(entry.at, went.at);
                }
                step.summary = words(errors::traceSentAgain, entry.by, target);
            }
            step.state = stageName(step.stage);
            branch(fact.channel).steps.append(std::move(step));
        }
    }
}

void Timeline::addInbox()
{
    if (!m_context.inbox || m_messages.isEmpty() || !m_person)
        return;
    bool othersToo = false;
    bool found = false;
    for (const InboxMessage& row : *m_context.inbox) {
        if (!m_messages.contains(messageHash(row.subject, row.message)))
            continue;
        // The same text of another time is another notification.
        const TraceChannel& inbox = branch(u"inbox"_s);
        const bool near = std::ranges::any_of(inbox.steps, [&row](const TraceStep& step) {
            return InboxPeople::isNear(step.at, row) || InboxPeople::isNear(step.last, row);
        });
        if (!near)
            continue;
        if (!m_context.people.isTheirs(*m_person, row)) {
            othersToo = true;
            continue;
        }
        found = true;
        TraceStep step;
        step.at = step.last = row.createdAt;
        step.stage = TraceStage::Inbox;
        step.channel = u"inbox"_s;
        step.templateName = m_family.templateName;
        step.state = row.isAcknowledged ? u"read"_s : u"unread"_s;
        step.summary = words(row.isAcknowledged ? errors::traceInboxRead : errors::traceInboxUnread);
        step.recipient = m_out.recipient;
        branch(u"inbox"_s).steps.append(std::move(step));
    }
    m_inboxUntold = othersToo && !found;
}

TraceNotification Timeline::build()
{
    for (const TraceFact& fact : m_family.facts) {
        if (m_out.process.isEmpty())
            m_out.process = fact.process;
        if (concerns(fact))
            add(fact);
    }
    addInbox();
    static const QStringList order{QString(), u"inbox"_s, u"email"_s, u"diia"_s};
    std::ranges::stable_sort(m_out.channels, {}, [](const TraceChannel& one) {
        const qsizetype at = order.indexOf(one.channel);
        return at < 0 ? order.size() : at;
    });
    for (TraceChannel& channel : m_out.channels) {
        std::ranges::stable_sort(channel.steps, [](const TraceStep& a, const TraceStep& b) {
            return a.at != b.at ? a.at < b.at : (a.stage == TraceStage::SentAgain) > (b.stage == TraceStage::SentAgain);
        });
        channel.outcome = outcomeOf(channel, m_context);
        if (!channel.steps.isEmpty() && (m_out.at < 0 || channel.steps.first().at < m_out.at))
            m_out.at = channel.steps.first().at;
    }
    // What the channels tell makes the event itself a thing of the past.
    for (TraceChannel& channel : m_out.channels) {
        const bool asked = std::ranges::any_of(
            channel.steps, [](const TraceStep& step) { return step.stage == TraceStage::Requested; });
        if (!channel.channel.isEmpty() || !asked
            || (channel.outcome != TraceOutcome::Waiting && channel.outcome != TraceOutcome::Unknown))
            continue;
        const qint64 since = channel.steps.last().at;
        const bool goneOn = std::ranges::any_of(m_out.channels, [since](const TraceChannel& other) {
            return !other.channel.isEmpty() && !other.steps.isEmpty() && other.steps.last().last >= since;
        });
        if (goneOn)
            channel.outcome = TraceOutcome::Handled;
    }
    if (m_inboxUntold && m_context.finished) {
        TraceStep step = branch(u"inbox"_s).steps.last();
        step.stage = TraceStage::Untold;
        step.state = stageName(step.stage);
        step.place = {};
        step.target.reset();
        step.cause.reset();
        step.times = 1;
        step.summary = words(errors::traceInboxUntold);
        branch(u"inbox"_s).steps.append(std::move(step));
    }
    const RecordPlace& first = m_family.facts.first().place;
    m_out.id = m_family.context.isEmpty() ? u"%1:%2:%3"_s.arg(first.topic).arg(first.partition).arg(first.offset)
                                          : m_family.context + u'\n' + m_family.templateName;
    m_out.id += u'\n' + m_out.recipient;
    return std::move(m_out);
}

/// The event as a whole counts only where no channel does.
TraceOutcome worstOf(const TraceNotification& notification)
{
    static constexpr TraceOutcome order[] = {TraceOutcome::Dead, TraceOutcome::SilentlyFailed, TraceOutcome::Waiting,
        TraceOutcome::Unknown, TraceOutcome::Discarded, TraceOutcome::Delivered};
    for (const bool ofEvent : {false, true}) {
        for (const TraceOutcome outcome : order) {
            const bool has = std::ranges::any_of(notification.channels, [&](const TraceChannel& channel) {
                return channel.channel.isEmpty() == ofEvent && channel.outcome == outcome;
            });
            if (has)
                return outcome;
        }
    }
    return TraceOutcome::Unknown;
}

/// Messages of the inbox whose records are gone.
void addLooseMessages(const TraceQuery& query, const TraceContext& context, QList<TraceNotification>& out)
{
    if (query.by != TraceQuery::By::Recipient || !context.inbox)
        return;
    QSet<std::pair<qint64, QString>> known;
    for (const TraceNotification& notification : std::as_const(out)) {
        for (const TraceChannel& channel : notification.channels) {
            for (const TraceStep& step : channel.steps) {
                if (step.stage == TraceStage::Inbox)
                    known.insert({step.at, step.recipient.toLower()});
            }
        }
    }
    for (const InboxMessage& row : *context.inbox) {
        if (known.contains({row.createdAt, query.text.toLower()})
            || (row.recipient.compare(query.text, Qt::CaseInsensitive) != 0
                && row.recipient != context.people.idOf(query.text)))
            continue;
        TraceStep step;
        step.at = step.last = row.createdAt;
        step.stage = TraceStage::Inbox;
        step.channel = u"inbox"_s;
        step.state = row.isAcknowledged ? u"read"_s : u"unread"_s;
        step.summary = words(row.isAcknowledged ? errors::traceInboxRead : errors::traceInboxUnread);
        step.recipient = query.text;
        TraceNotification loose;
        loose.id = u"inbox\n"_s + row.id;
        loose.at = row.createdAt;
        loose.recipient = query.text;
        loose.outcome = TraceOutcome::Delivered;
        loose.channels = {{u"inbox"_s, TraceOutcome::Delivered, 1, {step}}};
        out.append(loose);
    }
}

} // namespace

bool TraceContext::sees(const QString& source) const
{
    return finished && !unseen.contains(source)
        && (topics.isEmpty() || source == sources::ledger || source == sources::inbox || topics.contains(source));
}

QStringList sourcesAfter(const QString& channel)
{
    QStringList after{auditTopic()};
    for (const QString& topic : serviceTopics()) {
        // An event goes on in every channel.
        if (channel.isEmpty() || channelOfTopic(topic) == channel)
            after << topic << topic + u".DLT"_s;
    }
    return after;
}

TraceOutcome outcomeOf(const TraceChannel& channel, const TraceContext& context)
{
    TraceOutcome outcome = TraceOutcome::Unknown;
    TraceOutcome beforeDiscard = TraceOutcome::Unknown;
    for (const TraceStep& step : channel.steps) {
        switch (step.stage) {
        case TraceStage::Requested:
        case TraceStage::Handed:
        case TraceStage::Attempt:
        case TraceStage::SentAgain:
            outcome = TraceOutcome::Waiting;
            break;
        case TraceStage::Delivered:
        case TraceStage::Inbox:
            return TraceOutcome::Delivered;
        case TraceStage::SilentFailure:
            outcome = TraceOutcome::SilentlyFailed;
            break;
        case TraceStage::Dead:
            outcome = TraceOutcome::Dead;
            break;
        case TraceStage::Discarded:
            beforeDiscard = outcome;
            outcome = TraceOutcome::Discarded;
            break;
        case TraceStage::Reopened:
            outcome = beforeDiscard;
            break;
        case TraceStage::Mentioned:
        case TraceStage::Missing:
        case TraceStage::Untold:
            break;
        }
    }
    const bool askable = std::ranges::all_of(
        sourcesAfter(channel.channel), [&context](const QString& source) { return context.sees(source); });
    return outcome == TraceOutcome::Waiting && !askable ? TraceOutcome::Unknown : outcome;
}

QList<TraceNotification> joinTrace(const TraceQuery& query, const QList<TraceFact>& facts, const TraceContext& context)
{
    QList<TraceNotification> out;
    const bool ofPerson = query.by == TraceQuery::By::Recipient || query.by == TraceQuery::By::Email;
    for (const TraceFamily& family : TraceFamilies(context.ledgers).join(facts)) {
        QList<const TracePerson*> people;
        for (const TracePerson& person : family.people) {
            if (!ofPerson || person.isCalled(query.text))
                people.append(&person);
        }
        // Nobody can be told: it is shown as it is.
        if (people.isEmpty())
            people.append(nullptr);
        for (const TracePerson* person : std::as_const(people)) {
            TraceNotification notification = Timeline(family, person, context).build();
            if (context.finished)
                nameWhatIsMissing(notification, family, context);
            notification.outcome = worstOf(notification);
            out.append(std::move(notification));
        }
    }
    addLooseMessages(query, context, out);
    std::ranges::stable_sort(out, {}, &TraceNotification::at);
    return out;
}

} // namespace nc
