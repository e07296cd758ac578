#include "failures/sending/transactionalsink.h"

#include "failures/facts/errors.h"
#include "failures/facts/platformtopics.h"
#include "failures/ledger/writerfence.h"
#include "kafka/client/errors.h"

#include <numeric>

namespace nc {
namespace {

constexpr int mostAttempts = 2;

} // namespace

TransactionalSink::TransactionalSink(TransactionalProducer& producer, RunInfo info)
    : m_producer(producer)
    , m_info(std::move(info))
{
}

Error TransactionalSink::explained(Error error) const
{
    if (error.is(errors::kafkaFenced) || error.is(errors::kafkaForbidden))
        return explainWriting(std::move(error), m_info.topic);
    if (error.next == Next::InDoubt)
        return {errors::replayInDoubt, m_info.topic, error.detail, Next::InDoubt};
    return error;
}

Result<void> TransactionalSink::add(const SendingItem& item, const TaskContext& task)
{
    if (!m_open) {
        if (const auto begun = m_producer.begin(); !begun)
            return fail(explained(begun.error()));
        m_open = true;
    }
    const auto sent = m_producer.send(item.out, task);
    return sent ? sent : fail(explained(sent.error()));
}

void TransactionalSink::drop()
{
    if (!m_open)
        return;
    m_open = false;
    // Where even this fails the broker ends the transaction by its time-out, or the next console does.
    static_cast<void>(m_producer.abort());
}

Result<void> TransactionalSink::sendAll(const QList<SendingItem>& items, const Indexes& which, const TaskContext& task)
{
    for (const qsizetype i : which) {
        if (const auto sent = add(items[i], task); !sent)
            return sent;
    }
    return {};
}

Result<void> TransactionalSink::sendEntries(const QList<LedgerEntry>& entries, const TaskContext& task)
{
    for (const LedgerEntry& entry : entries) {
        Record record;
        record.topic = ledgerTopicName();
        record.partition = 0;
        record.key = entry.topic.toUtf8();
        record.value = encodeLedgerEntry(entry);
        if (const auto sent = m_producer.send(record, task); !sent)
            return fail(explained(sent.error()));
    }
    return {};
}

/// Acknowledgements, then the ledger, then the commit. Outcomes with an error mean that nothing was committed.
Result<QList<SendOutcome>> TransactionalSink::settle(
    const QList<SendingItem>& items, const Indexes& which, const TaskContext& task)
{
    auto outcomes = m_producer.settle(task);
    if (!outcomes)
        return fail(explained(outcomes.error()));
    for (const SendOutcome& outcome : *outcomes) {
        if (!outcome.ok())
            return outcomes;
    }
    const qsizetype count = outcomes->size();
    const QList<LedgerEntry> entries = makeEntries(items, which, *outcomes, m_info);
    if (const auto sent = sendEntries(entries, task); !sent)
        return fail(sent.error());
    const auto noted = m_producer.settle(task);
    if (!noted)
        return fail(explained(noted.error()));
    for (qsizetype i = count; i < noted->size(); ++i) {
        if (!(*noted)[i].ok())
            return fail(
                explained((*noted)[i].error.value_or(Error{errors::kafkaFailed, ledgerTopicName(), {}, Next::Abort})));
    }
    if (const auto committed = m_producer.commit(task); !committed)
        return fail(explained(committed.error()));
    m_open = false;
    if (!entries.isEmpty())
        m_saidMore = m_info.goesOn;
    return outcomes;
}

Result<QList<SendOutcome>> TransactionalSink::finish(const QList<SendingItem>& items, const TaskContext& task)
{
    QList<SendOutcome> outcomes(items.size());
    Indexes all(items.size());
    std::iota(all.begin(), all.end(), 0);
    // The records are on their way already: the first attempt only settles.
    if (const auto done = repeat(items, all, outcomes, 0, task); !done) {
        drop();
        return fail(done.error());
    }
    return outcomes;
}

Result<void> TransactionalSink::repeat(const QList<SendingItem>& items, const Indexes& which,
    QList<SendOutcome>& outcomes, int attempt, const TaskContext& task)
{
    if (which.isEmpty())
        return {};
    if (attempt > 0) {
        if (const auto sent = sendAll(items, which, task); !sent)
            return sent;
    }
    auto settled = settle(items, which, task);
    if (!settled)
        return fail(settled.error());
    Indexes rest;
    Indexes suspects;
    std::optional<Error> other;
    for (qsizetype i = 0; i < which.size(); ++i) {
        const SendOutcome& outcome = (*settled)[i];
        outcomes[which[i]] = outcome;
        if (outcome.ok()) {
            rest.append(which[i]);
        } else if (outcome.error && outcome.error->is(errors::recordTooLarge)) {
            suspects.append(which[i]);
        } else {
            rest.append(which[i]);
            other = outcome.error;
        }
    }
    if (!m_open)
        return {}; // committed
    drop();
    if (other && (attempt + 1 >= mostAttempts || other->next == Next::Fatal || other->is(errors::kafkaForbidden)))
        return fail(explained(*other));
    if (const auto done = repeat(items, rest, outcomes, attempt + 1, task); !done)
        return done;
    // The broker refuses a whole request for one record's sake: only each alone tells which it was.
    if (which.size() == 1)
        return {};
    for (const qsizetype suspect : suspects) {
        if (const auto done = repeat(items, {suspect}, outcomes, 1, task); !done)
            return done;
    }
    return {};
}

void TransactionalSink::end(const TaskContext& task)
{
    if (!m_saidMore)
        return;
    m_info.goesOn = false;
    m_saidMore = !note({blankEntry(m_info)}, task).has_value();
}

Result<void> TransactionalSink::note(const QList<LedgerEntry>& entries, const TaskContext& task)
{
    if (const auto begun = m_producer.begin(); !begun)
        return fail(explained(begun.error()));
    m_open = true;
    auto sent = sendEntries(entries, task);
    if (sent) {
        const auto noted = m_producer.settle(task);
        if (!noted)
            sent = fail(explained(noted.error()));
        for (const SendOutcome& outcome : noted ? *noted : QList<SendOutcome>()) {
            if (!outcome.ok())
                sent = fail(explained(outcome.error.value_or(Error{})));
        }
    }
    if (sent)
        sent = m_producer.commit(task);
    if (!sent) {
        drop();
        return fail(explained(sent.error()));
    }
    m_open = false;
    return {};
}

} // namespace nc
