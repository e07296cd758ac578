#pragma once

#include "connections/workspace.h"
#include "widgets/failures/sending/sendwork.h"

#include <QObject>

class QTimer;

namespace nc {

/// A run that was begun from the dialog: how far it is, pause, rate, stop. GUI thread.
class SendRun : public QObject {
    Q_OBJECT

public:
    SendRun(Workspace& workspace, std::shared_ptr<const SendJob> job, QObject* parent);

    /// `going`: how many are to be sent.
    void start(SendOptions options, qint64 going);
    void stop();
    void setPaused(bool paused);
    void setRate(int rate) { m_control->setRate(rate); }

    bool isRunning() const { return m_isRunning; }
    bool isPaused() const { return m_control->isPaused(); }
    /// What was under way when it was paused is finished.
    bool isResting() const { return m_control->isResting(); }
    qint64 going() const { return m_course ? m_course->going() : 0; }
    qint64 settled() const { return m_course ? m_course->settled() : 0; }

Q_SIGNALS:
    /// It has got further; what became of some records.
    void moved(const QList<nc::ReplayResult>& results);
    void ended(const nc::SendFindings& found);
    /// Also where it was stopped: errors::cancelled.
    void failed(const nc::Error& error);

private:
    void look();

    Workspace& m_workspace;
    std::shared_ptr<const SendJob> m_job;
    std::shared_ptr<ReplayControl> m_control = std::make_shared<ReplayControl>();
    std::shared_ptr<SendCourse> m_course; ///< of the latest run
    QTimer* m_ticker;
    quint64 m_task = 0;
    bool m_isRunning = false;
};

} // namespace nc
