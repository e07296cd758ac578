#include "cli/dlt/keepcommands.h"

#include "cli/dlt/letterjson.h"
#include "cli/dlt/letteroptions.h"
#include "core/timetext.h"
#include "failures/deliveries/keeping.h"
#include "failures/facts/platformtopics.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

QList<OptionSpec> commonOptions()
{
    return {{u"within"_s, u"D"_s, tr_("those that expire within this time (1d)")},
        {u"all"_s, {}, tr_("all, however long they have left")},
        {u"output"_s, u"FILE"_s, tr_("the file; by default one in the configuration's folder “kept”"), u"o"_s}};
}

/// 0 or the exit code, with the sentence said.
int readOrder(const Arguments& arguments, const QString& topic, Environment& env, KeepOrder& order)
{
    const auto within = parseDuration(arguments.value(u"within"_s, u"1d"_s));
    if (!within)
        return env.usage(describe(within.error(), env.language));
    if (!arguments.has(u"all"_s))
        order.within = within->count();
    order.path = arguments.value(u"output"_s);
    if (order.path.isEmpty())
        order.path = env.configFolder() + u"/kept/"_s + keptFileName(topic, QDateTime::currentMSecsSinceEpoch());
    return 0;
}

int tell(const Result<Kept>& kept, const KeepOrder& order, Environment& env)
{
    if (!kept)
        return env.fail(kept.error());
    const QString path = kept->records > 0 ? order.path : QString();
    if (env.json)
        env.out().json({{u"records"_s, kept->records}, {u"file"_s, textOrNull(path)},
            {u"earliest"_s, timeOrNull(kept->earliest)}});
    else if (kept->records > 0)
        env.out().line(path);
    env.say(kept->records > 0 ? tr_("%1 records kept.").arg(kept->records) : tr_("Nothing is about to expire."));
    return exitcode::done;
}

} // namespace

QString DltKeepCommand::summary() const
{
    return tr_("keep dead letters that are about to expire in a file, losing nothing");
}

QList<OptionSpec> DltKeepCommand::options() const
{
    return QList<OptionSpec>{{u"filter"_s, u"F"_s, tr_("only those that match")},
               {u"offsets"_s, u"P:O[-O],…"_s, tr_("only these records")},
               {u"state"_s, u"STATE"_s, tr_("open, replayed, returned or discarded")}}
    + commonOptions();
}

int DltKeepCommand::run(const Arguments& arguments, Environment& env)
{
    const auto query = readQuery(arguments, arguments.positional.value(0), env);
    if (!query)
        return query.error();
    KeepOrder order;
    if (const int wrong = readOrder(arguments, query->topic, env, order))
        return wrong;
    const auto store = openStore<DeadLetterStore>(env);
    if (!store)
        return env.fail(store.error());
    return tell(keepLetters(**store, *query, order, env.task()), order, env);
}

QString DeliveriesKeepCommand::summary() const
{
    return tr_("keep the audit of failed deliveries that is about to expire in a file, losing nothing");
}

QList<OptionSpec> DeliveriesKeepCommand::options() const
{
    return QList<OptionSpec>{{u"filter"_s, u"F"_s, tr_("only those that match")},
               {u"offsets"_s, u"P:O[-O],…"_s, tr_("these, by their places in audit-events")},
               {u"since"_s, u"TIME"_s, tr_("only since then")}}
    + commonOptions();
}

int DeliveriesKeepCommand::run(const Arguments& arguments, Environment& env)
{
    DeliveryQuery query;
    query.failedOnly = true;
    OffsetSelection offsets;
    if (!readDeliveryQuery(arguments, env, query, offsets))
        return exitcode::usage;
    KeepOrder order;
    if (const int wrong = readOrder(arguments, auditTopic(), env, order))
        return wrong;
    const auto store = openStore<DeliveryStore>(env);
    if (!store)
        return env.fail(store.error());
    return tell(keepDeliveries(store->access, **store, query, offsets, order, env.task()), order, env);
}

} // namespace nc::cli
