#include "postgres/connectwait.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace nc {

bool runAbandonable(std::function<void()> work, const CancelToken& cancel)
{
    struct Shared {
        std::mutex mutex;
        std::condition_variable changed;
        bool done = false;
        bool cancelled = false;
    };
    const auto shared = std::make_shared<Shared>();
    const auto registration = cancel.onCancel([shared] {
        const std::lock_guard lock(shared->mutex);
        shared->cancelled = true;
        shared->changed.notify_all();
    });
    std::thread([shared, work = std::move(work)]() mutable {
        work();
        // What the work holds goes before the waiter is told: afterwards only the waiter's own references remain.
        work = nullptr;
        const std::lock_guard lock(shared->mutex);
        shared->done = true;
        shared->changed.notify_all();
    }).detach();
    std::unique_lock lock(shared->mutex);
    shared->changed.wait(lock, [&] { return shared->done || shared->cancelled; });
    return shared->done;
}

} // namespace nc
