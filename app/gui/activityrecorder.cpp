#include "gui/activityrecorder.h"

#include "connections/workspace.h"
#include "core/deliver.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace nc::gui {

/// Kinds that leave something changed behind them; looking is not recorded.
static bool changesSomething(const QString& kind)
{
    static const QSet<QString> kinds{u"publish"_s, u"restore"_s, u"prune"_s, u"replay"_s, u"discard"_s,
        u"undo-discard"_s, u"resend"_s, u"produce"_s, u"commit"_s, u"push"_s, u"save"_s, u"skip"_s, u"test-email"_s,
        u"sandbox-up"_s, u"sandbox-down"_s};
    return kinds.contains(kind);
}

ActivityRecorder::ActivityRecorder(Workspace& workspace)
    : m_workspace(workspace)
    , m_log(workspace.configFolder())
{
    TaskRunner& tasks = workspace.tasks();
    connect(&tasks, &TaskRunner::started, this, [this](const TaskInfo& task) {
        if (changesSomething(task.kind))
            m_running.insert(task.id, {task, m_workspace.profile().name, {}});
    });
    connect(&tasks, &TaskRunner::progressed, this, [this](quint64 id, const Progress& progress) {
        if (const auto it = m_running.find(id); it != m_running.end())
            it->last = progress;
    });
    connect(&tasks, &TaskRunner::finished, this, &ActivityRecorder::end);
    connect(&workspace, &Workspace::profileChanged, this, [this] {
        if (!m_workspace.hasProfile())
            return;
        ActivityEntry entry;
        entry.profile = m_workspace.profile().name;
        entry.action = u"profile"_s;
        entry.subject = entry.profile;
        entry.result = u"done"_s;
        write(entry);
    });
}

void ActivityRecorder::end(quint64 id, bool ok, const Error& error)
{
    const auto it = m_running.find(id);
    if (it == m_running.end())
        return;
    const Running running = *it;
    m_running.erase(it);
    ActivityEntry entry;
    entry.profile = running.profile;
    entry.action = running.task.kind;
    entry.subject = running.task.subject;
    entry.result = ok ? u"done"_s : error.is(errors::cancelled) ? u"cancelled"_s : u"failed"_s;
    if (!ok && !error.is(errors::cancelled))
        entry.detail = error.detail.isEmpty() ? error.id() : error.id() + u": "_s + error.detail;
    else if (running.last.total > 0)
        entry.detail = u"%1/%2"_s.arg(running.last.done).arg(running.last.total);
    write(entry);
}

void ActivityRecorder::write(const ActivityEntry& entry)
{
    // Small and rare; on another thread, as a disk may take its time.
    const auto started = m_workspace.tasks().start<bool>(
        u"activity"_s, {},
        [log = m_log, entry](TaskContext&) -> Result<bool> {
            const auto written = log.append(entry);
            if (!written)
                return fail(written.error());
            return true;
        },
        false);
    deliver(started.future, this, [this](const Result<bool>&) { m_workspace.announceChange(u"activity"_s); });
}

} // namespace nc::gui
