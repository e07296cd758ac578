#include "failures/facts/errors.h"
#include "failures/facts/offsetselection.h"
#include "failures/ledger/ledgercodec.h"
#include "failures/ledger/ledgerfile.h"
#include "failures/ledger/ledgerindex.h"
#include "failures/letters/deadletter.h"
#include "failures/sending/batchsink.h"
#include "failures/sending/markcollector.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace nc;
using namespace Qt::StringLiterals;

class TestLedger : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void entriesComeBackAsTheyWere();
    void newerVersionIsRefused();
    void brokenEntriesAreRefused();
    void runsSurviveAnything();
    void laterEntriesOverride();
    void longClaimsAreNotSpreadOut();
    void statesArePerTarget();
    void discardsAreTakenBack();
    void knowsWhatCameBack();
    void batchBecomesFewRuns();
    void bigBatchesAreSplit();
    void marksTakeTheRoomOfTheirRuns();
    void millionRecordsLoadInASecond();
    void localFileOutlivesACrash();
    void selectionsParse();
    void selectionsTakeAnyOrder();
};

namespace {

LedgerEntry entry(LedgerAction action, QList<LedgerRun> runs, QStringList targets = {u"t"_s})
{
    LedgerEntry out;
    out.action = action;
    out.topic = u"t.DLT"_s;
    out.run = u"r1"_s;
    out.by = u"me@here"_s;
    out.at = 1795315024862;
    out.targets = std::move(targets);
    out.runs = std::move(runs);
    return out;
}

} // namespace

void TestLedger::entriesComeBackAsTheyWere()
{
    LedgerEntry one = entry(LedgerAction::Replayed, {{3, 10, 5, 0, 3, 100, 0}, {3, 20, 1, 1, 7, 4, 2}});
    one.targets = {u"t"_s, u"other"_s};
    one.reason = u"пошта «лежала»"_s;
    one.mode = u"exactly-once"_s;
    one.ends = {0, 7, 9'007'199'254'740'993};
    one.ranges = {{3, 10, 20, 1, 2, "abcdefgh", "ijklmnop"}};
    const auto back = decodeLedgerEntry(encodeLedgerEntry(one));
    QVERIFY(back.has_value());
    QCOMPARE(back->ends, one.ends);
    QCOMPARE(*back, one);
    QCOMPARE(back->count(), 6);
}

void TestLedger::newerVersionIsRefused()
{
    QByteArray bytes = encodeLedgerEntry(entry(LedgerAction::Discarded, {{0, 1, 1, -1, -1, -1, 0}}));
    bytes.replace("\"version\":1", "\"version\":2");
    const auto read = decodeLedgerEntry(bytes);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, errors::ledgerNewer);
    QCOMPARE(read.error().detail, u"2"_s);
}

void TestLedger::brokenEntriesAreRefused()
{
    const QByteArray good = encodeLedgerEntry(entry(LedgerAction::Replayed, {{0, 1, 9, 0, 0, 5, 0}}));
    QVERIFY(decodeLedgerEntry(good).has_value());
    for (qsizetype cut = 0; cut < good.size(); cut += 7) {
        const auto read = decodeLedgerEntry(good.first(cut));
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, errors::ledgerUnreadable);
    }
    QByteArray unknownTarget = good;
    unknownTarget.replace("[\"t\"]", "[]");
    QVERIFY(!decodeLedgerEntry(unknownTarget).has_value());
    QByteArray action = good;
    action.replace("replayed", "rewritten");
    QVERIFY(!decodeLedgerEntry(action).has_value());
    QVERIFY(!decodeLedgerEntry("[1]").has_value());
    QVERIFY(!decodeLedgerEntry("").has_value());
}

void TestLedger::runsSurviveAnything()
{
    quint32 seed = 11;
    const auto next = [&seed](quint32 below) {
        seed = seed * 1664525 + 1013904223;
        return (seed >> 8) % below;
    };
    for (int round = 0; round < 2000; ++round) {
        QList<LedgerRun> runs;
        for (quint32 i = next(30); i > 0; --i) {
            LedgerRun run{qint32(next(20)), qint64(next(1u << 20)) << next(30), 1 + next(5000), qint32(next(3)) - 1, -1,
                -1, qint32(next(4))};
            if (run.target >= 0) {
                run.targetPartition = qint32(next(15));
                run.targetOffset = qint64(next(1u << 20)) << next(20);
            }
            runs.append(run);
        }
        const auto back = unpackRuns(packRuns(runs), 2);
        QVERIFY(back.has_value());
        QCOMPARE(*back, runs);
        // Any bytes at all: refused or read, never worse.
        QByteArray noise;
        for (quint32 n = next(40); n > 0; --n)
            noise.append(char(next(256)));
        if (const auto read = unpackRuns(noise, 2)) {
            for (const LedgerRun& run : *read)
                QVERIFY(run.count > 0 && run.offset >= 0 && run.partition >= 0 && run.target < 2);
        }
    }
}

void TestLedger::laterEntriesOverride()
{
    const LedgerIndex index({entry(LedgerAction::Replayed, {{0, 0, 100, 0, 0, 1000, 0}}),
        entry(LedgerAction::Replayed, {{0, 40, 10, 0, 5, 7, 1}}),
        entry(LedgerAction::Replayed, {{1, 5, 1, 0, 0, 1, 0}})});
    QCOMPARE(index.latest(0, 39)->target, (RecordPlace{u"t"_s, 0, 1039}));
    QCOMPARE(index.latest(0, 45)->target, (RecordPlace{u"t"_s, 5, 12}));
    QCOMPARE(index.latest(0, 45)->entry, 1);
    QCOMPARE(index.latest(0, 50)->target, (RecordPlace{u"t"_s, 0, 1050}));
    QVERIFY(!index.latest(0, 100));
    QVERIFY(!index.latest(2, 0));
    QCOMPARE(index.sentTo({u"t"_s, 5, 8})->returns, 1);
    QVERIFY(!index.sentTo({u"t"_s, 5, 17}));
    QCOMPARE(index.spans(0), (QList<std::pair<qint64, qint64>>{{0, 100}}));
}

void TestLedger::longClaimsAreNotSpreadOut()
{
    // Sixty entries that each claim a hundred million records: asking and walking cost by entries.
    QList<LedgerEntry> entries;
    for (int i = 0; i < 60; ++i)
        entries.append(entry(LedgerAction::Replayed, {{0, i * 50'000'000LL, 100'000'000, 0, 0, 0, 0}}));
    const LedgerIndex index(entries);
    QCOMPARE(index.spans(0), (QList<std::pair<qint64, qint64>>{{0, 59 * 50'000'000LL + 100'000'000}}));
    qint64 seen = 0;
    index.forEach([&seen](qint32, qint64 offset, const LedgerMark&) { return seen++ == offset && seen < 1000; });
    QCOMPARE(seen, 1000);
    // Longer ones are damage, and so are those that end behind the last offset there can be.
    for (const LedgerRun& run : {LedgerRun{0, 0, qint64(1) << 62, 0, 0, 0, 0}, LedgerRun{0, 1, 100'000'001, 0, 0, 0, 0},
             LedgerRun{0, std::numeric_limits<qint64>::max() - 5, 10, 0, 0, 0, 0},
             LedgerRun{0, 0, 10, 0, 0, std::numeric_limits<qint64>::max() - 5, 0}}) {
        const auto read = decodeLedgerEntry(encodeLedgerEntry(entry(LedgerAction::Replayed, {run})));
        QVERIFY(!read.has_value());
        QVERIFY(read.error().is(errors::ledgerUnreadable));
    }
}

void TestLedger::statesArePerTarget()
{
    LedgerEntry elsewhere = entry(LedgerAction::Replayed, {{0, 3, 2, 0, 1, 8, 0}}, {u"copy"_s});
    const LedgerIndex index({elsewhere});
    QVERIFY(index.forTarget(0, 3, u"copy"_s));
    QVERIFY(!index.forTarget(0, 3, u"t"_s));
    QVERIFY(index.latest(0, 3));
}

void TestLedger::discardsAreTakenBack()
{
    const LedgerEntry sent = entry(LedgerAction::Replayed, {{0, 0, 5, 0, 0, 10, 0}});
    const LedgerEntry discarded = entry(LedgerAction::Discarded, {{0, 3, 4, -1, -1, -1, 0}}, {});
    const LedgerEntry reopened = entry(LedgerAction::Reopened, {{0, 4, 2, -1, -1, -1, 0}}, {});
    const LedgerIndex index({sent, discarded, reopened});
    QCOMPARE(index.latest(0, 2)->action, LedgerAction::Replayed);
    QCOMPARE(index.latest(0, 3)->action, LedgerAction::Discarded);
    QCOMPARE(index.latest(0, 4)->action, LedgerAction::Replayed);
    QVERIFY(!index.latest(0, 5));
    QCOMPARE(index.latest(0, 6)->action, LedgerAction::Discarded);
    QCOMPARE(index.forTarget(0, 6, u"anywhere"_s)->action, LedgerAction::Discarded);
    // Sent after it was discarded: sent.
    const LedgerIndex later({discarded, sent});
    QCOMPARE(later.latest(0, 3)->action, LedgerAction::Replayed);
}

void TestLedger::knowsWhatCameBack()
{
    LedgerEntry sent = entry(LedgerAction::Replayed, {{0, 0, 5, 0, 0, 10, 2}});
    sent.ends = {5};
    const LedgerIndex index({sent});
    const auto big = [](qint64 n) {
        n = qToBigEndian(n);
        return QByteArray(reinterpret_cast<const char*>(&n), 8);
    };
    Record letter;
    letter.topic = u"t.DLT"_s;
    letter.partition = 0;
    letter.offset = 9;
    letter.headers = {{"kafka_dlt-original-topic", "t"}, {"kafka_dlt-original-partition", QByteArray(4, '\0')},
        {"kafka_dlt-original-offset", big(12)}};
    QCOMPARE(standingOf(letter, index).state, LetterState::Returned);
    QCOMPARE(standingOf(letter, index).returns, 3);
    letter.offset = 4; // stood there before the replay began
    QCOMPARE(standingOf(letter, index).state, LetterState::Replayed);
    QCOMPARE(standingOf(letter, index).returns, 0);
    letter.offset = 9;
    letter.headers[2].value = big(15); // not what the replay wrote
    QCOMPARE(standingOf(letter, index).state, LetterState::Open);
}

void TestLedger::batchBecomesFewRuns()
{
    QList<SendingItem> items;
    QList<SendOutcome> outcomes;
    for (int i = 0; i < 10'000; ++i) {
        SendingItem item;
        item.out.topic = u"t"_s;
        item.out.value = item.value = QByteArray("v");
        item.partition = i % 4;
        item.offset = i / 4;
        items.append(item);
        outcomes.append({i % 4, 500 + i / 4, {}});
    }
    outcomes[17].error = Error{errors::causeTooLarge, {}, {}, Next::Abort};
    const auto entries = makeEntries(items, outcomes, {});
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries[0].runs.size(), 5);
    QCOMPARE(entries[0].ranges.size(), 4);
    QCOMPARE(entries[0].count(), 9'999);
    QVERIFY(encodeLedgerEntry(entries[0]).size() < 2000);
    QVERIFY(!LedgerIndex(entries).latest(1, 4));
}

void TestLedger::bigBatchesAreSplit()
{
    // The worst there is: no two records stand side by side.
    QList<SendingItem> items;
    QList<SendOutcome> outcomes;
    for (int i = 0; i < 25'000; ++i) {
        SendingItem item;
        item.out.topic = u"t"_s;
        item.partition = 14;
        item.offset = 4'000'000'000'000 + i * 3;
        items.append(item);
        outcomes.append({i % 97, 9'000'000'000'000 + (i * 7919LL) % 100'000'007, {}});
    }
    const auto entries = makeEntries(items, outcomes, {});
    QVERIFY(entries.size() > 1);
    qint64 sum = 0;
    for (const LedgerEntry& one : entries) {
        QVERIFY(encodeLedgerEntry(one).size() < 500'000);
        sum += one.count();
    }
    QCOMPARE(sum, 25'000);
}

/// What a discard gathers says the same as what a batch of the same records says, and keeps no values.
void TestLedger::marksTakeTheRoomOfTheirRuns()
{
    RunInfo info;
    info.action = LedgerAction::Discarded;
    info.topic = u"t.DLT"_s;
    QRandomGenerator random(11);
    MarkCollector marks;
    QList<SendingItem> items;
    QList<qint64> next(5, 0);
    for (int i = 0; i < 60'000; ++i) {
        const int partition = random.bounded(5);
        // Now and then a gap; in one partition after every record.
        next[partition] += random.bounded(20) == 0 || partition == 3 ? 2 : 1;
        Record record;
        record.topic = info.topic;
        record.partition = partition;
        record.offset = next[partition];
        record.timestamp = 1000 + i;
        record.value = "value " + QByteArray::number(i);
        marks.add(record);
        SendingItem item;
        item.partition = partition;
        item.offset = record.offset;
        item.timestamp = record.timestamp;
        item.value = record.value;
        items.append(item);
    }
    QCOMPARE(marks.count(), 60'000);
    const QList<LedgerEntry> entries = marks.entries(info);
    const LedgerIndex marked(entries);
    const LedgerIndex expected(makeEntries(items, QList<SendOutcome>(items.size(), SendOutcome{0, 0, {}}), info));
    for (qint32 partition = 0; partition < 5; ++partition)
        QCOMPARE(marked.spans(partition), expected.spans(partition));
    qint64 sum = 0;
    for (const LedgerEntry& one : entries) {
        QVERIFY(encodeLedgerEntry(one).size() < 500'000);
        QCOMPARE(one.action, LedgerAction::Discarded);
        sum += one.count();
        for (const LedgerRange& range : one.ranges) {
            QCOMPARE(range.firstHash.size(), 8);
            const auto first = std::ranges::find_if(items, [&range](const SendingItem& item) {
                return item.partition == range.partition && item.offset == range.first;
            });
            QVERIFY(first != items.end());
            QCOMPARE(range.firstHash, recordHash(first->timestamp, first->key, first->value));
        }
    }
    QCOMPARE(sum, 60'000);
    QVERIFY(MarkCollector().entries(info).isEmpty());
}

void TestLedger::millionRecordsLoadInASecond()
{
    QByteArrayList encoded;
    for (int batch = 0; batch < 100; ++batch) {
        QList<LedgerRun> runs;
        for (int i = 0; i < 10'000; ++i)
            runs.append({batch % 15, batch * 20'000 + i * 2, 1, 0, i % 15, batch * 700 + i / 15, 0});
        encoded.append(encodeLedgerEntry(entry(LedgerAction::Replayed, runs)));
    }
    QElapsedTimer timer;
    timer.start();
    QList<LedgerEntry> entries;
    for (const QByteArray& bytes : encoded)
        entries.append(*decodeLedgerEntry(bytes));
    const LedgerIndex index(std::move(entries));
    QVERIFY(index.latest(3, 60'002 + 4));
    qInfo("a million single records: %lld ms", timer.elapsed());
    QCOMPARE(index.entries().size(), 100);
}

void TestLedger::localFileOutlivesACrash()
{
    QTemporaryDir folder;
    const LedgerFile file(folder.path(), u"../cluster"_s, u"t.DLT"_s);
    QVERIFY(file.path().startsWith(folder.path()));
    QVERIFY(!file.path().contains(u"/../"_s));
    QVERIFY(file.read()->isEmpty());
    const LedgerEntry one = entry(LedgerAction::Replayed, {{0, 0, 5, 0, 0, 10, 0}});
    QVERIFY(file.append({one, one}).has_value());
    QCOMPARE(file.read()->size(), 2);
    {
        QFile raw(file.path());
        QVERIFY(raw.open(QIODevice::Append));
        raw.write("{\"version\":1,\"top");
    }
    QCOMPARE(file.read()->size(), 2);
    QVERIFY(file.append({one}).has_value());
    QCOMPARE(file.read()->size(), 3);
    QCOMPARE(file.read()->last(), one);
}

/// Rows come in the order that the table shows them, newest first; very many must not take squared time.
void TestLedger::selectionsTakeAnyOrder()
{
    QRandomGenerator random(3);
    for (int round = 0; round < 300; ++round) {
        OffsetSelection chosen;
        QSet<qint64> expected;
        for (int i = 0; i < 40; ++i) {
            const qint64 first = random.bounded(100);
            const qint64 last = first + (random.bounded(3) == 0 ? random.bounded(10) : 0);
            chosen.add(4, first, last);
            for (qint64 offset = first; offset <= last; ++offset)
                expected.insert(offset);
        }
        for (qint64 offset = 0; offset < 120; ++offset)
            QCOMPARE(chosen.contains(4, offset), expected.contains(offset));
        QVERIFY(!chosen.contains(5, 50));
    }
    OffsetSelection newestFirst;
    for (qint64 offset = 300'000; offset > 0; offset -= 3)
        newestFirst.add(0, offset, offset);
    QVERIFY(newestFirst.contains(0, 299'997));
    QVERIFY(!newestFirst.contains(0, 299'998));
}

void TestLedger::selectionsParse()
{
    const auto chosen = OffsetSelection::parse(u"0:5,0:7-9,3:12,0:6"_s);
    QVERIFY(chosen.has_value());
    QCOMPARE(chosen->toString(), u"0:5-9,3:12"_s);
    QVERIFY(chosen->contains(0, 9) && !chosen->contains(0, 10) && !chosen->contains(1, 5) && chosen->contains(3, 12));
    QCOMPARE(chosen->bounds().value(0), (std::pair<qint64, qint64>(5, 10)));
    for (const QString& wrong :
        {u""_s, u"5"_s, u"0:"_s, u":5"_s, u"0:9-7"_s, u"0:1,,1:2"_s, u"-1:3"_s, u"0:x"_s, u"0:-5"_s})
        QVERIFY2(!OffsetSelection::parse(wrong).has_value(), qPrintable(wrong));
}

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
