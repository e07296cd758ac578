#pragma once

#include "core/taskrunner.h"
#include "gate/askedgate.h"
#include "publish/diia/diiaservice.h"
#include "publish/run/publisher.h"
#include "publish/run/servicepublisher.h"
#include "publish/session/publishcompare.h"
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
        QString configFolder = {}; ///< of the sample data
        /// Where Diia is; may block. Empty: Diia templates are written without registering them.
        DiiaService::Find diia = {};
        /// notification-service, instead of a database that is out of reach; may block. Empty: the database.
        std::function<Result<ServiceAccess>(const TaskContext&)> service = {};
    };

    PublishSession(TaskRunner& tasks, std::shared_ptr<TemplateEngine> engine, QObject* parent = nullptr);
    ~PublishSession() override;

    void setPlace(const Place& place);
    bool isBusy() const { return m_busy; }
    const std::optional<PublishPlan>& plan() const { return m_plan; }
    const PublishSource* source(const QString& key) const;

    /// Reads directory and database anew; planned() or failed(). Asked for again meanwhile it is made once more behind
    /// it.
    void makePlan();
    /// Compares what stands there with what would; compared() or compareFailed().
    void compare(const QString& key, CompareWhat what);
    /// Publishes those, deletes those; only what is still as the plan says. outcome() for each, then finished().
    /// Passes `gate`. `committedOnly` as PublishRequest; those in `uncommitted` were chosen by name.
    /// `registerAgain`: see DiiaService.
    void publish(const AskedGate& gate, const QStringList& keys, const QStringList& deletions, bool force,
        bool committedOnly = false, const QStringList& uncommitted = {}, const QStringList& registerAgain = {});
    void cancel();

Q_SIGNALS:
    void busyChanged(bool busy);
    void planned(const nc::PublishPlan& plan);
    void failed(const nc::Error& error);
    void compared(const nc::PublishComparison& comparison);
    void compareFailed(const QString& key, const nc::Error& error);
    void outcomes(const QList<nc::PublishOutcome>& outcomes);
    void finished(const nc::PublishReport& report);

private:
    struct Planned {
        QList<PublishSource> sources;
        PublishPlan plan;
    };
    struct Mailbox;
    struct Way;
    void setBusy(bool busy);
    void take(Planned planned);

    TaskRunner& m_tasks;
    std::shared_ptr<TemplateEngine> m_engine;
    Place m_place;
    QList<PublishSource> m_sources;
    QHash<QString, qsizetype> m_sourceOf;
    std::optional<PublishPlan> m_plan;
    std::optional<CancelSource> m_running;
    CancelSource m_comparing;
    /// Kept for its two hours over several publishes.
    std::shared_ptr<DiiaTokens> m_diiaTokens = std::make_shared<DiiaTokens>();
    quint64 m_generation = 0;
    quint64 m_compareGeneration = 0;
    bool m_busy = false;
    bool m_planning = false;
    bool m_planAgain = false;
    bool m_skipped = false; ///< the plan before was not told
};

} // namespace nc
