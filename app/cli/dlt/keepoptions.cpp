#include "cli/dlt/keepoptions.h"

#include "cli/answer.h"
#include "cli/dlt/letterjson.h"
#include "core/timetext.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace nc::cli {

QList<OptionSpec> keepOptions()
{
    return {{u"within"_s, u"D"_s, tr_("those that expire within this time (1d)")},
        {u"all"_s, {}, tr_("all, however long they have left")},
        {u"output"_s, u"FILE"_s, tr_("the file; by default one in the configuration's folder “kept”"), u"o"_s}};
}

int readKeepOrder(const Arguments& arguments, const QString& topic, Environment& env, KeepOrder& order)
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

int tellKept(const Result<Seen<Kept>>& done, const KeepOrder& order, Environment& env)
{
    if (!done)
        return env.fail(done.error());
    Unseen unseen;
    const Kept kept = done->into(unseen);
    env.counted(kept.records);
    const QString path = kept.records > 0 ? order.path : QString();
    if (env.json) {
        QJsonObject json{
            {u"records"_s, kept.records}, {u"file"_s, textOrNull(path)}, {u"earliest"_s, timeOrNull(kept.earliest)}};
        addUnseen(json, unseen, env.language);
        env.out().json(json);
    } else if (kept.records > 0) {
        env.out().line(path);
    }
    sayUnseen(unseen, env);
    if (kept.records > 0)
        env.say(tr_("%1 records kept.").arg(kept.records));
    else if (unseen.isEmpty())
        env.say(tr_("Nothing is about to expire."));
    return exitCodeWith(unseen, exitcode::done);
}

} // namespace nc::cli
