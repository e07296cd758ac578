#pragma once

#include <QByteArray>

#include <librdkafka/rdkafka.h>
#include <memory>

/// `max.message.bytes` of a topic for as long as this lives; then the broker's usual one.
class TopicLimit {
public:
    TopicLimit(QByteArray bootstrap, QByteArray topic, int bytes)
        : m_bootstrap(std::move(bootstrap))
        , m_topic(std::move(topic))
    {
        set(bytes);
    }
    ~TopicLimit() { set(1'048'588); }
    TopicLimit(const TopicLimit&) = delete;
    TopicLimit& operator=(const TopicLimit&) = delete;

private:
    void set(int bytes) const
    {
        char text[512];
        rd_kafka_conf_t* conf = rd_kafka_conf_new();
        rd_kafka_conf_set(conf, "bootstrap.servers", m_bootstrap.constData(), text, sizeof text);
        const std::unique_ptr<rd_kafka_t, decltype(&rd_kafka_destroy)> client(
            rd_kafka_new(RD_KAFKA_PRODUCER, conf, text, sizeof text), rd_kafka_destroy);
        rd_kafka_ConfigResource_t* resource = rd_kafka_ConfigResource_new(RD_KAFKA_RESOURCE_TOPIC, m_topic.constData());
        rd_kafka_ConfigResource_set_config(resource, "max.message.bytes", QByteArray::number(bytes).constData());
        rd_kafka_queue_t* queue = rd_kafka_queue_new(client.get());
        rd_kafka_AlterConfigs(client.get(), &resource, 1, nullptr, queue);
        rd_kafka_event_t* answer = rd_kafka_queue_poll(queue, 20'000);
        if (!answer || rd_kafka_event_error(answer))
            qFatal("the limit of %s cannot be set", m_topic.constData());
        rd_kafka_event_destroy(answer);
        rd_kafka_queue_destroy(queue);
        rd_kafka_ConfigResource_destroy(resource);
    }

    QByteArray m_bootstrap;
    QByteArray m_topic;
};
