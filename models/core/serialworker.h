#pragma once

#include "core/task.h"
#include "core/workqueue.h"

#include <QFuture>
#include <QPromise>

#include <atomic>
#include <exception>
#include <functional>
#include <memory>

namespace nc {

/// A thread that owns one Connection (a producer, a database connection): callers queue jobs, which run one after
/// another with the connection. It is opened by the first job, kept, and thrown away after a job that failed with
/// Next::Fatal, so that the next one opens it anew. The connection is made, used and destroyed in that thread alone.
///
/// post() and stop() may be called from any thread; the results come in futures: `.then(context, …)`.
template <class Connection>
class SerialWorker {
public:
    using Open = std::function<Result<std::unique_ptr<Connection>>(const TaskContext&)>;

    template <class T>
    struct Posted {
        CancelSource cancel;
        QFuture<Result<T>> future;
    };

    SerialWorker(const QString& name, Open open)
        : m_shared(std::make_shared<Shared>(std::move(open)))
        , m_queue(name, [shared = m_shared] { shared->connection.reset(); })
    {
    }

    /// `work` is called as `Result<T> work(Connection&, const TaskContext&)`. Cancelled while it waits, it is not run
    /// and its future ends at once with errors::cancelled; an exception that gets out of it becomes errors::internal.
    /// What the connection could not be opened for is the job's error.
    template <class T, class Work>
    Posted<T> post(Work work, const CancelSource& cancel = {})
    {
        auto job = std::make_shared<Job<T, Work>>(m_shared, std::move(work), cancel);
        Posted<T> posted{cancel, job->start()};
        m_queue.post(job);
        return posted;
    }

    /// See WorkQueue::stop(); the connection is gone when it returns.
    void stop(Stop how) { m_queue.stop(how); }
    qsizetype waiting() const { return m_queue.waiting(); }

private:
    struct Shared {
        explicit Shared(Open opener)
            : open(std::move(opener))
        {
        }
        Open open;
        std::unique_ptr<Connection> connection; ///< the worker's thread only
    };

    template <class T, class Work>
    class Job : public WorkQueue::Job {
    public:
        Job(std::shared_ptr<Shared> shared, Work work, CancelSource cancel)
            : m_shared(std::move(shared))
            , m_work(std::move(work))
            , m_cancel(std::move(cancel))
            , m_state(std::make_shared<State>())
        {
        }

        QFuture<Result<T>> start()
        {
            m_state->promise.start();
            // Weak: the handle lives in this job, and a waker that kept the state would outlive its use.
            m_handle = m_cancel.token().onCancel([weak = std::weak_ptr(m_state)] {
                if (const auto state = weak.lock())
                    state->endUnrun(TaskContext::cancelled().error());
            });
            return m_state->promise.future();
        }

        void run() override
        {
            if (m_state->taken.exchange(true))
                return;
            Result<T> result = fail(errors::internal);
            try {
                result = call();
            } catch (const std::exception& e) {
                result = fail(errors::internal, {}, QString::fromUtf8(e.what()), Next::Fatal);
            }
            if (!result && result.error().next == Next::Fatal)
                m_shared->connection.reset();
            m_state->finish(std::move(result));
        }
        void refuse(const Error& error) override { m_state->endUnrun(error); }
        void cancel() override { m_cancel.cancel(); }

    private:
        struct State {
            QPromise<Result<T>> promise;
            std::atomic<bool> taken = false;

            void finish(Result<T> result)
            {
                promise.addResult(std::move(result));
                promise.finish();
            }
            void endUnrun(const Error& error)
            {
                if (!taken.exchange(true))
                    finish(fail(error));
            }
        };

        Result<T> call()
        {
            const TaskContext task{m_cancel.token()};
            if (!m_shared->connection) {
                auto opened = m_shared->open(task);
                if (!opened)
                    return fail(opened.error());
                m_shared->connection = std::move(*opened);
            }
            return m_work(*m_shared->connection, task);
        }

        std::shared_ptr<Shared> m_shared;
        Work m_work;
        CancelSource m_cancel;
        std::shared_ptr<State> m_state;
        std::shared_ptr<void> m_handle;
    };

    std::shared_ptr<Shared> m_shared;
    WorkQueue m_queue;
};

} // namespace nc
