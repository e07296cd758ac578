#pragma once

#include "core/task.h"

#include <QByteArray>
#include <QIODevice>

#include <optional>

namespace nc::cli {

/// Lines of an input as they come: a pipe that stays open gives its lines at once, and a cancel ends the waiting.
class LineSource {
public:
    LineSource(QIODevice& in, const TaskContext& task)
        : m_in(in)
        , m_task(task)
    {
    }
    /// The next line without its end; nothing at the end. errors::cancelled, errors::cannotRead.
    Result<std::optional<QByteArray>> next();
    /// Everything up to the end.
    Result<QByteArray> all();

private:
    Result<bool> fill();

    QIODevice& m_in;
    const TaskContext& m_task;
    QByteArray m_buffer;
    qsizetype m_at = 0;
    bool m_ended = false;
};

} // namespace nc::cli
