#include "core/sentences.h"
#include "deadletters/sending/replayer.h"
#include "kafka/admin.h"
#include "kafka/recordwriter.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstdio>
#include <librdkafka/rdkafka.h>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace nc;

/// Replaying dead letters of 1 KB exactly once against a plain idempotent read-and-write of the same records by
/// librdkafka, run after run in turn, each in a process of its own.
namespace {

constexpr int partitions = 4;

[[noreturn]] void give_up(const Error& error)
{
    std::fprintf(stderr, "%s\n", qPrintable(describe(error, Language::English)));
    std::exit(1);
}

qint64 number(const char* name, qint64 otherwise)
{
    bool ok = false;
    const qint64 value = qEnvironmentVariable(name).toLongLong(&ok);
    return ok ? value : otherwise;
}

template <class T>
QByteArray bigEndian(T n)
{
    n = qToBigEndian(n);
    return QByteArray(reinterpret_cast<const char*>(&n), sizeof n);
}

void fill(const KafkaConnection& connection, const QString& target, qint64 count)
{
    const TaskContext task;
    const auto admin = ClusterAdmin::open(connection);
    if (!admin)
        give_up(admin.error());
    const QString topic = target + u".DLT"_s;
    if (const auto made = (*admin)->ensureTopics({{target, partitions, 1, {}}, {topic, partitions, 1, {}}}, task);
        !made)
        give_up(made.error());
    const auto there = (*admin)->topic(topic, task);
    if (there && there->records() >= count)
        return;
    const auto writer = RecordWriter::open(connection);
    if (!writer)
        give_up(writer.error());
    Record record;
    record.topic = topic;
    for (qint64 i = 0; i < count; ++i) {
        record.partition = static_cast<qint32>(i % partitions);
        record.value = R"({"id":)" + QByteArray::number(i) + R"(,"text":")" + QByteArray(960, 'x') + "\"}";
        record.headers = {
            {"kafka_dlt-exception-fqcn", "org.springframework.kafka.listener.ListenerExecutionFailedException"},
            {"kafka_dlt-exception-message", "Listener failed"}, {"kafka_dlt-original-topic", target.toUtf8()},
            {"kafka_dlt-original-partition", bigEndian<qint32>(record.partition)},
            {"kafka_dlt-original-offset", bigEndian<qint64>(i / partitions)},
            {"b3", "80f198ee56343ba8-05e3ac9a4f6e3b90-1"},
            {"__TypeId__", "com.epam.digital.data.platform.notification.dto.UserNotificationMessageDto"}};
        const auto sent = (*writer)->enqueue(
            record, i,
            [](const Result<WriteTarget>& result, qint64) {
                if (!result)
                    give_up(result.error());
            },
            task);
        if (!sent)
            give_up(sent.error());
    }
    if (const auto flushed = (*writer)->flush(task); !flushed)
        give_up(flushed.error());
}

void leaveMemory(const char* file)
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    QFile out(QString::fromLocal8Bit(file));
    if (out.open(QIODevice::WriteOnly))
        out.write(QByteArray::number(static_cast<qint64>(usage.ru_maxrss)));
}

int ours(const KafkaConnection& connection, const QString& topic, const char* memoryFile)
{
    const auto replayer = Replayer::open(connection);
    if (!replayer)
        give_up(replayer.error());
    ReplayRequest request{.topic = topic};
    request.again = true;
    const auto done = (*replayer)->replay(request, [](const QList<ReplayResult>&) {}, {});
    if (!done)
        give_up(done.error());
    std::printf("%lld\n", static_cast<long long>(done->replayed));
    leaveMemory(memoryFile);
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
int peer(const KafkaConnection& connection, const QByteArray& topic, const QByteArray& target)
{
    const QByteArray servers = connection.bootstrap.toUtf8();
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

double measure(const QStringList& arguments, qint64 count)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer clock;
    clock.start();
    process.start(QCoreApplication::applicationFilePath(), arguments);
    process.waitForFinished(-1);
    const double seconds = static_cast<double>(clock.nsecsElapsed()) / 1e9;
    if (process.exitCode() != 0 || process.readAllStandardOutput().trimmed().toLongLong() < count) {
        std::fprintf(stderr, "%s failed\n", qPrintable(arguments.join(u' ')));
        std::exit(1);
    }
    return seconds;
}

double median(QList<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    KafkaConnection connection;
    connection.bootstrap = qEnvironmentVariable("KAFKA_BOOTSTRAP");
    const QStringList arguments = QCoreApplication::arguments();
    const QString target = u"bench.replay"_s;
    const QString memoryFile = u"/tmp/bench-replay-%1"_s;
    if (arguments.value(1) == u"ours")
        return ours(connection, target + u".DLT"_s, arguments.value(2).toLocal8Bit().constData());
    if (arguments.value(1) == u"peer")
        return peer(connection, (target + u".DLT"_s).toUtf8(), target.toUtf8());
    const qint64 count = number("NC_BENCH_LETTERS", 100'000);
    const qint64 runs = number("NC_BENCH_RUNS", 5);
    fill(connection, target, count);
    const QString memory = memoryFile.arg(QCoreApplication::applicationPid());
    QList<double> oursTimes;
    QList<double> peerTimes;
    for (qint64 run = 0; run <= runs; ++run) {
        const double theirs = measure({u"peer"_s}, count);
        const double mine = measure({u"ours"_s, memory}, count);
        // The first one warms the page cache.
        if (run == 0)
            continue;
        oursTimes.append(mine);
        peerTimes.append(theirs);
    }
    QFile file(memory);
    const qint64 kilobytes = file.open(QIODevice::ReadOnly) ? file.readAll().toLongLong() : 0;
    file.remove();
    const double mine = double(count) / median(oursTimes);
    const double theirs = double(count) / median(peerTimes);
    std::printf("replay of %lld dead letters of 1 KB\t%.0f records/s\t%.0f records/s\t%.2f\t%lld MB\t>= 0.90, 150 MB\n",
        static_cast<long long>(count), mine, theirs, mine / theirs, static_cast<long long>(kilobytes / 1024));
    return 0;
}
