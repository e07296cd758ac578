#include "widgets/failures/sending/sendrun.h"

#include "widgets/failures/background.h"

#include <QTimer>

namespace nc {

SendRun::SendRun(Workspace& workspace, std::shared_ptr<const SendJob> job, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_job(std::move(job))
    , m_ticker(new QTimer(this))
{
    m_ticker->setInterval(200);
    connect(m_ticker, &QTimer::timeout, this, &SendRun::look);
}

void SendRun::start(SendOptions options, qint64 going)
{
    options.control = m_control;
    m_course = std::make_shared<SendCourse>(going);
    m_isRunning = true;
    m_ticker->start();
    const auto done = [this](const Result<SendFindings>& found) {
        m_isRunning = false;
        m_ticker->stop();
        look();
        if (found)
            Q_EMIT ended(*found);
        else
            Q_EMIT failed(found.error());
    };
    m_task = runFor(this, m_workspace, m_job->kind(), m_job->topic(),
        sendWork(accessOf(m_workspace), m_job, options, m_course), done);
}

void SendRun::stop()
{
    setPaused(false);
    m_workspace.tasks().cancel(m_task);
}

void SendRun::setPaused(bool paused)
{
    m_control->setPaused(paused);
    look();
}

void SendRun::look()
{
    Q_EMIT moved(m_course->take());
}

} // namespace nc
