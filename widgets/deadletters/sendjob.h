#pragma once

#include "deadletters/judging.h"
#include "deadletters/replayer.h"

#include <condition_variable>
#include <memory>
#include <mutex>

namespace nc {

/// Stops a run between two transactions until it may go on. Thread-safe.
class PauseGate {
public:
    void setPaused(bool paused);
    /// Returns at once unless paused; at the latest 100 ms after a cancel.
    void wait(const CancelToken& cancel);

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_paused = false;
};

/// What was chosen in the dialog.
struct SendOptions {
    OffsetSelection offsets; ///< empty: all open ones
    QString target; ///< empty: where each came from
    bool withReplies = false;
    bool samePartition = false;
    bool force = false;
    bool atLeastOnce = false;
    double rate = 0;
    QString reason;
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
    virtual bool choosesTarget() const { return false; }
    virtual Result<ReplaySummary> run(const JudgeAccess& access, const SendOptions& options, bool dryRun,
        const Replayer::Results& results, const TaskContext& task) const = 0;
    /// What one of them is now, and what goes.
    struct Example {
        QByteArray before;
        QByteArray after;
    };
    virtual Example example(const JudgeAccess& access, const ReplayResult& result, const TaskContext& task) const = 0;

private:
    QString m_topic;
};

/// Dead letters back to where they came from.
class ReplayJob : public SendJob {
public:
    using SendJob::SendJob;
    QString kind() const override { return QStringLiteral("replay"); }
    bool choosesTarget() const override { return true; }
    Result<ReplaySummary> run(const JudgeAccess& access, const SendOptions& options, bool dryRun,
        const Replayer::Results& results, const TaskContext& task) const override;
    Example example(const JudgeAccess& access, const ReplayResult& result, const TaskContext& task) const override;
};

/// Failed deliveries as new events, each for its one recipient and channel.
class ResendJob : public SendJob {
public:
    ResendJob();
    QString kind() const override { return QStringLiteral("resend"); }
    Result<ReplaySummary> run(const JudgeAccess& access, const SendOptions& options, bool dryRun,
        const Replayer::Results& results, const TaskContext& task) const override;
    Example example(const JudgeAccess& access, const ReplayResult& result, const TaskContext& task) const override;
};

} // namespace nc
