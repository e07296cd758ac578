#pragma once

#include <QByteArray>

#include <chrono>
#include <deque>
#include <memory>
#include <mutex>
#include <vector>

namespace nc {

/// Connections of one profile that nobody uses at the moment, kept open for whoever asks next: opening a page or a row
/// must not cost a connection. Holds any kind; the library that opens a kind keeps and takes it under keys of its own,
/// which say everything that two connections may differ in. Any thread.
class IdleConnections {
public:
    using Clock = std::chrono::steady_clock;

    /// Of those kept under `key` the one that was used last; nothing where there is none.
    std::shared_ptr<void> take(const QByteArray& key);
    /// Beyond `most` of all kinds together the one that was idle longest is given up. Blocks while that one closes.
    void keep(const QByteArray& key, std::shared_ptr<void> connection);

    /// Takes out what has been idle for longer than `age`. The caller lets go of it where closing may block.
    std::vector<std::shared_ptr<void>> takeOlderThan(std::chrono::milliseconds age);
    qsizetype count() const;

    static constexpr qsizetype most = 8;

private:
    struct Idle {
        QByteArray key;
        std::shared_ptr<void> connection;
        Clock::time_point since;
    };

    mutable std::mutex m_mutex;
    std::deque<Idle> m_idle; ///< idle longest first
};

} // namespace nc
