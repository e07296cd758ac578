#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>

namespace nc {

/// What a child process says on its stderr, taken apart into lines: each goes to the log and to `tell`, the last ones
/// are kept for the sentence that says why it ended. One thread.
class ErrorLines {
public:
    /// `name` stands before each line in the log; `tell` may be empty.
    ErrorLines(QString name, std::function<void(const QString& line)> tell);

    /// A line without end is cut before it fills the memory.
    void add(const QByteArray& bytes);
    /// Nothing follows: what has no line end is a line, too.
    void end();
    /// Another process begins.
    void clear();
    const QStringList& last() const { return m_last; }

private:
    void line(QByteArray bytes);
    void flush();

    QString m_name;
    std::function<void(const QString&)> m_tell;
    QByteArray m_text;
    QStringList m_last;
};

} // namespace nc
