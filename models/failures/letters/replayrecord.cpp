#include "failures/letters/replayrecord.h"

#include "failures/facts/headernames.h"
#include "failures/facts/platformtopics.h"
#include "failures/letters/failureheaders.h"
#include "failures/letters/wrapping.h"
#include "kafka/writing/transactionpartitioner.h"

#include <algorithm>

namespace nc {
namespace {

/// Puts the type that the target expects in the place of `[B`.
void retype(Headers& headers, const QByteArray& type)
{
    bool done = false;
    for (qsizetype i = headers.size() - 1; i >= 0; --i) {
        if (headers[i].name != "__TypeId__")
            continue;
        const bool wrapped = headers[i].value == QByteArray("[B");
        if (!done && wrapped && !type.isEmpty()) {
            headers[i].value = type;
            done = true;
        } else if (wrapped) {
            headers.removeAt(i);
        }
    }
}

} // namespace

Headers withoutFailureHeaders(const Headers& headers)
{
    Headers kept;
    for (const Header& header : headers) {
        if (!isFailureHeader(header.name))
            kept.append(header);
    }
    return kept;
}

bool expectsReply(const Headers& headers)
{
    return std::ranges::any_of(headers, [](const Header& header) { return isReplyHeader(header.name); });
}

ReplayRecord prepareReplay(const Record& deadLetter, const QString& target)
{
    ReplayRecord out;
    out.record.topic = target;
    out.record.partition = deadLetter.partition;
    out.record.key = deadLetter.key;
    out.record.value = deadLetter.value;
    out.record.headers = withoutFailureHeaders(deadLetter.headers);
    if (!hasWrappedType(deadLetter.headers))
        return out;
    Unwrapped inner = unwrap(deadLetter);
    out.layers = inner.layers;
    if (inner.layers > 0)
        out.record.value = std::move(inner.bytes);
    const QByteArray type = expectedType(target);
    out.typeUnknown = type.isEmpty();
    retype(out.record.headers, type);
    return out;
}

QString targetOf(const Record& deadLetter)
{
    if (const auto hop = latestHop(deadLetter.headers); hop && !hop->topic.isEmpty())
        return hop->topic;
    return topicWithoutSuffix(deadLetter.topic);
}

qint32 choosePartition(const std::optional<QByteArray>& key, qint32 original, const PartitionChoice& choice)
{
    const bool there = original >= 0 && original < choice.partitions;
    if (choice.same)
        return there ? original : -1;
    if (key)
        return partitionForKey(*key, choice.partitions);
    return there ? original : choice.any % choice.partitions;
}

bool isAnyPartition(const std::optional<QByteArray>& key, qint32 original, const PartitionChoice& choice)
{
    return !choice.same && !key && (original < 0 || original >= choice.partitions);
}

} // namespace nc
