#pragma once

#include "core/taskrunner.h"
#include "impact/impact.h"
#include "postgres/databasetarget.h"

#include <QObject>

#include <functional>

namespace nc {

/// Impact of a changed template on real events, for a window: read and rendered off the GUI thread; a new question
/// cancels the one before. GUI thread.
class ImpactSession : public QObject {
    Q_OBJECT

public:
    struct Place {
        QString regulation;
        std::function<Result<DatabaseTarget>(const TaskContext&)> database; ///< may block
        std::function<Result<KafkaAccess>(const TaskContext&)> kafka; ///< may block
    };

    ImpactSession(TaskRunner& tasks, std::shared_ptr<TemplateEngine> engine, QObject* parent = nullptr);
    ~ImpactSession() override;

    void setPlace(const Place& place);
    /// judged() or failed(). `edited`: what would be published.
    void judge(const TemplateKey& key, const ImpactText& edited, int last);
    /// What is different in two letters; compared() or compareFailed(). The one before is forgotten.
    void compare(const QString& before, const QString& after);
    void cancel();

Q_SIGNALS:
    void judged(const nc::ImpactReport& report);
    void failed(const QString& key, const nc::Error& error);
    void compared(const nc::LetterComparison& letters);
    void compareFailed(const nc::Error& error);

private:
    TaskRunner& m_tasks;
    std::shared_ptr<TemplateEngine> m_engine;
    Place m_place;
    CancelSource m_running;
    CancelSource m_comparing;
    quint64 m_generation = 0;
    quint64 m_compareGeneration = 0;
};

} // namespace nc
