#pragma once

#include "connections/profile.h"
#include "connections/profileaccess.h"
#include "connections/profilestore.h"
#include "core/result.h"

#include <QObject>

namespace nc {

class Settings;
class TaskRunner;

/// What every page of one window works on: the profile in use, the task runner, the folder of settings. Made by the
/// composition root and handed to the pages; outlives them. GUI thread only.
class Workspace : public QObject {
    Q_OBJECT

public:
    /// `configFolder` as configFolder() gives it.
    Workspace(QString configFolder, Settings& settings, TaskRunner& tasks, QObject* parent = nullptr);

    /// False until a profile was found or chosen; profile() is empty then.
    bool hasProfile() const { return !m_profile.name.isEmpty(); }
    const Profile& profile() const { return m_profile; }
    bool isReadOnly() const { return m_profile.readOnly; }
    bool isProduction() const { return m_profile.production; }

    /// Grows each time the profile changes. Work that was started under another generation is stale.
    quint64 generation() const { return m_generation; }

    /// The profile with its secrets, for work off this thread: capture it by value.
    std::shared_ptr<ProfileAccess> access() const { return m_access; }

    TaskRunner& tasks() const { return m_tasks; }
    Settings& settings() const { return m_settings; }
    ProfileStore profiles() const { return ProfileStore(m_configFolder); }
    QString configFolder() const { return m_configFolder; }

    /// Takes the profile to work with as ProfileStore::resolve() does.
    Result<void> resolve(const QString& chosen);
    /// Takes that profile; emits profileChanged() unless it is the same in everything.
    void setProfile(const Profile& profile);
    void clearProfile();
    /// Its passwords were changed: as if another profile had been chosen.
    void reconnect();

    /// The clone that `folder` lies in may be looked at from now on although it is somebody else's; kept in the
    /// settings. errors::notARepository, badSettings, cannotWrite.
    Result<void> trustClone(const QString& folder);

    /// Tells the other pages that this one has written something: "templates", "channels", "topics", "failures",
    /// "activity", "profiles". Pages that show it load anew when they are next seen.
    void announceChange(const QString& area) { Q_EMIT changed(area); }

Q_SIGNALS:
    void profileChanged();
    void changed(const QString& area);

private:
    QString m_configFolder;
    Settings& m_settings;
    TaskRunner& m_tasks;
    std::shared_ptr<ProfileAccess> m_access;
    Profile m_profile;
    quint64 m_generation = 0;
};

} // namespace nc
