#include "failures/sending/resendplan.h"

#include "failures/facts/errors.h"
#include "failures/facts/eventidentity.h"
#include "failures/facts/platformtopics.h"
#include "failures/facts/verdictresult.h"
#include "failures/sending/resendevent.h"

#include <QJsonArray>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

QJsonObject recipientOf(const AuditDelivery& audit)
{
    return audit.recipientIndex < 0 ? QJsonObject()
                                    : audit.notification["recipients"_L1].toArray().at(audit.recipientIndex).toObject();
}

QByteArray deliveryKeyFor(const AuditDelivery& audit)
{
    const QByteArray event = eventKeyOf(audit.notification);
    return event.isEmpty() ? QByteArray()
                           : deliveryKeyOf(event, recipientName(recipientOf(audit), audit.channel), audit.channel);
}

} // namespace

ResendPlan::ResendPlan(
    const ResendRequest& request, DeadEvents dead, DeliveryHistory history, qint32 partitions, qint64 now)
    : m_request(request)
    , m_dead(std::move(dead))
    , m_history(std::move(history))
    , m_partitions(partitions)
    , m_next(static_cast<qint32>(QRandomGenerator::global()->bounded(1 << 20)))
    , m_now(now)
{
}

ReplayItem ResendPlan::itemFor(const Delivery& row, const Record& source)
{
    ReplayItem item;
    item.partition = row.audit.place.partition;
    item.offset = row.audit.place.offset;
    item.timestamp = source.timestamp;
    item.key = source.key;
    item.value = source.value;
    item.also = row.places.mid(1);
    return item;
}

SkipReason ResendPlan::heldBecause(const Delivery& row, ReplayResult& result, ReplayFacts& facts) const
{
    const AuditDelivery& audit = row.audit;
    if (row.isHandled() && !m_request.again) {
        if (row.mark)
            result.target = row.mark->target;
        return row.state == DeliveryState::Discarded ? SkipReason::Discarded : SkipReason::AlreadyReplayed;
    }
    facts.templateName = audit.templateName;
    if (const auto life = m_request.shelfLives.of(audit.channel, audit.templateName)) {
        facts.shelfLife = *life;
        facts.age = std::chrono::milliseconds(m_now - audit.at);
        if (facts.age > *life && !m_request.force)
            return SkipReason::TooLate;
    }
    const DeadEvents::State dead = m_dead.stateOf(row);
    if (dead != DeadEvents::State::Absent && !m_request.force) {
        facts.mark = m_dead.sendingOf(row);
        if (dead == DeadEvents::State::Replayed && facts.mark)
            result.target = facts.mark->target;
        return dead == DeadEvents::State::Open ? SkipReason::EventIsDead : SkipReason::EventReplayed;
    }
    // Another attempt on the same event may have got through.
    const QString name = recipientName(recipientOf(audit), audit.channel);
    for (const EarlierDelivery& one : m_history.ofEvent(audit.notification, audit.at).into(facts.unseen)) {
        if (one.recipient == name && one.channel == audit.channel.toLower() && one.at >= audit.at)
            facts.earlier.append(one);
    }
    if (m_request.force || m_request.again)
        return SkipReason::None;
    if (!facts.earlier.isEmpty())
        return SkipReason::AlreadyGot;
    return facts.unseen.isEmpty() ? SkipReason::None : SkipReason::Unseen;
}

ResendPlan::Decision ResendPlan::decide(const Delivery& row, const std::optional<Record>& source)
{
    auto facts = std::make_shared<ReplayFacts>();
    ReplayResult result{row.audit.place.partition, row.audit.place.offset};
    result.target = {serviceTopics().first(), -1, -1};
    result.facts = facts;
    if (m_request.judge)
        facts->verdict = m_request.judge(row);
    result.skip = heldBecause(row, result, *facts);
    if (result.skip == SkipReason::None && m_request.onlyVerdict && facts->verdict
        && facts->verdict->outcome != *m_request.onlyVerdict)
        result.skip = SkipReason::Verdict;
    if (result.skip != SkipReason::None)
        return {result, {}};
    const auto event = resendEvent(row.audit);
    if (!event || !source) {
        result.outcome = ReplayOutcome::Failed;
        result.error = event
            ? Error{errors::cannotResend, u"%1:%2"_s.arg(result.partition).arg(result.offset), {}, Next::Abort}
            : event.error();
        return {result, {}};
    }
    ReplayItem item = itemFor(row, *source);
    item.out.topic = result.target.topic;
    item.out.partition = m_next++ % m_partitions;
    item.out.value = *event;
    item.out.headers = {{"__TypeId__", expectedType(item.out.topic)}};
    item.deliveryKey = deliveryKeyFor(row.audit);
    if (m_request.preview) {
        facts->hasPreview = true;
        facts->before = *source;
        facts->after = item.out;
    }
    item.facts = facts;
    result.outcome = ReplayOutcome::WouldReplay;
    result.target.partition = item.out.partition;
    return {result, std::move(item)};
}

} // namespace nc
