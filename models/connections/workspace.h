#pragma once

#include "connections/profile.h"
#include "connections/profilestore.h"
#include "core/result.h"

#include <QObject>

namespace nc {

class TaskRunner;

/// What every page of one window works on: the profile in use, the task runner, the folder of settings. Made by the
/// composition root and handed to the pages; outlives them. GUI thread only.
class Workspace : public QObject {
    Q_OBJECT

public:
    /// `configFolder` as configFolder() gives it.
    Workspace(QString configFolder, TaskRunner& tasks, QObject* parent = nullptr);

    /// False until a profile was found or chosen; profile() is empty then.
    bool hasProfile() const { return !m_profile.name.isEmpty(); }
    const Profile& profile() const { return m_profile; }
    bool isReadOnly() const { return m_profile.readOnly; }
    bool isProduction() const { return m_profile.production; }

    /// Grows each time the profile changes. Work that was started under another generation is stale.
    quint64 generation() const { return m_generation; }

    TaskRunner& tasks() const { return m_tasks; }
    ProfileStore profiles() const { return ProfileStore(m_configFolder); }
    QString configFolder() const { return m_configFolder; }

    /// Takes the profile to work with as ProfileStore::resolve() does.
    Result<void> resolve(const QString& chosen);
    /// Takes that profile; emits profileChanged() even when only its content differs.
    void setProfile(const Profile& profile);
    void clearProfile();

    /// Tells the other pages that this one has written something: "templates", "channels", "topics", "failures",
    /// "activity", "profiles". Pages that show it load anew when they are next seen.
    void announceChange(const QString& area) { Q_EMIT changed(area); }

Q_SIGNALS:
    void profileChanged();
    void changed(const QString& area);

private:
    QString m_configFolder;
    TaskRunner& m_tasks;
    Profile m_profile;
    quint64 m_generation = 0;
};

} // namespace nc
