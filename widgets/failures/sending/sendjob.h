#pragma once

#include "failures/lists/failuremodels.h"
#include "failures/sending/sender.h"
#include "failures/verdicts/judging.h"

#include <memory>

namespace nc {

class Settings;

/// What was chosen in the dialog: what every run is asked for, and what only dead letters know.
struct SendOptions : SendingRequest {
    QString target = {}; ///< empty: where each came from
    bool withReplies = false;
    bool samePartition = false;
    bool narrow = false;
    QByteArray patch = {};
    QMap<std::pair<qint32, qint64>, QByteArray> edits = {};
    int mostReturns = nc::mostReturns;
    Verdicts verdicts = {}; ///< that are known already, on the records as they stand
};

/// A way of sending failures again, as the dialog needs it. Values only: runs off the GUI thread.
class SendJob {
public:
    explicit SendJob(QString topic)
        : m_topic(std::move(topic))
    {
    }
    virtual ~SendJob() = default;

    const QString& topic() const { return m_topic; }
    /// "replay", "resend": the task's kind.
    virtual QString kind() const = 0;
    /// Dead letters: a target may be chosen, and values be changed.
    virtual bool isReplay() const = 0;
    virtual Result<ReplaySummary> run(const JudgeAccess& access, const SendOptions& options, bool dryRun,
        const SendingResults& results, const TaskContext& task) const = 0;
    /// Who seems to be sending from there right now.
    virtual std::optional<RunningReplay> running(const JudgeAccess& access, const TaskContext& task) const;
    /// One record before and after, as text to be compared.
    struct Example {
        QByteArray before;
        QByteArray after;
    };
    virtual Example example(const ReplayFacts& facts) const = 0;

private:
    QString m_topic;
};

/// Dead letters back to where they came from.
class ReplayJob : public SendJob {
public:
    using SendJob::SendJob;
    QString kind() const override { return QStringLiteral("replay"); }
    bool isReplay() const override { return true; }
    Result<ReplaySummary> run(const JudgeAccess& access, const SendOptions& options, bool dryRun,
        const SendingResults& results, const TaskContext& task) const override;
    Example example(const ReplayFacts& facts) const override;
};

/// Failed deliveries as new events, each for its one recipient and channel.
class ResendJob : public SendJob {
public:
    /// `originals`: the events as they failed, by FailureRow::place(), as far as they are known.
    explicit ResendJob(QHash<quint64, QByteArray> originals = {});
    QString kind() const override { return QStringLiteral("resend"); }
    bool isReplay() const override { return false; }
    Result<ReplaySummary> run(const JudgeAccess& access, const SendOptions& options, bool dryRun,
        const SendingResults& results, const TaskContext& task) const override;
    Example example(const ReplayFacts& facts) const override;

private:
    QHash<quint64, QByteArray> m_originals;
};

} // namespace nc
