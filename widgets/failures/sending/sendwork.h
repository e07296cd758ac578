#pragma once

#include "widgets/failures/sending/sendjob.h"

#include <atomic>
#include <functional>
#include <mutex>

namespace nc {

/// What a trial or a run gave, as far as the dialog shows it.
struct SendFindings {
    ReplaySummary summary;
    QList<ReplayResult> results; ///< the first of them
    QMap<SkipReason, QList<quint64>> held; ///< places by reason
    QList<quint64> going;
    SendJob::Example example;
    std::optional<RunningReplay> running;
};

/// How far a run is, told by the sending thread and looked at by the dialog. Thread-safe.
class SendCourse {
public:
    explicit SendCourse(qint64 going)
        : m_going(going)
    {
    }
    qint64 going() const { return m_going; } ///< to be sent
    qint64 settled() const { return m_settled; } ///< sent, or found to be impossible
    void tell(const QList<ReplayResult>& results);
    /// What was told since the last call, the first ones.
    QList<ReplayResult> take();

private:
    const qint64 m_going;
    std::atomic<qint64> m_settled = 0;
    std::mutex m_mutex;
    QList<ReplayResult> m_results;
    qsizetype m_told = 0;
};

/// What a table shows at most; the counts are of all.
inline constexpr qsizetype shownResults = 2000;

/// The work of a trial (`course` is nothing) or of a run, to be done off the GUI thread.
using SendWork = std::function<Result<SendFindings>(TaskContext&)>;
SendWork sendWork(std::function<Result<JudgeAccess>(const TaskContext&)> open, std::shared_ptr<const SendJob> job,
    const SendOptions& options, std::shared_ptr<SendCourse> course);

} // namespace nc
