#include "connections/profilestore.h"

#include "connections/configfolder.h"
#include "connections/errors.h"
#include "connections/sandboxstate.h"
#include "core/errors.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc {

ProfileStore::ProfileStore(QString folder)
    : m_folder(std::move(folder))
{
}

QString ProfileStore::path() const
{
    return m_folder + u"/profiles.json"_s;
}

Result<ProfileStore::Content> ProfileStore::load() const
{
    if (!QFileInfo::exists(path()))
        return Content{};
    const auto file = readFile(path());
    if (!file)
        return fail(file.error());
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(file->bytes, &parseError);
    if (parseError.error != QJsonParseError::NoError || !document.isObject())
        return fail(errors::badProfiles, path(), parseError.errorString());
    const QJsonObject root = document.object();
    if (root["version"_L1].toInt(1) > 1)
        return fail(errors::badProfiles, path(), u"version %1"_s.arg(root["version"_L1].toInt()));
    Content content;
    for (const QJsonValue& value : root["profiles"_L1].toArray())
        content.profiles.append(Profile::fromJson(value.toObject()));
    content.active = root["active"_L1].toString();
    content.stamp = file->stamp;
    return content;
}

Result<void> ProfileStore::save(const Content& content) const
{
    QJsonArray profiles;
    for (const Profile& profile : content.profiles)
        profiles.append(profile.toJson());
    const QJsonObject root{{u"version"_s, 1}, {u"active"_s, content.active}, {u"profiles"_s, profiles}};
    const auto written = writeFile(path(), QJsonDocument(root).toJson(), content.stamp);
    if (!written)
        return fail(written.error());
    return {};
}

Result<QList<Profile>> ProfileStore::list() const
{
    auto content = load();
    if (!content)
        return fail(content.error());
    return content->profiles;
}

Result<Profile> ProfileStore::find(const QString& name) const
{
    const auto content = load();
    if (!content)
        return fail(content.error());
    for (const Profile& profile : content->profiles) {
        if (profile.name == name)
            return profile;
    }
    return fail(errors::noProfile, name);
}

Result<QString> ProfileStore::active() const
{
    const auto content = load();
    if (!content)
        return fail(content.error());
    return content->active;
}

Result<void> ProfileStore::add(const Profile& profile)
{
    static const QRegularExpression allowed(u"^[\\w][\\w.-]{0,63}$"_s, QRegularExpression::UseUnicodePropertiesOption);
    if (!allowed.match(profile.name).hasMatch())
        return fail(errors::badProfileName, profile.name);
    auto content = load();
    if (!content)
        return fail(content.error());
    for (const Profile& other : content->profiles) {
        if (other.name == profile.name)
            return fail(errors::profileExists, profile.name);
    }
    content->profiles.append(profile);
    return save(*content);
}

Result<void> ProfileStore::replace(const Profile& profile)
{
    auto content = load();
    if (!content)
        return fail(content.error());
    for (Profile& other : content->profiles) {
        if (other.name == profile.name) {
            other = profile;
            return save(*content);
        }
    }
    return fail(errors::noProfile, profile.name);
}

Result<void> ProfileStore::remove(const QString& name)
{
    auto content = load();
    if (!content)
        return fail(content.error());
    if (content->profiles.removeIf([&](const Profile& profile) { return profile.name == name; }) == 0)
        return fail(errors::noProfile, name);
    if (content->active == name)
        content->active.clear();
    return save(*content);
}

Result<void> ProfileStore::use(const QString& name)
{
    auto content = load();
    if (!content)
        return fail(content.error());
    const bool known = std::any_of(content->profiles.cbegin(), content->profiles.cend(),
        [&](const Profile& profile) { return profile.name == name; });
    if (!known && name != u"sandbox")
        return fail(errors::noProfile, name);
    content->active = name;
    return save(*content);
}

Result<Profile> ProfileStore::resolve(const QString& chosen) const
{
    QString name = chosen.isEmpty() ? qEnvironmentVariable("NOTIFYCTL_PROFILE") : chosen;
    if (name.isEmpty()) {
        const auto activeName = active();
        if (!activeName)
            return fail(activeName.error());
        name = *activeName;
    }
    if (!name.isEmpty()) {
        auto found = find(name);
        if (found || name != u"sandbox" || !found.error().is(errors::noProfile))
            return found;
    }
    if (auto sandbox = runningSandbox(defaultSandboxFolder()))
        return *sandbox;
    return fail(errors::noActiveProfile);
}

} // namespace nc
