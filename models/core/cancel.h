#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace nc {

/// Asks whether somebody wants the work to stop. Copies share one state; all functions may be called from any thread.
/// A default-made token is never cancelled.
class CancelToken {
public:
    CancelToken() = default;

    bool isCancelled() const;

    /// Sleeps for `time` or until cancelled; true when cancelled.
    bool waitFor(std::chrono::milliseconds time) const;

    /// Calls `wake` (from the cancelling thread, or at once when cancelled already) as long as the returned handle
    /// lives. For work that blocks in a library: close the socket, post to the queue, kill the query.
    [[nodiscard]] std::shared_ptr<void> onCancel(std::function<void()> wake) const;

private:
    friend class CancelSource;
    struct State;
    explicit CancelToken(std::shared_ptr<State> state);
    std::shared_ptr<State> m_state;
};

/// The other end: whoever started the work keeps it. Copies share one state.
class CancelSource {
public:
    CancelSource();

    CancelToken token() const { return m_token; }
    void cancel() const;

private:
    CancelToken m_token;
};

} // namespace nc
