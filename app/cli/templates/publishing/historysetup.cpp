#include "cli/templates/publishing/historysetup.h"

#include "cli/access.h"
#include "cli/rules.h"
#include "core/timetext.h"
#include "core/whoami.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace nc::cli {

PublishHistory historyOf(const Profile& profile, const Environment& env)
{
    return {env.configFolder() + u"/history"_s, profile.database, whoAmI()};
}

Result<QList<TemplateVersion>> versionsFor(const Profile& profile, const QString& key, Environment& env)
{
    const PublishHistory history = historyOf(profile, env);
    const auto target = databaseTarget(env, profile);
    if (target) {
        auto versions = readVersions(history, *target, key, env.task());
        if (versions || qstrcmp(versions.error().code.domain, "postgres") != 0)
            return versions;
        env.say(tr_("What stands there now cannot be seen: %1").arg(describe(versions.error(), env.language)));
    }
    return readVersions(history, std::nullopt, key, env.task());
}

VersionChoice versionChoice(const Arguments& arguments)
{
    return {static_cast<int>(arguments.number(u"number"_s).value_or(0)), arguments.time(u"at"_s)};
}

OptionRule versionRule()
{
    return rules::one({u"number"_s, u"at"_s});
}

QList<OptionSpec> versionOptions()
{
    return {{u"number"_s, u"N"_s, tr_("The version of that number, as templates history lists them")},
        {u"at"_s, u"TIME"_s, tr_("What stood there at that time")}};
}

bool isTemplateKey(const QString& text)
{
    const qsizetype slash = text.indexOf(u'/');
    return slash > 0 && slash + 1 < text.size();
}

QJsonObject versionToJson(const TemplateVersion& version)
{
    const auto orNull = [](const QString& text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    QJsonObject attributes;
    for (auto it = version.row.attributes.cbegin(); it != version.row.attributes.cend(); ++it)
        attributes.insert(it.key(), it.value());
    return {{u"channel"_s, version.row.channel}, {u"name"_s, version.row.name}, {u"version"_s, version.number},
        {u"from"_s, isoTime(version.from)},
        {u"until"_s, version.until ? QJsonValue(isoTime(*version.until)) : QJsonValue()},
        {u"current"_s, version.isCurrent()}, {u"id"_s, version.row.id},
        {u"title"_s, version.row.title ? QJsonValue(*version.row.title) : QJsonValue()},
        {u"checksum"_s, version.row.checksum}, {u"attributes"_s, attributes},
        {u"extTemplateId"_s, version.row.extTemplateId ? QJsonValue(*version.row.extTemplateId) : QJsonValue()},
        {u"by"_s, orNull(version.by)}, {u"commit"_s, version.origin ? orNull(version.origin->commit) : QJsonValue()},
        {u"dirty"_s, version.origin ? QJsonValue(version.origin->dirty) : QJsonValue()},
        {u"restored"_s, version.restored > 0 ? QJsonValue(version.restored) : QJsonValue()},
        {u"replacedBy"_s, orNull(version.replacedBy)}, {u"contentKept"_s, version.content.has_value()}};
}

} // namespace nc::cli
