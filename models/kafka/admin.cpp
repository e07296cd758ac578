#include "kafka/admin.h"

#include "kafka/clientconfig.h"
#include "kafka/clusterquery.h"
#include "kafka/errors.h"
#include "kafka/groupquery.h"
#include "kafka/topicadmin.h"

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace nc {

struct ClusterAdmin::Private {
    std::shared_ptr<KafkaClient> client;
    std::chrono::milliseconds timeout = 10s;

    Result<void> watermarks(QList<TopicInfo>& topics, const TaskContext& task) const;
    Result<void> lags(QList<TopicInfo>& topics, const TaskContext& task) const;
};

qint64 TopicInfo::records() const
{
    qint64 sum = 0;
    for (const PartitionInfo& partition : partitions) {
        if (partition.high >= 0)
            sum += partition.high - partition.low;
    }
    return sum;
}

ClusterAdmin::ClusterAdmin(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

ClusterAdmin::~ClusterAdmin() = default;

Result<std::unique_ptr<ClusterAdmin>> ClusterAdmin::open(const KafkaAccess& access)
{
    // A consumer, because its isolation level decides which end of a partition it is told.
    auto client = KafkaClient::open(
        KafkaClient::Kind::Consumer, access, {{"isolation.level", QByteArrayLiteral("read_uncommitted")}});
    if (!client)
        return fail(client.error());
    auto p = std::make_unique<Private>();
    p->client = *client;
    return std::unique_ptr<ClusterAdmin>(new ClusterAdmin(std::move(p)));
}

void ClusterAdmin::setTimeout(std::chrono::milliseconds timeout)
{
    d->timeout = timeout;
}

Result<ClusterInfo> ClusterAdmin::cluster(const TaskContext& task)
{
    ClusterInfo info;
    const auto topics = queryTopics(d->client, {}, d->timeout, task, &info.brokers);
    if (!topics)
        return fail(topics.error());
    // Both are known by now and do not wait.
    if (char* id = rd_kafka_clusterid(d->client->handle(), 0)) {
        info.id = QString::fromUtf8(id);
        rd_kafka_mem_free(d->client->handle(), id);
    }
    info.controller = rd_kafka_controllerid(d->client->handle(), 0);
    return info;
}

Result<void> ClusterAdmin::Private::watermarks(QList<TopicInfo>& topics, const TaskContext& task) const
{
    QList<OffsetQuestion> questions;
    for (const TopicInfo& topic : topics) {
        for (const PartitionInfo& partition : topic.partitions) {
            if (partition.leader >= 0) {
                questions.append({topic.topic, partition.partition, askLow});
                questions.append({topic.topic, partition.partition, askHigh});
            }
        }
    }
    const auto answers = queryOffsets(client, questions, timeout, task);
    if (!answers)
        return fail(answers.error());
    auto next = answers->cbegin();
    for (TopicInfo& topic : topics) {
        for (PartitionInfo& partition : topic.partitions) {
            if (partition.leader >= 0) {
                partition.low = *next++;
                partition.high = *next++;
            }
        }
    }
    return {};
}

Result<void> ClusterAdmin::Private::lags(QList<TopicInfo>& topics, const TaskContext& task) const
{
    const auto groups = queryGroups(client, {}, timeout, task);
    if (!groups)
        return fail(groups.error());
    for (TopicInfo& topic : topics)
        topic.groups = lagsOf(topic, *groups);
    return {};
}

Result<QList<TopicInfo>> ClusterAdmin::listTopics(const ListOptions& options, const TaskContext& task)
{
    auto topics = queryTopics(d->client, {}, d->timeout, task);
    if (!topics)
        return topics;
    if (!options.internals)
        topics->removeIf([](const TopicInfo& topic) { return topic.isInternal; });
    if (options.watermarks || options.groups) {
        if (const auto done = d->watermarks(*topics, task); !done)
            return fail(done.error());
    }
    if (options.groups) {
        if (const auto done = d->lags(*topics, task); !done)
            return fail(done.error());
    }
    return topics;
}

Result<TopicInfo> ClusterAdmin::topic(const QString& topic, const TaskContext& task)
{
    if (topic.isEmpty())
        return fail(errors::unknownTopic, topic);
    auto topics = queryTopics(d->client, topic, d->timeout, task);
    if (!topics)
        return fail(topics.error());
    if (const auto done = d->watermarks(*topics, task); !done)
        return fail(done.error());
    return topics->first();
}

Result<TopicDetails> ClusterAdmin::describeTopic(const QString& topic, const TaskContext& task)
{
    auto info = this->topic(topic, task);
    if (!info)
        return fail(info.error());
    TopicDetails details;
    QList<TopicInfo> one{*info};
    if (const auto done = d->lags(one, task); !done)
        return fail(done.error());
    details.info = one.first();

    const ConfigResourceHandle resource(
        rd_kafka_ConfigResource_new(RD_KAFKA_RESOURCE_TOPIC, topic.toUtf8().constData()));
    rd_kafka_ConfigResource_t* resources[] = {resource.get()};
    const auto event = askAdmin(
        d->client, RD_KAFKA_ADMIN_OP_DESCRIBECONFIGS, d->timeout, task,
        [&](auto* options, auto* queue) {
            rd_kafka_DescribeConfigs(d->client->handle(), resources, 1, options, queue);
        },
        topic);
    if (!event)
        return fail(event.error());
    std::size_t count = 0;
    const auto* result = rd_kafka_event_DescribeConfigs_result(event->get());
    const auto* const* answered = rd_kafka_DescribeConfigs_result_resources(result, &count);
    if (count == 0 || rd_kafka_ConfigResource_error(answered[0]) != RD_KAFKA_RESP_ERR_NO_ERROR) {
        details.configProblem =
            count == 0 ? QString() : QString::fromUtf8(rd_kafka_ConfigResource_error_string(answered[0]));
        return details;
    }
    std::size_t entries = 0;
    const auto* const* configs = rd_kafka_ConfigResource_configs(answered[0], &entries);
    for (std::size_t i = 0; i < entries; ++i) {
        details.config.insert(QString::fromUtf8(rd_kafka_ConfigEntry_name(configs[i])),
            {QString::fromUtf8(rd_kafka_ConfigEntry_value(configs[i])),
                rd_kafka_ConfigEntry_is_default(configs[i]) == 1, rd_kafka_ConfigEntry_is_sensitive(configs[i]) == 1});
    }
    return details;
}

Result<QList<GroupInfo>> ClusterAdmin::groups(const TaskContext& task)
{
    return queryGroups(d->client, {}, d->timeout, task);
}

Result<GroupInfo> ClusterAdmin::group(const QString& name, const TaskContext& task)
{
    const auto found = queryGroups(d->client, {name}, d->timeout, task);
    if (!found)
        return fail(found.error());
    return found->first();
}

Result<void> ClusterAdmin::setGroupOffsets(
    const QString& group, const QList<RecordPlace>& offsets, const TaskContext& task)
{
    return alterGroupOffsets(d->client, group, offsets, d->timeout, task);
}

Result<void> ClusterAdmin::createTopic(const NewTopic& topic, const TaskContext& task)
{
    return createTopics(d->client, {topic}, false, d->timeout, task);
}

Result<void> ClusterAdmin::ensureTopics(const QList<NewTopic>& topics, const TaskContext& task)
{
    return createTopics(d->client, topics, true, d->timeout, task);
}

Result<void> ClusterAdmin::deleteTopics(const QStringList& topics, const TaskContext& task)
{
    return nc::deleteTopics(d->client, topics, d->timeout, task);
}

} // namespace nc
