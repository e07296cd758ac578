#pragma once

#include "core/cancel.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace nc {

/// Makes a statement that blocks in libpq end soon after a cancel: it is given `patience` to end by itself, then the
/// socket is shut down, which works whatever state the network is in (a cancel request would need a connection of its
/// own). Owns one thread, which sleeps but for that moment.
class Interruptor {
public:
    Interruptor(int socket, std::chrono::milliseconds patience);
    ~Interruptor();
    Interruptor(const Interruptor&) = delete;
    Interruptor& operator=(const Interruptor&) = delete;

    /// Between begin() and end() a cancel of the token interrupts.
    void begin(const CancelToken& token);
    /// True when the socket was shut down.
    bool end();

private:
    void watch();

    int m_socket;
    std::chrono::milliseconds m_patience;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    quint64 m_statement = 0;
    bool m_busy = false;
    bool m_asked = false;
    bool m_cut = false;
    bool m_quit = false;
    std::shared_ptr<void> m_registration;
    std::thread m_thread;
};

} // namespace nc
