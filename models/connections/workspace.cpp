#include "connections/workspace.h"

#include "connections/guardedprofile.h"
#include "core/settings.h"
#include "core/settingstable.h"
#include "gate/askedgate.h"
#include "git/gittrust.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace nc {

namespace {

/// A connection that nobody needed for so long is closed: the cluster's brokers pay for it too.
constexpr std::chrono::milliseconds idleTime = 60s;

} // namespace

Workspace::Workspace(QString configFolder, Settings& settings, TaskRunner& tasks, QObject* parent)
    : QObject(parent)
    , m_configFolder(std::move(configFolder))
    , m_settings(settings)
    , m_tasks(tasks)
    , m_access(std::make_shared<ProfileAccess>(Profile(), m_configFolder))
{
    connect(&m_idleCheck, &QTimer::timeout, this, [this] {
        // Closing may wait for a network: not in this thread.
        if (auto old = m_access->idle()->takeOlderThan(idleTime); !old.empty())
            QThreadPool::globalInstance()->start([old = std::move(old)]() mutable { old.clear(); });
    });
    m_idleCheck.start(idleTime / 4);
    gittrust::set(settings.get(settings::trustedClones));
}

Result<void> Workspace::resolve(const QString& chosen)
{
    auto found = profiles().resolve(chosen);
    if (!found)
        return fail(found.error());
    setProfile(*found);
    return {};
}

void Workspace::setProfile(const Profile& profile)
{
    if (profile == m_profile)
        return;
    m_profile = profile;
    reconnect();
}

void Workspace::reconnect()
{
    m_access = std::make_shared<ProfileAccess>(m_profile, m_configFolder);
    ++m_generation;
    Q_EMIT profileChanged();
}

Result<void> Workspace::trustClone(const QString& folder)
{
    const auto trusted = gittrust::add(folder);
    return trusted ? m_settings.set(settings::trustedClones, *trusted) : fail(trusted.error());
}

AskedGate Workspace::gate(const QString& typed)
{
    return gateOf(guarded(m_profile), typed);
}

AskedGate Workspace::gateOf(const GuardedProfile& profile, const QString& typed)
{
    // From the working thread; told in the GUI's, and only while there is somebody to be told.
    const auto ended = [self = QPointer<Workspace>(this)] {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self] {
                if (self)
                    self->announceChange(u"activity"_s);
            },
            Qt::QueuedConnection);
    };
    return AskedGate(profile, Journal(m_configFolder), typed, ended);
}

void Workspace::clearProfile()
{
    setProfile({});
}

} // namespace nc
