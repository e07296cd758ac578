#pragma once

#include "core/taskrunner.h"
#include "publish/publisher.h"
#include "render/templateengine.h"

#include <QObject>

#include <mutex>

namespace nc {

/// The way from a directory to the database, asynchronously: plan, look at differences, publish with results as they
/// come. One thing at a time; what is stale is dropped. GUI thread.
class PublishSession : public QObject {
    Q_OBJECT

public:
    /// Where the database is; may block (a keychain), so it is asked off the GUI thread.
    using Database = std::function<Result<DatabaseTarget>(const TaskContext&)>;

    struct Place {
        QString regulation;
        Database database;
        QString historyFolder;
    };

    PublishSession(TaskRunner& tasks, std::shared_ptr<TemplateEngine> engine, QObject* parent = nullptr);
    ~PublishSession() override;

    void setPlace(const Place& place);
    bool isBusy() const { return m_busy; }
    const std::optional<PublishPlan>& plan() const { return m_plan; }
    const PublishSource* source(const QString& key) const;

    /// Reads directory and database anew; planned() or failed().
    void makePlan();
    /// Reads what stands in a row; compared() with what would stand there.
    void compare(const QString& key);
    /// Publishes those, deletes those; only what is still as the plan says. outcome() for each, then finished().
    void publish(const QStringList& keys, const QStringList& deletions, bool force);
    void cancel();

Q_SIGNALS:
    void busyChanged(bool busy);
    void planned(const nc::PublishPlan& plan);
    void failed(const nc::Error& error);
    void compared(const QString& key, const QByteArray& published, const QByteArray& directory);
    void compareFailed(const QString& key, const nc::Error& error);
    void outcomes(const QList<nc::PublishOutcome>& outcomes);
    void finished(const nc::PublishReport& report);

private:
    struct Planned {
        QList<PublishSource> sources;
        PublishPlan plan;
    };
    struct Mailbox;
    void setBusy(bool busy);
    void take(Planned planned);

    TaskRunner& m_tasks;
    std::shared_ptr<TemplateEngine> m_engine;
    Place m_place;
    QList<PublishSource> m_sources;
    QHash<QString, qsizetype> m_sourceOf;
    std::optional<PublishPlan> m_plan;
    std::optional<CancelSource> m_running;
    quint64 m_generation = 0;
    quint64 m_compareGeneration = 0;
    bool m_busy = false;
};

} // namespace nc
