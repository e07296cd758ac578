#include "cli/output.h"

#include <QJsonDocument>

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
    if (m_file) {
        if (std::fwrite(m_buffer.constData(), 1, size, m_file) != size || std::fflush(m_file) != 0)
            m_broken = true;
    } else if (m_device->write(m_buffer) != m_buffer.size()) {
        m_broken = true;
    }
    m_buffer.clear();
}

} // namespace nc::cli
