#include "cli/deliveries/deliveriescommand.h"

#include "cli/access.h"
#include "cli/dlt/judge.h"
#include "cli/dlt/letterjson.h"
#include "cli/dlt/letteroptions.h"
#include "cli/dlt/replayoptions.h"
#include "cli/options.h"
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
        {u"wouldSucceed"_s, group.wouldSucceed}, {u"open"_s, group.open}};
}

/// Where the dead letter of an attempt stands.
QString attemptWords(const QList<RecordPlace>& letters)
{
    if (letters.isEmpty())
        return tr_("[an attempt; its dead letter was not found]");
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
        parts += attemptWords(facts.deadLetters);
    else if (row.state == DeliveryState::Open)
        parts += u'[' + verdictWords(verdict, cause, env.language) + u']';
    else if (row.state != DeliveryState::None)
        parts += u'[' + deliveryStateName(row.state) + u']';
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const auto at = row.isFailure() ? expiryOf(audit.at, facts.retention) : std::nullopt;
    if (expiresSoon(at, now))
        parts += tr_("[expires %1: keep it with “deliveries keep”]").arg(isoTime(*at));
    else if (at)
        parts += tr_("[days left: %1]").arg((*at - now) / (24LL * 3600 * 1000));
    env.out().line(parts.join(u"  "_s));
}

/// Read only where there are attempts to be linked.
AttemptLinks linksFor(const QList<Delivery>& rows, const Profile& profile, Environment& env)
{
    if (std::ranges::none_of(rows, isAttempt))
        return {};
    const auto access = kafkaAccess(env, profile);
    auto links = access ? AttemptLinks::read(*access, env.task()) : Result<AttemptLinks>(nc::fail(access.error()));
    if (links)
        return std::move(*links);
    env.say(tr_("Dead letters of attempts could not be looked for: %1").arg(describe(links.error(), env.language)));
    return {};
}

} // namespace

QString DeliveriesCommand::summary() const
{
    return tr_("what became of each recipient and channel, from audit-events");
}

QList<OptionSpec> DeliveriesCommand::options() const
{
    return {{u"failed"_s, {}, tr_("only those that failed for good and left no dead letter")}, options::since(),
        options::filter(), {u"group"_s, {}, tr_("failures by reason, channel and template")}};
}

int DeliveriesCommand::run(const Arguments& arguments, Environment& env)
{
    auto typed = readDeliveryQuery(arguments, env.language);
    if (!typed)
        return env.usage(typed.error());
    DeliveryQuery& query = typed->query;
    query.failedOnly = arguments.has(u"failed"_s) || arguments.has(u"group"_s);
    const auto store = openStore<DeliveryStore>(env);
    if (!store)
        return env.fail(store.error());
    const auto judge = openJudge(store->profile, env);
    (*store)->judgeWith([&](const Delivery& row) { return judge->judge(row, env.task()); });
    const auto found = (*store)->read(query, env.task());
    if (!found)
        return env.fail(found.error());
    sayUnseenLedger(found->ledgerUnseen, env);
    if (arguments.has(u"group"_s)) {
        const auto verdictOf = [&](const Delivery& row) { return judge->judge(row, env.task()); };
        for (const DeliveryGroup& group : groupDeliveries(found->rows, verdictOf)) {
            if (env.json)
                env.out().json(toJson(group, env.language));
            else
                env.out().line(tr_("%1 (%2 open, %3 would succeed now)  %4  %5  %6")
                                   .arg(QString::number(group.count), QString::number(group.open),
                                       QString::number(group.wouldSucceed), group.channel, group.templateName,
                                       group.found.summary(env.language)));
        }
    } else {
        const AttemptLinks links = linksFor(found->rows, store->profile, env);
        for (const Delivery& row : found->rows) {
            const RowFacts facts{row.isFailure() ? judge->judge(row, env.task()) : Verdict(), found->retention,
                isAttempt(row) ? links.of(row) : QList<RecordPlace>()};
            if (env.json)
                env.out().json(toJson(row, facts, env.language));
            else
                show(row, facts, env);
        }
    }
    if (found->unreadable > 0)
        env.say(tr_("%1 records of audit-events could not be read: %2")
                    .arg(found->unreadable)
                    .arg(found->problem ? describe(*found->problem, env.language) : QString()));
    env.say(tr_("%1 deliveries in %2 audit records.").arg(found->rows.size()).arg(found->scanned));
    return found->rows.isEmpty() && !query.filter.takesAll() ? exitcode::noMatch : exitcode::done;
}

} // namespace nc::cli
