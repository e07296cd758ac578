#include "widgets/common/layoutmemory.h"

#include "core/atomicfile.h"

#include <QDir>
#include <QJsonDocument>
#include <QWidget>

#include <chrono>

using namespace Qt::StringLiterals;

namespace nc {

LayoutMemory::LayoutMemory(const QString& configFolder, QObject* window)
    : QObject(window)
    , m_path(QDir(configFolder).filePath(u"layout.json"_s))
{
    if (const auto file = readFile(m_path, 1024 * 1024))
        m_values = QJsonDocument::fromJson(file->bytes).object();
    m_save.setSingleShot(true);
    m_save.setInterval(std::chrono::seconds(1));
    connect(&m_save, &QTimer::timeout, this, &LayoutMemory::flush);
}

LayoutMemory::~LayoutMemory()
{
    flush();
}

LayoutMemory* LayoutMemory::of(const QWidget* widget)
{
    for (const QObject* object = widget; object; object = object->parent()) {
        if (auto* memory = object->findChild<LayoutMemory*>(QString(), Qt::FindDirectChildrenOnly))
            return memory;
    }
    return nullptr;
}

void LayoutMemory::setValue(const QString& key, const QJsonValue& value)
{
    if (m_values.value(key) == value)
        return;
    m_values.insert(key, value);
    m_dirty = true;
    m_save.start();
}

void LayoutMemory::flush()
{
    if (!m_dirty)
        return;
    m_dirty = false;
    QDir().mkpath(QFileInfo(m_path).path());
    // Losing it costs nothing, so a failure is not worth a word.
    (void)writeFile(m_path, QJsonDocument(m_values).toJson(QJsonDocument::Compact));
}

} // namespace nc
