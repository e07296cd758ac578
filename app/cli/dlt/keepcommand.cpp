#include "cli/dlt/keepcommand.h"

#include "cli/dlt/keepoptions.h"
#include "cli/dlt/letteroptions.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QString DltKeepCommand::summary() const
{
    return tr_("keep dead letters that are about to expire in a file, losing nothing");
}

QList<OptionSpec> DltKeepCommand::options() const
{
    return QList<OptionSpec>{{u"filter"_s, u"F"_s, tr_("only those that match")},
               {u"offsets"_s, u"P:O[-O],…"_s, tr_("only these records")},
               {u"state"_s, u"STATE"_s, tr_("open, replayed, returned or discarded")}}
    + keepOptions();
}

int DltKeepCommand::run(const Arguments& arguments, Environment& env)
{
    const auto query = readQuery(arguments, arguments.positional.value(0), env);
    if (!query)
        return query.error();
    KeepOrder order;
    if (const int wrong = readKeepOrder(arguments, query->topic, env, order))
        return wrong;
    const auto profile = env.profile();
    if (!profile)
        return env.fail(profile.error());
    const auto pass = env.pass(*profile, Operation::Keep,
        {query->topic,
            arguments.typed({u"filter"_s, u"offsets"_s, u"state"_s, u"within"_s, u"all"_s}) + u" → "_s + order.path});
    if (!pass)
        return env.fail(pass.error());
    const auto store = openStore<DeadLetterStore>(env);
    if (!store)
        return env.fail(store.error());
    return tellKept(keepLetters(**store, *query, order, env.task()), order, env);
}

} // namespace nc::cli
