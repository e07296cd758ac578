#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QObject>
#include <QTimer>

class QWidget;

namespace nc {

/// What the window remembers of its own shape: geometry, splitters, widths of columns, what was typed into filters. A
/// file `layout.json` of its own, which may be lost without harm; settings that mean something are not kept here.
/// A child of the main window: widgets find it by `LayoutMemory::of(this)` and do without when there is none.
class LayoutMemory : public QObject {
    Q_OBJECT

public:
    LayoutMemory(const QString& configFolder, QObject* window);
    ~LayoutMemory() override;

    static LayoutMemory* of(const QWidget* widget);

    QJsonValue value(const QString& key) const { return m_values.value(key); }
    /// Written to disk a second later, all at once.
    void setValue(const QString& key, const QJsonValue& value);
    void flush();

private:
    QString m_path;
    QJsonObject m_values;
    QTimer m_save;
    bool m_dirty = false;
};

} // namespace nc
