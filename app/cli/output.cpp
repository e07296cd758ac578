#include "cli/output.h"

#include <QJsonDocument>

#include <cerrno>

namespace nc::cli {

void Output::write(QByteArrayView bytes)
{
    m_buffer.append(bytes);
    if (m_buffer.size() >= 256 * 1024)
        flush();
}

void Output::line(const QString& text)
{
    write(text.toUtf8());
    write("\n");
}

void Output::json(const QJsonObject& object)
{
    write(QJsonDocument(object).toJson(QJsonDocument::Compact));
    write("\n");
}

void Output::flush()
{
    if (m_buffer.isEmpty())
        return;
    const auto size = static_cast<std::size_t>(m_buffer.size());
    errno = 0;
    const bool written = m_file ? std::fwrite(m_buffer.constData(), 1, size, m_file) == size && std::fflush(m_file) == 0
                                : m_device->write(m_buffer) == m_buffer.size();
    if (!written && !m_broken) {
        m_broken = true;
        m_reason = errno;
    }
    m_buffer.clear();
}

} // namespace nc::cli
