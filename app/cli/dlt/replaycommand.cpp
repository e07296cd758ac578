#include "cli/dlt/replaycommand.h"

#include "cli/access.h"
#include "cli/dlt/judge.h"
#include "cli/dlt/letterjson.h"
#include "cli/dlt/letteroptions.h"
#include "cli/dlt/replayoptions.h"
#include "core/errors.h"
#include "core/settings.h"
#include "core/settingstable.h"
#include "failures/facts/errors.h"
#include "failures/sending/sender.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

void show(const QList<ReplayResult>& results, Environment& env)
{
    for (const ReplayResult& result : results) {
        const QString reason = reasonOf(result, env.language);
        if (env.json) {
            env.out().write(resultToJson(result, env.language));
        } else if (result.outcome == ReplayOutcome::Failed || result.outcome == ReplayOutcome::Skipped
            || (result.outcome == ReplayOutcome::Replayed && !reason.isEmpty())) {
            env.out().line(
                u"%1:%2  %3  %4"_s.arg(result.partition).arg(result.offset).arg(outcomeName(result.outcome), reason));
        } else if (result.outcome == ReplayOutcome::WouldReplay) {
            const QString partition =
                result.target.partition < 0 ? tr_("any partition") : QString::number(result.target.partition);
            env.out().line(u"%1:%2  %3  → %4 %5  %6"_s.arg(result.partition)
                               .arg(result.offset)
                               .arg(outcomeName(result.outcome), result.target.topic, partition, reason));
        }
    }
    // What was committed is told at once: whoever is killed next can rely on it.
    env.out().flush();
}

/// Reads what concerns sending; 0 or the exit code, with the sentence said.
int readRequest(const Arguments& arguments, const LetterQuery& query, Environment& env, ReplayRequest& request)
{
    request.topic = query.topic;
    request.offsets = query.offsets;
    request.target = arguments.value(u"to"_s);
    request.withReplies = arguments.has(u"with-replies"_s);
    request.samePartition = arguments.has(u"same-partition"_s);
    request.resume = arguments.value(u"resume"_s);
    request.narrow = arguments.has(u"narrow"_s);
    request.mostReturns = Settings(env.configFolder()).get(settings::maximumReturns);
    if (const int wrong = readSending(arguments, env, request))
        return wrong;
    if (arguments.has(u"patch"_s)) {
        QFile file(arguments.value(u"patch"_s));
        if (!file.open(QIODevice::ReadOnly))
            return env.fail({errors::cannotRead, file.fileName(), file.errorString(), Next::Abort});
        request.patch = file.readAll();
        if (request.patch.trimmed().isEmpty())
            return env.fail({errors::badPatch, {}, tr_("the file is empty"), Next::Abort});
        if (const QJsonDocument patch = QJsonDocument::fromJson(request.patch); patch.isArray())
            return env.fail({errors::badPatch, {}, tr_("it is a list"), Next::Abort});
    }
    return 0;
}

} // namespace

QString DltReplayCommand::summary() const
{
    return tr_("send dead letters back, each exactly once");
}

QList<OptionSpec> DltReplayCommand::options() const
{
    return QList<OptionSpec>{{u"offsets"_s, u"P:O[-O],…"_s, tr_("these records")},
               {u"filter"_s, u"F"_s, tr_("those that match")}, {u"all"_s, {}, tr_("all open ones")},
               {u"to"_s, u"TOPIC"_s, tr_("to this topic instead of where they came from")},
               {u"patch"_s, u"FILE"_s, tr_("change each record by this JSON merge patch (RFC 7386)")},
               {u"narrow"_s, {}, tr_("leave out recipients and channels that already got theirs")},
               {u"with-replies"_s, {}, tr_("also records whose sender waited for a reply")},
               {u"same-partition"_s, {}, tr_("to the original partition, also where a key is set")},
               {u"resume"_s, u"ID"_s, tr_("goes on with a run of --again that was cut off")},
               {u"reason"_s, u"TEXT"_s, tr_("why; stands in the ledger")}}
    + sendingOptions();
}

int DltReplayCommand::run(const Arguments& arguments, Environment& env)
{
    const auto query = readQuery(arguments, arguments.positional.value(0), env);
    if (!query)
        return query.error();
    const int chosen =
        int(arguments.has(u"offsets"_s)) + int(arguments.has(u"filter"_s)) + int(arguments.has(u"all"_s));
    if (chosen == 0)
        return env.usage(tr_("say which records: --offsets, --filter or --all"));
    if (arguments.has(u"all"_s) && chosen > 1)
        return env.usage(tr_("--all goes with neither --offsets nor --filter"));
    if (arguments.has(u"resume"_s) && !arguments.has(u"again"_s))
        return env.usage(tr_("--resume goes with --again"));
    ReplayRequest request;
    if (const int wrong = readRequest(arguments, *query, env, request))
        return wrong;
    const bool dryRun = arguments.has(u"dry-run"_s);
    const auto profile = dryRun ? env.profile() : env.writableProfile();
    if (!profile)
        return env.fail(profile.error());
    if (!dryRun && profile->production
        && !env.confirmByName(
            tr_("%1 is a production profile; records of %2 are sent back.").arg(profile->name, request.topic),
            request.topic))
        return env.usage(tr_("%1 is a production profile: confirm with --yes").arg(profile->name));
    const auto access = kafkaAccess(env, *profile);
    if (!access)
        return env.fail(access.error());
    const auto sender = Sender::open(*access);
    if (!sender)
        return env.fail(sender.error());
    // Opened only where somebody asks: it starts the template engine.
    std::unique_ptr<VerdictJudge> judge;
    const auto verdictOf = [&](const DeadLetter& letter) {
        if (!judge)
            judge = openJudge(*profile, env);
        return judge->judge(letter, env.task());
    };
    request.filter = letterTest(*query, verdictOf);
    request.judge = [&verdictOf](
                        const DeadLetter& letter) { return std::make_shared<const Verdict>(verdictOf(letter)); };
    if (!profile->database.isEmpty()) {
        if (auto database = databaseTarget(env, *profile))
            request.inbox = std::make_shared<const DatabaseTarget>(std::move(*database));
    }
    request.preview = dryRun && env.json;
    if (!dryRun) {
        if (const auto other = (*sender)->running(request.topic, env.task()); other && *other)
            env.say(tr_("%1 seems to be sending from %2 right now (run %3); this takes over.")
                        .arg((*other)->by, request.topic, (*other)->run));
    }
    const auto tell = [&env](const QList<ReplayResult>& results) { show(results, env); };
    const auto summary =
        dryRun ? (*sender)->tryOut(request, tell, env.task()) : (*sender)->send(request, tell, env.task());
    if (!summary)
        return env.fail(summary.error());
    tellSummary(*summary, dryRun, env);
    env.say((dryRun ? tr_("%1 would be sent back, %2 left out, %3 cannot go.")
                    : tr_("%1 sent back, %2 left out, %3 failed."))
                .arg(summary->replayed)
                .arg(summary->skipped)
                .arg(summary->failed));
    return exitCodeOf(*summary, env);
}

} // namespace nc::cli
