#include "kafka/reading/fetchloop.h"

#include "kafka/client/clientconfig.h"
#include "kafka/client/errors.h"
#include "kafka/client/nudge.h"
#include "kafka/cluster/clusterquery.h"

#include <QElapsedTimer>
#include <QHash>

#include <algorithm>
#include <optional>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr int waitMs = 5;
constexpr qint64 idleMs = 100;
/// How long a broker that went away in the middle is waited for.
constexpr std::chrono::seconds boundedPatience{10};
constexpr std::chrono::seconds followPatience{60};
constexpr qint64 stalledMs = 30'000;

class Loop {
public:
    Loop(const std::shared_ptr<KafkaClient>& client, const QString& topic, std::vector<FetchRange>& ranges)
        : m_client(client)
        , m_name(topic)
        , m_ranges(ranges)
        , m_topic(rd_kafka_topic_new(client->handle(), topic.toUtf8().constData(), nullptr))
        , m_queue(rd_kafka_queue_new(client->handle()))
    {
        for (std::size_t i = 0; i < ranges.size(); ++i)
            m_byPartition.insert(ranges[i].progress.partition, i);
    }
    ~Loop()
    {
        m_nudge.reset();
        for (const FetchRange& range : m_ranges) {
            if (m_started.contains(range.progress.partition))
                (void)rd_kafka_consume_stop(m_topic.get(), range.progress.partition);
        }
    }
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    Result<void> start();
    Result<bool> run(int batchSize, const MessageSink& sink, const TaskContext& task);

private:
    std::size_t keepWanted(std::span<rd_kafka_message_t*> batch);
    void finish(FetchRange& range);
    Result<void> idle(const TaskContext& task);
    bool endless() const
    {
        return std::ranges::any_of(m_ranges, [](const FetchRange& r) { return r.progress.end < 0; });
    }
    QList<qint32> oneForEachLeader() const
    {
        QMap<qint32, qint32> byLeader;
        for (const FetchRange& range : m_ranges)
            byLeader.insert(range.leader, range.progress.partition);
        return byLeader.values();
    }
    qint64 position() const
    {
        qint64 sum = 0;
        for (const FetchRange& range : m_ranges)
            sum += range.progress.position - range.progress.begin;
        return sum;
    }

    std::shared_ptr<KafkaClient> m_client;
    QString m_name;
    std::vector<FetchRange>& m_ranges;
    TopicHandle m_topic;
    QueueHandle m_queue;
    QHash<qint32, std::size_t> m_byPartition;
    QHash<qint32, bool> m_started;
    std::size_t m_open = 0;
    std::optional<Error> m_error;
    std::optional<Nudge> m_nudge;
    QElapsedTimer m_lastMessage;
    bool m_stopped = false;
};

Result<void> Loop::start()
{
    if (!m_topic)
        return fail(m_client->explain(rd_kafka_last_error(), m_name));
    for (FetchRange& range : m_ranges) {
        PartitionProgress& p = range.progress;
        p.position = p.begin;
        range.done = p.end >= 0 && p.begin >= p.end;
        if (range.done)
            continue;
        if (rd_kafka_consume_start_queue(m_topic.get(), p.partition, p.begin, m_queue.get()) != 0)
            return fail(m_client->explain(rd_kafka_last_error(), m_name));
        m_started.insert(p.partition, true);
        ++m_open;
    }
    m_lastMessage.start();
    return {};
}

void Loop::finish(FetchRange& range)
{
    if (range.done)
        return;
    range.done = true;
    --m_open;
    range.progress.position = std::max(range.progress.position, range.progress.end);
    // What lies beyond its end would be fetched for nothing.
    if (range.progress.end < range.progress.high && m_started.remove(range.progress.partition))
        (void)rd_kafka_consume_stop(m_topic.get(), range.progress.partition);
}

/// Moves the records that are wanted to the front, destroys the rest; gives how many there are.
std::size_t Loop::keepWanted(std::span<rd_kafka_message_t*> batch)
{
    std::size_t kept = 0;
    for (rd_kafka_message_t* message : batch) {
        FetchRange& range = m_ranges[m_byPartition.value(message->partition)];
        PartitionProgress& p = range.progress;
        const bool bounded = p.end >= 0;
        // A topic that was made anew begins at 0 again, and what was asked for lies behind its end: reading goes on
        // with its first record. Offsets go back for no other reason.
        const bool placed =
            message->err == RD_KAFKA_RESP_ERR_NO_ERROR || message->err == RD_KAFKA_RESP_ERR__PARTITION_EOF;
        if (bounded && placed && !range.done && message->offset < p.position) {
            if (!m_error)
                m_error = Error{errors::topicReplaced, m_name, {}, Next::Abort};
        } else if (message->err == RD_KAFKA_RESP_ERR_NO_ERROR) {
            if (!range.done && (!bounded || message->offset < p.end)) {
                p.position = message->offset + 1;
                batch[kept++] = message;
                message = nullptr;
            }
            if (bounded && !range.done && (message || p.position >= p.end))
                finish(range);
        } else if (message->err == RD_KAFKA_RESP_ERR__PARTITION_EOF) {
            p.position = std::max<qint64>(p.position, message->offset);
            if (bounded && message->offset >= p.end)
                finish(range);
        } else if (message->err == RD_KAFKA_RESP_ERR__TRANSPORT
            || message->err == RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN) {
            // librdkafka connects again by itself; idle() looks after the time that takes.
        } else if (!m_error) {
            m_error = m_client->explain(message->err, m_name,
                QString::fromUtf8(static_cast<const char*>(message->payload), static_cast<qsizetype>(message->len)),
                u"Read"_s);
        }
        if (message)
            rd_kafka_message_destroy(message);
    }
    return kept;
}

/// Nothing came for a while: is the broker still there?
Result<void> Loop::idle(const TaskContext& task)
{
    const auto problem = m_client->connectionProblem();
    const bool follow = endless();
    if (!problem && (follow || m_lastMessage.elapsed() < stalledMs))
        return {};
    if (problem && problem->next != Next::Retry)
        return fail(*problem);
    // An old interruption may long be over, and a broker that restarts comes back: ask, before giving up.
    const auto patience = follow ? followPatience : boundedPatience;
    QElapsedTimer clock;
    clock.start();
    for (;;) {
        m_client->connected();
        const auto answer = queryTopics(m_client, m_name, patience, task);
        if (answer)
            break;
        if (answer.error().next != Next::Retry || answer.error().is(errors::cancelled)
            || clock.elapsed() > patience.count() * 1000)
            return fail(answer.error());
        if (task.cancel.waitFor(200ms))
            return TaskContext::cancelled();
    }
    if (!problem)
        return fail(m_client->explainTimeout(m_name));
    m_lastMessage.restart();
    return {};
}

Result<bool> Loop::run(int batchSize, const MessageSink& sink, const TaskContext& task)
{
    std::vector<rd_kafka_message_t*> messages(static_cast<std::size_t>(batchSize));
    QElapsedTimer sinceReport;
    sinceReport.start();
    QElapsedTimer sinceSink;
    sinceSink.start();
    qint64 total = 0;
    qint64 biggest = 0;
    for (const FetchRange& range : m_ranges) {
        const qint64 size = range.progress.end - range.progress.begin;
        total = range.progress.end < 0 || total < 0 ? -1 : total + std::max<qint64>(size, 0);
        biggest = std::max(biggest, range.progress.high - range.progress.begin);
    }
    // Short readings never fill the queue.
    if (Nudge::isNeeded() && biggest > 2000 && m_open > 0)
        m_nudge.emplace(m_client, m_name.toUtf8(), oneForEachLeader(), m_queue.get());
    while (m_open > 0) {
        if (task.isCancelled())
            return TaskContext::cancelled();
        const auto got = rd_kafka_consume_batch_queue(m_queue.get(), waitMs, messages.data(), messages.size());
        const std::size_t count = got > 0 ? keepWanted(std::span(messages.data(), static_cast<std::size_t>(got))) : 0;
        Flow flow = Flow::Continue;
        if (count > 0 || sinceSink.elapsed() >= idleMs) {
            sinceSink.restart();
            const std::span<rd_kafka_message_t*> batch(messages.data(), count);
            flow = sink(batch);
            for (rd_kafka_message_t* message : batch) {
                if (message)
                    rd_kafka_message_destroy(message);
            }
        }
        if (m_error)
            return fail(*m_error);
        if (flow == Flow::Stop)
            return m_open == 0;
        if (got > 0) {
            m_lastMessage.restart();
        } else if (m_lastMessage.elapsed() > idleMs) {
            if (const auto alive = idle(task); !alive)
                return fail(alive.error());
        }
        if (sinceReport.elapsed() >= idleMs) {
            sinceReport.restart();
            task.report(position(), total, u"reading"_s);
        }
    }
    return true;
}

} // namespace

QList<ClientSetting> readerSettings(Isolation isolation, int queueKilobytes)
{
    return {
        {"isolation.level", isolation == Isolation::ReadCommitted ? "read_committed" : "read_uncommitted"},
        {"enable.auto.commit", "false"},
        {"enable.auto.offset.store", "false"},
        {"enable.partition.eof", "true"},
        // A range whose first records were deleted meanwhile goes on with what is there.
        {"auto.offset.reset", "earliest"},
        // The end of a partition costs this much time.
        {"fetch.wait.max.ms", "10"},
        {"fetch.message.max.bytes", QByteArray::number(std::min(1024, queueKilobytes) * 1024)},
        {"queued.max.messages.kbytes", QByteArray::number(queueKilobytes)},
        // One record may be as large as the broker allows.
        {"receive.message.max.bytes", "1000000000"},
    };
}

Result<bool> fetchRanges(const std::shared_ptr<KafkaClient>& client, const QString& topic,
    std::vector<FetchRange>& ranges, int batchSize, const MessageSink& sink, const TaskContext& task)
{
    Loop loop(client, topic, ranges);
    if (const auto started = loop.start(); !started)
        return fail(started.error());
    return loop.run(std::clamp(batchSize, 1, 10'000), sink, task);
}

} // namespace nc
