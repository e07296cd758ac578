#include "failures/sending/deadevents.h"

#include "failures/facts/eventidentity.h"
#include "failures/facts/platformtopics.h"
#include "failures/letters/deadletterstore.h"
#include "kafka/client/errors.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {

Result<DeadEvents> DeadEvents::read(
    const KafkaAccess& access, const QString& localLedger, LedgerReading reading, const TaskContext& task)
{
    DeadEvents out;
    const QString events = serviceTopics().first();
    const auto store = DeadLetterStore::open(access, localLedger, reading);
    if (!store)
        return fail(store.error());
    const auto topics = (*store)->topicsOf(events, task);
    if (!topics)
        return fail(topics.error());
    for (const QString& topic : *topics) {
        if (const auto read = out.readTopic(**store, topic, task); !read)
            return fail(read.error());
    }
    return out;
}

Result<void> DeadEvents::readTopic(DeadLetterStore& store, const QString& topic, const TaskContext& task)
{
    const QString events = serviceTopics().first();
    LetterQuery query;
    query.topic = topic;
    const auto ledger = store.ledger(query.topic, task);
    if (!ledger)
        return fail(ledger.error());
    const auto visit = [&](const DeadLetter& letter) {
        const QByteArray key = eventKeyOf(QJsonDocument::fromJson(letter.original).object());
        if (key.isEmpty())
            return true;
        Event& event = m_events[key];
        const auto sent = ledger->forTarget(letter.record.partition, letter.record.offset, events);
        if (!sent) {
            event.open = true;
        } else if (sent->action != LedgerAction::Discarded && (!event.mark || sent->entry > event.mark->entry)) {
            event.mark = sent;
            event.auditEnds = ledger->entries()[sent->entry].auditEnds;
        }
        return true;
    };
    const auto done = store.read(query, *ledger, visit, task, LetterParts::WithoutTraces);
    if (!done && !done.error().is(errors::unknownTopic))
        return fail(done.error());
    return {};
}

/// A silent failure behind the audit's end of that time came of the sending itself.
bool DeadEvents::happenedSince(const Delivery& failure, const QList<qint64>& auditEnds)
{
    return std::ranges::any_of(failure.places, [&auditEnds](const RecordPlace& place) {
        return place.partition < auditEnds.size() && place.offset >= auditEnds[place.partition];
    });
}

DeadEvents::State DeadEvents::stateOf(const Delivery& failure) const
{
    const auto event = m_events.constFind(eventKeyOf(failure.audit.notification));
    if (event == m_events.constEnd())
        return State::Absent;
    if (event->open)
        return State::Open;
    return event->mark && !happenedSince(failure, event->auditEnds) ? State::Replayed : State::Absent;
}

std::optional<LedgerMark> DeadEvents::sendingOf(const Delivery& failure) const
{
    return m_events.value(eventKeyOf(failure.audit.notification)).mark;
}

} // namespace nc
