#include "kafka/cluster/clusterquery.h"

#include "kafka/client/errors.h"
#include "kafka/client/kafkaerror.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace std::chrono_literals;

namespace nc {
namespace {

QList<qint32> numbers(const int32_t* first, int count)
{
    return QList<qint32>(first, first + count);
}

TopicInfo topicOf(const rd_kafka_metadata_topic_t& from)
{
    TopicInfo info;
    info.topic = QString::fromUtf8(from.topic);
    info.isInternal = info.topic.startsWith(QLatin1StringView("__"));
    for (int i = 0; i < from.partition_cnt; ++i) {
        const rd_kafka_metadata_partition_t& p = from.partitions[i];
        PartitionInfo partition;
        partition.partition = p.id;
        partition.leader = p.leader;
        partition.replicas = numbers(p.replicas, p.replica_cnt);
        partition.isr = numbers(p.isrs, p.isr_cnt);
        info.partitions.append(partition);
    }
    std::ranges::sort(info.partitions, {}, &PartitionInfo::partition);
    return info;
}

/// What a call in its own thread leaves behind.
struct MetadataAnswer {
    rd_kafka_resp_err_t code = RD_KAFKA_RESP_ERR__TIMED_OUT;
    TopicHandle only;
    MetadataHandle metadata;
};

constexpr qint64 electionMs = 3000;

bool isElection(rd_kafka_resp_err_t code)
{
    return code == RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION || code == RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE
        || code == RD_KAFKA_RESP_ERR_REPLICA_NOT_AVAILABLE || code == RD_KAFKA_RESP_ERR_FENCED_LEADER_EPOCH
        || code == RD_KAFKA_RESP_ERR_UNKNOWN_LEADER_EPOCH || code == RD_KAFKA_RESP_ERR_OFFSET_NOT_AVAILABLE;
}

/// Whether asking again in a moment may help.
bool movesOn(rd_kafka_resp_err_t code, const rd_kafka_topic_partition_list_t* list)
{
    if (isElection(code))
        return true;
    for (int i = 0; code == RD_KAFKA_RESP_ERR_NO_ERROR && i < list->cnt; ++i) {
        if (isElection(list->elems[i].err))
            return true;
    }
    return false;
}

/// Why runBlocking() gave up.
std::unexpected<Error> givenUp(const std::shared_ptr<KafkaClient>& client, const TaskContext& task)
{
    if (task.isCancelled())
        return TaskContext::cancelled();
    return fail(client->explainTimeout({}));
}

} // namespace

Result<QList<TopicInfo>> queryTopics(const std::shared_ptr<KafkaClient>& client, const QString& topic,
    std::chrono::milliseconds timeout, const TaskContext& task, QList<BrokerInfo>* brokers)
{
    const auto answer = std::make_shared<MetadataAnswer>();
    if (!topic.isEmpty()) {
        answer->only.reset(rd_kafka_topic_new(client->handle(), topic.toUtf8().constData(), nullptr));
        if (!answer->only)
            return fail(client->explain(rd_kafka_last_error(), topic));
    }
    const bool ran = runBlocking(client, task, [answer, rk = client->handle(), timeout] {
        const rd_kafka_metadata_t* metadata = nullptr;
        answer->code = rd_kafka_metadata(
            rk, answer->only ? 0 : 1, answer->only.get(), &metadata, static_cast<int>(timeout.count()));
        answer->metadata.reset(metadata);
    });
    if (!ran)
        return givenUp(client, task);
    if (answer->code != RD_KAFKA_RESP_ERR_NO_ERROR)
        return fail(client->explain(answer->code, topic));
    client->connected();
    const rd_kafka_metadata_t& metadata = *answer->metadata;
    if (brokers) {
        for (int i = 0; i < metadata.broker_cnt; ++i)
            brokers->append(
                {metadata.brokers[i].id, QString::fromUtf8(metadata.brokers[i].host), metadata.brokers[i].port});
    }
    QList<TopicInfo> topics;
    for (int i = 0; i < metadata.topic_cnt; ++i) {
        const rd_kafka_metadata_topic_t& one = metadata.topics[i];
        if (one.err != RD_KAFKA_RESP_ERR_NO_ERROR && one.err != RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE) {
            if (!topic.isEmpty())
                return fail(client->explain(one.err, topic));
            continue;
        }
        topics.append(topicOf(one));
    }
    if (!topic.isEmpty() && (topics.isEmpty() || topics.first().partitions.isEmpty()))
        return fail(errors::unknownTopic, topic);
    std::ranges::sort(topics, {}, &TopicInfo::topic);
    return topics;
}

Result<QList<qint64>> queryOffsets(const std::shared_ptr<KafkaClient>& client, const QList<OffsetQuestion>& questions,
    std::chrono::milliseconds timeout, const TaskContext& task)
{
    QList<qint64> answers(questions.size(), -1);
    // A request can name each partition once.
    QList<qsizetype> open;
    for (qsizetype i = 0; i < questions.size(); ++i)
        open.append(i);
    QElapsedTimer clock;
    clock.start();
    while (!open.isEmpty()) {
        std::map<std::pair<QString, qint32>, qsizetype> now;
        QList<qsizetype> later;
        for (const qsizetype i : open) {
            if (!now.try_emplace({questions[i].topic, questions[i].partition}, i).second)
                later.append(i);
        }
        struct Answer {
            rd_kafka_resp_err_t code = RD_KAFKA_RESP_ERR__TIMED_OUT;
            PartitionListHandle list;
        };
        const auto answer = std::make_shared<Answer>();
        answer->list.reset(rd_kafka_topic_partition_list_new(static_cast<int>(now.size())));
        for (const auto& [place, i] : now) {
            rd_kafka_topic_partition_list_add(answer->list.get(), place.first.toUtf8().constData(), place.second)
                ->offset = questions[i].time;
        }
        const bool ran = runBlocking(client, task, [answer, rk = client->handle(), timeout] {
            answer->code = rd_kafka_offsets_for_times(rk, answer->list.get(), static_cast<int>(timeout.count()));
        });
        if (!ran)
            return givenUp(client, task);
        // A topic made a moment ago, or a leader that moved: the client asks for the leaders anew by itself.
        if (movesOn(answer->code, answer->list.get()) && clock.elapsed() < electionMs) {
            if (task.cancel.waitFor(50ms))
                return TaskContext::cancelled();
            continue;
        }
        if (answer->code != RD_KAFKA_RESP_ERR_NO_ERROR)
            return fail(client->explain(answer->code, now.begin()->first.first));
        open = later;
        for (int i = 0; i < answer->list->cnt; ++i) {
            const rd_kafka_topic_partition_t& one = answer->list->elems[i];
            const auto found = now.find({QString::fromUtf8(one.topic), one.partition});
            if (found != now.end() && one.err == RD_KAFKA_RESP_ERR_NO_ERROR)
                answers[found->second] = one.offset >= 0 ? one.offset : -1;
        }
    }
    return answers;
}

Result<std::vector<EventHandle>> awaitEvents(const std::shared_ptr<KafkaClient>& client, rd_kafka_queue_t* queue,
    std::size_t count, std::chrono::milliseconds timeout, const TaskContext& task, const QString& subject)
{
    std::vector<EventHandle> events;
    QElapsedTimer clock;
    clock.start();
    while (events.size() < count) {
        EventHandle event(rd_kafka_queue_poll(queue, 20));
        if (event) {
            events.push_back(std::move(event));
            continue;
        }
        if (task.isCancelled())
            return TaskContext::cancelled();
        if (const auto problem = client->connectionProblem())
            return fail(*problem);
        if (clock.elapsed() > timeout.count())
            return fail(client->explainTimeout(subject));
    }
    client->connected();
    return events;
}

Result<EventHandle> askAdmin(const std::shared_ptr<KafkaClient>& client, rd_kafka_admin_op_t operation,
    std::chrono::milliseconds timeout, const TaskContext& task,
    const std::function<void(rd_kafka_AdminOptions_t*, rd_kafka_queue_t*)>& send, const QString& subject)
{
    const AdminOptionsHandle options(rd_kafka_AdminOptions_new(client->handle(), operation));
    const int ms = static_cast<int>(timeout.count());
    rd_kafka_AdminOptions_set_request_timeout(options.get(), ms, nullptr, 0);
    const QueueHandle queue(rd_kafka_queue_new(client->handle()));
    send(options.get(), queue.get());
    auto events = awaitEvents(client, queue.get(), 1, timeout + 1s, task, subject);
    if (!events)
        return fail(events.error());
    EventHandle event = std::move(events->front());
    if (const auto code = rd_kafka_event_error(event.get()))
        return fail(client->explain(code, subject, QString::fromUtf8(rd_kafka_event_error_string(event.get()))));
    return event;
}

} // namespace nc
