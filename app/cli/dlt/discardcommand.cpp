#include "cli/dlt/discardcommand.h"

#include "cli/access.h"
#include "cli/dlt/letteroptions.h"
#include "cli/dlt/replayoptions.h"
#include "failures/sending/sender.h"

using namespace Qt::StringLiterals;

namespace nc::cli {

QString DltDiscardCommand::summary() const
{
    return tr_("mark dead letters as handled, or take that back");
}

QList<OptionSpec> DltDiscardCommand::options() const
{
    return {{u"offsets"_s, u"P:O[-O],…"_s, tr_("these records")}, {u"filter"_s, u"F"_s, tr_("those that match")},
        {u"reason"_s, u"TEXT"_s, tr_("why; stands in the ledger")}, {u"undo"_s, {}, tr_("takes it back")}};
}

int DltDiscardCommand::run(const Arguments& arguments, Environment& env)
{
    const auto query = readQuery(arguments, arguments.positional.value(0), env);
    if (!query)
        return query.error();
    const bool undo = arguments.has(u"undo"_s);
    if (!arguments.has(u"offsets"_s) && !arguments.has(u"filter"_s))
        return env.usage(tr_("say which records: --offsets or --filter"));
    if (!undo && arguments.value(u"reason"_s).trimmed().isEmpty())
        return env.usage(tr_("say why with --reason"));
    const auto profile = env.writableProfile();
    if (!profile)
        return env.fail(profile.error());
    const auto access = kafkaAccess(env, *profile);
    if (!access)
        return env.fail(access.error());
    const auto sender = Sender::open(*access);
    if (!sender)
        return env.fail(sender.error());
    ReplayRequest request;
    request.topic = query->topic;
    request.offsets = query->offsets;
    request.filter = letterTest(*query);
    request.reason = arguments.value(u"reason"_s);
    request.localLedger = localLedgerFolder(env);
    const auto done = (*sender)->discard(request, undo, env.task());
    if (!done)
        return env.fail(done.error());
    tellDiscard(*done, undo, env);
    env.say(
        undo ? tr_("%1 records are open again.").arg(done->changed) : tr_("%1 records discarded.").arg(done->changed));
    return done->matched == 0 ? exitcode::noMatch : exitcode::done;
}

} // namespace nc::cli
