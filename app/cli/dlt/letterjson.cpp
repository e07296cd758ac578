#include "cli/dlt/letterjson.h"

#include "cli/answer.h"
#include "cli/command.h"
#include "cli/dlt/judge.h"
#include "core/timetext.h"
#include "failures/facts/errors.h"
#include "failures/facts/expiry.h"
#include "failures/facts/platformtopics.h"
#include "failures/facts/valueshape.h"
#include "kafka/records/headertext.h"
#include "kafka/records/recordjson.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

template <class T>
QJsonValue orNull(const std::optional<T>& number)
{
    return number ? QJsonValue(static_cast<qint64>(*number)) : QJsonValue(QJsonValue::Null);
}

QJsonObject hopToJson(const Hop& hop)
{
    return {{u"topic"_s, textOrNull(hop.topic)}, {u"partition"_s, orNull(hop.partition)},
        {u"offset"_s, orNull(hop.offset)}, {u"timestamp"_s, orNull(hop.timestamp)},
        {u"group"_s, textOrNull(hop.group)}};
}

QJsonObject placeToJson(const RecordPlace& place)
{
    return {{u"topic"_s, textOrNull(place.topic)},
        {u"partition"_s, place.partition < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(place.partition)},
        {u"offset"_s, place.offset < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(place.offset)}};
}

QByteArray quoted(const QString& text)
{
    QByteArray json = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return json.sliced(1, json.size() - 2);
}

} // namespace

QJsonValue timeOrNull(qint64 time)
{
    return time < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(isoTime(time));
}

QJsonValue countOrNull(qint64 count, qint64 unknown)
{
    return unknown > 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(count);
}

QString countWords(qint64 count, qint64 unknown)
{
    return unknown > 0 ? u"?"_s : QString::number(count);
}

QJsonValue textOrNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

void addExpiry(QJsonObject& json, qint64 timestamp, const std::optional<qint64>& retention)
{
    const auto at = expiryOf(timestamp, retention);
    json.insert(u"expiresAt"_s, timeOrNull(at.value_or(-1)));
    json.insert(u"expiresSoon"_s, expiresSoon(at, QDateTime::currentMSecsSinceEpoch()));
}

QJsonObject causeToJson(const DeliveryCause& cause, Language language)
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

QByteArray letterToJson(
    const DeadLetter& letter, const Verdict& verdict, const std::optional<qint64>& retention, Language language)
{
    QJsonArray hops;
    for (const Hop& hop : letter.failure.hops)
        hops.append(hopToJson(hop));
    QJsonObject more{
        {u"state"_s, stateName(letter.state)},
        {u"origin"_s, hopToJson(letter.origin)},
        {u"lastHop"_s, hopToJson(letter.lastHop)},
        {u"hops"_s, hops},
        {u"attempts"_s, orNull(letter.attempts)},
        {u"returns"_s, letter.returns},
        {u"wrapped"_s, letter.layers},
        {u"template"_s, textOrNull(letter.facts.templateName)},
        {u"channel"_s, textOrNull(letter.facts.channel)},
        {u"process"_s, textOrNull(letter.facts.process)},
        {u"recipients"_s, QJsonArray::fromStringList(letter.facts.recipients)},
        {u"cause"_s,
            QJsonObject{{u"exception"_s, textOrNull(letter.cause.exception)},
                {u"causedBy"_s, textOrNull(letter.cause.causedBy)}, {u"message"_s, textOrNull(letter.cause.message)},
                {u"summary"_s, letter.cause.summary(language)},
                {u"code"_s, QString::fromLatin1(letter.cause.reason.code.name)}}},
        {u"verdict"_s, verdictToJson(verdict, language)},
    };
    addExpiry(more, letter.record.timestamp, retention);
    if (const auto problem = shapeProblem(letter.original, letter.lastHop.topic); problem && letter.record.value)
        more.insert(u"unreadable"_s,
            QJsonObject{{u"summary"_s, sentenceFor(problem->error, language).what},
                {u"code"_s, QString::fromLatin1(problem->error.code.name)}, {u"path"_s, textOrNull(problem->path)},
                {u"line"_s, problem->line}, {u"column"_s, problem->column}});
    if (letter.layers > 0) {
        // What was wrapped, in plain sight, and what a replay would call it.
        more.insert(u"original"_s,
            isUtf8(letter.original)
                ? QJsonValue(QString::fromUtf8(letter.original))
                : QJsonValue(QJsonObject{{u"base64"_s, QString::fromLatin1(letter.original.toBase64())}}));
        more.insert(u"proposedType"_s, textOrNull(QString::fromLatin1(expectedType(letter.lastHop.topic))));
    }
    QByteArray out =
        recordToJsonOpen(letter.record) + ',' + QJsonDocument(more).toJson(QJsonDocument::Compact).sliced(1);
    return out;
}

QJsonObject groupToJson(const LetterGroup& group, Language language)
{
    return {{u"summary"_s, group.cause.summary(language)}, {u"exception"_s, textOrNull(group.cause.exception)},
        {u"causedBy"_s, textOrNull(group.cause.causedBy)}, {u"message"_s, textOrNull(group.cause.message)},
        {u"template"_s, textOrNull(group.templateName)}, {u"channel"_s, textOrNull(group.channel)},
        {u"origin"_s, textOrNull(group.origin)}, {u"count"_s, group.count}, {u"first"_s, timeOrNull(group.first)},
        {u"last"_s, timeOrNull(group.last)}, {u"wouldSucceed"_s, group.wouldSucceed},
        {u"open"_s, countOrNull(group.open, group.unknown)}};
}

QString reasonOf(const ReplayResult& result, Language language)
{
    const auto why = explain(result);
    if (!why)
        return {};
    if (result.skip == SkipReason::Verdict && result.facts && result.facts->verdict)
        return verdictWords(*result.facts->verdict, {}, language);
    const Sentence sentence = sentenceFor(*why, language);
    const bool held = result.outcome == ReplayOutcome::Skipped && !sentence.advice.isEmpty();
    return held ? u"%1 (%2)"_s.arg(sentence.what, sentence.advice) : sentence.what;
}

namespace {

QJsonObject headerToJson(const HeaderChange& change)
{
    const auto value = [](const std::optional<QByteArray>& bytes) {
        return bytes ? QJsonValue(QString::fromUtf8(*bytes)) : QJsonValue(QJsonValue::Null);
    };
    // Values of what only describes the failure would fill the screen.
    QJsonObject json{{u"name"_s, QString::fromUtf8(change.name)},
        {u"change"_s, change.removed ? u"removed"_s : (change.added ? u"added"_s : u"changed"_s)}};
    if (!change.removed)
        json.insert(u"value"_s, value(change.after));
    return json;
}

QJsonObject factsToJson(const ReplayFacts& facts, Language language)
{
    QJsonObject json;
    if (facts.verdict)
        json.insert(u"verdict"_s, verdictToJson(*facts.verdict, language));
    QJsonArray earlier;
    for (const EarlierDelivery& one : facts.earlier)
        earlier.append(QJsonObject{{u"recipient"_s, one.recipient}, {u"channel"_s, one.channel},
            {u"how"_s, earlierName(one.how)}, {u"at"_s, timeOrNull(one.at)}});
    if (!earlier.isEmpty())
        json.insert(u"alreadyGot"_s, earlier);
    if (facts.narrowed)
        json.insert(u"narrowed"_s, true);
    if (!facts.keepPreferences.isEmpty())
        json.insert(u"keepsPreferences"_s, QJsonArray::fromStringList(facts.keepPreferences));
    if (facts.hasPreview) {
        QJsonArray headers;
        for (const HeaderChange& change : headerDifference(facts.before.headers, facts.after.headers))
            headers.append(headerToJson(change));
        json.insert(u"headers"_s, headers);
        if (facts.before.value != facts.after.value && facts.after.value)
            json.insert(u"value"_s, QString::fromUtf8(*facts.after.value));
    }
    if (!facts.changes.isEmpty())
        json.insert(u"changes"_s, QString::fromUtf8(facts.changes));
    return json;
}

} // namespace

QByteArray resultToJson(const ReplayResult& result, Language language)
{
    const auto number = [](qint64 n) { return n < 0 ? QByteArray("null") : QByteArray::number(n); };
    QByteArray out;
    out.reserve(200);
    out += "{\"partition\":" + QByteArray::number(result.partition) + ",\"offset\":" + QByteArray::number(result.offset)
        + ",\"result\":\"" + outcomeName(result.outcome).toLatin1() + "\",\"reason\":";
    const QString reason = reasonOf(result, language);
    out += reason.isEmpty() ? QByteArray("null") : quoted(reason);
    // Names of topics need no escaping.
    out += ",\"target\":{\"topic\":"
        + (result.target.topic.isEmpty() ? QByteArray("null") : '"' + result.target.topic.toUtf8() + '"')
        + ",\"partition\":" + number(result.target.partition) + ",\"offset\":" + number(result.target.offset) + '}';
    if (result.facts) {
        const QJsonObject more = factsToJson(*result.facts, language);
        if (!more.isEmpty()) {
            const QByteArray json = QJsonDocument(more).toJson(QJsonDocument::Compact);
            out += ',' + json.sliced(1, json.size() - 2);
        }
    }
    return out + "}\n";
}

QJsonObject summaryToJson(const ReplaySummary& summary, bool dryRun, Language language)
{
    QJsonObject targets;
    for (auto at = summary.byTarget.constBegin(); at != summary.byTarget.constEnd(); ++at)
        targets.insert(at.key(), at.value());
    QJsonObject json{{u"summary"_s, true}, {u"replayed"_s, dryRun ? qint64(0) : summary.replayed},
        {u"skipped"_s, summary.skipped}, {u"failed"_s, summary.failed},
        {u"mode"_s, summary.exactlyOnce ? u"exactly-once"_s : u"at-least-once"_s}, {u"targets"_s, targets}};
    if (dryRun)
        json.insert(u"wouldReplay"_s, summary.replayed);
    if (dryRun)
        json.insert(u"estimateMs"_s, qint64(summary.estimate.count()));
    if (!summary.run.isEmpty())
        json.insert(u"run"_s, summary.run);
    if (summary.againRecords > 0) {
        json.insert(u"againRecords"_s, summary.againRecords);
        json.insert(u"againRecipients"_s, summary.againPeople);
    }
    if (summary.ledgerIsLocal)
        json.insert(u"ledger"_s, u"local"_s);
    if (summary.stopped)
        json.insert(u"stopped"_s, QString::fromLatin1(summary.stopped->code.name));
    addUnseen(json, summary.unseen, language);
    return json;
}

QString actionState(LedgerAction action)
{
    switch (action) {
    case LedgerAction::Replayed:
        return u"replayed"_s;
    case LedgerAction::Resent:
        return u"resent"_s;
    case LedgerAction::Discarded:
        return u"discarded"_s;
    case LedgerAction::Reopened:
        return u"open"_s;
    }
    return {};
}

QJsonObject markToJson(qint32 partition, qint64 offset, const LedgerMark& mark, const LedgerEntry& entry)
{
    return {{u"partition"_s, partition}, {u"offset"_s, offset}, {u"state"_s, actionState(mark.action)},
        {u"by"_s, entry.by}, {u"at"_s, isoTime(entry.at)}, {u"reason"_s, textOrNull(entry.reason)},
        {u"target"_s,
            mark.target.topic.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(placeToJson(mark.target))},
        {u"mode"_s, textOrNull(entry.mode)}, {u"run"_s, textOrNull(entry.run)},
        {u"changes"_s, textOrNull(entry.changes)}};
}

} // namespace nc::cli
