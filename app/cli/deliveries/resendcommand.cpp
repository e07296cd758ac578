#include "cli/deliveries/resendcommand.h"

#include "cli/access.h"
#include "cli/deliveries/selection.h"
#include "cli/dlt/judge.h"
#include "cli/dlt/letterjson.h"
#include "cli/dlt/replayoptions.h"
#include "cli/options.h"
#include "cli/rules.h"
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
        + QList<OptionSpec>{options::all(), options::dryRun(), options::rate(),
            {u"again"_s, {}, tr_("also those that were handled before")}, options::verdict(), options::canary(),
            options::canaryTimeout(),
            {u"force"_s, {}, tr_("also what comes too late, was delivered already, or is a dead letter too")},
            options::atLeastOnce()};
}

QList<OptionRule> DeliveriesResendCommand::rules() const
{
    return {rules::some({u"offsets"_s, u"filter"_s, u"all"_s}), rules::apart(u"all"_s, {u"offsets"_s, u"filter"_s})};
}

int DeliveriesResendCommand::run(const Arguments& arguments, Environment& env)
{
    auto typed = readResendSelection(arguments, env);
    if (!typed)
        return env.usage(typed.error());
    ResendRequest& request = *typed;
    request.again = arguments.has(u"again"_s);
    request.force = arguments.has(u"force"_s);
    request.atLeastOnce = arguments.has(u"at-least-once"_s);
    request.canary = arguments.has(u"canary"_s);
    const Settings settings(env.configFolder());
    request.shelfLives = ShelfLives(settings.get(settings::shelfLives));
    readPace(arguments, request.rate, request.canaryTime);
    request.onlyVerdict = typedVerdict(arguments);
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
    const auto resender = Resender::open(*access);
    if (!resender)
        return env.fail(resender.error());
    std::unique_ptr<VerdictJudge> judge;
    if (request.onlyVerdict || (dryRun && env.json)) {
        judge = openJudge(*profile, env);
        request.judge = [&judge, &env](const Delivery& row) {
            return std::make_shared<const Verdict>(judge->judge(row, env.task()));
        };
    }
    const auto done = (*resender)->resend(
        request, dryRun, [&env](const QList<ReplayResult>& results) { show(results, env); }, env.task());
    if (!done)
        return env.fail(done.error());
    if (env.json)
        env.out().json(summaryToJson(*done, dryRun));
    sayNotes(*done, dryRun, env);
    env.say(
        (dryRun ? tr_("%1 would be sent, %2 left out, %3 cannot go.") : tr_("%1 sent again, %2 left out, %3 failed."))
            .arg(done->replayed)
            .arg(done->skipped)
            .arg(done->failed));
    return exitCodeOf(*done, env);
}

} // namespace nc::cli
