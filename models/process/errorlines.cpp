#include "process/errorlines.h"

#include <QLoggingCategory>

#include <algorithm>

namespace nc {
namespace {

Q_LOGGING_CATEGORY(lcErrors, "nc.rpc")

constexpr qsizetype longestLine = 4 * 1024;
constexpr qsizetype keptLines = 5;

} // namespace

ErrorLines::ErrorLines(QString name, std::function<void(const QString& line)> tell)
    : m_name(std::move(name))
    , m_tell(std::move(tell))
{
}

void ErrorLines::add(const QByteArray& bytes)
{
    m_text += bytes;
    qsizetype start = 0;
    for (qsizetype end = 0; (end = m_text.indexOf('\n', start)) >= 0; start = end + 1)
        line(m_text.sliced(start, end - start));
    m_text.remove(0, start);
    if (m_text.size() > longestLine)
        flush();
}

void ErrorLines::end()
{
    if (!m_text.isEmpty())
        flush();
}

void ErrorLines::clear()
{
    m_text.clear();
    m_last.clear();
}

void ErrorLines::flush()
{
    line(m_text);
    m_text.clear();
}

void ErrorLines::line(QByteArray bytes)
{
    if (bytes.endsWith('\r'))
        bytes.chop(1);
    // Cut, so that a line without end fills neither the memory nor the log.
    const QString text = QString::fromUtf8(bytes.first(std::min(bytes.size(), longestLine)));
    qCInfo(lcErrors).noquote() << m_name + u':' << text;
    m_last.append(text);
    if (m_last.size() > keptLines)
        m_last.removeFirst();
    if (m_tell)
        m_tell(text);
}

} // namespace nc
