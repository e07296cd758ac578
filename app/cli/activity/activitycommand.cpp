#include "cli/activity/activitycommand.h"

#include "activity/activity.h"
#include "activity/activitycsv.h"
#include "cli/access.h"
#include "connections/errors.h"

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject toJson(const ActivityRow& row)
{
    return {{u"at"_s, isoTime(row.at)}, {u"by"_s, row.by}, {u"host"_s, row.host}, {u"program"_s, orNull(row.program)},
        {u"operation"_s, row.operation}, {u"profile"_s, orNull(row.profile)}, {u"subject"_s, row.subject},
        {u"result"_s, row.result}, {u"reason"_s, orNull(row.reason)},
        {u"count"_s, row.count < 0 ? QJsonValue() : QJsonValue(row.count)}, {u"selection"_s, orNull(row.selection)},
        {u"detail"_s, orNull(row.detail)}, {u"run"_s, orNull(row.run)}, {u"inLedger"_s, row.inLedger}};
}

QString lineOf(const ActivityRow& row)
{
    QStringList parts{isoTime(row.at), row.by + u'@' + row.host, row.operation, row.subject, row.result};
    if (row.count >= 0)
        parts += QString::number(row.count);
    if (!row.profile.isEmpty())
        parts += u'[' + row.profile + u']';
    if (!row.reason.isEmpty())
        parts += u"“%1”"_s.arg(row.reason);
    if (!row.detail.isEmpty())
        parts += row.detail;
    return parts.join(u"  "_s);
}

/// The ledger of the profile's cluster; nothing where there is no profile or it has no cluster.
std::optional<ActivityLedger> ledgerOf(Environment& env, Unseen& unseen)
{
    const auto profile = env.profile();
    if (!profile) {
        if (!profile.error().is(errors::noActiveProfile))
            unseen.add(u"ledger"_s, profile.error());
        return std::nullopt;
    }
    if (profile->kafka.bootstrap.isEmpty())
        return std::nullopt;
    auto access = kafkaAccess(env, *profile);
    if (!access) {
        unseen.add(u"ledger"_s, access.error());
        return std::nullopt;
    }
    return ActivityLedger{std::move(*access), profile->name, env.configFolder() + u"/ledger"_s};
}

} // namespace

QString ActivityCommand::summary() const
{
    return tr_("what was done with this registry: by whom, when, with which program, how it ended");
}

QList<OptionSpec> ActivityCommand::options() const
{
    return {{u"since"_s, u"TIME"_s, tr_("only since then")},
        {u"filter"_s, u"F"_s, tr_("words that must all stand in it; FIELD=TEXT for one field (operation=replay)")},
        {u"format"_s, u"json|csv"_s, tr_("one JSON object a line, or a table for a spreadsheet")}};
}

int ActivityCommand::run(const Arguments& arguments, Environment& env)
{
    const QString format = arguments.value(u"format"_s, env.json ? u"json"_s : QString());
    if (arguments.has(u"format"_s) && format != u"json" && format != u"csv")
        return env.usage(tr_("--format is json or csv"));
    ActivityQuery query{.filter = ActivityFilter(arguments.value(u"filter"_s))};
    if (arguments.has(u"since"_s)) {
        const auto since = parseTime(arguments.value(u"since"_s));
        if (!since)
            return env.usage(describe(since.error(), env.language));
        query.since = *since;
    }
    Unseen unseen;
    const auto ledger = ledgerOf(env, unseen);
    const QList<ActivityRow> rows = readActivity(Journal(env.configFolder()), ledger, query, env.task()).into(unseen);
    if (format == u"csv")
        env.out().write(activityCsvHeader());
    for (const ActivityRow& row : rows) {
        if (format == u"csv")
            env.out().write(activityCsv(row));
        else if (format == u"json")
            env.out().json(toJson(row));
        else
            env.out().line(lineOf(row));
    }
    env.out().flush();
    if (env.task().isCancelled())
        return env.fail(TaskContext::cancelled().error());
    for (const UnseenSource& source : unseen.sources())
        env.say(tr_("Not everything could be seen (%1): %2").arg(source.source, describe(source.reason, env.language)));
    if (!unseen.isEmpty())
        return exitcode::inPart;
    return rows.isEmpty() && !query.filter.takesAll() ? exitcode::noMatch : exitcode::done;
}

} // namespace nc::cli
