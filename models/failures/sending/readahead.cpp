#include "failures/sending/readahead.h"

namespace nc {
namespace {

/// Enough for the sending side never to wait; more would only be memory.
constexpr qsizetype aheadBytes = 4 * 1024 * 1024;

} // namespace

ReadAhead::ReadAhead(SendingSource& source, const CancelToken& cancel)
    : m_queue(aheadBytes)
{
    m_thread = std::thread([this, &source, cancel] {
        const TaskContext task{m_stop.token(), {}};
        const auto handle = cancel.onCancel([this] {
            m_stop.cancel();
            m_queue.abandon();
        });
        const auto hand = [this](SendingChunk chunk) {
            const qint64 bytes = chunk.bytes;
            return m_queue.put(std::move(chunk), bytes + 1);
        };
        const auto done = source.produce(hand, task);
        if (!done)
            m_error = done.error();
        m_queue.close();
    });
}

ReadAhead::~ReadAhead()
{
    m_stop.cancel();
    m_queue.abandon();
    if (m_thread.joinable())
        m_thread.join();
}

} // namespace nc
