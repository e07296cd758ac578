#include "failures/sending/ledgerway.h"

#include "failures/facts/errors.h"
#include "gate/errors.h"

namespace nc {

Result<LedgerWay> LedgerWay::take(const KafkaAccess& access, ClusterAdmin& admin, RecordReader& reader,
    const FenceRequest& fence, const Wish& wish, const TaskContext& task)
{
    if (!fence.pass)
        return fail(errors::wrongPass, fence.topic);
    LedgerWay way;
    way.m_access = access;
    way.m_request = fence;
    way.m_localLedger = wish.localLedger;
    const auto ledgerReady = [&] { return LedgerStore(admin, reader).ensureTopic(task); };
    auto taken = takeWriterFence(access, fence, ledgerReady, task);
    if (taken)
        way.m_fence = std::move(*taken);
    else if (!wish.mayBeLocal || !taken.error().is(errors::transactionsForbidden))
        return fail(taken.error());
    return way;
}

Result<BatchSink*> LedgerWay::open(const RunInfo& info, bool atLeastOnce)
{
    if (!isLocal())
        m_exact = std::make_unique<TransactionalSink>(*m_fence.writer, info);
    if (!atLeastOnce)
        return m_exact.get();
    auto writer = RecordWriter::open(m_access, *m_request.pass);
    if (!writer)
        return fail(writer.error());
    m_writer = std::move(*writer);
    m_plain = std::make_unique<PlainSink>(
        *m_writer, m_exact.get(), LedgerFile(m_localLedger, m_request.clusterId, m_request.topic), info);
    return m_plain.get();
}

Result<void> LedgerWay::note(const QList<LedgerEntry>& entries, const RunInfo& info, const TaskContext& task)
{
    if (entries.isEmpty())
        return {};
    if (isLocal())
        return LedgerFile(m_localLedger, m_request.clusterId, m_request.topic).append(entries);
    return TransactionalSink(*m_fence.writer, info).note(entries, task);
}

} // namespace nc
