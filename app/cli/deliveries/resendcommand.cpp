#include "cli/deliveries/resendcommand.h"

#include "cli/access.h"
#include "cli/deliveries/selection.h"
#include "cli/dlt/judge.h"
#include "cli/dlt/letterjson.h"
#include "cli/dlt/replayoptions.h"
#include "core/settings.h"
#include "core/settingstable.h"
#include "failures/facts/platformtopics.h"
#include "failures/sending/resender.h"

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

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

QString DeliveriesResendCommand::summary() const
{
    return tr_("send failed deliveries again, each to its one recipient and channel, exactly once");
}

QList<OptionSpec> DeliveriesResendCommand::options() const
{
    return resendSelectionOptions()
        + QList<OptionSpec>{{u"all"_s, {}, tr_("all open ones")},
            {u"dry-run"_s, {}, tr_("only says what would happen")},
            {u"rate"_s, u"N"_s, tr_("at most this many a second")},
            {u"again"_s, {}, tr_("also those that were handled before")},
            {u"verdict"_s, u"V"_s, tr_("only those of this verdict: would-succeed, would-fail or unknown")},
            {u"canary"_s, {}, tr_("send one first and watch what becomes of it; stop when failures come back")},
            {u"canary-timeout"_s, u"D"_s, tr_("how long to watch the first one (60s)")},
            {u"force"_s, {}, tr_("also what comes too late, was delivered already, or is a dead letter too")},
            {u"at-least-once"_s, {},
                tr_("without transactions; where the cluster forbids the ledger too, only this computer remembers what "
                    "was sent; a crash may send twice")}};
}

int DeliveriesResendCommand::run(const Arguments& arguments, Environment& env)
{
    ResendRequest request;
    if (!readResendSelection(arguments, env, request))
        return exitcode::usage;
    const bool some = arguments.has(u"offsets"_s) || arguments.has(u"filter"_s);
    if (some == arguments.has(u"all"_s))
        return env.usage(some ? tr_("--all goes with neither --offsets nor --filter")
                              : tr_("say which deliveries: --offsets, --filter or --all"));
    request.again = arguments.has(u"again"_s);
    request.force = arguments.has(u"force"_s);
    request.atLeastOnce = arguments.has(u"at-least-once"_s);
    request.canary = arguments.has(u"canary"_s);
    const Settings settings(env.configFolder());
    request.shelfLives = ShelfLives(settings.get(settings::shelfLives));
    if (const int wrong = readPace(arguments, env, request.rate, request.canaryTime))
        return wrong;
    if (const int wrong = readVerdict(arguments, env, request.onlyVerdict))
        return wrong;
    const bool dryRun = arguments.has(u"dry-run"_s);
    const auto profile = env.profile();
    if (!profile)
        return env.fail(profile.error());
    if (!dryRun) {
        const auto pass = env.pass(*profile, Operation::Resend,
            {auditTopic(),
                arguments.typed(
                    {u"offsets"_s, u"filter"_s, u"since"_s, u"all"_s, u"verdict"_s, u"again"_s, u"force"_s}),
                request.reason});
        if (!pass)
            return env.fail(pass.error());
        request.pass = pass->get();
    }
    const auto access = kafkaAccess(env, *profile);
    if (!access)
        return env.fail(access.error());
    const auto resender = Resender::open(*access);
    if (!resender)
        return env.fail(resender.error());
    ProfileJudge judge(*profile, env);
    if (request.onlyVerdict || (dryRun && env.json))
        request.judge = [&judge](const Delivery& row) { return std::make_shared<const Verdict>(judge.judge(row)); };
    auto done = (*resender)->resend(
        request, dryRun, [&env](const QList<ReplayResult>& results) { show(results, env); }, env.task());
    if (!done)
        return env.fail(done.error());
    done->unseen.add(judge.unseen());
    env.counted(done->replayed, done->run);
    if (env.json)
        env.out().json(summaryToJson(*done, dryRun, env.language));
    sayNotes(*done, dryRun, env);
    env.say(
        (dryRun ? tr_("%1 would be sent, %2 left out, %3 cannot go.") : tr_("%1 sent again, %2 left out, %3 failed."))
            .arg(done->replayed)
            .arg(done->skipped)
            .arg(done->failed));
    return exitCodeOf(*done, env);
}

} // namespace nc::cli
