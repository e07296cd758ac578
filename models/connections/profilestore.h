#pragma once

#include "connections/profile.h"
#include "core/atomicfile.h"
#include "core/result.h"
#include "gate/pass.h"

#include <QJsonObject>
#include <QList>

#include <functional>

namespace nc {

/// Profiles of one configuration folder (`profiles.json`, version 1), shared by window and command line. Not
/// thread-safe; each call reads the file anew, so that two programs see each other's changes, and each change is one
/// atomic write on top of the newest content. Fields that this version does not know stay.
class ProfileStore {
public:
    explicit ProfileStore(QString folder);

    Result<QList<Profile>> list() const;
    /// errors::noProfile.
    Result<Profile> find(const QString& name) const;
    /// Empty when none was activated.
    Result<QString> active() const;

    /// errors::profileExists, errors::badProfileName. Never activates.
    Result<void> add(const Profile& profile, const Pass& pass);
    /// Replaces the profile of that name; errors::noProfile.
    Result<void> replace(const Profile& profile, const Pass& pass);
    Result<void> remove(const QString& name, const Pass& pass);
    Result<void> use(const QString& name, const Pass& pass);

    /// The profile to work with: `chosen`, else $NOTIFYCTL_PROFILE, else the active one, else the running sandbox
    /// (named "sandbox"). errors::noActiveProfile when there is none of these.
    Result<Profile> resolve(const QString& chosen) const;

    QString path() const;

private:
    struct Content {
        QJsonObject root; ///< as it stands in the file, with what this version does not know
        FileStamp stamp;
    };
    Result<Content> load() const;
    /// Reads, lets `change` work on it, writes; once more when another console was quicker.
    Result<void> edit(const Pass& pass, const std::function<Result<void>(QJsonObject& root)>& change) const;

    QString m_folder;
};

} // namespace nc
