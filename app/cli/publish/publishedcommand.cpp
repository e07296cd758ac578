#include "cli/publish/publishedcommand.h"

#include "cli/publish/publishsetup.h"
#include "core/timetext.h"
#include "publish/published.h"

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

QJsonValue orNull(const std::optional<QString>& text)
{
    return text ? QJsonValue(*text) : QJsonValue();
}

QJsonObject toJson(const TemplateRow& row)
{
    return {{u"id"_s, row.id}, {u"channel"_s, row.channel}, {u"name"_s, row.name}, {u"title"_s, orNull(row.title)},
        {u"checksum"_s, row.checksum}, {u"createdAt"_s, isoTime(row.createdAt / 1000)},
        {u"updatedAt"_s, isoTime(row.updatedAt / 1000)}, {u"extTemplateId"_s, orNull(row.extTemplateId)},
        {u"extPublishedAt"_s, row.extPublishedAt ? QJsonValue(isoTime(*row.extPublishedAt / 1000)) : QJsonValue()}};
}

} // namespace

QStringList PublishedCommand::words() const
{
    return {u"templates"_s, u"published"_s};
}

QString PublishedCommand::summary() const
{
    return tr_("List the templates that stand in the database");
}

int PublishedCommand::run(const Arguments& arguments, Environment& env)
{
    Q_UNUSED(arguments)
    const auto profile = env.profile();
    if (!profile)
        return env.fail(profile.error());
    const auto target = databaseTarget(env, *profile);
    if (!target)
        return env.fail(target.error());
    const auto rows = readPublishedRows(*target, env.task());
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
