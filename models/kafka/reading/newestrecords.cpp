#include "kafka/reading/newestrecords.h"

#include <queue>

#include <algorithm>

namespace nc {
namespace {

constexpr qint64 holdBytes = 32LL * 1024 * 1024;

struct Found {
    qint64 offset;
    qint64 timestamp;
    MessageHandle message;
};

/// The end of one partition, read backwards in pieces.
struct Tail {
    qint64 low = 0;
    qint64 begin = 0; ///< everything from here to the range's end was read
    qint64 chosen = 0; ///< first chosen offset
    std::vector<Found> found; ///< newest last; taken from the back
    bool exhausted() const { return found.empty() && begin <= low; }
    bool needsMore() const { return found.empty() && begin > low; }
};

class Search {
public:
    Search(const std::shared_ptr<KafkaClient>& client, QString topic, const std::vector<FetchRange>& ranges)
        : m_client(client)
        , m_topic(std::move(topic))
        , m_ranges(ranges)
    {
        for (const FetchRange& range : ranges) {
            const qint64 end = range.progress.end;
            m_tails.push_back({range.progress.begin, end, end, {}});
        }
    }

    Result<NewestRecords> run(qint64 count, const TaskContext& task);

private:
    Result<void> readBack(qint64 piece, const TaskContext& task);

    std::shared_ptr<KafkaClient> m_client;
    QString m_topic;
    const std::vector<FetchRange>& m_ranges;
    std::vector<Tail> m_tails;
    qint64 m_bytes = 0;
    bool m_hold = true;
};

/// One piece further back in every partition that ran out of records.
Result<void> Search::readBack(qint64 piece, const TaskContext& task)
{
    std::vector<FetchRange> pieces;
    QHash<qint32, std::size_t> tailOf;
    for (std::size_t i = 0; i < m_tails.size(); ++i) {
        Tail& tail = m_tails[i];
        if (!tail.needsMore())
            continue;
        FetchRange range = m_ranges[i];
        range.progress.end = tail.begin;
        range.progress.begin = std::max(tail.low, tail.begin - piece);
        tail.begin = range.progress.begin;
        tailOf.insert(range.progress.partition, i);
        pieces.push_back(range);
    }
    const auto take = [&](std::span<rd_kafka_message_t*> batch) {
        for (rd_kafka_message_t*& message : batch) {
            Tail& tail = m_tails[tailOf.value(message->partition)];
            rd_kafka_timestamp_type_t type = RD_KAFKA_TIMESTAMP_NOT_AVAILABLE;
            Found found{message->offset, rd_kafka_message_timestamp(message, &type), {}};
            m_bytes += static_cast<qint64>(message->len + message->key_len);
            if (m_hold && m_bytes <= holdBytes)
                found.message.reset(std::exchange(message, nullptr));
            else
                m_hold = false;
            tail.found.push_back(std::move(found));
        }
        return Flow::Continue;
    };
    const auto done = fetchRanges(m_client, m_topic, pieces, 1000, take, task);
    if (!done)
        return fail(done.error());
    return {};
}

Result<NewestRecords> Search::run(qint64 count, const TaskContext& task)
{
    const qint64 share = count / std::max<qint64>(1, static_cast<qint64>(m_tails.size())) + 1;
    qint64 piece = std::max<qint64>(16, share);
    std::vector<MessageHandle> newestFirst;
    for (qint64 taken = 0; taken < count;) {
        if (std::ranges::any_of(m_tails, &Tail::needsMore)) {
            if (const auto done = readBack(piece, task); !done)
                return fail(done.error());
            // Gaps of compaction and aborted transactions may be long.
            piece = std::min<qint64>(piece * 2, 1'000'000);
            continue;
        }
        Tail* newest = nullptr;
        for (Tail& tail : m_tails) {
            if (!tail.found.empty() && (!newest || tail.found.back().timestamp > newest->found.back().timestamp))
                newest = &tail;
        }
        if (!newest)
            break;
        newest->chosen = newest->found.back().offset;
        newestFirst.push_back(std::move(newest->found.back().message));
        newest->found.pop_back();
        ++taken;
    }
    NewestRecords result;
    result.held = m_hold;
    for (const Tail& tail : m_tails)
        result.begins.push_back(tail.chosen);
    if (m_hold) {
        std::ranges::reverse(newestFirst);
        result.messages = std::move(newestFirst);
    }
    return result;
}

} // namespace

Result<NewestRecords> findNewest(const std::shared_ptr<KafkaClient>& client, const QString& topic,
    const std::vector<FetchRange>& ranges, qint64 count, const TaskContext& task)
{
    return Search(client, topic, ranges).run(count, task);
}

} // namespace nc
