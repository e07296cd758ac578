#include "../failures/genuine.h"
#include "failures/letters/letterlist.h"
#include "failures/verdicts/verdict.h"
#include "kafka/reading/recordreader.h"
#include "support.h"

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace nc;

/// Grouping 100,000 genuine dead letters by cause, with a row of each to list, against a plain reading of the same
/// topic, each in a process of its own; and verdicts on 10,000 of them, each with parameters of its own, with the
/// helper warm.
namespace {

/// Letters as the platform wrote them.
QList<Record> samples()
{
    QList<Record> letters;
    for (const QString& file : {u"15-unknown-user.jsonl"_s, u"50-email-smtp-550.jsonl"_s, u"52-smtp-down.jsonl"_s,
             u"23-no-notification.jsonl"_s, u"71-diia-push500.jsonl"_s})
        letters += genuine::deadLetters(file);
    return letters;
}

/// Each with an id of its own in value and message.
void variant(const Record& letter, qint64 i, Record& record)
{
    record = letter;
    const QByteArray id = QByteArray::number(100'000'000 + i);
    record.value->replace("unknown1", "person" + id);
    for (Header& header : record.headers) {
        if (header.name == "kafka_dlt-exception-message" && header.value)
            header.value->replace("mailbox", "mailbox " + id);
    }
}

void tell(const QElapsedTimer& timer, qsizetype count)
{
    std::printf("%lld %lld\n", static_cast<long long>(timer.nsecsElapsed()), static_cast<long long>(count));
}

void plainReading(const QString& topic)
{
    const auto reader = RecordReader::open(bench::broker());
    if (!reader)
        bench::giveUp(reader.error());
    ReadRequest request;
    request.topic = topic;
    request.from = {ReadFrom::Kind::Beginning, 0};
    QElapsedTimer timer;
    timer.start();
    const auto done = (*reader)->scan(request, [](RecordBatch) { return Flow::Continue; }, {});
    if (!done)
        bench::giveUp(done.error());
    tell(timer, done->scanned);
}

void grouping(const QString& topic)
{
    const auto store = DeadLetterStore::open(bench::broker());
    if (!store)
        bench::giveUp(store.error());
    QElapsedTimer timer;
    timer.start();
    LetterQuery query;
    query.topic = topic;
    const auto list = loadLetters(**store, query, std::numeric_limits<qint64>::max(), {});
    if (!list)
        bench::giveUp(list.error());
    Unseen unseen;
    tell(timer, list->into(unseen).groups.size());
}

double innerSeconds(const bench::Measured& run)
{
    return run.output.split(' ').value(0).toDouble() / 1e9;
}

void verdicts(qint64 count)
{
    PublishedContents published{{u"inbox/Hello"_s, {true, "Вітаю, ${name}!"}},
        {u"email/Hello"_s, {true, "<html><body><h1>Вітаю, ${name}!</h1></body></html>"}}};
    VerdictJudge judge(published);
    const TaskContext task;
    QList<DeadLetter> letters;
    const Record first = genuine::deadLetters(u"15-unknown-user.jsonl"_s).first();
    for (qint64 i = 0; i < count; ++i) {
        Record record = first;
        record.value->replace("\"Ann\"", "\"Ann " + QByteArray::number(i) + '"');
        letters.append(readDeadLetter(record, {}));
    }
    // The bar is for a helper that is warm: Java has compiled what it runs often.
    for (qint64 i = 0; i < std::min<qint64>(count, 1000); ++i)
        judge.judge(letters[i], task);
    QElapsedTimer timer;
    timer.start();
    qint64 good = 0;
    for (const DeadLetter& letter : letters)
        good += judge.judge(letter, task).outcome == VerdictOutcome::WouldSucceed ? 1 : 0;
    const double spent = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    if (good != count)
        std::fprintf(stderr, "only %lld would succeed\n", static_cast<long long>(good));
    bench::row(u"verdicts on %1 events"_s.arg(count), bench::seconds(spent), {}, {}, {}, u"5 s for 10,000"_s);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const qint64 count = bench::number("NC_BENCH_LETTERS", 100'000);
    const QString topic = u"bench-letters-%1.DLT"_s.arg(count);
    const QString part = QCoreApplication::arguments().value(1);
    if (part == u"plain" || part == u"group") {
        part == u"plain" ? plainReading(topic) : grouping(topic);
        return 0;
    }
    const QList<Record> letters = samples();
    if (part != u"fill") {
        // By another process: what this one holds would count for its children.
        bench::measureSelf({u"fill"_s});
    } else {
        bench::fill(
            topic, 4, count, [&](qint64 i, Record& record) { variant(letters[i % letters.size()], i, record); });
        return 0;
    }
    QList<bench::Measured> plain;
    QList<bench::Measured> ours;
    const qint64 runs = bench::number("NC_BENCH_RUNS", 5);
    for (qint64 i = 0; i <= runs; ++i) {
        const bench::Measured one = bench::measureSelf({u"plain"_s});
        const bench::Measured other = bench::measureSelf({u"group"_s});
        // The first ones warm the page cache.
        if (i == 0)
            continue;
        plain.append(one);
        ours.append(other);
        ours.last().seconds = innerSeconds(other);
        plain.last().seconds = innerSeconds(one);
    }
    const auto seconds = &bench::Measured::seconds;
    const auto cpu = &bench::Measured::cpu;
    bench::row(u"grouping %1 dead letters (%2 groups)"_s.arg(count).arg(
                   ours.last().output.simplified().split(' ').value(1).toInt()),
        u"%1 (%2 of CPU)"_s.arg(bench::seconds(median(ours, seconds)), bench::seconds(median(ours, cpu))),
        u"plain reading %1 (%2)"_s.arg(bench::seconds(median(plain, seconds)), bench::seconds(median(plain, cpu))),
        bench::ratio(median(ours, seconds) / median(plain, seconds)),
        bench::megabytes(largest(ours, &bench::Measured::megabytes)), u"2 s, 200 MB"_s);
    verdicts(bench::number("NC_BENCH_VERDICTS", 10'000));
    return 0;
}
