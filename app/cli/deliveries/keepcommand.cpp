#include "cli/deliveries/keepcommand.h"

#include "cli/dlt/keepoptions.h"
#include "cli/dlt/letteroptions.h"
#include "failures/facts/platformtopics.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QString DeliveriesKeepCommand::summary() const
{
    return tr_("keep the audit of failed deliveries that is about to expire in a file, losing nothing");
}

QList<OptionSpec> DeliveriesKeepCommand::options() const
{
    return QList<OptionSpec>{{u"filter"_s, u"F"_s, tr_("only those that match")},
               {u"offsets"_s, u"P:O[-O],…"_s, tr_("these, by their places in audit-events")},
               {u"since"_s, u"TIME"_s, tr_("only since then")}}
    + keepOptions();
}

int DeliveriesKeepCommand::run(const Arguments& arguments, Environment& env)
{
    DeliveryQuery query;
    query.failedOnly = true;
    OffsetSelection offsets;
    if (!readDeliveryQuery(arguments, env, query, offsets))
        return exitcode::usage;
    KeepOrder order;
    if (const int wrong = readKeepOrder(arguments, auditTopic(), env, order))
        return wrong;
    const auto profile = env.profile();
    if (!profile)
        return env.fail(profile.error());
    const auto pass = env.pass(*profile, Operation::Keep,
        {auditTopic(),
            arguments.typed({u"filter"_s, u"offsets"_s, u"since"_s, u"within"_s, u"all"_s}) + u" → "_s + order.path});
    if (!pass)
        return env.fail(pass.error());
    const auto store = openStore<DeliveryStore>(env);
    if (!store)
        return env.fail(store.error());
    return tellKept(keepDeliveries(store->access, **store, query, offsets, order, env.task()), order, env);
}

} // namespace nc::cli
