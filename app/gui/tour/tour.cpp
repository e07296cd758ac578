#include "gui/tour/tour.h"

#include "gui/application.h"

#include <QDir>
#include <QImage>
#include <QTextStream>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nc::gui {

Tour::Tour(Application& application, QString folder, TourSteps steps)
    : m_driver(application)
    , m_folder(std::move(folder))
    , m_steps(std::move(steps))
{
    m_timer.setInterval(20ms);
    connect(&m_timer, &QTimer::timeout, this, &Tour::look);
}

void Tour::start()
{
    if (!QDir().mkpath(m_folder))
        return end(u"cannot make the folder "_s + m_folder);
    QTimer::singleShot(0, this, &Tour::begin);
}

void Tour::begin()
{
    if (m_index >= m_steps.size())
        return end({});
    const TourStep& step = m_steps[m_index];
    if (step.act)
        step.act(m_driver);
    m_since.start();
    m_timer.start();
}

void Tour::look()
{
    const TourStep& step = m_steps[m_index];
    const QString missing = m_driver.takeFailure();
    if (!missing.isEmpty())
        return end(u"step %1 “%2”: there is no %3"_s.arg(m_index + 1).arg(step.name, missing));
    if (step.ready && !step.ready(m_driver)) {
        if (m_since.elapsed() > step.seconds * 1000)
            end(u"step %1 “%2”: not there after %3 s"_s.arg(m_index + 1).arg(step.name).arg(step.seconds));
        return;
    }
    m_timer.stop();
    // What follows from what is there (layout, a second load) gets its turn before the picture.
    QTimer::singleShot(step.name.isEmpty() ? 0ms : 350ms, this, &Tour::settle);
}

void Tour::settle()
{
    const QString name = m_steps[m_index].name;
    if (!name.isEmpty() && !save(name))
        return end(u"cannot write the picture “%1”"_s.arg(name));
    ++m_index;
    begin();
}

bool Tour::save(const QString& name)
{
    const QString file = u"%1-%2.png"_s.arg(++m_pictures, 2, 10, QChar(u'0')).arg(name);
    if (!m_driver.picture().save(QDir(m_folder).filePath(file)))
        return false;
    QTextStream(stderr) << file << Qt::endl;
    return true;
}

void Tour::end(const QString& failure)
{
    m_timer.stop();
    if (!failure.isEmpty())
        (void)save(u"failed"_s);
    Q_EMIT finished(failure);
}

TourSteps allTourSteps()
{
    return overviewSteps() + channelsSteps() + templatesSteps() + topicsSteps() + failuresSteps() + activitySteps()
        + narrowSteps();
}

} // namespace nc::gui
