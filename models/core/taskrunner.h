#pragma once

#include "core/task.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <exception>

namespace nc {

/// What is shown of a running task. `kind` is an untranslated word ("publish", "replay", "scan", …) that the window
/// turns into a sentence; `subject` is what it works on (a topic, a folder).
struct TaskInfo {
    quint64 id = 0;
    QString kind;
    QString subject;
    /// Shown in the task bar and cancellable there; look-ups that end at once say false.
    bool visible = true;
};

/// Runs blocking functions of the models on a thread pool and tells about them. Lives in the thread that made it
/// (the GUI's); start() and cancel() are called there and its signals come there.
/// Results are delivered by the future: use deliver() (core/deliver.h) so that a receiver that is gone gets nothing,
/// and compare a generation of your own to drop what is stale.
class TaskRunner : public QObject {
    Q_OBJECT

public:
    explicit TaskRunner(QObject* parent = nullptr);
    /// Cancels what runs and waits for it.
    ~TaskRunner() override;

    /// The same while the receivers of results are still there: a `.then(context, …)` whose context goes while its work
    /// runs is undefined in Qt 6.4, so whoever owns the receivers calls this before they are taken apart.
    void stop();

    template <class T>
    struct Started {
        quint64 id;
        CancelSource cancel;
        QFuture<Result<T>> future;
    };

    /// Runs `work(TaskContext&)`, which gives a Result<T>, on a pool thread.
    template <class T, class Work>
    Started<T> start(const QString& kind, const QString& subject, Work work, bool visible = true)
    {
        CancelSource source;
        const quint64 id = begin({0, kind, subject, visible}, source);
        // Shared, as the pool wants a function that can be copied and a promise cannot.
        const auto promise = std::make_shared<QPromise<Result<T>>>();
        QFuture<Result<T>> future = promise->future();
        promise->start();
        m_pool.start([this, id, source, work = std::move(work), promise]() mutable {
            TaskContext context{source.token(), [this, id](const Progress& p) { relay(id, p); }};
            Result<T> result = fail(errors::internal);
            try {
                result = work(context);
            } catch (const std::exception& e) {
                // Folders that include a throwing library end its exceptions; this is the last net.
                result = fail(errors::internal, {}, QString::fromUtf8(e.what()), Next::Fatal);
            }
            const bool ok = result.has_value();
            const Error error = ok ? Error{} : result.error();
            promise->addResult(std::move(result));
            promise->finish();
            end(id, ok, error);
        });
        return {id, source, future};
    }

    void cancel(quint64 id);
    void cancelAll();
    QList<TaskInfo> running() const;

Q_SIGNALS:
    void started(const nc::TaskInfo& task);
    /// At most every 100 ms for one task.
    void progressed(quint64 id, const nc::Progress& progress);
    /// `error` is default-made when it went well; a cancelled task ends with errors::cancelled.
    void finished(quint64 id, bool ok, const nc::Error& error);

private:
    struct Entry;
    quint64 begin(TaskInfo info, const CancelSource& source);
    void relay(quint64 id, const Progress& progress);
    void end(quint64 id, bool ok, const Error& error);

    QThreadPool m_pool;
    quint64 m_lastId = 0;
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace nc

Q_DECLARE_METATYPE(nc::TaskInfo)
Q_DECLARE_METATYPE(nc::Progress)
