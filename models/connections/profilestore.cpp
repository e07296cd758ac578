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

namespace {

constexpr int version = 1;
const QString sandboxName = u"sandbox"_s;

qsizetype indexOf(const QJsonArray& profiles, const QString& name)
{
    const auto it = std::find_if(profiles.begin(), profiles.end(),
        [&](const QJsonValue& value) { return value.toObject()["name"_L1].toString() == name; });
    return it == profiles.end() ? -1 : it - profiles.begin();
}

} // namespace

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
    const int written = document.object()["version"_L1].toInt(1);
    if (written > version)
        return fail(errors::badProfiles, path(), u"version %1"_s.arg(written));
    return Content{document.object(), file->stamp};
}

Result<void> ProfileStore::edit(const Pass& pass, const std::function<Result<void>(QJsonObject& root)>& change) const
{
    if (const auto opened = pass.opens(Change::Profiles); !opened)
        return opened;
    for (int attempt = 0;; ++attempt) {
        auto content = load();
        if (!content)
            return fail(content.error());
        if (auto changed = change(content->root); !changed)
            return changed;
        content->root.insert("version"_L1, version);
        const auto written = writeFile(path(), QJsonDocument(content->root).toJson(), content->stamp);
        if (written)
            return {};
        if (!written.error().is(errors::changedMeanwhile) || attempt == 5)
            return fail(written.error());
    }
}

Result<QList<Profile>> ProfileStore::list() const
{
    const auto content = load();
    if (!content)
        return fail(content.error());
    QList<Profile> profiles;
    for (const QJsonValue& value : content->root["profiles"_L1].toArray())
        profiles.append(Profile::fromJson(value.toObject()));
    return profiles;
}

Result<Profile> ProfileStore::find(const QString& name) const
{
    const auto profiles = list();
    if (!profiles)
        return fail(profiles.error());
    const auto it = std::find_if(
        profiles->cbegin(), profiles->cend(), [&](const Profile& profile) { return profile.name == name; });
    if (it == profiles->cend())
        return fail(errors::noProfile, name);
    return *it;
}

Result<QString> ProfileStore::active() const
{
    const auto content = load();
    if (!content)
        return fail(content.error());
    return content->root["active"_L1].toString();
}

Result<void> ProfileStore::add(const Profile& profile, const Pass& pass)
{
    static const QRegularExpression allowed(u"^[\\w][\\w.-]{0,63}$"_s, QRegularExpression::UseUnicodePropertiesOption);
    // "sandbox" is the running sandbox, wherever it is.
    if (!allowed.match(profile.name).hasMatch() || profile.name == sandboxName)
        return fail(errors::badProfileName, profile.name);
    return edit(pass, [&](QJsonObject& root) -> Result<void> {
        QJsonArray profiles = root["profiles"_L1].toArray();
        if (indexOf(profiles, profile.name) >= 0)
            return fail(errors::profileExists, profile.name);
        profiles.append(profile.toJson());
        root.insert("profiles"_L1, profiles);
        return {};
    });
}

Result<void> ProfileStore::replace(const Profile& profile, const Pass& pass)
{
    return edit(pass, [&](QJsonObject& root) -> Result<void> {
        QJsonArray profiles = root["profiles"_L1].toArray();
        const qsizetype index = indexOf(profiles, profile.name);
        if (index < 0)
            return fail(errors::noProfile, profile.name);
        QJsonObject entry = profiles[index].toObject();
        const QJsonObject fields = profile.toJson();
        for (auto it = fields.begin(); it != fields.end(); ++it)
            entry.insert(it.key(), it.value());
        profiles[index] = entry;
        root.insert("profiles"_L1, profiles);
        return {};
    });
}

Result<void> ProfileStore::remove(const QString& name, const Pass& pass)
{
    return edit(pass, [&](QJsonObject& root) -> Result<void> {
        QJsonArray profiles = root["profiles"_L1].toArray();
        const qsizetype index = indexOf(profiles, name);
        if (index < 0)
            return fail(errors::noProfile, name);
        profiles.removeAt(index);
        root.insert("profiles"_L1, profiles);
        if (root["active"_L1].toString() == name)
            root.insert("active"_L1, QString());
        return {};
    });
}

Result<void> ProfileStore::use(const QString& name, const Pass& pass)
{
    return edit(pass, [&](QJsonObject& root) -> Result<void> {
        if (name != sandboxName && indexOf(root["profiles"_L1].toArray(), name) < 0)
            return fail(errors::noProfile, name);
        root.insert("active"_L1, name);
        return {};
    });
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
        if (found || name != sandboxName || !found.error().is(errors::noProfile))
            return found;
    }
    if (auto sandbox = runningSandbox(defaultSandboxFolder()))
        return *sandbox;
    return fail(errors::noActiveProfile);
}

} // namespace nc
