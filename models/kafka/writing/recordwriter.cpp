#include "kafka/writing/recordwriter.h"

#include "kafka/client/clientconfig.h"
#include "kafka/client/errors.h"
#include "kafka/client/handles.h"
#include "kafka/client/kafkaclient.h"
#include "kafka/client/kafkaerror.h"
#include "kafka/cluster/clusterquery.h"
#include "kafka/writing/producemessage.h"

#include <QElapsedTimer>
#include <QHash>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr auto metadataTimeout = 10s;

/// Travels through librdkafka with its record.
struct Ticket {
    qint64 index;
    RecordWriter::Acknowledged done;
};

} // namespace

struct RecordWriter::Private {
    std::shared_ptr<KafkaClient> client;
    QHash<QString, qint32> partitions; ///< how many, of each topic written to so far
    qint64 open = 0;

    Result<void> check(const Record& record, const TaskContext& task);
    void delivered(const rd_kafka_message_t* message);
};

RecordWriter::RecordWriter(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}

RecordWriter::~RecordWriter()
{
    // Tickets of what was never acknowledged come back as failed.
    if (d->open > 0) {
        rd_kafka_purge(d->client->handle(), RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT);
        d->client->poll(10ms);
    }
}

Result<std::unique_ptr<RecordWriter>> RecordWriter::open(const KafkaAccess& access, const Pass& pass)
{
    if (const auto opened = pass.opens(Change::Cluster); !opened)
        return fail(opened.error());
    auto p = std::make_unique<Private>();
    auto client = KafkaClient::open(KafkaClient::Kind::Producer, access, producerSettings(),
        [raw = p.get()](const rd_kafka_message_t* message) { raw->delivered(message); });
    if (!client)
        return fail(client.error());
    p->client = *client;
    return std::unique_ptr<RecordWriter>(new RecordWriter(std::move(p)));
}

void RecordWriter::Private::delivered(const rd_kafka_message_t* message)
{
    const std::unique_ptr<Ticket> ticket(static_cast<Ticket*>(message->_private));
    --open;
    const QString topic = QString::fromUtf8(rd_kafka_topic_name(message->rkt));
    if (message->err != RD_KAFKA_RESP_ERR_NO_ERROR) {
        ticket->done(fail(client->explain(message->err, topic, {}, u"Write"_s)), ticket->index);
        return;
    }
    rd_kafka_timestamp_type_t type = RD_KAFKA_TIMESTAMP_NOT_AVAILABLE;
    ticket->done(WriteTarget{{topic, message->partition, message->offset}, rd_kafka_message_timestamp(message, &type)},
        ticket->index);
}

/// A producer would have an unknown topic created where the broker allows it: ask in a way that never creates.
Result<void> RecordWriter::Private::check(const Record& record, const TaskContext& task)
{
    if (!partitions.contains(record.topic)) {
        const auto all = queryTopics(client, {}, metadataTimeout, task);
        if (!all)
            return fail(all.error());
        for (const TopicInfo& topic : *all)
            partitions.insert(topic.topic, static_cast<qint32>(topic.partitions.size()));
    }
    const qint32 count = partitions.value(record.topic);
    if (count == 0)
        return fail(errors::unknownTopic, record.topic);
    if (record.partition >= count)
        return fail(errors::unknownPartition, u"%1:%2"_s.arg(record.topic).arg(record.partition));
    return {};
}

Result<void> RecordWriter::enqueue(
    const Record& record, qint64 index, const Acknowledged& done, const TaskContext& task)
{
    if (const auto good = d->check(record, task); !good)
        return good;
    auto ticket = std::make_unique<Ticket>(Ticket{index, done});
    for (;;) {
        const auto code = produceMessage(d->client->handle(), record, ticket.get());
        if (code == RD_KAFKA_RESP_ERR_NO_ERROR) {
            (void)ticket.release(); // delivered() takes it
            ++d->open;
            d->client->poll(0ms);
            return {};
        }
        if (code != RD_KAFKA_RESP_ERR__QUEUE_FULL)
            return fail(d->client->explain(code, record.topic, {}, u"Write"_s));
        if (task.isCancelled())
            return TaskContext::cancelled();
        d->client->poll(20ms);
    }
}

Result<void> RecordWriter::flush(const TaskContext& task)
{
    while (d->open > 0) {
        if (task.isCancelled())
            return TaskContext::cancelled();
        d->client->poll(20ms);
        if (const auto problem = d->client->connectionProblem(); problem && problem->next != Next::Retry)
            return fail(*problem);
    }
    return {};
}

Result<WriteTarget> RecordWriter::write(const Record& record, const TaskContext& task)
{
    Result<WriteTarget> answer = fail(errors::kafkaTimedOut, record.topic, {}, Next::InDoubt);
    if (const auto sent = enqueue(
            record, 0, [&answer](const Result<WriteTarget>& result, qint64) { answer = result; }, task);
        !sent)
        return fail(sent.error());
    const auto flushed = flush(task);
    if (!flushed) {
        // The ticket points at this frame's answer: have it back before leaving.
        rd_kafka_purge(d->client->handle(), RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT);
        for (int i = 0; i < 10 && d->open > 0; ++i)
            d->client->poll(5ms);
        return fail(flushed.error());
    }
    return answer;
}

} // namespace nc
