#include "cli/dlt/deliveriescommand.h"

#include "cli/access.h"
#include "cli/dlt/judge.h"
#include "cli/dlt/letterjson.h"
#include "cli/dlt/letteroptions.h"
#include "cli/dlt/replayoptions.h"
#include "core/timetext.h"
#include "deadletters/base/expiry.h"
#include "deadletters/deliveries/deliverystore.h"

#include <QDateTime>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

QString statusOf(const Delivery& row)
{
    return row.audit.ok() ? u"SUCCESS"_s : u"FAILURE"_s;
}

QJsonObject toJson(const DeliveryCause& cause, Language language)
{
    QJsonObject json{{u"summary"_s, cause.summary(language)}, {u"code"_s, QString::fromLatin1(cause.reason.code.name)}};
    if (cause.trouble) {
        json.insert(u"variable"_s, textOrNull(cause.trouble->variable));
        json.insert(u"line"_s, cause.trouble->line);
        json.insert(u"column"_s, cause.trouble->column);
        json.insert(u"message"_s, textOrNull(cause.trouble->message));
    }
    return json;
}

QJsonObject toJson(
    const Delivery& row, const Verdict& verdict, const std::optional<qint64>& retention, Language language)
{
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
        {u"cause"_s, audit.ok() ? QJsonValue(QJsonValue::Null) : QJsonValue(toJson(cause, language))},
        {u"state"_s, textOrNull(deliveryStateName(row.state))}, {u"attempts"_s, row.attempts()},
        {u"last"_s, timeOrNull(row.last)}, {u"places"_s, places}, {u"traceId"_s, textOrNull(audit.requestId)},
        {u"recipientUncertain"_s, audit.recipientUncertain}};
    if (!audit.ok())
        addExpiry(json, audit.at, retention);
    json.insert(
        u"verdict"_s, row.isFailure() ? QJsonValue(verdictToJson(verdict, language)) : QJsonValue(QJsonValue::Null));
    return json;
}

QJsonObject toJson(const DeliveryGroup& group, Language language)
{
    return {{u"reason"_s, textOrNull(group.reason)}, {u"summary"_s, group.found.summary(language)},
        {u"cause"_s, toJson(group.found, language)}, {u"channel"_s, textOrNull(group.channel)},
        {u"template"_s, textOrNull(group.templateName)}, {u"count"_s, group.count},
        {u"first"_s, timeOrNull(group.first)}, {u"last"_s, timeOrNull(group.last)},
        {u"wouldSucceed"_s, group.wouldSucceed}, {u"open"_s, group.open}};
}

void show(const Delivery& row, const Verdict& verdict, const std::optional<qint64>& retention, Environment& env)
{
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
    if (!audit.ok() && !row.isFailure())
        parts += tr_("[an attempt: became a dead letter]");
    else if (row.state == DeliveryState::Open)
        parts += u'[' + verdictWords(verdict, cause, env.language) + u']';
    else if (row.state != DeliveryState::None)
        parts += u'[' + deliveryStateName(row.state) + u']';
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const auto at = row.isFailure() ? expiryOf(audit.at, retention) : std::nullopt;
    if (expiresSoon(at, now))
        parts += tr_("[expires %1: keep it with “deliveries keep”]").arg(isoTime(*at));
    else if (at)
        parts += tr_("[days left: %1]").arg((*at - now) / (24LL * 3600 * 1000));
    env.out().line(parts.join(u"  "_s));
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
        for (const Delivery& row : found->rows) {
            if (env.json)
                env.out().json(toJson(row, judge->judge(row, env.task()), found->retention, env.language));
            else
                show(row, row.isFailure() ? judge->judge(row, env.task()) : Verdict(), found->retention, env);
        }
    }
    if (found->unreadable > 0)
        env.say(tr_("%1 records of audit-events could not be read: %2")
                    .arg(found->unreadable)
                    .arg(found->problem ? describe(*found->problem, env.language) : QString()));
    env.say(tr_("%1 deliveries in %2 audit records.").arg(found->rows.size()).arg(found->scanned));
    return exitcode::done;
}

} // namespace nc::cli
