#pragma once

#include "failures/facts/headernames.h"
#include "failures/facts/platformtopics.h"
#include "failures/ledger/ledgercodec.h"
#include "failures/ledger/ledgerindex.h"
#include "failures/ledger/ledgerjson.h"
#include "failures/letters/cause.h"
#include "failures/letters/failureheaders.h"
#include "failures/letters/replayrecord.h"
#include "failures/letters/wrapping.h"

#include <algorithm>
#include <array>

/// What must hold for any dead letter and any ledger entry whatsoever. Each check gives the name of the first property
/// that is broken, or null: fuzz targets abort on one, seeded tests in ctest print it.
namespace checks {

/// Every header of docs/contracts.md, section 7, spelled out: how the program tells them apart must not matter here.
inline constexpr std::array failureNames{"kafka_dlt-original-topic", "kafka_dlt-original-consumer-group",
    "kafka_dlt-original-partition", "kafka_dlt-original-offset", "kafka_dlt-original-timestamp",
    "kafka_dlt-original-timestamp-type", "kafka_dlt-exception-fqcn", "kafka_dlt-exception-cause-fqcn",
    "kafka_dlt-exception-message", "kafka_dlt-exception-stacktrace", "kafka_dlt-key-exception-fqcn",
    "kafka_dlt-key-exception-message", "kafka_dlt-key-exception-stacktrace", "kafka_original-topic",
    "kafka_original-partition", "kafka_original-offset", "kafka_original-timestamp", "kafka_original-timestamp-type",
    "kafka_exception-fqcn", "kafka_exception-message", "kafka_exception-stacktrace", "kafka_key-exception-fqcn",
    "retry_topic-attempts", "retry_topic-original-timestamp", "retry_topic-backoff-timestamp",
    "springDeserializerExceptionKey", "springDeserializerExceptionValue", "__connect.errors.topic",
    "__connect.errors.partition", "__connect.errors.offset", "__connect.errors.connector.name",
    "__connect.errors.task.id", "__connect.errors.stage", "__connect.errors.class.name",
    "__connect.errors.exception.class.name", "__connect.errors.exception.message",
    "__connect.errors.exception.stacktrace", "__streams.errors.exception", "__streams.errors.message",
    "__streams.errors.stacktrace", "__streams.errors.topic", "__streams.errors.partition", "__streams.errors.offset",
    "__dlq.errors.topic", "__dlq.errors.partition", "__dlq.errors.offset", "__dlq.errors.group",
    "__dlq.errors.delivery.count", "__dlq.errors.message", "x-original-topic", "topic_poisoned", "reason_poisoned"};

/// What people and other tools put on records, some of it close to the names above.
inline constexpr std::array foreignNames{"__TypeId__", "__Key_TypeId__", "spring_json_header_types", "b3",
    "traceparent", "x-request-id", "kafka_correlationId", "kafka_replyTopic", "kafka_replyPartition", "mine", "",
    "kafka_dlt", "kafka_dlt-", "KAFKA_DLT-ORIGINAL-TOPIC", "kafka_original", "retry_topic", "__connect.errors",
    "x-original-topics", "topic_poisoned2", "reason", "springDeserializerException", "X-Original-Topic"};

inline bool isKnownFailure(const QByteArray& name)
{
    return std::ranges::any_of(failureNames, [&name](const char* one) { return name == one; });
}

/// As the service writes a record that it could not read.
inline QByteArray wrapped(const QByteArray& bytes)
{
    return '"' + bytes.toBase64() + '"';
}

/// Any bytes as a record: what a fuzzer plays with.
inline nc::Record recordFrom(const QByteArray& bytes)
{
    nc::Record record;
    record.topic = QStringLiteral("user-notifications.DLT");
    record.partition = 3;
    record.offset = 7;
    qsizetype at = 0;
    const auto next = [&]() -> unsigned { return at < bytes.size() ? static_cast<unsigned char>(bytes[at++]) : 0U; };
    const unsigned shape = next();
    for (unsigned count = shape % 24; count > 0 && at < bytes.size(); --count) {
        const unsigned which = next();
        nc::Header header;
        if (which < failureNames.size())
            header.name = failureNames[which];
        else if (which < failureNames.size() + foreignNames.size())
            header.name = foreignNames[which - failureNames.size()];
        const unsigned size = next();
        // Typed headers are mostly of their length, and now and then long, null or something else.
        const bool typed = (size & 0x80) != 0;
        const qsizetype length = typed ? ((size & 1) != 0 ? 8 : 4) : static_cast<qsizetype>(size);
        if (size != 0x7f)
            header.value = bytes.mid(at, length);
        at = std::min(at + (header.value ? length : 0), bytes.size());
        if (which >= failureNames.size() + foreignNames.size())
            header.name = header.value.value_or(QByteArray());
        record.headers.append(header);
    }
    if ((shape & 0x20) != 0)
        record.headers.append(nc::Header{"__TypeId__", "[B"});
    if ((shape & 0x80) == 0)
        record.value = bytes.mid(at);
    for (unsigned layers = (shape >> 6 & 1) * 2; record.value && layers > 0; --layers)
        record.value = wrapped(*record.value);
    return record;
}

inline const char* checkStripping(const nc::Record& record)
{
    const nc::Headers kept = nc::withoutFailureHeaders(record.headers);
    qsizetype at = 0;
    for (const nc::Header& header : record.headers) {
        const bool stays = at < kept.size() && kept[at] == header && !nc::isFailureHeader(header.name);
        if (stays)
            ++at;
        if (stays && isKnownFailure(header.name))
            return "a header of section 7 goes back";
        if (!stays && !nc::isFailureHeader(header.name))
            return "a header of the record's own is lost or out of order";
    }
    if (at != kept.size())
        return "stripping invents headers";
    if (nc::withoutFailureHeaders(kept) != kept)
        return "stripping twice is not stripping once";
    return nullptr;
}

inline const char* checkHops(const nc::Record& record)
{
    const nc::FailureHeaders failure = nc::decodeFailureHeaders(record.headers);
    const auto latest = nc::latestHop(record.headers);
    if (latest.has_value() != !failure.hops.isEmpty())
        return "the quick look and the thorough one differ in whether there is a hop";
    if (latest && !(*latest == failure.hops.last()))
        return "the quick look and the thorough one differ in the latest hop";
    for (const nc::Hop& hop : failure.hops) {
        if (hop.partition && *hop.partition < 0)
            return "a negative partition";
    }
    // Headers that say nothing of it do not change it.
    if (!(nc::decodeFailureHeaders(nc::Headers{{"mine", "1"}} + record.headers) == failure))
        return "a foreign header changes what is read";
    // Only that it ends, for whatever stands in the texts.
    (void)nc::causeOf(failure, record.topic);
    return nullptr;
}

inline const char* checkReplay(const nc::Record& record)
{
    const QString target = nc::targetOf(record);
    const nc::ReplayRecord once = nc::prepareReplay(record, target);
    if (once.record.key != record.key)
        return "the key changes";
    if (once.record.value.has_value() != record.value.has_value())
        return "null becomes empty, or the other way round";
    if (!nc::hasWrappedType(record.headers)) {
        if (once.record.value != record.value || once.layers != 0)
            return "a record that is not wrapped is changed";
        if (once.record.headers != nc::withoutFailureHeaders(record.headers))
            return "a record that is not wrapped loses headers of its own";
    } else {
        if (nc::hasWrappedType(once.record.headers))
            return "it goes back as wrapped bytes";
        QByteArray outside = once.record.value.value_or(QByteArray());
        for (int layer = 0; layer < once.layers; ++layer)
            outside = wrapped(outside);
        // Other writers may put blanks or escapes around the same.
        if (once.layers > 0 && nc::unwrap({{}, 0, 0, 0, {}, {}, outside, {{"__TypeId__", "[B"}}}).layers < once.layers)
            return "what was unwrapped does not wrap again";
        if (once.layers == 0 && once.record.value != record.value)
            return "the value changes without unwrapping";
    }
    // Dead again with the newest headers on top, and sent back again: the same record.
    if (!nc::hasWrappedType(once.record.headers)) {
        nc::Record dead = once.record;
        for (const char* name : failureNames)
            dead.headers.append(nc::Header{name, "x"});
        const nc::ReplayRecord twice = nc::prepareReplay(dead, target);
        if (twice.record.headers != once.record.headers || twice.record.value != once.record.value)
            return "a second round changes the record";
    }
    return nullptr;
}

inline const char* checkRecord(const nc::Record& record)
{
    if (const char* broken = checkStripping(record))
        return broken;
    if (const char* broken = checkHops(record))
        return broken;
    return checkReplay(record);
}

/// Of an entry that was read, whoever wrote it.
inline const char* checkEntry(const nc::LedgerEntry& entry)
{
    for (const nc::LedgerRun& run : entry.runs) {
        if (run.partition < 0 || run.offset < 0 || run.count < 1 || run.target < -1
            || run.target >= entry.targets.size() || run.returns < 0)
            return "a run that cannot be";
    }
    const auto runs = nc::unpackRuns(nc::packRuns(entry.runs), entry.targets.size());
    if (!runs || *runs != entry.runs)
        return "runs do not survive";
    const auto again = nc::decodeLedgerEntry(nc::encodeLedgerEntry(entry));
    if (!again || !(*again == entry))
        return "an entry that was read is not written as it was";
    const nc::LedgerIndex index({entry});
    for (const nc::LedgerRun& run : entry.runs) {
        const bool undone = run.target < 0 && entry.action == nc::LedgerAction::Reopened;
        if (!undone && !index.latest(run.partition, run.offset)
            && !index.latest(run.partition, run.offset + run.count - 1))
            return "the index does not know what the entry says";
    }
    return nullptr;
}

inline const char* checkLedgerBytes(const QByteArray& bytes)
{
    const auto entry = nc::decodeLedgerEntry(bytes);
    return entry ? checkEntry(*entry) : nullptr;
}

/// The same bytes as packed runs: what a fuzzer would hardly find behind JSON and base64.
inline const char* checkRunBytes(const QByteArray& bytes)
{
    nc::LedgerEntry entry;
    entry.topic = QStringLiteral("t.DLT");
    entry.targets = {QStringLiteral("t"), QStringLiteral("u")};
    const auto runs = nc::unpackRuns(bytes, entry.targets.size());
    if (!runs)
        return nullptr;
    entry.runs = *runs;
    return checkEntry(entry);
}

} // namespace checks
