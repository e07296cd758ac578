#include "core/cancel.h"

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>

namespace nc {

struct CancelToken::State {
    std::atomic<bool> cancelled = false;
    std::mutex mutex;
    std::condition_variable changed;
    std::map<int, std::function<void()>> wakers;
    int nextWaker = 0;
    // Held while wakers run, so that a handle's end waits for a call under way.
    std::recursive_mutex running;
};

CancelToken::CancelToken(std::shared_ptr<State> state)
    : m_state(std::move(state))
{
}

bool CancelToken::isCancelled() const
{
    return m_state && m_state->cancelled.load(std::memory_order_acquire);
}

bool CancelToken::waitFor(std::chrono::milliseconds time) const
{
    // A token that nobody can cancel still has to wait somewhere.
    static const auto idle = std::make_shared<State>();
    State& state = m_state ? *m_state : *idle;
    std::unique_lock lock(state.mutex);
    return state.changed.wait_for(lock, time, [&] { return state.cancelled.load(); });
}

std::shared_ptr<void> CancelToken::onCancel(std::function<void()> wake) const
{
    if (!m_state)
        return {};
    int id = 0;
    {
        const std::lock_guard lock(m_state->mutex);
        if (!m_state->cancelled) {
            id = ++m_state->nextWaker;
            m_state->wakers.emplace(id, wake);
        }
    }
    if (id == 0) {
        wake();
        return {};
    }
    // The pointer itself is of no use; its deleter takes the waker out again.
    return std::shared_ptr<void>(m_state.get(), [state = m_state, id](void*) {
        const std::lock_guard running(state->running);
        const std::lock_guard lock(state->mutex);
        state->wakers.erase(id);
    });
}

CancelSource::CancelSource()
    : m_token(std::make_shared<CancelToken::State>())
{
}

void CancelSource::cancel() const
{
    CancelToken::State& state = *m_token.m_state;
    const std::lock_guard running(state.running);
    std::map<int, std::function<void()>> wakers;
    {
        const std::lock_guard lock(state.mutex);
        if (state.cancelled.exchange(true))
            return;
        wakers.swap(state.wakers);
    }
    state.changed.notify_all();
    for (const auto& [id, wake] : wakers)
        wake();
}

} // namespace nc
