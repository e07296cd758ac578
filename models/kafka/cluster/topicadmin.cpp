#include "kafka/cluster/topicadmin.h"

#include "kafka/client/errors.h"
#include "kafka/cluster/clusterquery.h"

#include <QElapsedTimer>

#include <algorithm>
#include <array>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace nc {
namespace {

Result<void> waitForLeaders(const std::shared_ptr<KafkaClient>& client, const QList<NewTopic>& topics,
    std::chrono::milliseconds timeout, const TaskContext& task)
{
    QElapsedTimer clock;
    clock.start();
    for (const NewTopic& topic : topics) {
        for (;;) {
            const auto info = queryTopics(client, topic.topic, timeout, task);
            if (!info && !info.error().is(errors::unknownTopic) && info.error().next != Next::Retry)
                return fail(info.error());
            if (info
                && std::ranges::all_of(info->first().partitions, [](const PartitionInfo& p) { return p.leader >= 0; }))
                break;
            if (clock.elapsed() > timeout.count())
                return fail(client->explainTimeout(topic.topic));
            if (task.cancel.waitFor(20ms))
                return TaskContext::cancelled();
        }
    }
    return {};
}

/// The first failure among the answers for single topics.
Result<void> outcome(const std::shared_ptr<KafkaClient>& client, const rd_kafka_topic_result_t** results,
    std::size_t count, rd_kafka_resp_err_t allowed, const QString& operation)
{
    for (std::size_t i = 0; i < count; ++i) {
        const auto code = rd_kafka_topic_result_error(results[i]);
        if (code != RD_KAFKA_RESP_ERR_NO_ERROR && code != allowed)
            return fail(client->explain(code, QString::fromUtf8(rd_kafka_topic_result_name(results[i])),
                QString::fromUtf8(rd_kafka_topic_result_error_string(results[i])), operation));
    }
    return {};
}

} // namespace

Result<void> createTopics(const std::shared_ptr<KafkaClient>& client, const QList<NewTopic>& topics, bool mayExist,
    std::chrono::milliseconds timeout, const TaskContext& task)
{
    std::vector<NewTopicHandle> handles;
    std::vector<rd_kafka_NewTopic_t*> raw;
    for (const NewTopic& topic : topics) {
        std::array<char, 512> text{};
        handles.emplace_back(rd_kafka_NewTopic_new(
            topic.topic.toUtf8().constData(), topic.partitions, topic.replication, text.data(), text.size()));
        if (!handles.back())
            return fail(errors::kafkaFailed, topic.topic, QString::fromUtf8(text.data()));
        for (auto it = topic.config.cbegin(); it != topic.config.cend(); ++it)
            rd_kafka_NewTopic_set_config(
                handles.back().get(), it.key().toUtf8().constData(), it.value().toUtf8().constData());
        raw.push_back(handles.back().get());
    }
    if (raw.empty())
        return {};
    const auto event = askAdmin(
        client, RD_KAFKA_ADMIN_OP_CREATETOPICS, timeout, task,
        [&](auto* options, auto* queue) {
            rd_kafka_AdminOptions_set_operation_timeout(options, static_cast<int>(timeout.count()), nullptr, 0);
            rd_kafka_CreateTopics(client->handle(), raw.data(), raw.size(), options, queue);
        },
        topics.first().topic);
    if (!event)
        return fail(event.error());
    std::size_t count = 0;
    const auto** results =
        rd_kafka_CreateTopics_result_topics(rd_kafka_event_CreateTopics_result(event->get()), &count);
    if (const auto done = outcome(client, results, count,
            mayExist ? RD_KAFKA_RESP_ERR_TOPIC_ALREADY_EXISTS : RD_KAFKA_RESP_ERR_NO_ERROR, u"Create"_s);
        !done)
        return done;
    return waitForLeaders(client, topics, timeout, task);
}

Result<void> deleteTopics(const std::shared_ptr<KafkaClient>& client, const QStringList& topics,
    std::chrono::milliseconds timeout, const TaskContext& task)
{
    std::vector<DeleteTopicHandle> handles;
    std::vector<rd_kafka_DeleteTopic_t*> raw;
    for (const QString& topic : topics) {
        handles.emplace_back(rd_kafka_DeleteTopic_new(topic.toUtf8().constData()));
        raw.push_back(handles.back().get());
    }
    if (raw.empty())
        return {};
    const auto event = askAdmin(
        client, RD_KAFKA_ADMIN_OP_DELETETOPICS, timeout, task,
        [&](auto* options, auto* queue) {
            rd_kafka_AdminOptions_set_operation_timeout(options, static_cast<int>(timeout.count()), nullptr, 0);
            rd_kafka_DeleteTopics(client->handle(), raw.data(), raw.size(), options, queue);
        },
        topics.first());
    if (!event)
        return fail(event.error());
    std::size_t count = 0;
    const auto** results =
        rd_kafka_DeleteTopics_result_topics(rd_kafka_event_DeleteTopics_result(event->get()), &count);
    return outcome(client, results, count, RD_KAFKA_RESP_ERR_NO_ERROR, u"Delete"_s);
}

} // namespace nc
