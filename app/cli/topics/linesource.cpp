#include "cli/topics/linesource.h"

#include "core/errors.h"

#include <QFile>

#include <cerrno>
#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nc::cli {

/// Adds what there is; false at the end.
Result<bool> LineSource::fill()
{
    if (m_ended)
        return false;
    if (m_at > 0) {
        m_buffer.remove(0, m_at);
        m_at = 0;
    }
    constexpr qsizetype piece = 256 * 1024;
    const auto* file = qobject_cast<QFile*>(&m_in);
    if (!file || file->handle() < 0) {
        const QByteArray bytes = m_in.read(piece);
        m_buffer += bytes;
        m_ended = bytes.isEmpty();
        return !m_ended;
    }
    // QFile would wait until the piece is full.
    for (;;) {
        if (m_task.isCancelled())
            return TaskContext::cancelled();
        pollfd waiting{file->handle(), POLLIN, 0};
        const int ready = ::poll(&waiting, 1, 50);
        if (ready == 0 || (ready < 0 && errno == EINTR))
            continue;
        const qsizetype before = m_buffer.size();
        m_buffer.resize(before + piece);
        const ssize_t got = ::read(file->handle(), m_buffer.data() + before, piece);
        m_buffer.resize(before + std::max<ssize_t>(got, 0));
        if (got < 0)
            return fail(errors::cannotRead, u"stdin"_s, qt_error_string(errno));
        m_ended = got == 0;
        return !m_ended;
    }
}

Result<std::optional<QByteArray>> LineSource::next()
{
    qsizetype searched = m_at;
    for (;;) {
        const qsizetype end = m_buffer.indexOf('\n', searched);
        if (end >= 0) {
            QByteArray line = m_buffer.mid(m_at, end - m_at);
            m_at = end + 1;
            return std::optional(line);
        }
        searched = m_buffer.size() - m_at;
        const auto more = fill();
        if (!more)
            return fail(more.error());
        if (!*more) {
            if (m_at >= m_buffer.size())
                return std::optional<QByteArray>();
            QByteArray rest = m_buffer.mid(m_at);
            m_at = m_buffer.size();
            return std::optional(rest);
        }
    }
}

Result<QByteArray> LineSource::all()
{
    for (;;) {
        const auto more = fill();
        if (!more)
            return fail(more.error());
        if (!*more)
            return m_buffer.mid(m_at);
    }
}

} // namespace nc::cli
