#include "failures/sending/plainsink.h"

#include "failures/facts/errors.h"
#include "failures/sending/transactionalsink.h"
#include "kafka/writing/recordwriter.h"

namespace nc {

PlainSink::PlainSink(RecordWriter& writer, TransactionalSink* ledger, LedgerFile file, RunInfo info)
    : m_writer(writer)
    , m_ledger(ledger)
    , m_file(std::move(file))
    , m_info(std::move(info))
{
}

Result<void> PlainSink::add(const SendingItem& item, const TaskContext& task)
{
    const auto index = m_outcomes.size();
    m_outcomes.append(SendOutcome{});
    const auto done = [this](const Result<WriteTarget>& result, qint64 at) {
        if (at < 0 || at >= m_outcomes.size())
            return;
        if (result)
            m_outcomes[at] = {result->place.partition, result->place.offset, {}};
        else
            m_outcomes[at].error = result.error();
    };
    const auto queued = m_writer.enqueue(item.out, index, done, task);
    if (!queued)
        m_outcomes.removeLast();
    return queued;
}

Result<void> PlainSink::remember(const QList<LedgerEntry>& entries, const TaskContext& task)
{
    if (entries.isEmpty())
        return {};
    std::optional<Error> problem;
    if (m_ledger) {
        // What is sent must be noted, whatever was cancelled meanwhile.
        const auto noted = m_ledger->note(entries, TaskContext{{}, task.progress});
        if (noted)
            return {};
        problem = noted.error();
    }
    m_usedFile = true;
    if (const auto kept = m_file.append(entries); !kept)
        return kept;
    if (problem && !problem->is(errors::transactionsForbidden))
        return fail(*problem);
    m_ledger = nullptr;
    return {};
}

void PlainSink::end(const TaskContext& task)
{
    if (!m_saidMore)
        return;
    m_info.goesOn = false;
    m_saidMore = !remember({blankEntry(m_info)}, task).has_value();
}

Result<QList<SendOutcome>> PlainSink::finish(const QList<SendingItem>& items, const TaskContext& task)
{
    // A cancel must not forget what is acknowledged already, so the ledger is written in any case.
    const auto flushed = m_writer.flush(task);
    QList<SendOutcome> outcomes = std::exchange(m_outcomes, {});
    const QList<LedgerEntry> entries = makeEntries(items, outcomes, m_info);
    const auto kept = remember(entries, task);
    if (!entries.isEmpty())
        m_saidMore = m_info.goesOn;
    if (!flushed)
        return fail(flushed.error());
    if (!kept)
        return fail(kept.error());
    return outcomes;
}

} // namespace nc
