#include "cli/dlt/showcommand.h"

#include "cli/access.h"
#include "cli/answer.h"
#include "cli/dlt/judge.h"
#include "cli/dlt/letterjson.h"
#include "cli/dlt/letteroptions.h"
#include "core/timetext.h"
#include "failures/facts/expiry.h"
#include "failures/facts/valueshape.h"
#include "failures/letters/deadletterstore.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

void showLine(
    const DeadLetter& letter, const Verdict& verdict, const std::optional<qint64>& retention, Environment& env)
{
    QStringList parts{u"%1:%2"_s.arg(letter.record.partition).arg(letter.record.offset),
        isoTime(letter.record.timestamp), stateName(letter.state)};
    const QString what = letter.facts.templateName.isEmpty() ? letter.facts.channel : letter.facts.templateName;
    if (!what.isEmpty())
        parts += what;
    if (!letter.facts.recipients.isEmpty())
        parts += letter.facts.recipients.join(u',');
    parts += letter.cause.summary(env.language);
    // What the service could not read: where, and what it expected there.
    if (const auto problem = shapeProblem(letter.original, letter.lastHop.topic); problem && letter.record.value)
        parts += sentenceFor(problem->error, env.language).what;
    if (!letter.handled())
        parts += u'[' + verdictWords(verdict, letter.cause.summary(env.language), env.language) + u']';
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (const auto at = expiryOf(letter.record.timestamp, retention); expiresSoon(at, now))
        parts += tr_("[expires %1: keep it with “dlt keep”]").arg(isoTime(*at));
    else if (at)
        parts += tr_("[days left: %1]").arg((*at - now) / (24LL * 3600 * 1000));
    env.out().line(parts.join(u"  "_s));
}

void showGroup(const LetterGroup& group, Environment& env)
{
    QStringList parts{group.cause.summary(env.language)};
    if (!group.templateName.isEmpty())
        parts += tr_("template %1").arg(group.templateName);
    if (!group.channel.isEmpty())
        parts += tr_("channel %1").arg(group.channel);
    env.out().line(
        tr_("%1 (%2 open, %3 would succeed now)  %4 … %5  %6")
            .arg(QString::number(group.count), countWords(group.open, group.unknown),
                QString::number(group.wouldSucceed), isoTime(group.first), isoTime(group.last), parts.join(u", "_s)));
}

} // namespace

QString DltShowCommand::summary() const
{
    return tr_("dead letters with origin, cause and state");
}

QList<OptionSpec> DltShowCommand::options() const
{
    return {{u"group"_s, {}, tr_("group them by cause")}, {u"filter"_s, u"F"_s, tr_("only those that match")},
        {u"state"_s, u"STATE"_s, tr_("open, replayed, returned or discarded")},
        {u"offsets"_s, u"P:O[-O],…"_s, tr_("only these records")},
        {u"since"_s, u"TIME"_s, tr_("only those written since then")}, {u"limit"_s, u"N"_s, tr_("at most this many")}};
}

int DltShowCommand::run(const Arguments& arguments, Environment& env)
{
    const auto query = readQuery(arguments, arguments.positional.value(0), env);
    if (!query)
        return query.error();
    bool limited = false;
    const qint64 limit = arguments.value(u"limit"_s).toLongLong(&limited);
    if (arguments.has(u"limit"_s) && (!limited || limit < 0))
        return env.usage(tr_("--limit is a number"));
    const auto store = openStore<DeadLetterStore>(env);
    if (!store)
        return env.fail(store.error());
    const auto read = (*store)->ledger(query->topic, env.task());
    if (!read)
        return env.fail(read.error());
    Unseen unseen;
    const LedgerIndex& ledger = read->into(unseen);
    const bool group = arguments.has(u"group"_s);
    ProfileJudge judge(store->profile, env);
    (*store)->judgeWith([&](const DeadLetter& letter) { return judge.judge(letter); });
    const auto retention = (*store)->retention(query->topic, env.task());
    if (!retention && env.task().isCancelled())
        return env.fail(retention.error());
    const std::optional<qint64> kept = retention ? *retention : std::nullopt;
    LetterGroups groups;
    qint64 shown = 0;
    const auto visit = [&](const DeadLetter& letter) {
        if (limited && shown >= limit)
            return false;
        ++shown;
        const bool ask = group || env.json || !letter.handled();
        const Verdict verdict = ask ? judge.judge(letter) : Verdict();
        if (!group && !env.json)
            showLine(letter, verdict, kept, env);
        else if (group)
            groups.add(letter, verdict.outcome == VerdictOutcome::WouldSucceed);
        else
            env.out().write(letterToJson(letter, verdict, kept, env.language) + '\n');
        return true;
    };
    const auto parts = group || !env.json ? LetterParts::WithoutTraces : LetterParts::All;
    const auto done = (*store)->read(*query, ledger, visit, env.task(), parts);
    if (!done)
        return env.fail(done.error());
    if (group) {
        for (const LetterGroup& one : groups.groups()) {
            if (env.json)
                env.out().json(groupToJson(one, env.language));
            else
                showGroup(one, env);
        }
    }
    env.say(tr_("%1 records of %2 looked at.").arg(shown).arg(*done));
    unseen.add(judge.unseen());
    const bool none = shown == 0 && (!query->filter.takesAll() || !query->offsets.isEmpty());
    return endAnswer(unseen, none ? exitcode::noMatch : exitcode::done, env);
}

} // namespace nc::cli
