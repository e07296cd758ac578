#include "cli/deliveries/keepcommand.h"

#include "cli/dlt/keepoptions.h"
#include "cli/dlt/letteroptions.h"
#include "cli/options.h"
#include "failures/facts/platformtopics.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QString DeliveriesKeepCommand::summary() const
{
    return tr_("keep the audit of failed deliveries that is about to expire in a file, losing nothing");
}

QList<OptionSpec> DeliveriesKeepCommand::options() const
{
    return QList<OptionSpec>{options::filter(), options::auditOffsets(), options::since()} + keepOptions();
}

int DeliveriesKeepCommand::run(const Arguments& arguments, Environment& env)
{
    auto typed = readDeliveryQuery(arguments, env.language);
    if (!typed)
        return env.usage(typed.error());
    typed->query.failedOnly = true;
    const KeepOrder order = readKeepOrder(arguments, auditTopic(), env);
    const auto store = openStore<DeliveryStore>(env);
    if (!store)
        return env.fail(store.error());
    return tellKept(
        keepDeliveries(store->access, **store, typed->query, typed->offsets, order, env.task()), order, env);
}

} // namespace nc::cli
