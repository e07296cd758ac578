#include "cli/dlt/keepoptions.h"

#include "cli/dlt/letterjson.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace nc::cli {

QList<OptionSpec> keepOptions()
{
    return {{u"within"_s, u"DURATION"_s, tr_("those that expire within this time (1d)")},
        {u"all"_s, {}, tr_("all, however long they have left")},
        {u"output"_s, u"FILE"_s, tr_("the file; by default one in the configuration's folder “kept”"), u"o"_s}};
}

KeepOrder readKeepOrder(const Arguments& arguments, const QString& topic, const Environment& env)
{
    KeepOrder order;
    if (!arguments.has(u"all"_s))
        order.within = arguments.duration(u"within"_s, std::chrono::days(1)).count();
    order.path = arguments.value(u"output"_s);
    if (order.path.isEmpty())
        order.path = env.configFolder() + u"/kept/"_s + keptFileName(topic, QDateTime::currentMSecsSinceEpoch());
    return order;
}

int tellKept(const Result<Kept>& kept, const KeepOrder& order, Environment& env)
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

} // namespace nc::cli
