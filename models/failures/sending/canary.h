#pragma once

#include "failures/sending/fatewatcher.h"
#include "failures/sending/sendingitem.h"

namespace nc {

/// The first record of a run goes alone and its fate is waited for; after that failures that come back end the run.
/// Use from one thread.
class Canary {
public:
    /// `topic`: where the failures stand that are sent.
    Canary(std::unique_ptr<FateWatcher> watcher, std::chrono::milliseconds time, QString topic);

    /// The next batch is one record.
    bool isDue() const { return m_isDue; }
    /// What was sent and committed; gives why the run ends, if it does. Blocks while the first one is watched. Errors
    /// of FateWatcher.
    Result<std::optional<Error>> watch(
        const QList<SendingItem>& batch, const QList<ReplayResult>& results, const TaskContext& task);

private:
    using Clock = std::chrono::steady_clock;
    Result<std::optional<Error>> awaitFirst(const QString& target, const TaskContext& task);

    std::unique_ptr<FateWatcher> m_watcher;
    std::chrono::milliseconds m_time;
    QString m_topic;
    bool m_isDue = true;
    Clock::time_point m_looked = Clock::now();
};

} // namespace nc
