#include "core/sentences.h"
#include "kafka/admin.h"
#include "kafka/errors.h"
#include "kafka/recordmatcher.h"
#include "kafka/recordreader.h"
#include "kafka/recordwriter.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>
#include <random>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace nc;

/// Scanning a topic with a field filter against kcat reading the same topic to /dev/null, run after run in turn, so
/// that a busy machine hits both. Each run is a process of its own, started and ended: connecting counts.
namespace {

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

/// About a kilobyte, like an event of the platform. The generator is seeded: every run writes the same.
QByteArray event(qint64 index, std::mt19937& random)
{
    static const QByteArray text =
        QByteArray("Рішення за вашою заявою прийнято, зверніться до центру надання послуг. ").repeated(6);
    const auto length = static_cast<qsizetype>(380 + random() % 100);
    qsizetype cut = length;
    while ((text[cut] & '\xc0') == '\x80') // not inside a letter
        --cut;
    return R"({"context":{"system":"Low-code Platform","application":"bpms","businessProcess":"process-)"
        + QByteArray::number(index % 50)
        + R"(","businessProcessDefinitionId":"process:1:abc","businessProcessInstanceId":")" + QByteArray::number(index)
        + R"(","businessActivity":"activity","businessActivityInstanceId":"activity-1"},)"
        + R"("notification":{"title":null,"templateName":"template-)" + QByteArray::number(index % 1000)
        + R"(","ignoreChannelPreferences":false},"recipients":[{"id":"user-)" + QByteArray::number(index)
        + R"(","channels":[{"channel":"email","email":"user)" + QByteArray::number(index)
        + R"(@example.test","rnokpp":null},{"channel":"inbox","email":null,"rnokpp":null}],"parameters":{"text":")"
        + text.first(cut) + R"("},"realm":"CITIZEN"}]})";
}

void fill(const KafkaConnection& connection, const QString& topic, qint64 count)
{
    TaskContext task;
    auto admin = ClusterAdmin::open(connection);
    if (!admin)
        give_up(admin.error());
    const auto there = (*admin)->topic(topic, task);
    if (there && there->records() == count)
        return;
    if (there) {
        if (const auto gone = (*admin)->deleteTopics({topic}, task); !gone)
            give_up(gone.error());
    }
    if (const auto made = (*admin)->createTopic({topic, 4, 1, {}}, task); !made)
        give_up(made.error());
    KafkaConnection bulk = connection;
    auto writer = RecordWriter::open(bulk);
    if (!writer)
        give_up(writer.error());
    std::mt19937 random(20261122);
    Record record;
    record.topic = topic;
    record.headers = {{"__TypeId__", "com.epam.digital.data.platform.notification.dto.UserNotificationMessageDto"}};
    for (qint64 i = 0; i < count; ++i) {
        record.partition = static_cast<qint32>(i % 4);
        record.value = event(i, random);
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

/// Runs a program with its output thrown away; gives seconds.
double measure(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.setStandardOutputFile(QProcess::nullDevice());
    QElapsedTimer clock;
    clock.start();
    process.start(program, arguments);
    process.waitForFinished(-1);
    const double seconds = static_cast<double>(clock.nsecsElapsed()) / 1e9;
    if (process.exitCode() != 0) {
        std::fprintf(stderr, "%s failed\n", qPrintable(program));
        std::exit(1);
    }
    return seconds;
}

double median(QList<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// The scan itself, in a process of its own: exit 0, the peak of its memory in kilobytes to the file named.
int scan(const KafkaConnection& connection, const QString& topic, const QString& filterText, const char* memoryFile)
{
    TaskContext task;
    const auto filter = RecordFilter::parse(filterText);
    if (!filter)
        give_up(filter.error());
    const RecordMatcher matcher(*filter);
    auto reader = RecordReader::open(connection);
    if (!reader)
        give_up(reader.error());
    ReadRequest request;
    request.topic = topic;
    request.from = {ReadFrom::Kind::Beginning, 0};
    QList<Record> kept;
    const auto summary = (*reader)->scan(
        request,
        [&](RecordBatch batch) {
            for (const RecordView& view : batch) {
                if (matcher.matches(view))
                    kept.append(view.toRecord());
            }
            return Flow::Continue;
        },
        task);
    if (!summary)
        give_up(summary.error());
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    if (std::FILE* file = std::fopen(memoryFile, "w")) {
        std::fprintf(file, "%ld %lld %lld", usage.ru_maxrss, static_cast<long long>(summary->scanned),
            static_cast<long long>(kept.size()));
        std::fclose(file);
    }
    return summary->complete ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    KafkaConnection connection;
    connection.bootstrap = qEnvironmentVariable("KAFKA_BOOTSTRAP");
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments[1] == u"--scan")
        return scan(connection, arguments[2], arguments[3], argv[4]);

    const qint64 count = number("NC_BENCH_RECORDS", 1'000'000);
    const qint64 runs = number("NC_BENCH_RUNS", 5);
    const QString topic = u"benchmark.scan.%1"_s.arg(count);
    fill(connection, topic, count);
    const QString kcat = QStandardPaths::findExecutable(u"kcat"_s);
    const QString memoryFile = QStringLiteral("/tmp/bench-scan-%1").arg(QCoreApplication::applicationPid());
    const QList<std::pair<const char*, QString>> filters{
        {"scan, field filter", u"notification.templateName = template-77"_s},
        {"scan, contains in a field", u"recipients[*].channels[*].email: user4242@"_s},
        {"scan, word anywhere", u"user-424242"_s},
    };
    for (const auto& [name, filter] : filters) {
        QList<double> ours;
        QList<double> peers;
        QList<double> ratios;
        long memory = 0;
        for (qint64 run = 0; run <= runs; ++run) {
            const double peer = kcat.isEmpty()
                ? 0
                : measure(kcat,
                    {u"-C"_s, u"-q"_s, u"-e"_s, u"-b"_s, connection.bootstrap, u"-t"_s, topic, u"-o"_s, u"beginning"_s,
                        u"-X"_s, u"fetch.wait.max.ms=10"_s});
            const double mine =
                measure(QCoreApplication::applicationFilePath(), {u"--scan"_s, topic, filter, memoryFile});
            if (run == 0)
                continue; // warms the page cache
            if (std::FILE* file = std::fopen(qPrintable(memoryFile), "r")) {
                long kilobytes = 0;
                if (std::fscanf(file, "%ld", &kilobytes) == 1)
                    memory = std::max(memory, kilobytes);
                std::fclose(file);
            }
            ours.append(mine);
            peers.append(peer);
            ratios.append(peer > 0 ? mine / peer : 0);
        }
        const double perSecond = static_cast<double>(count) / median(ours) / 1e6;
        const double peerPerSecond = median(peers) > 0 ? static_cast<double>(count) / median(peers) / 1e6 : 0;
        std::printf("%s\t%.2f M/s (%.2f s)\t%.2f M/s (kcat)\t%.2f\t%ld MB\t≤ 1.00, < 100 MB\n", name, perSecond,
            median(ours), peerPerSecond, median(ratios), memory / 1024);
        std::fflush(stdout);
    }
    std::remove(qPrintable(memoryFile));
    return 0;
}
