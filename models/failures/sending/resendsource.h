#pragma once

#include "failures/deliveries/delivery.h"
#include "failures/sending/resendplan.h"
#include "failures/sending/sendingsource.h"

namespace nc {

/// Failed deliveries: a new event for exactly each recipient and channel, noted in the ledger under the place of the
/// audit that told of it.
class ResendSource : public SendingSource {
public:
    /// Everything given must outlive it.
    ResendSource(const ResendRequest& request, SendingAccess access);
    ~ResendSource() override;

    QString topic() const override;
    QString comesBackTo() const override;
    Result<FenceRequest> prepare(const TaskContext& task) override;
    Result<void> learn(LedgerReading reading, ReplaySummary& summary, const TaskContext& task) override;
    RunInfo info() const override;
    qint64 total() const override { return m_rows.size(); }
    Result<void> produce(const Hand& hand, const TaskContext& task) override;
    Result<Marks> marks(const RunInfo& info, LedgerReading reading, const TaskContext& task) override;

private:
    using Sources = QHash<std::pair<qint32, qint64>, Record>;
    /// Whether the ledger could not be read.
    Result<bool> choose(LedgerReading reading, const TaskContext& task);
    /// The audit records of some rows.
    Result<Sources> sourcesOf(qsizetype first, qsizetype count, const TaskContext& task);

    const ResendRequest& m_request;
    SendingAccess m_access;
    ResendTarget m_target;
    QList<qint64> m_ends;
    QList<Delivery> m_rows;
    std::unique_ptr<ResendPlan> m_plan;
};

} // namespace nc
