#include "failures/sending/resendplan.h"

#include "failures/facts/errors.h"
#include "failures/facts/eventidentity.h"
#include "failures/facts/platformtopics.h"
#include "failures/facts/verdictresult.h"
#include "failures/sending/resendevent.h"
#include "kafka/client/errors.h"

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
    const ResendRequest& request, DeadEvents dead, DeliveryHistory history, ResendTarget target, qint64 now)
    : m_request(request)
    , m_dead(std::move(dead))
    , m_history(std::move(history))
    , m_target(target)
    , m_next(static_cast<qint32>(QRandomGenerator::global()->bounded(1 << 20)))
    , m_now(now)
{
}

SendingItem ResendPlan::itemFor(const Delivery& row, const Record& source)
{
    SendingItem item;
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
    if (row.state != DeliveryState::Open && !m_request.again) {
        if (row.mark)
            result.target = row.mark->target;
        return row.state == DeliveryState::Discarded ? SkipReason::Discarded : SkipReason::AlreadyReplayed;
    }
    facts.templateName = audit.templateName;
    if (const auto life = m_request.shelfLives.of(audit.channel, audit.templateName)) {
        facts.shelfLife = *life;
        facts.age = std::chrono::milliseconds(m_now - audit.at);
        if (facts.age > *life && !m_request.allows(SkipReason::TooLate))
            return SkipReason::TooLate;
    }
    const DeadEvents::State dead = m_dead.stateOf(row);
    if (dead == DeadEvents::State::Open && !m_request.allows(SkipReason::EventIsDead))
        return SkipReason::EventIsDead;
    if (dead == DeadEvents::State::Replayed && !m_request.allows(SkipReason::EventReplayed)) {
        facts.mark = m_dead.sendingOf(row);
        if (facts.mark)
            result.target = facts.mark->target;
        return SkipReason::EventReplayed;
    }
    // Another attempt on the same event may have got through.
    const QString name = recipientName(recipientOf(audit), audit.channel);
    for (const EarlierDelivery& one : m_history.ofEvent(audit.notification, audit.at)) {
        if (one.recipient == name && one.channel == audit.channel.toLower() && one.at >= audit.at)
            facts.earlier.append(one);
    }
    if (!facts.earlier.isEmpty() && !m_request.again && !m_request.allows(SkipReason::AlreadyGot))
        return SkipReason::AlreadyGot;
    return m_request.heldByVerdict(facts.verdict);
}

Result<SendingItem> ResendPlan::ready(const Delivery& row, const std::optional<Record>& source)
{
    const auto event = resendEvent(row.audit);
    if (!event)
        return fail(event.error());
    if (!source)
        return fail(errors::cannotResend, u"%1:%2"_s.arg(row.audit.place.partition).arg(row.audit.place.offset));
    SendingItem item = itemFor(row, *source);
    item.out.topic = serviceTopics().first();
    item.out.partition = m_next++ % m_target.partitions;
    item.anyPartition = true;
    item.out.value = *event;
    item.out.headers = {{"__TypeId__", expectedType(item.out.topic)}};
    item.deliveryKey = deliveryKeyFor(row.audit);
    if (m_target.largestRecord >= 0 && wireSize(item.out) > m_target.largestRecord)
        return fail(errors::recordTooLarge, item.out.topic, QString::number(wireSize(item.out)));
    return item;
}

void ResendPlan::decide(const Delivery& row, const std::optional<Record>& source, SendingChunk& chunk)
{
    ++chunk.scanned;
    auto facts = std::make_shared<ReplayFacts>();
    ReplayResult result{row.audit.place.partition, row.audit.place.offset};
    result.target = {serviceTopics().first(), -1, -1};
    result.facts = facts;
    // What was handled needs no verdict.
    if (m_request.judge && (row.state == DeliveryState::Open || m_request.again))
        facts->verdict = m_request.judge(row);
    result.skip = heldBecause(row, result, *facts);
    if (result.skip != SkipReason::None) {
        chunk.settled.append(result);
        return;
    }
    auto item = ready(row, source);
    if (!item) {
        result.outcome = ReplayOutcome::Failed;
        result.error = item.error();
        chunk.settled.append(result);
        return;
    }
    if (m_request.preview) {
        facts->hasPreview = true;
        facts->before = *source;
        facts->after = item->out;
        facts->after.partition = -1;
    }
    item->facts = facts;
    chunk.append(std::move(*item));
}

} // namespace nc
