#pragma once

#include "core/taskrunner.h"

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace nc {

class ElidedLabel;

/// One running task: what, how far, cancel.
class TaskItem : public QWidget {
    Q_OBJECT

public:
    TaskItem(TaskInfo task, QWidget* parent);

    const TaskInfo& task() const { return m_task; }
    void setProgress(const Progress& progress);

Q_SIGNALS:
    void cancelled();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();

    TaskInfo m_task;
    Progress m_progress;
    ElidedLabel* m_words;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    bool m_cancelling = false;
};

} // namespace nc
