#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QJsonObject>
#include <QString>

#include <cstdio>

namespace nc::cli {

/// A buffered byte stream out of the program. Not thread-safe. Remembers a failure (a full disk, a closed pipe), so
/// that a verb may write a lot and ask once.
class Output {
public:
    explicit Output(std::FILE* file)
        : m_file(file)
    {
    }
    explicit Output(QIODevice* device)
        : m_device(device)
    {
    }
    ~Output() { flush(); }
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    void write(QByteArrayView bytes);
    /// Text and a line end.
    void line(const QString& text);
    /// One JSON object on a line.
    void json(const QJsonObject& object);
    void flush();
    /// True once something could not be written.
    bool broken() const { return m_broken; }
    /// The errno of the first failure.
    int reason() const { return m_reason; }

private:
    std::FILE* m_file = nullptr;
    QIODevice* m_device = nullptr;
    QByteArray m_buffer;
    bool m_broken = false;
    int m_reason = 0;
};

} // namespace nc::cli
