#include "../deadletters/genuine.h"
#include "core/sentences.h"
#include "deadletters/letters/deadletterstore.h"
#include "deadletters/letters/lettergroups.h"
#include "deadletters/verdicts/verdict.h"
#include "kafka/admin.h"
#include "kafka/recordreader.h"
#include "kafka/recordwriter.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>

#include <cstdio>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace nc;

/// Grouping 100,000 genuine dead letters by cause, against a plain reading of the same topic; and verdicts on 10,000 of
/// them, each with parameters of its own, with the helper warm.
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

/// Letters as the platform wrote them, each with an id of its own in value and message.
QList<Record> samples()
{
    QList<Record> letters;
    for (const QString& file : {u"15-unknown-user.jsonl"_s, u"50-email-smtp-550.jsonl"_s, u"52-smtp-down.jsonl"_s,
             u"23-no-notification.jsonl"_s, u"71-diia-push500.jsonl"_s})
        letters += genuine::deadLetters(file);
    return letters;
}

Record variant(const QList<Record>& letters, qint64 i)
{
    Record record = letters[i % letters.size()];
    record.partition = static_cast<qint32>(i % partitions);
    const QByteArray id = QByteArray::number(100'000'000 + i);
    record.value->replace("unknown1", "person" + id);
    for (Header& header : record.headers) {
        if (header.name == "kafka_dlt-exception-message" && header.value)
            header.value->replace("mailbox", "mailbox " + id);
    }
    return record;
}

void fill(const KafkaConnection& connection, const QString& topic, qint64 count)
{
    const TaskContext task;
    const auto admin = ClusterAdmin::open(connection);
    if (!admin)
        give_up(admin.error());
    if (const auto made = (*admin)->ensureTopics({{topic, partitions, 1, {}}}, task); !made)
        give_up(made.error());
    const auto there = (*admin)->topic(topic, task);
    if (there && there->records() >= count)
        return;
    const auto writer = RecordWriter::open(connection);
    if (!writer)
        give_up(writer.error());
    const QList<Record> letters = samples();
    for (qint64 i = 0; i < count; ++i) {
        Record record = variant(letters, i);
        record.topic = topic;
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

double plainReading(const KafkaConnection& connection, const QString& topic)
{
    const auto reader = RecordReader::open(connection);
    if (!reader)
        give_up(reader.error());
    ReadRequest request;
    request.topic = topic;
    request.from = {ReadFrom::Kind::Beginning, 0};
    QElapsedTimer timer;
    timer.start();
    if (const auto done = (*reader)->scan(request, [](RecordBatch) { return Flow::Continue; }, {}); !done)
        give_up(done.error());
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

double grouping(const KafkaConnection& connection, const QString& topic, qsizetype* groups)
{
    const auto store = DeadLetterStore::open(connection);
    if (!store)
        give_up(store.error());
    QElapsedTimer timer;
    timer.start();
    LetterQuery query;
    query.topic = topic;
    LetterGroups all;
    const auto visit = [&all](const DeadLetter& letter) {
        all.add(letter);
        return true;
    };
    if (const auto done = (*store)->read(query, {}, visit, {}); !done)
        give_up(done.error());
    *groups = all.groups().size();
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

qint64 megabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

void verdicts(qint64 count)
{
    PublishedContents published{{u"inbox/Hello"_s, {true, "Вітаю, ${name}!"}},
        {u"email/Hello"_s, {true, "<html><body><h1>Вітаю, ${name}!</h1></body></html>"}}};
    VerdictJudge judge(published);
    const TaskContext task;
    QList<DeadLetter> letters;
    for (qint64 i = 0; i < count; ++i) {
        Record record = genuine::deadLetters(u"15-unknown-user.jsonl"_s).first();
        if (!letters.isEmpty())
            record = letters.first().record;
        record.value->replace("\"Ann\"", "\"Ann " + QByteArray::number(i) + '"');
        letters.append(readDeadLetter(record, {}));
    }
    judge.judge(letters.first(), task);
    QElapsedTimer timer;
    timer.start();
    qint64 good = 0;
    for (const DeadLetter& letter : letters)
        good += judge.judge(letter, task).outcome == VerdictOutcome::WouldSucceed ? 1 : 0;
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    if (good != count)
        std::fprintf(stderr, "only %lld would succeed\n", static_cast<long long>(good));
    std::printf("Verdicts on %lld events\t%.2f s\t\t\t\t5 s for 10,000\n", static_cast<long long>(count), seconds);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    KafkaConnection connection;
    connection.bootstrap = qEnvironmentVariable("KAFKA_BOOTSTRAP");
    const qint64 count = number("NC_BENCH_LETTERS", 100'000);
    const QString topic = u"bench-letters-%1.DLT"_s.arg(count);
    // In a process of its own, so that its memory does not count.
    if (argc > 1) {
        fill(connection, topic, count);
        return 0;
    }
    if (QProcess::execute(QCoreApplication::applicationFilePath(), {u"fill"_s}) != 0)
        return 1;
    const double plain = plainReading(connection, topic);
    qsizetype groups = 0;
    const double ours = grouping(connection, topic, &groups);
    std::printf("Grouping %lld dead letters (%lld groups)\t%.2f s\tplain reading %.2f s\t%.2f\t%lld MB\t2 s, 200 MB\n",
        static_cast<long long>(count), static_cast<long long>(groups), ours, plain, plain / ours,
        static_cast<long long>(megabytes()));
    verdicts(number("NC_BENCH_VERDICTS", 10'000));
    return 0;
}
