#pragma once

#include "core/taskrunner.h"
#include "impact/impact.h"
#include "postgres/connection.h"

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
    void judge(const TemplateKey& key, const QByteArray& edited, qsizetype last);
    void cancel();

Q_SIGNALS:
    void judged(const nc::ImpactReport& report);
    void failed(const QString& key, const nc::Error& error);

private:
    TaskRunner& m_tasks;
    std::shared_ptr<TemplateEngine> m_engine;
    Place m_place;
    CancelSource m_running;
    quint64 m_generation = 0;
};

} // namespace nc
