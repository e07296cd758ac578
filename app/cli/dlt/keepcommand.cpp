#include "cli/dlt/keepcommand.h"

#include "cli/dlt/keepoptions.h"
#include "cli/dlt/letteroptions.h"
#include "cli/options.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QString DltKeepCommand::summary() const
{
    return tr_("keep dead letters that are about to expire in a file, losing nothing");
}

QList<OptionSpec> DltKeepCommand::options() const
{
    return QList<OptionSpec>{options::filter(), options::offsets(), options::state()} + keepOptions();
}

int DltKeepCommand::run(const Arguments& arguments, Environment& env)
{
    const auto query = readQuery(arguments, arguments.positional.value(0), env.language);
    if (!query)
        return env.usage(query.error());
    const KeepOrder order = readKeepOrder(arguments, query->topic, env);
    const auto store = openStore<DeadLetterStore>(env);
    if (!store)
        return env.fail(store.error());
    return tellKept(keepLetters(**store, *query, order, env.task()), order, env);
}

} // namespace nc::cli
