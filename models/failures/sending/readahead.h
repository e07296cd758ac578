#pragma once

#include "failures/sending/handover.h"
#include "failures/sending/sendingsource.h"

#include <thread>

namespace nc {

/// Lets a source produce in a thread of its own, so that the sending side never waits, some megabytes ahead at most.
/// Use from one thread; the source must outlive it.
class ReadAhead {
public:
    ReadAhead(SendingSource& source, const CancelToken& cancel);
    ~ReadAhead();
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;

    /// The next portion; nothing when the time is over or there is no more (finished()).
    std::optional<SendingChunk> take(std::chrono::milliseconds time) { return m_queue.take(time); }
    bool finished() const { return m_queue.finished(); }
    /// After finished().
    const std::optional<Error>& error() const { return m_error; }

private:
    Handover<SendingChunk> m_queue;
    std::optional<Error> m_error;
    CancelSource m_stop;
    std::thread m_thread;
};

} // namespace nc
