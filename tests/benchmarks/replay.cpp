#include "failures/sending/sender.h"
#include "kafka/cluster/admin.h"
#include "support.h"

#include <QCoreApplication>
#include <QtEndian>

#include <array>
#include <librdkafka/rdkafka.h>

using namespace Qt::StringLiterals;
using namespace nc;

/// Replaying dead letters of 1 KB exactly once against a plain idempotent read-and-write of the same records by
/// librdkafka, run after run in turn, each in a process of its own and to a topic of its own.
namespace {

constexpr int partitions = 4;

template <class T>
QByteArray bigEndian(T n)
{
    n = qToBigEndian(n);
    return QByteArray(reinterpret_cast<const char*>(&n), sizeof n);
}

void letter(const QString& target, qint64 i, Record& record)
{
    record.value = R"({"id":)" + QByteArray::number(i) + R"(,"text":")" + QByteArray(960, 'x') + "\"}";
    record.headers = {
        {"kafka_dlt-exception-fqcn", "org.springframework.kafka.listener.ListenerExecutionFailedException"},
        {"kafka_dlt-exception-message", "Listener failed"}, {"kafka_dlt-original-topic", target.toUtf8()},
        {"kafka_dlt-original-partition", bigEndian<qint32>(qint32(i % partitions))},
        {"kafka_dlt-original-offset", bigEndian<qint64>(i / partitions)}, {"b3", "80f198ee56343ba8-05e3ac9a4f6e3b90-1"},
        {"__TypeId__", "com.epam.digital.data.platform.notification.dto.UserNotificationMessageDto"}};
}

/// A new, empty topic to write to.
void renew(const QString& topic)
{
    const TaskContext task;
    const auto admin = ClusterAdmin::open(bench::broker());
    if (!admin)
        bench::giveUp(admin.error());
    if ((*admin)->topic(topic, task)) {
        if (const auto gone = (*admin)->deleteTopics({topic}, task); !gone)
            bench::giveUp(gone.error());
    }
    if (const auto made = (*admin)->ensureTopics({{topic, partitions, 1, {}}}, task); !made)
        bench::giveUp(made.error());
}

int ours(const QString& topic, const QString& target)
{
    const auto sender = Sender::open(bench::broker());
    if (!sender)
        bench::giveUp(sender.error());
    ReplayRequest request;
    request.topic = topic;
    request.target = target;
    request.again = true;
    const auto done = (*sender)->send(request, [](const QList<ReplayResult>&) {}, {});
    if (!done)
        bench::giveUp(done.error());
    std::printf("%lld\n", static_cast<long long>(done->replayed));
    return 0;
}

rd_kafka_t* client(rd_kafka_type_t type, const QByteArray& servers,
    std::initializer_list<std::array<const char*, 2>> more,
    void (*delivered)(rd_kafka_t*, const rd_kafka_message_t*, void*) = nullptr)
{
    char text[512];
    rd_kafka_conf_t* conf = rd_kafka_conf_new();
    rd_kafka_conf_set(conf, "bootstrap.servers", servers.constData(), text, sizeof text);
    for (const auto& [name, value] : more)
        rd_kafka_conf_set(conf, name, value, text, sizeof text);
    if (delivered)
        rd_kafka_conf_set_dr_msg_cb(conf, delivered);
    rd_kafka_t* handle = rd_kafka_new(type, conf, text, sizeof text);
    if (!handle) {
        std::fprintf(stderr, "%s\n", text);
        std::exit(1);
    }
    return handle;
}

qint64 acknowledged = 0;

void countReport(rd_kafka_t*, const rd_kafka_message_t* message, void*)
{
    acknowledged += message->err ? 0 : 1;
}

void copyOne(rd_kafka_t* producer, rd_kafka_topic_t* target, rd_kafka_message_t* message)
{
    rd_kafka_headers_t* headers = nullptr;
    if (rd_kafka_message_headers(message, &headers) == RD_KAFKA_RESP_ERR_NO_ERROR)
        headers = rd_kafka_headers_copy(headers);
    while (true) {
        std::array<rd_kafka_vu_t, 5> arguments{};
        arguments[0].vtype = RD_KAFKA_VTYPE_RKT;
        arguments[0].u.rkt = target;
        arguments[1].vtype = RD_KAFKA_VTYPE_PARTITION;
        arguments[1].u.i32 = message->partition;
        arguments[2].vtype = RD_KAFKA_VTYPE_VALUE;
        arguments[2].u.mem.ptr = message->payload;
        arguments[2].u.mem.size = message->len;
        arguments[3].vtype = RD_KAFKA_VTYPE_MSGFLAGS;
        arguments[3].u.i = RD_KAFKA_MSG_F_COPY;
        arguments[4].vtype = RD_KAFKA_VTYPE_HEADERS;
        arguments[4].u.headers = headers;
        rd_kafka_error_t* error = rd_kafka_produceva(producer, arguments.data(), headers ? 5 : 4);
        if (!error)
            return;
        rd_kafka_error_destroy(error);
        rd_kafka_poll(producer, 5);
    }
}

/// What anybody would write with librdkafka and no promise but idempotence.
int peer(const QByteArray& topic, const QByteArray& target)
{
    const QByteArray servers = bench::broker().bootstrap.toUtf8();
    rd_kafka_t* producer =
        client(RD_KAFKA_PRODUCER, servers, {{{"enable.idempotence", "true"}}, {{"linger.ms", "5"}}}, countReport);
    rd_kafka_t* consumer = client(RD_KAFKA_CONSUMER, servers,
        {{{"group.id", "plain"}}, {{"fetch.wait.max.ms", "10"}}, {{"queued.max.messages.kbytes", "16384"}}});
    rd_kafka_topic_t* from = rd_kafka_topic_new(consumer, topic.constData(), nullptr);
    rd_kafka_topic_t* to = rd_kafka_topic_new(producer, target.constData(), nullptr);
    rd_kafka_queue_t* queue = rd_kafka_queue_new(consumer);
    qint64 total = 0;
    for (qint32 i = 0; i < partitions; ++i) {
        int64_t low = 0;
        int64_t high = 0;
        rd_kafka_query_watermark_offsets(consumer, topic.constData(), i, &low, &high, 10'000);
        total += high - low;
        rd_kafka_consume_start_queue(from, i, low, queue);
    }
    std::array<rd_kafka_message_t*, 1000> batch{};
    for (qint64 seen = 0; seen < total;) {
        const auto count = rd_kafka_consume_batch_queue(queue, 5, batch.data(), batch.size());
        for (ssize_t i = 0; i < count; ++i) {
            rd_kafka_message_t* message = batch[static_cast<std::size_t>(i)];
            if (!message->err) {
                copyOne(producer, to, message);
                ++seen;
            }
            rd_kafka_message_destroy(message);
        }
        rd_kafka_poll(producer, 0);
    }
    rd_kafka_flush(producer, 60'000);
    std::printf("%lld\n", static_cast<long long>(acknowledged));
    // The process ends here; closing the clients in order is not part of the copy.
    std::fflush(stdout);
    std::_Exit(acknowledged == total ? 0 : 1);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const qint64 count = bench::number("NC_BENCH_LETTERS", 100'000);
    const QString topic = u"bench.replay-%1.DLT"_s.arg(count);
    if (arguments.value(1) == u"ours")
        return ours(topic, arguments.value(2));
    if (arguments.value(1) == u"peer")
        return peer(topic.toUtf8(), arguments.value(2).toUtf8());
    const qint64 runs = bench::number("NC_BENCH_RUNS", 5);
    bench::fill(topic, partitions, count, [](qint64 i, Record& record) { letter(u"bench.replay"_s, i, record); });
    QList<bench::Measured> mine;
    QList<bench::Measured> theirs;
    QList<double> ratios;
    for (qint64 run = 0; run <= runs; ++run) {
        const auto once = [count](const QString& who) {
            const QString target = u"bench.replay.to-"_s + who;
            renew(target);
            bench::Measured out = bench::measureSelf({who, target});
            if (out.output.trimmed().toLongLong() < count)
                bench::giveUp(u"%1 did not send everything"_s.arg(who));
            return out;
        };
        // In turn which one is the first: what a run leaves to be written to the disk slows the next one down.
        const bool oursFirst = run % 2 == 1;
        const bench::Measured first = once(oursFirst ? u"ours"_s : u"peer"_s);
        const bench::Measured second = once(oursFirst ? u"peer"_s : u"ours"_s);
        // The first ones warm the page cache.
        if (run == 0)
            continue;
        mine.append(oursFirst ? first : second);
        theirs.append(oursFirst ? second : first);
        ratios.append(theirs.last().seconds / mine.last().seconds);
    }
    const auto pace = [count](const QList<bench::Measured>& all) {
        return u"%1 /s (%2 of CPU)"_s.arg(double(count) / median(all, &bench::Measured::seconds), 0, 'f', 0)
            .arg(bench::seconds(median(all, &bench::Measured::cpu)));
    };
    bench::row(u"replay of %1 dead letters of 1 KB"_s.arg(count), pace(mine), pace(theirs),
        bench::ratio(bench::median(ratios)), bench::megabytes(largest(mine, &bench::Measured::megabytes)),
        u">= 0.90, 150 MB"_s);
    return 0;
}
