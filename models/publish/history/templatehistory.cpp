#include "publish/history/templatehistory.h"

#include "core/timetext.h"
#include "postgres/databaseidentity.h"
#include "publish/plan/errors.h"
#include "publish/plan/published.h"

using namespace Qt::StringLiterals;

namespace nc {

Result<QList<TemplateVersion>> readVersions(const PublishHistory& history,
    const std::optional<DatabaseTarget>& database, const QString& key, const TaskContext& context)
{
    if (database) {
        // By another address than before it is the same history all the same.
        auto connection = Connection::open(*database, context);
        if (!connection)
            return fail(connection.error());
        (void)history.learn(databaseIdentity(**connection, context)); // only looked at: a full disk must not hinder
    }
    const auto entries = history.entriesOf(key);
    if (!entries)
        return fail(entries.error());
    if (!database)
        return versionsOf(*entries, std::nullopt, std::nullopt);
    const auto now = readPublished(*database, key, context);
    if (!now && !now.error().is(errors::notPublished))
        return fail(now.error());
    return now ? versionsOf(*entries, now->row, now->content) : versionsOf(*entries, std::nullopt, std::nullopt);
}

Result<TemplateVersion> chooseVersion(
    const QList<TemplateVersion>& versions, const QString& key, const VersionChoice& choice)
{
    if (versions.isEmpty())
        return fail(errors::noHistory, key);
    if (choice.at) {
        if (const TemplateVersion* version = versionAt(versions, *choice.at))
            return *version;
        return fail(errors::noVersionThen, key, isoTime(*choice.at));
    }
    if (const TemplateVersion* version = versionNumbered(versions, choice.number))
        return *version;
    return fail(errors::noVersion, key, QString::number(choice.number));
}

Result<PublishSource> sourceOf(const TemplateVersion& version)
{
    if (!version.content)
        return fail(errors::contentNotKept, version.row.key(), QString::number(version.number));
    PublishSource source;
    source.values = {version.row.channel, version.row.name, version.row.title, *version.content, version.row.checksum,
        version.row.attributes, version.row.extTemplateId, version.row.extPublishedAt};
    source.origin = version.origin;
    return source;
}

} // namespace nc
