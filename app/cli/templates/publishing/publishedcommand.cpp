#include "cli/templates/publishing/publishedcommand.h"

#include "cli/templates/publishing/publishsetup.h"
#include "core/timetext.h"
#include "publish/plan/published.h"

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

QJsonValue orNull(const std::optional<QString>& text)
{
    return text ? QJsonValue(*text) : QJsonValue();
}

// notification-service does not tell every time.
QJsonValue orNull(EpochUs time)
{
    return time == 0 ? QJsonValue() : QJsonValue(isoTime(time / 1000));
}

QJsonObject toJson(const TemplateRow& row)
{
    return {{u"id"_s, row.id}, {u"channel"_s, row.channel}, {u"name"_s, row.name}, {u"title"_s, orNull(row.title)},
        {u"checksum"_s, row.checksum}, {u"createdAt"_s, orNull(row.createdAt)}, {u"updatedAt"_s, orNull(row.updatedAt)},
        {u"extTemplateId"_s, orNull(row.extTemplateId)},
        {u"extPublishedAt"_s, row.extPublishedAt ? QJsonValue(isoTime(*row.extPublishedAt / 1000)) : QJsonValue()}};
}

Result<QList<TemplateRow>> readRows(const Arguments& arguments, const Profile& profile, Environment& env)
{
    if (arguments.value(u"via"_s) == u"service") {
        const auto access = serviceAccess(arguments, profile, env);
        return access ? ServicePublisher(*access).rows(env.task()) : nc::fail(access.error());
    }
    const auto target = databaseTarget(env, profile);
    return target ? readPublishedRows(*target, env.task()) : nc::fail(target.error());
}

} // namespace

QStringList TemplatesPublishedCommand::words() const
{
    return {u"templates"_s, u"published"_s};
}

QString TemplatesPublishedCommand::summary() const
{
    return tr_("list the templates that stand in the database");
}

QList<OptionSpec> TemplatesPublishedCommand::options() const
{
    return wayOptions();
}

QList<OptionRule> TemplatesPublishedCommand::rules() const
{
    return wayRules();
}

int TemplatesPublishedCommand::run(const Arguments& arguments, Environment& env)
{
    if (const auto way = checkWay(arguments); !way)
        return env.usage(way.error());
    const auto profile = env.profile();
    if (!profile)
        return env.fail(profile.error());
    const auto rows = readRows(arguments, *profile, env);
    if (!rows)
        return env.fail(rows.error());
    for (const TemplateRow& row : *rows) {
        if (env.json) {
            env.out().json(toJson(row));
        } else {
            env.out().line(u"%1  %2  %3  %4  %5"_s.arg(row.id, isoTime(row.updatedAt / 1000),
                row.checksum.first(qMin<qsizetype>(12, row.checksum.size())), row.key(), row.title.value_or(u"–"_s)));
        }
    }
    env.say(tr_("%1 templates in the database").arg(rows->size()));
    return exitcode::done;
}

} // namespace nc::cli
