#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace nc {

/// Hands work from one thread to another, at most `limit` bytes of it ahead. close() ends it from the giving side (what
/// is in it is still taken), abandon() from the taking side. Thread-safe.
template <class T>
class Handover {
public:
    explicit Handover(qsizetype limit)
        : m_limit(limit)
    {
    }

    /// Waits for room; false once abandoned.
    bool put(T item, qsizetype bytes)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_abandoned || m_bytes < m_limit; });
        if (m_abandoned)
            return false;
        m_items.emplace_back(std::move(item), bytes);
        m_bytes += bytes;
        m_changed.notify_all();
        return true;
    }

    /// Nothing when the time is over or everything was taken (see finished()).
    std::optional<T> take(std::chrono::milliseconds time)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, time, [this] { return m_closed || !m_items.empty(); });
        if (m_items.empty())
            return {};
        auto [item, bytes] = std::move(m_items.front());
        m_items.pop_front();
        m_bytes -= bytes;
        m_changed.notify_all();
        return std::move(item);
    }

    bool finished() const
    {
        const std::lock_guard lock(m_mutex);
        return m_closed && m_items.empty();
    }

    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_changed.notify_all();
    }

    void abandon()
    {
        const std::lock_guard lock(m_mutex);
        m_abandoned = true;
        m_items.clear();
        m_bytes = 0;
        m_changed.notify_all();
    }

private:
    const qsizetype m_limit;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::pair<T, qsizetype>> m_items;
    qsizetype m_bytes = 0;
    bool m_closed = false;
    bool m_abandoned = false;
};

} // namespace nc
