#include "cli/trace/tracecommand.h"

#include "cli/access.h"
#include "cli/dlt/letterjson.h"
#include "cli/dlt/letteroptions.h"
#include "core/timetext.h"
#include "failures/trace/tracesearch.h"
#include "failures/verdicts/causefinder.h"

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

struct Way {
    const char16_t* option;
    TraceQuery::By by;
};
constexpr Way ways[] = {{u"recipient", TraceQuery::By::Recipient}, {u"email", TraceQuery::By::Email},
    {u"process", TraceQuery::By::Process}, {u"trace-id", TraceQuery::By::TraceId}, {u"key", TraceQuery::By::Key}};

QJsonValue numberOrNull(qint64 number)
{
    return number < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(number);
}

QJsonValue placeOrNull(const std::optional<RecordPlace>& place)
{
    if (!place)
        return QJsonValue::Null;
    return QJsonObject{{u"topic"_s, place->topic}, {u"partition"_s, place->partition}, {u"offset"_s, place->offset}};
}

QJsonObject toJson(const TraceStep& step, Language language)
{
    return {{u"at"_s, timeOrNull(step.at)}, {u"stage"_s, stageName(step.stage)},
        {u"topic"_s, textOrNull(step.place.topic)}, {u"partition"_s, numberOrNull(step.place.partition)},
        {u"offset"_s, numberOrNull(step.place.offset)}, {u"channel"_s, textOrNull(step.channel)},
        {u"template"_s, textOrNull(step.templateName)}, {u"state"_s, textOrNull(step.state)},
        {u"summary"_s, wordsOf(step, language)}, {u"recipient"_s, textOrNull(step.recipient)},
        {u"process"_s, textOrNull(step.process)}, {u"traceId"_s, textOrNull(step.traceId)},
        {u"target"_s, placeOrNull(step.target)}, {u"by"_s, textOrNull(step.by)}, {u"times"_s, step.times},
        {u"last"_s, timeOrNull(step.last)},
        {u"cause"_s, step.cause ? QJsonValue(causeToJson(*step.cause, language)) : QJsonValue(QJsonValue::Null)}};
}

QString outcomeWords(const TraceChannel& channel)
{
    switch (channel.outcome) {
    case TraceOutcome::Unknown:
        return tr_("unknown");
    case TraceOutcome::Waiting:
        return tr_("on its way");
    case TraceOutcome::Delivered:
        return channel.deliveries > 1 ? tr_("delivered %1 times").arg(channel.deliveries) : tr_("delivered");
    case TraceOutcome::SilentlyFailed:
        return tr_("failed, and nothing but the audit tells");
    case TraceOutcome::Dead:
        return tr_("a dead letter");
    case TraceOutcome::Discarded:
        return tr_("discarded");
    case TraceOutcome::Handled:
        return tr_("taken up");
    }
    return {};
}

void show(const TraceNotification& notification, Environment& env)
{
    QStringList about;
    about += notification.templateName.isEmpty() ? tr_("(template not known)") : notification.templateName;
    if (!notification.recipient.isEmpty())
        about += tr_("to %1").arg(notification.recipient);
    if (!notification.process.isEmpty())
        about += tr_("process %1").arg(notification.process);
    env.out().line((notification.at < 0 ? QString() : isoTime(notification.at) + u"  "_s) + about.join(u", "_s));
    for (const TraceChannel& channel : notification.channels) {
        env.out().line(channel.channel.isEmpty() ? u"  "_s + tr_("the event")
                                                 : u"  %1: %2"_s.arg(channel.channel, outcomeWords(channel)));
        for (const TraceStep& step : channel.steps) {
            const bool missing = step.stage == TraceStage::Missing;
            QString line = u"    "_s + (missing ? QString(24, u' ') : isoTime(step.at)) + u"  "_s;
            line += (missing ? u"– "_s : QString()) + wordsOf(step, env.language);
            if (step.place.offset >= 0)
                line += u"  (%1 %2:%3)"_s.arg(step.place.topic).arg(step.place.partition).arg(step.place.offset);
            env.out().line(line);
        }
    }
    env.out().line({});
}

/// How far back it looked, and what it could not look at.
void sayCoverage(const TraceResult& result, const TraceQuery& query, Environment& env)
{
    qint64 scanned = 0;
    for (const TraceCoverage& topic : result.coverage) {
        scanned += topic.scanned;
        if (topic.problem)
            env.say(tr_("%1 could not be looked at: %2").arg(topic.topic, describe(*topic.problem, env.language)));
        else if (topic.olderGone && !query.since)
            env.say(tr_("%1 goes back to %2; what was there before has expired.")
                        .arg(topic.topic, topic.oldest < 0 ? u"–"_s : isoTime(topic.oldest)));
    }
    for (const Error& error : result.unseen)
        env.say(tr_("The inbox or the ledger could not be looked at: %1").arg(describe(error, env.language)));
    const QString back =
        query.since ? tr_("back to %1").arg(isoTime(*query.since)) : tr_("back to the beginning of every topic");
    env.say(tr_("Looked at %1 records of %2 topics, %3. Found %4 notifications.")
                .arg(scanned)
                .arg(result.coverage.size())
                .arg(back)
                .arg(result.notifications.size()));
    if (result.tooMany)
        env.say(tr_("There are more than %1 records: narrow the search with --since.").arg(query.most));
}

} // namespace

QString TraceCommand::summary() const
{
    return tr_("everything that happened to one person's or process's notifications, in order of time");
}

QList<OptionSpec> TraceCommand::options() const
{
    return {{u"recipient"_s, u"ID"_s, tr_("the recipient's id (or RNOKPP)")},
        {u"email"_s, u"E"_s, tr_("the recipient's address")},
        {u"process"_s, u"INSTANCE"_s, tr_("the business process instance")},
        {u"trace-id"_s, u"ID"_s, tr_("the trace id of a record or an audit")},
        {u"key"_s, u"K"_s, tr_("a record's key")}, {u"since"_s, u"TIME"_s, tr_("look back to then only")},
        {u"topic"_s, u"T"_s, tr_("look into this topic only (may be repeated)")}};
}

int TraceCommand::run(const Arguments& arguments, Environment& env)
{
    TraceQuery query;
    int given = 0;
    for (const Way& way : ways) {
        const QString option = QStringView(way.option).toString();
        if (!arguments.has(option))
            continue;
        ++given;
        query.by = way.by;
        query.text = arguments.value(option);
    }
    if (given != 1)
        return env.usage(tr_("say what to look for: one of --recipient, --email, --process, --trace-id, --key"));
    if (query.text.isEmpty())
        return env.usage(tr_("what to look for is empty"));
    query.topics = arguments.values(u"topic"_s);
    if (arguments.has(u"since"_s)) {
        const auto since = parseTime(arguments.value(u"since"_s));
        if (!since)
            return env.usage(describe(since.error(), env.language));
        query.since = *since;
    }
    const auto profile = env.profile();
    if (!profile)
        return env.fail(profile.error());
    const auto access = kafkaAccess(env, *profile);
    if (!access)
        return env.fail(access.error());
    std::optional<DatabaseTarget> database;
    if (!profile->database.isEmpty()) {
        if (auto target = databaseTarget(env, *profile))
            database = std::move(*target);
        else
            env.say(describe(target.error(), env.language));
    }
    CauseFinder finder({*access, localLedgerFolder(env), database, profile->serviceVersion, profile->registry});
    const auto search = TraceSearch::open(*access, std::move(database), localLedgerFolder(env));
    if (!search)
        return env.fail(search.error());
    (*search)->explainWith(
        [&finder](const AuditDelivery& audit, const TaskContext& task) { return finder.find(audit, task); });
    const auto found = (*search)->run(query, {}, env.task());
    if (!found)
        return env.fail(found.error());
    if (env.json) {
        for (const TraceStep& step : stepsByTime(*found))
            env.out().json(toJson(step, env.language));
    } else {
        for (const TraceNotification& notification : found->notifications)
            show(notification, env);
    }
    sayCoverage(*found, query, env);
    return found->notifications.isEmpty() ? exitcode::noMatch : exitcode::done;
}

} // namespace nc::cli
