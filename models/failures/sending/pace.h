#pragma once

#include "core/task.h"
#include "failures/sending/sendingrequest.h"

namespace nc {

/// How quickly a run may go, as its request and whoever steers it say. After a pause or with another rate the count
/// begins anew: what was slow so far is no credit. Use from one thread.
class Pace {
public:
    explicit Pace(const SendingRequest& request);

    /// Waits, without an open transaction, until the next batch may go. errors::cancelled.
    Result<void> keep(const TaskContext& task);
    void wasSent(qint64 count) { m_sent += count; }
    /// How many of a batch, at most `most`.
    double batchOf(qsizetype most) const;
    bool isPaused() const;

private:
    using Clock = std::chrono::steady_clock;
    double rate() const;
    Result<bool> waitWhilePaused(const TaskContext& task);

    const std::shared_ptr<ReplayControl> m_control;
    const double m_asked;
    double m_rate; ///< what m_sent is counted against
    qint64 m_sent = 0; ///< since m_began
    Clock::time_point m_began = Clock::now();
};

} // namespace nc
