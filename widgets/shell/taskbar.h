#pragma once

#include "core/taskrunner.h"

#include <QHash>
#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace nc {

class TaskItem;

/// Bottom of the window: each visible running task with progress and cancel; what ended last otherwise.
class TaskBar : public QWidget {
    Q_OBJECT

public:
    explicit TaskBar(TaskRunner& tasks, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void begin(const TaskInfo& task);
    void end(quint64 id, bool ok, const Error& error);
    void fillIdle();

    TaskRunner& m_tasks;
    QLabel* m_idle;
    QHBoxLayout* m_row;
    QHash<quint64, TaskItem*> m_items;
    TaskInfo m_last;
    bool m_lastOk = true;
    bool m_lastCancelled = false;
};

} // namespace nc
