#pragma once

#include "core/taskrunner.h"
#include "postgres/databasetarget.h"
#include "preview/readerview.h"
#include "publish/diia/diiaservice.h"
#include "publish/history/templateversions.h"
#include "publish/plan/publishoutcome.h"

#include <QObject>

#include <functional>

namespace nc {

/// The versions of one template for a window: read, rendered, put back, off the GUI thread; what is stale is dropped.
/// GUI thread.
class HistorySession : public QObject {
    Q_OBJECT

public:
    struct Place {
        std::function<Result<DatabaseTarget>(const TaskContext&)> database; ///< may block
        QString historyFolder;
        QString configFolder; ///< of the sample data
        QString regulation;
        DiiaService::Find diia = {}; ///< for a version that has no id of Diia; may block
    };

    HistorySession(TaskRunner& tasks, std::shared_ptr<TemplateEngine> engine, QObject* parent = nullptr);
    ~HistorySession() override;

    void setPlace(const Place& place);
    /// loaded() or failed().
    void load(const QString& key);
    /// rendered() or renderFailed().
    void render(const TemplateVersion& version);
    /// A publish of its own; restored() or restoreFailed().
    void restore(const TemplateVersion& version);
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void loaded(const QString& key, const QList<nc::TemplateVersion>& versions);
    void failed(const QString& key, const nc::Error& error);
    void rendered(int number, const nc::DraftPreview& preview);
    void renderFailed(int number, const nc::Error& error);
    void restored(const nc::PublishReport& report);
    void restoreFailed(const nc::Error& error);
    void busyChanged(bool busy);

private:
    void setBusy(bool busy);

    TaskRunner& m_tasks;
    std::shared_ptr<TemplateEngine> m_engine;
    Place m_place;
    quint64 m_generation = 0;
    quint64 m_renderGeneration = 0;
    CancelSource m_loading;
    CancelSource m_rendering;
    bool m_busy = false;
};

} // namespace nc
