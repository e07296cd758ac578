#include "kafka/cluster/admin.h"

#include "kafka/client/clientconfig.h"
#include "kafka/client/errors.h"
#include "kafka/cluster/clusterquery.h"
#include "kafka/cluster/groupquery.h"
#include "kafka/cluster/topicadmin.h"

#include <QDateTime>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace nc {

struct ClusterAdmin::Private {
    std::shared_ptr<KafkaClient> client;
    std::chrono::milliseconds timeout = 10s;

    Result<void> watermarks(QList<TopicInfo>& topics, const TaskContext& task) const;
    Result<void> rates(QList<TopicInfo>& topics, const TaskContext& task) const;
    Result<void> retentions(QList<TopicInfo>& topics, const TaskContext& task) const;
    Result<void> lags(QList<TopicInfo>& topics, const TaskContext& task) const;

    struct Config {
        QMap<QString, ConfigEntry> config;
        QString problem;
        bool isUnknownTopic = false;
    };
    /// As many as there are topics, in their order.
    Result<QList<Config>> configs(const QStringList& topics, const TaskContext& task) const;
};

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

Result<void> ClusterAdmin::Private::rates(QList<TopicInfo>& topics, const TaskContext& task) const
{
    const qint64 since = QDateTime::currentMSecsSinceEpoch() - std::chrono::milliseconds(1h).count();
    QList<OffsetQuestion> questions;
    for (const TopicInfo& topic : topics) {
        for (const PartitionInfo& partition : topic.partitions) {
            if (partition.high > partition.low)
                questions.append({topic.topic, partition.partition, since});
        }
    }
    const auto answers = queryOffsets(client, questions, timeout, task);
    if (!answers)
        return fail(answers.error());
    auto next = answers->cbegin();
    for (TopicInfo& topic : topics) {
        topic.lastHour = 0;
        for (const PartitionInfo& partition : topic.partitions) {
            if (partition.high <= partition.low)
                continue;
            // -1: everything that is there is older.
            if (const qint64 first = *next++; first >= 0 && first < partition.high)
                topic.lastHour += partition.high - first;
        }
    }
    return {};
}

Result<void> ClusterAdmin::Private::retentions(QList<TopicInfo>& topics, const TaskContext& task) const
{
    QStringList names;
    for (const TopicInfo& topic : topics)
        names.append(topic.topic);
    if (names.isEmpty())
        return {};
    const auto configs = this->configs(names, task);
    if (!configs)
        return configs.error().is(errors::kafkaForbidden) ? Result<void>() : fail(configs.error());
    for (qsizetype i = 0; i < topics.size(); ++i) {
        bool known = false;
        const qint64 ms = configs->at(i).config.value(u"retention.ms"_s).value.toLongLong(&known);
        if (known)
            topics[i].retentionMs = ms;
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
    if (options.watermarks || options.groups || options.rates) {
        if (const auto done = d->watermarks(*topics, task); !done)
            return fail(done.error());
    }
    if (options.groups) {
        if (const auto done = d->lags(*topics, task); !done)
            return fail(done.error());
    }
    if (options.rates) {
        if (const auto done = d->rates(*topics, task); !done)
            return fail(done.error());
    }
    if (options.retention) {
        if (const auto done = d->retentions(*topics, task); !done)
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

Result<QList<ClusterAdmin::Private::Config>> ClusterAdmin::Private::configs(
    const QStringList& topics, const TaskContext& task) const
{
    std::vector<ConfigResourceHandle> handles;
    std::vector<rd_kafka_ConfigResource_t*> resources;
    for (const QString& topic : topics) {
        handles.emplace_back(rd_kafka_ConfigResource_new(RD_KAFKA_RESOURCE_TOPIC, topic.toUtf8().constData()));
        resources.push_back(handles.back().get());
    }
    const auto event = askAdmin(
        client, RD_KAFKA_ADMIN_OP_DESCRIBECONFIGS, timeout, task,
        [&](auto* options, auto* queue) {
            rd_kafka_DescribeConfigs(client->handle(), resources.data(), resources.size(), options, queue);
        },
        topics.join(u", "_s));
    if (!event)
        return fail(event.error());
    QList<Config> out(topics.size());
    std::size_t count = 0;
    const auto* result = rd_kafka_event_DescribeConfigs_result(event->get());
    const auto* const* answered = rd_kafka_DescribeConfigs_result_resources(result, &count);
    for (std::size_t i = 0; i < count; ++i) {
        const qsizetype at = topics.indexOf(QString::fromUtf8(rd_kafka_ConfigResource_name(answered[i])));
        if (at < 0)
            continue;
        const rd_kafka_resp_err_t error = rd_kafka_ConfigResource_error(answered[i]);
        if (error != RD_KAFKA_RESP_ERR_NO_ERROR) {
            out[at].problem = QString::fromUtf8(rd_kafka_ConfigResource_error_string(answered[i]));
            out[at].isUnknownTopic = error == RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART;
            continue;
        }
        std::size_t entries = 0;
        const auto* const* configs = rd_kafka_ConfigResource_configs(answered[i], &entries);
        for (std::size_t j = 0; j < entries; ++j) {
            out[at].config.insert(QString::fromUtf8(rd_kafka_ConfigEntry_name(configs[j])),
                {QString::fromUtf8(rd_kafka_ConfigEntry_value(configs[j])),
                    rd_kafka_ConfigEntry_is_default(configs[j]) == 1,
                    rd_kafka_ConfigEntry_is_sensitive(configs[j]) == 1});
        }
    }
    return out;
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

    auto configs = d->configs({topic}, task);
    if (!configs)
        return fail(configs.error());
    details.config = std::move(configs->first().config);
    details.configProblem = configs->first().problem;
    return details;
}

Result<QMap<QString, QMap<QString, ConfigEntry>>> ClusterAdmin::configs(
    const QStringList& topics, const TaskContext& task)
{
    QMap<QString, QMap<QString, ConfigEntry>> out;
    if (topics.isEmpty())
        return out;
    auto configs = d->configs(topics, task);
    if (!configs)
        return fail(configs.error());
    for (qsizetype i = 0; i < configs->size(); ++i) {
        if (!(*configs)[i].isUnknownTopic)
            out.insert(topics[i], (*configs)[i].config);
    }
    return out;
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
