#include "cli/deliveries/resendcommand.h"

#include "cli/access.h"
#include "cli/deliveries/selection.h"
#include "cli/dlt/judge.h"
#include "cli/dlt/letterjson.h"
#include "cli/dlt/replayoptions.h"
#include "failures/facts/platformtopics.h"
#include "failures/sending/sender.h"

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
    return resendSelectionOptions() + QList<OptionSpec>{{u"all"_s, {}, tr_("all open ones")}} + sendingOptions();
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

} // namespace nc::cli
