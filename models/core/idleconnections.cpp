#include "core/idleconnections.h"

#include <algorithm>

namespace nc {

std::shared_ptr<void> IdleConnections::take(const QByteArray& key)
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_idle.rbegin(), m_idle.rend(), [&](const Idle& idle) { return idle.key == key; });
    if (found == m_idle.rend())
        return {};
    std::shared_ptr<void> connection = std::move(found->connection);
    m_idle.erase(std::next(found).base());
    return connection;
}

void IdleConnections::keep(const QByteArray& key, std::shared_ptr<void> connection)
{
    std::shared_ptr<void> givenUp; // closes after the lock
    const std::lock_guard lock(m_mutex);
    if (static_cast<qsizetype>(m_idle.size()) >= most) {
        givenUp = std::move(m_idle.front().connection);
        m_idle.pop_front();
    }
    m_idle.push_back({key, std::move(connection), Clock::now()});
}

std::vector<std::shared_ptr<void>> IdleConnections::takeOlderThan(std::chrono::milliseconds age)
{
    const std::lock_guard lock(m_mutex);
    std::vector<std::shared_ptr<void>> old;
    while (!m_idle.empty() && Clock::now() - m_idle.front().since > age) {
        old.push_back(std::move(m_idle.front().connection));
        m_idle.pop_front();
    }
    return old;
}

qsizetype IdleConnections::count() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<qsizetype>(m_idle.size());
}

} // namespace nc
