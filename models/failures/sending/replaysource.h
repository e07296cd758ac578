#pragma once

#include "failures/sending/replayplan.h"
#include "failures/sending/sendingsource.h"
#include "kafka/cluster/admin.h"
#include "kafka/reading/readrequest.h"

namespace nc {

/// Dead letters of one topic, back to where they came from.
class ReplaySource : public SendingSource {
public:
    /// Everything given must outlive it.
    ReplaySource(const ReplayRequest& request, SendingAccess access);

    QString topic() const override { return m_request.topic; }
    QString comesBackTo() const override { return m_request.topic; }
    Result<FenceRequest> prepare(const TaskContext& task) override;
    Result<void> learn(LedgerReading reading, ReplaySummary& summary, const TaskContext& task) override;
    RunInfo info() const override;
    qint64 total() const override { return m_total; }
    Result<void> produce(const Hand& hand, const TaskContext& task) override;
    Result<Marks> marks(const RunInfo& info, LedgerReading reading, const TaskContext& task) override;

private:
    void takeRange(const TopicInfo& topic);
    Result<void> readTargets(const TaskContext& task);
    Result<void> readLimit(const TaskContext& task);
    Result<void> readPatch();
    /// What is looked at before records of the service are sent.
    Result<void> learnHistory(const LedgerIndex& resent, ReplaySummary& summary, const TaskContext& task);
    Result<std::optional<QSet<QString>>> readTemplates(ReplaySummary& summary, const TaskContext& task);
    Result<void> checkRun() const;

    const ReplayRequest& m_request;
    SendingAccess m_access;
    ReadRequest m_range;
    qint64 m_total = 0;
    ReplayTargets m_targets;
    LedgerIndex m_ledger;
    QList<qint64> m_ends;
    QList<qint64> m_auditEnds; ///< only where events are sent
    QString m_target; ///< where most of it goes; empty: not known
    bool m_isEvents = false; ///< those are known twice: as dead letters and by their audit
};

} // namespace nc
