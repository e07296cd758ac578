#include "sandbox/demo/script.h"

#include "sandbox/demo/wiretext.h"

#include <QHash>

#include <algorithm>
#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;

namespace nc::demo {
namespace {

Headers originHeaders(const Record& origin)
{
    return {{"kafka_dlt-original-topic", origin.topic.toUtf8()},
        {"kafka_dlt-original-partition", bigEndian32(origin.partition)},
        {"kafka_dlt-original-offset", bigEndian64(origin.offset)},
        {"kafka_dlt-original-timestamp", bigEndian64(origin.timestamp)},
        {"kafka_dlt-original-timestamp-type", "CreateTime"},
        {"kafka_dlt-original-consumer-group", "notifications-service"}};
}

} // namespace

Script::Id Script::add(const Record& record)
{
    m_drafts.append({record});
    return m_drafts.size() - 1;
}

Script::Id Script::addDeadLetter(Id origin, qint64 at, const QByteArray& value, const FailureWords& words,
    const QByteArray& trace, const QByteArray& type)
{
    Record record;
    record.topic = m_drafts.at(origin).record.topic + u".DLT"_s;
    record.partition = m_drafts.at(origin).record.partition;
    record.timestamp = at;
    record.value = value;
    m_drafts.append({record, origin, -1, words, trace, type});
    return m_drafts.size() - 1;
}

Script::Id Script::addCarelessReplay(Id deadLetter, qint64 at, qint32 partition)
{
    Record record = m_drafts.at(deadLetter).record;
    record.topic.chop(4);
    record.partition = partition;
    record.timestamp = at;
    m_drafts.append({record, -1, deadLetter});
    return m_drafts.size() - 1;
}

// Everything that it refers to came before it in time and is finished.
void Script::finishHeaders(Draft& draft) const
{
    if (draft.replayOf >= 0) {
        draft.record.headers = m_drafts.at(draft.replayOf).record.headers;
        return;
    }
    if (draft.origin < 0)
        return;
    const Record& origin = m_drafts.at(draft.origin).record;
    Headers headers;
    // The places of earlier failures stay, oldest first; what is said about the exception is replaced.
    for (const Header& header : origin.headers) {
        if (header.name.startsWith("kafka_dlt-original-"))
            headers << header;
    }
    headers << Header{"kafka_dlt-exception-fqcn", draft.words.exception}
            << Header{"kafka_dlt-exception-cause-fqcn", draft.words.cause}
            << Header{"kafka_dlt-exception-message", draft.words.message}
            << Header{"kafka_dlt-exception-stacktrace", draft.words.stacktrace};
    headers << originHeaders(origin);
    headers << Header{"b3", draft.trace} << Header{"__TypeId__", draft.type};
    draft.record.headers = headers;
}

QList<Record> Script::finish()
{
    std::vector<Id> order(static_cast<size_t>(m_drafts.size()));
    std::iota(order.begin(), order.end(), Id(0));
    std::stable_sort(order.begin(), order.end(),
        [this](Id a, Id b) { return m_drafts.at(a).record.timestamp < m_drafts.at(b).record.timestamp; });
    QHash<QPair<QString, qint32>, qint64> ends;
    QList<Record> records;
    records.reserve(m_drafts.size());
    for (const Id id : order) {
        Draft& draft = m_drafts[id];
        draft.record.offset = ends[{draft.record.topic, draft.record.partition}]++;
        draft.record.timestampType = TimestampType::CreateTime;
        finishHeaders(draft);
        records.append(draft.record);
    }
    return records;
}

} // namespace nc::demo
