#include "core/taskrunner.h"

#include <QElapsedTimer>

#include <map>
#include <mutex>

namespace nc {

struct TaskRunner::Entry {
    TaskInfo info;
    CancelSource source;
    QElapsedTimer lastRelay;
};

struct TaskRunner::Shared {
    std::mutex mutex;
    std::map<quint64, Entry> entries;
};

TaskRunner::TaskRunner(QObject* parent)
    : QObject(parent)
    , m_shared(std::make_shared<Shared>())
{
    qRegisterMetaType<nc::Progress>();
    qRegisterMetaType<nc::TaskInfo>();
    qRegisterMetaType<nc::Error>();
    // Tasks mostly wait for servers; the number only keeps a runaway from starting hundreds of threads.
    m_pool.setMaxThreadCount(32);
}

TaskRunner::~TaskRunner()
{
    stop();
}

void TaskRunner::stop()
{
    cancelAll();
    m_pool.waitForDone();
}

quint64 TaskRunner::begin(TaskInfo info, const CancelSource& source)
{
    info.id = ++m_lastId;
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->entries.emplace(info.id, Entry{info, source, {}});
    }
    Q_EMIT started(info);
    return info.id;
}

void TaskRunner::relay(quint64 id, const Progress& progress)
{
    {
        const std::lock_guard lock(m_shared->mutex);
        const auto it = m_shared->entries.find(id);
        if (it == m_shared->entries.end())
            return;
        Entry& entry = it->second;
        const bool last = progress.total >= 0 && progress.done >= progress.total;
        if (!last && entry.lastRelay.isValid() && entry.lastRelay.elapsed() < 100)
            return;
        entry.lastRelay.start();
    }
    QMetaObject::invokeMethod(
        this, [this, id, progress] { Q_EMIT progressed(id, progress); }, Qt::QueuedConnection);
}

void TaskRunner::end(quint64 id, bool ok, const Error& error)
{
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->entries.erase(id);
    }
    QMetaObject::invokeMethod(
        this, [this, id, ok, error] { Q_EMIT finished(id, ok, error); }, Qt::QueuedConnection);
}

void TaskRunner::cancel(quint64 id)
{
    std::optional<CancelSource> source;
    {
        const std::lock_guard lock(m_shared->mutex);
        const auto it = m_shared->entries.find(id);
        if (it != m_shared->entries.end())
            source = it->second.source;
    }
    if (source)
        source->cancel();
}

void TaskRunner::cancelAll()
{
    for (const TaskInfo& task : running())
        cancel(task.id);
}

QList<TaskInfo> TaskRunner::running() const
{
    const std::lock_guard lock(m_shared->mutex);
    QList<TaskInfo> tasks;
    for (const auto& [id, entry] : m_shared->entries)
        tasks.append(entry.info);
    return tasks;
}

} // namespace nc
