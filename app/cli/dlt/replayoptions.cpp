#include "cli/dlt/replayoptions.h"

#include "cli/dlt/letterjson.h"
#include "cli/dlt/letteroptions.h"
#include "core/settings.h"
#include "core/settingstable.h"
#include "core/timetext.h"
#include "failures/facts/errors.h"
#include "failures/verdicts/verdict.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace nc::cli {

namespace {

int readPace(const Arguments& arguments, Environment& env, SendingRequest& request)
{
    if (arguments.has(u"rate"_s)) {
        bool ok = false;
        request.rate = arguments.value(u"rate"_s).toDouble(&ok);
        if (!ok || !(request.rate > 0))
            return env.usage(tr_("--rate is a number of records a second, above 0"));
    }
    if (arguments.has(u"canary-timeout"_s)) {
        const auto time = parseDuration(arguments.value(u"canary-timeout"_s));
        if (!time)
            return env.usage(describe(time.error(), env.language));
        request.canaryTime = *time;
    }
    return 0;
}

int readVerdict(const Arguments& arguments, Environment& env, SendingRequest& request)
{
    if (!arguments.has(u"verdict"_s))
        return 0;
    for (const auto outcome : {VerdictOutcome::WouldSucceed, VerdictOutcome::WouldFail, VerdictOutcome::Unknown}) {
        if (arguments.value(u"verdict"_s) == verdictName(outcome))
            request.onlyVerdict = outcome;
    }
    return request.onlyVerdict ? 0 : env.usage(tr_("--verdict is would-succeed, would-fail or unknown"));
}

QString heldWords(SkipReason reason, qint64 count)
{
    switch (reason) {
    case SkipReason::None:
        return {};
    case SkipReason::AlreadyReplayed:
        return tr_("%1 sent before").arg(count);
    case SkipReason::Discarded:
        return tr_("%1 discarded").arg(count);
    case SkipReason::ExpectsReply:
        return tr_("%1 whose sender waited for a reply").arg(count);
    case SkipReason::CameBackTooOften:
        return tr_("%1 came back too often").arg(count);
    case SkipReason::EventIsDead:
        return tr_("%1 whose event is a dead letter too").arg(count);
    case SkipReason::EventReplayed:
        return tr_("%1 whose event was sent back since").arg(count);
    case SkipReason::TooLate:
        return tr_("%1 too late").arg(count);
    case SkipReason::AlreadyGot:
        return tr_("%1 that somebody already got").arg(count);
    case SkipReason::EverybodyGot:
        return tr_("%1 that everybody already got").arg(count);
    case SkipReason::Verdict:
        return tr_("%1 of another verdict").arg(count);
    case SkipReason::WouldFail:
        return tr_("%1 would fail again").arg(count);
    }
    return {};
}

void sayHeld(const ReplaySummary& summary, Environment& env)
{
    QStringList parts;
    for (auto at = summary.bySkip.constBegin(); at != summary.bySkip.constEnd(); ++at)
        parts += heldWords(at.key(), at.value());
    if (!parts.isEmpty())
        env.say(tr_("Left out: %1.").arg(parts.join(u", "_s)));
}

void sayVerdicts(const VerdictTotals& verdicts, Environment& env)
{
    if (verdicts.wouldSucceed + verdicts.wouldFail + verdicts.unknown == 0)
        return;
    env.say(tr_("Verdicts: %1 would succeed, %2 would fail, %3 cannot be told.")
                .arg(verdicts.wouldSucceed)
                .arg(verdicts.wouldFail)
                .arg(verdicts.unknown));
    for (const VerdictTotals::Cause& cause : verdicts.causes)
        env.say(tr_("%1 would fail: %2").arg(cause.count).arg(sentenceFor(cause.reason, env.language).what));
}

} // namespace

QList<OptionSpec> sendingOptions()
{
    return {{u"dry-run"_s, {}, tr_("only says what would happen")},
        {u"rate"_s, u"N"_s, tr_("at most this many a second")},
        {u"again"_s, {}, tr_("also those that were handled before")},
        {u"verdict"_s, u"V"_s, tr_("only those of this verdict: would-succeed, would-fail or unknown")},
        {u"canary"_s, {}, tr_("send one first and watch what becomes of it; stop when failures come back")},
        {u"canary-timeout"_s, u"D"_s, tr_("how long to watch the first one (60s)")},
        {u"force"_s, {},
            tr_("also what is held: would fail again, comes too late, was delivered already, came back too often, is "
                "known twice")},
        {u"at-least-once"_s, {},
            tr_("without transactions; where the cluster forbids the ledger too, only this computer remembers what was "
                "sent; a crash may send twice")}};
}

int readSending(const Arguments& arguments, Environment& env, SendingRequest& request)
{
    request.again = arguments.has(u"again"_s);
    request.force = arguments.has(u"force"_s);
    request.atLeastOnce = arguments.has(u"at-least-once"_s);
    request.canary = arguments.has(u"canary"_s);
    request.reason = arguments.value(u"reason"_s);
    request.localLedger = localLedgerFolder(env);
    request.shelfLives = ShelfLives(Settings(env.configFolder()).get(settings::shelfLives));
    if (const int wrong = readPace(arguments, env, request))
        return wrong;
    return readVerdict(arguments, env, request);
}

void tellSummary(const ReplaySummary& summary, bool dryRun, Environment& env)
{
    if (env.json)
        env.out().json(summaryToJson(summary, dryRun));
    for (const Error& note : summary.notes)
        env.say(tr_("Who already got something could not be seen completely: %1").arg(describe(note, env.language)));
    if (summary.againRecords > 0)
        env.say((dryRun ? tr_("%1 records would be delivered again to %2 recipients.")
                        : tr_("%1 records go again to %2 recipients."))
                    .arg(summary.againRecords)
                    .arg(summary.againPeople));
    if (summary.ledgerIsLocal)
        env.say(tr_("Only this computer remembers what was sent: the cluster does not allow the ledger."));
    sayHeld(summary, env);
    sayVerdicts(summary.verdicts, env);
    for (auto at = summary.byTarget.constBegin(); dryRun && at != summary.byTarget.constEnd(); ++at)
        env.say(tr_("%1 to %2").arg(at.value()).arg(at.key()));
    if (dryRun && summary.replayed > 0)
        env.say(tr_("Sending takes about %1 s.").arg((summary.estimate.count() + 999) / 1000));
    if (summary.stopped)
        env.say(describe(*summary.stopped, env.language));
}

void tellDiscard(const DiscardSummary& done, bool undo, Environment& env)
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
