#include "core/workqueue.h"

#include "core/errors.h"

#include <pthread.h>

namespace nc {

WorkQueue::WorkQueue(QString name, std::function<void()> atEnd)
    : m_name(std::move(name))
    , m_atEnd(std::move(atEnd))
    , m_thread([this] { run(); })
{
}

WorkQueue::~WorkQueue()
{
    stop(Stop::Report);
    m_thread.join();
}

void WorkQueue::post(std::shared_ptr<Job> job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_stopping) {
            m_jobs.push_back(std::move(job));
            m_changed.notify_all();
            return;
        }
    }
    job->refuse({errors::workerStopped, m_name, {}, Next::Fatal});
}

void WorkQueue::stop(Stop how)
{
    std::deque<std::shared_ptr<Job>> left;
    std::shared_ptr<Job> current;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        if (how == Stop::Report) {
            left.swap(m_jobs);
            current = m_current;
        }
        m_changed.notify_all();
    }
    // Without the lock: what waits for a job may call us.
    if (current)
        current->cancel();
    for (const auto& job : left)
        job->refuse({errors::workerStopped, m_name, {}, Next::Fatal});
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_ended; });
}

qsizetype WorkQueue::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<qsizetype>(m_jobs.size());
}

void WorkQueue::run()
{
    // The kernel keeps 15 bytes of a thread's name.
    ::pthread_setname_np(::pthread_self(), m_name.toUtf8().left(15).constData());
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [&] { return m_stopping || !m_jobs.empty(); });
        if (m_jobs.empty())
            break;
        m_current = std::move(m_jobs.front());
        m_jobs.pop_front();
        auto job = m_current;
        lock.unlock();
        job->run();
        lock.lock();
        m_current.reset();
        // Without the lock: the job's end waits for a cancel under way, and that may call us.
        lock.unlock();
        job.reset();
        lock.lock();
    }
    lock.unlock();
    if (m_atEnd)
        m_atEnd();
    lock.lock();
    m_ended = true;
    m_changed.notify_all();
}

} // namespace nc
