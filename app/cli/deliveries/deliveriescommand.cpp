#include "cli/deliveries/deliveriescommand.h"

#include "cli/access.h"
#include "cli/answer.h"
#include "cli/dlt/judge.h"
#include "cli/dlt/letterjson.h"
#include "cli/dlt/letteroptions.h"
#include "cli/dlt/replayoptions.h"
#include "core/timetext.h"
#include "failures/deliveries/attemptlinks.h"
#include "failures/deliveries/deliverystore.h"
#include "failures/facts/expiry.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

QString statusOf(const Delivery& row)
{
    return row.audit.ok() ? u"SUCCESS"_s : u"FAILURE"_s;
}

/// What is told of a row beside what the audit says.
struct RowFacts {
    Verdict verdict;
    std::optional<qint64> retention;
    QList<RecordPlace> deadLetters; ///< of an attempt
    bool lettersSeen = true;
};

bool isAttempt(const Delivery& row)
{
    return !row.audit.ok() && !row.isFailure();
}

QJsonObject toJson(const Delivery& row, const RowFacts& facts, Language language)
{
    const Verdict& verdict = facts.verdict;
    const AuditDelivery& audit = row.audit;
    const DeliveryCause cause = causeOf(row, verdict);
    QJsonArray places;
    for (const RecordPlace& place : row.places)
        places.append(QJsonObject{{u"partition"_s, place.partition}, {u"offset"_s, place.offset}});
    QJsonObject json{{u"partition"_s, audit.place.partition}, {u"offset"_s, audit.place.offset},
        {u"at"_s, timeOrNull(audit.at)}, {u"recipient"_s, textOrNull(audit.recipient)},
        {u"address"_s, textOrNull(audit.address)}, {u"channel"_s, textOrNull(audit.channel)},
        {u"template"_s, textOrNull(audit.templateName)}, {u"process"_s, textOrNull(audit.process)},
        {u"status"_s, statusOf(row)}, {u"kind"_s, kindName(audit.kind)}, {u"reason"_s, textOrNull(audit.reason)},
        {u"summary"_s, audit.ok() ? QJsonValue(QJsonValue::Null) : QJsonValue(cause.summary(language))},
        {u"cause"_s, audit.ok() ? QJsonValue(QJsonValue::Null) : QJsonValue(causeToJson(cause, language))},
        {u"state"_s, textOrNull(deliveryStateName(row.state))}, {u"attempts"_s, row.attempts()},
        {u"last"_s, timeOrNull(row.last)}, {u"places"_s, places}, {u"traceId"_s, textOrNull(audit.requestId)},
        {u"recipientUncertain"_s, audit.recipientUncertain}};
    if (!audit.ok())
        addExpiry(json, audit.at, facts.retention);
    if (isAttempt(row)) {
        QJsonArray letters;
        for (const RecordPlace& place : facts.deadLetters)
            letters.append(
                QJsonObject{{u"topic"_s, place.topic}, {u"partition"_s, place.partition}, {u"offset"_s, place.offset}});
        json.insert(u"deadLetters"_s, letters);
    }
    json.insert(
        u"verdict"_s, row.isFailure() ? QJsonValue(verdictToJson(verdict, language)) : QJsonValue(QJsonValue::Null));
    return json;
}

QJsonObject toJson(const DeliveryGroup& group, Language language)
{
    return {{u"reason"_s, textOrNull(group.reason)}, {u"summary"_s, group.found.summary(language)},
        {u"cause"_s, causeToJson(group.found, language)}, {u"channel"_s, textOrNull(group.channel)},
        {u"template"_s, textOrNull(group.templateName)}, {u"count"_s, group.count},
        {u"first"_s, timeOrNull(group.first)}, {u"last"_s, timeOrNull(group.last)},
        {u"wouldSucceed"_s, group.wouldSucceed}, {u"open"_s, countOrNull(group.open, group.unknown)}};
}

/// Where the dead letter of an attempt stands.
QString attemptWords(const QList<RecordPlace>& letters, bool seen)
{
    if (letters.isEmpty())
        return seen ? tr_("[an attempt; its dead letter was not found]")
                    : tr_("[an attempt; whether it became a dead letter cannot be told]");
    QStringList places;
    for (const RecordPlace& place : letters)
        places += u"%1 %2:%3"_s.arg(place.topic).arg(place.partition).arg(place.offset);
    return tr_("[an attempt: became %1]").arg(places.join(u", "_s));
}

void show(const Delivery& row, const RowFacts& facts, Environment& env)
{
    const Verdict& verdict = facts.verdict;
    const AuditDelivery& audit = row.audit;
    QStringList parts{u"%1:%2"_s.arg(audit.place.partition).arg(audit.place.offset), isoTime(audit.at),
        audit.channel.leftJustified(5), statusOf(row)};
    for (const QString& word : {audit.recipient, audit.templateName}) {
        if (!word.isEmpty())
            parts += word;
    }
    const QString cause = audit.ok() ? QString() : causeOf(row, verdict).summary(env.language);
    if (!cause.isEmpty())
        parts += cause;
    if (row.attempts() > 1)
        parts += tr_("(%1 times)").arg(row.attempts());
    if (isAttempt(row))
        parts += attemptWords(facts.deadLetters, facts.lettersSeen);
    else if (row.isFailure() && !row.isHandled())
        parts += u'[' + verdictWords(verdict, cause, env.language) + u']';
    else if (row.isHandled())
        parts += u'[' + deliveryStateName(row.state) + u']';
    if (row.state == DeliveryState::Unknown)
        parts += tr_("[whether somebody handled it cannot be told]");
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const auto at = row.isFailure() ? expiryOf(audit.at, facts.retention) : std::nullopt;
    if (expiresSoon(at, now))
        parts += tr_("[expires %1: keep it with “deliveries keep”]").arg(isoTime(*at));
    else if (at)
        parts += tr_("[days left: %1]").arg((*at - now) / (24LL * 3600 * 1000));
    env.out().line(parts.join(u"  "_s));
}

/// Read only where there are attempts to be linked.
AttemptLinks linksFor(const QList<Delivery>& rows, const KafkaAccess& access, Unseen& unseen, Environment& env)
{
    if (std::ranges::none_of(rows, isAttempt))
        return {};
    auto links = AttemptLinks::read(access, env.task());
    if (links)
        return std::move(*links).into(unseen);
    unseen.add(u"user-notifications.DLT"_s, links.error());
    return {};
}

} // namespace

QString DeliveriesCommand::summary() const
{
    return tr_("what became of each recipient and channel, from audit-events");
}

QList<OptionSpec> DeliveriesCommand::options() const
{
    return {{u"failed"_s, {}, tr_("only those that failed for good and left no dead letter")},
        {u"since"_s, u"TIME"_s, tr_("only since then")}, {u"filter"_s, u"F"_s, tr_("only those that match")},
        {u"group"_s, {}, tr_("failures by reason, channel and template")}};
}

int DeliveriesCommand::run(const Arguments& arguments, Environment& env)
{
    DeliveryQuery query;
    query.failedOnly = arguments.has(u"failed"_s) || arguments.has(u"group"_s);
    OffsetSelection none;
    if (!readDeliveryQuery(arguments, env, query, none))
        return exitcode::usage;
    const auto store = openStore<DeliveryStore>(env);
    if (!store)
        return env.fail(store.error());
    ProfileJudge judge(store->profile, env);
    (*store)->judgeWith([&](const Delivery& row) { return judge.judge(row); });
    auto read = (*store)->read(query, env.task());
    if (!read)
        return env.fail(read.error());
    Unseen unseen;
    const Deliveries found = std::move(*read).into(unseen);
    if (arguments.has(u"group"_s)) {
        for (const DeliveryGroup& group :
            groupDeliveries(found.rows, [&](const Delivery& row) { return judge.judge(row); })) {
            if (env.json)
                env.out().json(toJson(group, env.language));
            else
                env.out().line(tr_("%1 (%2 open, %3 would succeed now)  %4  %5  %6")
                                   .arg(QString::number(group.count), countWords(group.open, group.unknown),
                                       QString::number(group.wouldSucceed), group.channel, group.templateName,
                                       group.found.summary(env.language)));
        }
    } else {
        Unseen letters;
        const AttemptLinks links = linksFor(found.rows, store->access, letters, env);
        unseen.add(letters);
        for (const Delivery& row : found.rows) {
            const RowFacts facts{row.isFailure() ? judge.judge(row) : Verdict(), found.retention,
                isAttempt(row) ? links.of(row) : QList<RecordPlace>(), letters.isEmpty()};
            if (env.json)
                env.out().json(toJson(row, facts, env.language));
            else
                show(row, facts, env);
        }
    }
    if (env.task().isCancelled())
        return env.fail(TaskContext::cancelled().error());
    unseen.add(judge.unseen());
    env.say(tr_("%1 deliveries in %2 audit records.").arg(found.rows.size()).arg(found.scanned));
    return endAnswer(
        unseen, found.rows.isEmpty() && !query.filter.takesAll() ? exitcode::noMatch : exitcode::done, env);
}

} // namespace nc::cli
