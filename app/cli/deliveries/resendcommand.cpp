#include "cli/deliveries/resendcommand.h"

#include "cli/access.h"
#include "cli/dlt/judge.h"
#include "cli/dlt/letterjson.h"
#include "cli/dlt/letteroptions.h"
#include "cli/dlt/replayoptions.h"
#include "failures/deliveries/deliverystore.h"
#include "failures/facts/platformtopics.h"
#include "failures/sending/sender.h"

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

QList<OptionSpec> selectionOptions()
{
    return {{u"offsets"_s, u"P:O[-O],…"_s, tr_("these, by their places in audit-events")},
        {u"filter"_s, u"F"_s, tr_("those that match")}, {u"since"_s, u"TIME"_s, tr_("only since then")},
        {u"reason"_s, u"TEXT"_s, tr_("why; stands in the ledger")}};
}

/// False when something was said.
bool readSelection(const Arguments& arguments, Environment& env, ResendRequest& request)
{
    DeliveryQuery query;
    if (!readDeliveryQuery(arguments, env, query, request.offsets))
        return false;
    request.filter = query.filter;
    request.since = query.since;
    request.reason = arguments.value(u"reason"_s);
    request.localLedger = localLedgerFolder(env);
    return true;
}

void show(const QList<ReplayResult>& results, Environment& env)
{
    for (const ReplayResult& result : results) {
        if (env.json)
            env.out().write(resultToJson(result, env.language));
        else
            env.out().line(u"%1:%2  %3  %4"_s.arg(result.partition)
                               .arg(result.offset)
                               .arg(outcomeName(result.outcome), reasonOf(result, env.language)));
    }
    env.out().flush();
}

} // namespace

QString ResendCommand::summary() const
{
    return tr_("send failed deliveries again, each to its one recipient and channel, exactly once");
}

QList<OptionSpec> ResendCommand::options() const
{
    return selectionOptions()
        + QList<OptionSpec>{{u"all"_s, {}, tr_("all open ones")}} + sendingOptions();
}

int ResendCommand::run(const Arguments& arguments, Environment& env)
{
    ResendRequest request;
    if (!readSelection(arguments, env, request))
        return exitcode::usage;
    const bool some = arguments.has(u"offsets"_s) || arguments.has(u"filter"_s);
    if (some == arguments.has(u"all"_s))
        return env.usage(some ? tr_("--all goes with neither --offsets nor --filter")
                              : tr_("say which deliveries: --offsets, --filter or --all"));
    if (const int wrong = readSending(arguments, env, request))
        return wrong;
    const bool dryRun = arguments.has(u"dry-run"_s);
    const auto profile = dryRun ? env.profile() : env.writableProfile();
    if (!profile)
        return env.fail(profile.error());
    if (!dryRun && profile->production
        && !env.confirmByName(
            tr_("%1 is a production profile; failed deliveries are sent again.").arg(profile->name), auditTopic()))
        return env.usage(tr_("%1 is a production profile: confirm with --yes").arg(profile->name));
    const auto access = kafkaAccess(env, *profile);
    if (!access)
        return env.fail(access.error());
    const auto sender = Sender::open(*access);
    if (!sender)
        return env.fail(sender.error());
    // Opened only where somebody asks: it starts the template engine.
    std::unique_ptr<VerdictJudge> judge;
    request.judge = [&](const Delivery& row) {
        if (!judge)
            judge = openJudge(*profile, env);
        return std::make_shared<const Verdict>(judge->judge(row, env.task()));
    };
    const auto tell = [&env](const QList<ReplayResult>& results) { show(results, env); };
    const auto done =
        dryRun ? (*sender)->tryOut(request, tell, env.task()) : (*sender)->send(request, tell, env.task());
    if (!done)
        return env.fail(done.error());
    tellSummary(*done, dryRun, env);
    env.say(
        (dryRun ? tr_("%1 would be sent, %2 left out, %3 cannot go.") : tr_("%1 sent again, %2 left out, %3 failed."))
            .arg(done->replayed)
            .arg(done->skipped)
            .arg(done->failed));
    return exitCodeOf(*done, env);
}

QString DeliveriesDiscardCommand::summary() const
{
    return tr_("mark failed deliveries as handled, or take that back");
}

QList<OptionSpec> DeliveriesDiscardCommand::options() const
{
    return selectionOptions() + QList<OptionSpec>{{u"undo"_s, {}, tr_("takes it back")}};
}

int DeliveriesDiscardCommand::run(const Arguments& arguments, Environment& env)
{
    ResendRequest request;
    if (!readSelection(arguments, env, request))
        return exitcode::usage;
    const bool undo = arguments.has(u"undo"_s);
    if (!arguments.has(u"offsets"_s) && !arguments.has(u"filter"_s))
        return env.usage(tr_("say which deliveries: --offsets or --filter"));
    if (!undo && request.reason.trimmed().isEmpty())
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
    const auto done = (*sender)->discard(request, undo, env.task());
    if (!done)
        return env.fail(done.error());
    tellDiscard(*done, undo, env);
    env.say(undo ? tr_("%1 deliveries are open again.").arg(done->changed)
                 : tr_("%1 deliveries discarded.").arg(done->changed));
    return done->matched == 0 ? exitcode::noMatch : exitcode::done;
}

} // namespace nc::cli
