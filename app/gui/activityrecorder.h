#pragma once

#include "core/activitylog.h"
#include "core/taskrunner.h"

#include <QHash>
#include <QObject>

namespace nc {
class Workspace;
}

namespace nc::gui {

/// Writes down what the window does: each task of a kind that changes something, and each change of profile.
class ActivityRecorder : public QObject {
    Q_OBJECT

public:
    explicit ActivityRecorder(Workspace& workspace);

private:
    void end(quint64 id, bool ok, const Error& error);
    void write(const ActivityEntry& entry);

    struct Running {
        TaskInfo task;
        QString profile;
        Progress last;
    };
    Workspace& m_workspace;
    ActivityLog m_log;
    QHash<quint64, Running> m_running;
};

} // namespace nc::gui
