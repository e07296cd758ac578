#include "failures/ledger/ledgerjson.h"

#include "core/timetext.h"
#include "failures/facts/errors.h"
#include "failures/ledger/ledgercodec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr QLatin1StringView actionNames[] = {"replayed"_L1, "resent"_L1, "discarded"_L1, "reopened"_L1};

std::optional<LedgerAction> actionOf(const QString& name)
{
    for (int i = 0; i < 4; ++i) {
        if (name == actionNames[i])
            return static_cast<LedgerAction>(i);
    }
    return {};
}

/// Offsets pass 2^53 in no real topic, but what is read must be what was written.
QJsonValue number(qint64 value)
{
    return QJsonValue(value);
}

QJsonArray numbers(const QList<qint64>& values)
{
    QJsonArray out;
    for (const qint64 value : values)
        out.append(number(value));
    return out;
}

QList<qint64> numbersFrom(const QJsonValue& json)
{
    QList<qint64> out;
    for (const QJsonValue& value : json.toArray())
        out.append(value.toInteger(-1));
    return out;
}

QJsonObject rangeToJson(const LedgerRange& range)
{
    return {{u"partition"_s, range.partition}, {u"first"_s, number(range.first)}, {u"last"_s, number(range.last)},
        {u"firstTimestamp"_s, number(range.firstTimestamp)}, {u"lastTimestamp"_s, number(range.lastTimestamp)},
        {u"firstHash"_s, QString::fromLatin1(range.firstHash.toHex())},
        {u"lastHash"_s, QString::fromLatin1(range.lastHash.toHex())}};
}

LedgerRange rangeFromJson(const QJsonObject& json)
{
    const auto hash = [&json](QLatin1StringView name) { return QByteArray::fromHex(json[name].toString().toLatin1()); };
    return {json["partition"_L1].toInt(-1), json["first"_L1].toInteger(-1), json["last"_L1].toInteger(-1),
        json["firstTimestamp"_L1].toInteger(-1), json["lastTimestamp"_L1].toInteger(-1), hash("firstHash"_L1),
        hash("lastHash"_L1)};
}

std::unexpected<Error> unreadable(const QString& topic, const QString& why)
{
    return fail(errors::ledgerUnreadable, topic, why, Next::Fatal);
}

} // namespace

QByteArray encodeLedgerEntry(const LedgerEntry& entry)
{
    QJsonArray ranges;
    for (const LedgerRange& range : entry.ranges)
        ranges.append(rangeToJson(range));
    QJsonObject json{
        {u"version"_s, LedgerEntry::currentVersion},
        {u"action"_s, actionNames[static_cast<int>(entry.action)]},
        {u"topic"_s, entry.topic},
        {u"run"_s, entry.run},
        {u"by"_s, entry.by},
        {u"at"_s, isoTime(entry.at)},
        {u"count"_s, number(entry.count())},
        {u"targets"_s, QJsonArray::fromStringList(entry.targets)},
        {u"ends"_s, numbers(entry.ends)},
        {u"ranges"_s, ranges},
        {u"runs"_s, QString::fromLatin1(packRuns(entry.runs).toBase64())},
    };
    const auto optional = [&json](const QString& name, const QString& value) {
        if (!value.isEmpty())
            json.insert(name, value);
    };
    optional(u"reason"_s, entry.reason);
    optional(u"mode"_s, entry.mode);
    optional(u"changes"_s, entry.changes);
    optional(u"keys"_s, QString::fromLatin1(entry.keys.toBase64()));
    if (!entry.auditEnds.isEmpty())
        json.insert(u"auditEnds"_s, numbers(entry.auditEnds));
    if (entry.goesOn)
        json.insert(u"goesOn"_s, true);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<LedgerEntry> decodeLedgerEntry(const QByteArray& bytes)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (!document.isObject())
        return unreadable({}, problem.error == QJsonParseError::NoError ? u"no object"_s : problem.errorString());
    const QJsonObject json = document.object();
    LedgerEntry entry;
    entry.topic = json["topic"_L1].toString();
    const QJsonValue version = json["version"_L1];
    if (!version.isDouble() || version.toInt(-1) < 1)
        return unreadable(entry.topic, u"version"_s);
    if (version.toInt() > LedgerEntry::currentVersion)
        return fail(errors::ledgerNewer, entry.topic, QString::number(version.toInt()), Next::Fatal);
    const auto action = actionOf(json["action"_L1].toString());
    if (!action)
        return unreadable(entry.topic, u"action"_s);
    entry.action = *action;
    entry.run = json["run"_L1].toString();
    entry.by = json["by"_L1].toString();
    const auto at = parseTime(json["at"_L1].toString());
    if (!at)
        return unreadable(entry.topic, u"at"_s);
    entry.at = *at;
    entry.reason = json["reason"_L1].toString();
    entry.mode = json["mode"_L1].toString();
    entry.changes = json["changes"_L1].toString();
    for (const QJsonValue& target : json["targets"_L1].toArray())
        entry.targets.append(target.toString());
    entry.ends = numbersFrom(json["ends"_L1]);
    entry.auditEnds = numbersFrom(json["auditEnds"_L1]);
    entry.keys = QByteArray::fromBase64(json["keys"_L1].toString().toLatin1());
    entry.goesOn = json["goesOn"_L1].toBool();
    for (const QJsonValue& range : json["ranges"_L1].toArray())
        entry.ranges.append(rangeFromJson(range.toObject()));
    const auto packed =
        QByteArray::fromBase64Encoding(json["runs"_L1].toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    auto runs = packed ? unpackRuns(packed.decoded, entry.targets.size()) : std::nullopt;
    if (!runs)
        return unreadable(entry.topic, u"runs"_s);
    entry.runs = std::move(*runs);
    return entry;
}

} // namespace nc
