#include "kafka/filter/recordmatcher.h"
#include "kafka/reading/recordreader.h"
#include "support.h"

#include <QCoreApplication>
#include <QStandardPaths>

#include <random>

using namespace Qt::StringLiterals;
using namespace nc;

/// Scanning a topic with a field filter against kcat reading the same topic to /dev/null, run after run in turn, so
/// that a busy machine hits both. Each run is a process of its own, started and ended: connecting counts.
namespace {

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

/// The scan itself, in a process of its own.
int scan(const QString& topic, const QString& filterText)
{
    const TaskContext task;
    const auto filter = RecordFilter::parse(filterText);
    if (!filter)
        bench::giveUp(filter.error());
    const RecordMatcher matcher(*filter);
    auto reader = RecordReader::open(bench::broker());
    if (!reader)
        bench::giveUp(reader.error());
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
        bench::giveUp(summary.error());
    std::printf("%lld %lld\n", static_cast<long long>(summary->scanned), static_cast<long long>(kept.size()));
    return summary->complete ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == u"--scan")
        return scan(arguments[2], arguments[3]);

    const qint64 count = bench::number("NC_BENCH_RECORDS", 1'000'000);
    const qint64 runs = bench::number("NC_BENCH_RUNS", 5);
    const QString topic = u"benchmark.scan.%1"_s.arg(count);
    std::mt19937 random(20261122);
    bench::fill(topic, 4, count, [&random](qint64 i, Record& record) {
        record.headers = {{"__TypeId__", "com.epam.digital.data.platform.notification.dto.UserNotificationMessageDto"}};
        record.value = event(i, random);
    });
    const QString kcat = QStandardPaths::findExecutable(u"kcat"_s);
    if (kcat.isEmpty())
        bench::giveUp(u"kcat is not installed"_s);
    const QList<std::pair<QString, QString>> filters{
        {u"scan, field filter"_s, u"notification.templateName = template-77"_s},
        {u"scan, contains in a field"_s, u"recipients[*].channels[*].email: user4242@"_s},
        {u"scan, word anywhere"_s, u"user-424242"_s},
    };
    for (const auto& [name, filter] : filters) {
        QList<bench::Measured> ours;
        QList<bench::Measured> peers;
        QList<double> ratios;
        for (qint64 run = 0; run <= runs; ++run) {
            const bench::Measured peer = bench::measure(kcat,
                {u"-C"_s, u"-q"_s, u"-e"_s, u"-b"_s, bench::broker().bootstrap, u"-t"_s, topic, u"-o"_s, u"beginning"_s,
                    u"-X"_s, u"fetch.wait.max.ms=10"_s},
                bench::Output::ThrownAway);
            const bench::Measured mine = bench::measureSelf({u"--scan"_s, topic, filter});
            if (run == 0)
                continue; // warms the page cache
            ours.append(mine);
            peers.append(peer);
            ratios.append(mine.seconds / peer.seconds);
        }
        const auto pace = [count](const QList<bench::Measured>& all) {
            return u"%1 M/s (%2 of CPU)"_s.arg(double(count) / median(all, &bench::Measured::seconds) / 1e6, 0, 'f', 2)
                .arg(bench::seconds(median(all, &bench::Measured::cpu)));
        };
        bench::row(name, pace(ours), pace(peers) + u" kcat"_s, bench::ratio(bench::median(ratios)),
            bench::megabytes(largest(ours, &bench::Measured::megabytes)), u"≤ 1.00, 100 MB"_s);
    }
    return 0;
}
