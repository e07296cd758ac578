#include "cli/dlt/replayoptions.h"

#include "core/timetext.h"
#include "failures/facts/errors.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace nc::cli {

int readPace(const Arguments& arguments, Environment& env, double& rate, std::chrono::milliseconds& canaryTime)
{
    if (arguments.has(u"rate"_s)) {
        bool ok = false;
        rate = arguments.value(u"rate"_s).toDouble(&ok);
        if (!ok || !(rate > 0))
            return env.usage(tr_("--rate is a number of records a second, above 0"));
    }
    if (arguments.has(u"canary-timeout"_s)) {
        const auto time = parseDuration(arguments.value(u"canary-timeout"_s));
        if (!time)
            return env.usage(describe(time.error(), env.language));
        canaryTime = *time;
    }
    return 0;
}

int readVerdict(const Arguments& arguments, Environment& env, std::optional<VerdictOutcome>& only)
{
    if (!arguments.has(u"verdict"_s))
        return 0;
    for (const auto outcome : {VerdictOutcome::WouldSucceed, VerdictOutcome::WouldFail, VerdictOutcome::Unknown}) {
        if (arguments.value(u"verdict"_s) == verdictName(outcome))
            only = outcome;
    }
    return only ? 0 : env.usage(tr_("--verdict is would-succeed, would-fail or unknown"));
}

void sayNotes(const ReplaySummary& summary, bool dryRun, Environment& env)
{
    for (const Error& note : summary.notes)
        env.say(tr_("Who already got something could not be seen completely: %1").arg(describe(note, env.language)));
    if (summary.againRecords > 0)
        env.say((dryRun ? tr_("%1 records would be delivered again to %2 recipients.")
                        : tr_("%1 records go again to %2 recipients."))
                    .arg(summary.againRecords)
                    .arg(summary.againPeople));
    if (summary.ledgerIsLocal)
        env.say(tr_("Only this computer remembers what was sent: the cluster does not allow the ledger."));
    for (auto at = summary.byTarget.constBegin(); dryRun && at != summary.byTarget.constEnd(); ++at)
        env.say(tr_("%1 to %2").arg(at.value()).arg(at.key()));
    if (dryRun && summary.replayed > 0)
        env.say(tr_("Sending takes about %1 s.").arg((summary.estimate.count() + 999) / 1000));
    if (summary.stopped)
        env.say(describe(*summary.stopped, env.language));
}

void tellDiscard(const Replayer::DiscardSummary& done, bool undo, Environment& env)
{
    QJsonObject json{
        {u"summary"_s, true}, {u"matched"_s, done.matched}, {undo ? u"reopened"_s : u"discarded"_s, done.changed}};
    if (done.ledgerIsLocal)
        json.insert(u"ledger"_s, u"local"_s);
    if (env.json)
        env.out().json(json);
    if (done.ledgerIsLocal)
        env.say(tr_("Only this computer remembers it: the cluster does not allow the ledger."));
}

void sayUnseenLedger(const std::optional<Error>& unseen, Environment& env)
{
    if (unseen)
        env.say(tr_("The ledger cannot be read, so only what this computer did is known: %1")
                    .arg(describe(*unseen, env.language)));
}

int exitCodeOf(const ReplaySummary& summary, Environment&)
{
    if (summary.failed > 0)
        return exitcode::failed;
    if (summary.stopped)
        return summary.stopped->is(errors::canaryUnseen) ? exitcode::noMatch : exitcode::failed;
    return summary.matched == 0 ? exitcode::noMatch : exitcode::done;
}

} // namespace nc::cli
