#pragma once

#include <QString>

#include <memory>

namespace nc {

/// Takes over Qt's messages (qCDebug … qCCritical) while it lives: each becomes one line of `<folder>/console.log`,
/// passed through the redactor, with its time in UTC, level, process, category and text. The file is readable by its
/// owner alone and is shared by all consoles of one person; past `limit` bytes it becomes console.log.1 (and that one
/// console.log.2; older ones go). Nothing is printed, unless $NOTIFICATION_CONSOLE_LOG is `stderr`. A log that cannot
/// be written is no error: the program goes on without.
///
/// One at a time in a process, made in main() before other threads log and gone after them.
class Log {
public:
    explicit Log(const QString& folder, qint64 limit = 2 * 1024 * 1024);
    ~Log();
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;

    /// For "where is the log?"; also when it cannot be written.
    QString path() const;

    class File;

private:
    std::unique_ptr<File> m_file;
};

} // namespace nc
