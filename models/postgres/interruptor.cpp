#include "postgres/interruptor.h"

#include <sys/socket.h>

namespace nc {

Interruptor::Interruptor(int socket, std::chrono::milliseconds patience)
    : m_socket(socket)
    , m_patience(patience)
    , m_thread([this] { watch(); })
{
}

Interruptor::~Interruptor()
{
    m_registration.reset();
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void Interruptor::begin(const CancelToken& token)
{
    quint64 statement = 0;
    {
        const std::lock_guard lock(m_mutex);
        m_busy = true;
        m_asked = false;
        statement = ++m_statement;
    }
    m_registration = token.onCancel([this, statement] {
        {
            const std::lock_guard lock(m_mutex);
            m_asked = m_busy && m_statement == statement;
        }
        m_changed.notify_all();
    });
}

bool Interruptor::end()
{
    {
        const std::lock_guard lock(m_mutex);
        m_busy = false;
        m_asked = false;
    }
    m_changed.notify_all();
    m_registration.reset();
    const std::lock_guard lock(m_mutex);
    return m_cut;
}

void Interruptor::watch()
{
    std::unique_lock lock(m_mutex);
    while (!m_quit) {
        m_changed.wait(lock, [&] { return m_quit || m_asked; });
        if (m_quit)
            return;
        const quint64 statement = m_statement;
        const bool ended =
            m_changed.wait_for(lock, m_patience, [&] { return m_quit || !m_busy || m_statement != statement; });
        if (!ended) {
            m_cut = true;
            m_asked = false;
            ::shutdown(m_socket, SHUT_RDWR);
        }
    }
}

} // namespace nc
