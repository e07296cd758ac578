#include "cli/dlt/discardcommand.h"

#include "cli/access.h"
#include "cli/dlt/letteroptions.h"
#include "cli/dlt/replayoptions.h"
#include "cli/options.h"
#include "cli/rules.h"
#include "failures/sending/replayer.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QString DltDiscardCommand::summary() const
{
    return tr_("mark dead letters as handled, or take that back");
}

QList<OptionSpec> DltDiscardCommand::options() const
{
    return {options::offsets(), options::filter(), options::reason(), options::undo()};
}

QList<OptionRule> DltDiscardCommand::rules() const
{
    return {rules::some({u"offsets"_s, u"filter"_s})};
}

int DltDiscardCommand::run(const Arguments& arguments, Environment& env)
{
    const auto query = readQuery(arguments, arguments.positional.value(0), env.language);
    if (!query)
        return env.usage(query.error());
    const bool undo = arguments.has(u"undo"_s);
    if (!undo && arguments.value(u"reason"_s).trimmed().isEmpty())
        return env.usage(tr_("say why with --reason"));
    const auto profile = env.writableProfile();
    if (!profile)
        return env.fail(profile.error());
    const auto access = kafkaAccess(env, *profile);
    if (!access)
        return env.fail(access.error());
    const auto replayer = Replayer::open(*access);
    if (!replayer)
        return env.fail(replayer.error());
    ReplayRequest request;
    request.topic = query->topic;
    request.offsets = query->offsets;
    request.filter = letterTest(*query);
    request.reason = arguments.value(u"reason"_s);
    request.localLedger = localLedgerFolder(env);
    const auto done = (*replayer)->discard(request, undo, env.task());
    if (!done)
        return env.fail(done.error());
    tellDiscard(*done, undo, env);
    env.say(
        undo ? tr_("%1 records are open again.").arg(done->changed) : tr_("%1 records discarded.").arg(done->changed));
    return done->matched == 0 ? exitcode::noMatch : exitcode::done;
}

} // namespace nc::cli
