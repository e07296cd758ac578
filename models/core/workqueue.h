#pragma once

#include "core/error.h"

#include <QString>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace nc {

/// What to do with jobs that still wait when a worker is stopped.
enum class Stop {
    Drain, ///< do them all, then stop
    Report, ///< the one at hand is cancelled, the others get errors::workerStopped
};

/// One thread that does jobs one after another. The base of SerialWorker, which has the types.
class WorkQueue {
public:
    class Job {
    public:
        virtual ~Job() = default;
        /// In the worker's thread.
        virtual void run() = 0;
        /// In any thread; called at most once, and neither before nor after run().
        virtual void refuse(const Error& error) = 0;
        /// In any thread, also while run() runs.
        virtual void cancel() = 0;
    };

    /// `atEnd` runs in the worker's thread as its last act: what belongs to the thread is given up there.
    explicit WorkQueue(QString name, std::function<void()> atEnd = {});
    /// Stop::Report.
    ~WorkQueue();
    WorkQueue(const WorkQueue&) = delete;
    WorkQueue& operator=(const WorkQueue&) = delete;

    /// Any thread. After stop() the job is refused with errors::workerStopped.
    void post(std::shared_ptr<Job> job);
    /// Any thread but the worker's own; returns once the thread has ended. A second call waits too.
    void stop(Stop how);
    /// Jobs that wait, the one at hand not counted.
    qsizetype waiting() const;

private:
    void run();

    const QString m_name;
    const std::function<void()> m_atEnd;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::shared_ptr<Job>> m_jobs;
    std::shared_ptr<Job> m_current;
    bool m_stopping = false;
    bool m_ended = false;
    std::thread m_thread;
};

} // namespace nc
