#include "deadletters/plainsink.h"

#include "kafka/recordwriter.h"

namespace nc {

PlainSink::PlainSink(RecordWriter& writer, LedgerFile file, RunInfo info)
    : m_writer(writer)
    , m_file(std::move(file))
    , m_info(std::move(info))
{
}

Result<void> PlainSink::add(const ReplayItem& item, const TaskContext& task)
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

Result<QList<SendOutcome>> PlainSink::finish(const QList<ReplayItem>& items, const TaskContext& task)
{
    // A cancel must not forget what is acknowledged already, so the ledger is written in any case.
    const auto flushed = m_writer.flush(task);
    QList<SendOutcome> outcomes = std::exchange(m_outcomes, {});
    const auto kept = m_file.append(makeEntries(items, outcomes, m_info));
    if (!flushed)
        return fail(flushed.error());
    if (!kept)
        return fail(kept.error());
    return outcomes;
}

} // namespace nc
