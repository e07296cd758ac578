#include "failures/facts/errors.h"
#include "failures/facts/platformtopics.h"
#include "failures/letters/deadletterstore.h"
#include "failures/sending/replayer.h"
#include "genuine.h"
#include "kafka/client/errors.h"
#include "letters.h"
#include "testsandbox.h"
#include "whole.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace nc;
using namespace Qt::StringLiterals;

class TestReplay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyRecordGoesOnce();
    void bytesAndHeadersAreKept();
    void dryRunWritesNothing();
    void selectionsAndTargets();
    void missingTargetFailsAlone();
    void tooLargeIsReportedAlone();
    void againIsResumable();
    void returnedLettersAreKnown();
    void discardAndUndo();
    void anotherLifeOfTheTopic();
    void atLeastOnceRemembers();
    void rateIsKept();
    void transactionsAreShort();
    void cancelActsAtOnce();
    void secondOperatorFencesTheFirst();
    void genuineLettersGoBack();

private:
    QString makePair(int partitions)
    {
        m_target = m_sandbox->makeTopic(u"replay"_s, partitions, true);
        return m_target + u".DLT"_s;
    }
    Result<ReplaySummary> replay(const ReplayRequest& request, const TaskContext& task = {})
    {
        m_results.clear();
        const auto replayer = Replayer::open(m_access);
        return (*replayer)->replay(
            request, [this](const QList<ReplayResult>& results) { m_results += results; }, task);
    }
    QMap<QString, LetterTopic> topics()
    {
        QMap<QString, LetterTopic> out;
        const auto store = DeadLetterStore::open(m_access);
        for (const LetterTopic& topic : test::whole(*(*store)->topics({})))
            out.insert(topic.topic, topic);
        return out;
    }

    std::unique_ptr<test::TestSandbox> m_sandbox;
    KafkaAccess m_access;
    QString m_target;
    QList<ReplayResult> m_results;
};

void TestReplay::initTestCase()
{
    m_sandbox = std::make_unique<test::TestSandbox>();
    m_access = m_sandbox->profile().kafka;
}

void TestReplay::everyRecordGoesOnce()
{
    const QString topic = makePair(4);
    QVERIFY(letters::fill(m_access, topic, m_target, 25'000, 4));
    QCOMPARE(topics()[topic].open, 25'000);
    auto done = replay({.topic = topic});
    QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().id() + done.error().detail));
    QCOMPARE(done->replayed, 25'000);
    QCOMPARE(m_results.size(), 25'000);
    QMap<int, int> ids = letters::ids(m_access, m_target);
    QCOMPARE(ids.size(), 25'000);
    QCOMPARE(*std::ranges::max_element(ids), 1);
    QCOMPARE(topics()[topic].replayed, 25'000);
    done = replay({.topic = topic});
    QCOMPARE(done->replayed, 0);
    QCOMPARE(done->skipped, 25'000);
    QCOMPARE(letters::ids(m_access, m_target).size(), 25'000);
    QCOMPARE(letters::readAll(m_access, m_target).size(), 25'000);
    // What was told is where it stands.
    const auto store = DeadLetterStore::open(m_access);
    const LedgerIndex ledger = test::whole(*(*store)->ledger(topic, {}));
    for (const Record& record : letters::readAll(m_access, m_target).mid(0, 100)) {
        const auto sent = ledger.sentTo(record.place());
        QVERIFY(sent.has_value());
    }
}

/// Lists leave the traces out; filters see them all the same.
void TestReplay::bytesAndHeadersAreKept()
{
    const QString topic = makePair(3);
    Record odd = letters::make(topic, m_target, 1, 3);
    odd.value = QByteArray("\0\xff", 2);
    odd.headers.prepend({"b3", "x"});
    odd.headers.append({"b3", QByteArray("")});
    Record tombstone = letters::make(topic, m_target, 2, 3);
    tombstone.value.reset();
    Record empty = letters::make(topic, m_target, 0, 3);
    empty.value = QByteArray("");
    empty.key = QByteArray("");
    QVERIFY(letters::write(m_access, {odd, tombstone, empty}));
    QCOMPARE(replay({.topic = topic})->replayed, 3);
    QMap<qint32, Record> arrived;
    for (const Record& record : letters::readAll(m_access, m_target))
        arrived[record.partition] = record;
    QCOMPARE(arrived[1].value, odd.value);
    QCOMPARE(arrived[1].headers, (Headers{{"b3", "x"}, {"mine", "1"}, {"mine", {}}, {"b3", QByteArray("")}}));
    QVERIFY(!arrived[1].key);
    QVERIFY(arrived.contains(2) && !arrived[2].value);
    bool found = false;
    for (const Record& record : std::as_const(arrived))
        found = found || (record.key == QByteArray("") && record.value == QByteArray(""));
    // An empty key is a key, and decides about the partition.
    for (const Record& record : letters::readAll(m_access, m_target))
        found = found || record.key == QByteArray("");
    QVERIFY(found);
}

void TestReplay::dryRunWritesNothing()
{
    const QString topic = makePair(2);
    QVERIFY(letters::fill(m_access, topic, m_target, 10, 2));
    const auto replayer = Replayer::open(m_access);
    QList<ReplayResult> results;
    const auto tell = [&results](const QList<ReplayResult>& some) { results += some; };
    const auto tried = (*replayer)->tryOut({.topic = topic}, tell, {});
    QVERIFY(tried.has_value());
    QCOMPARE(tried->replayed, 10);
    QCOMPARE(results.first().outcome, ReplayOutcome::WouldReplay);
    QCOMPARE(results.first().target.topic, m_target);
    QVERIFY(letters::readAll(m_access, m_target).isEmpty());
    QCOMPARE(topics()[topic].open, 10);
}

void TestReplay::selectionsAndTargets()
{
    const QString topic = makePair(2);
    const QString other = m_sandbox->makeTopic(u"other"_s, 1);
    QVERIFY(letters::fill(m_access, topic, m_target, 20, 2));
    ReplayRequest some{.topic = topic};
    some.offsets = *OffsetSelection::parse(u"0:2-4,1:9"_s);
    QCOMPARE(replay(some)->replayed, 4);
    QCOMPARE(letters::ids(m_access, m_target).keys(), (QList<int>{4, 6, 8, 19}));
    LetterQuery query;
    query.filter = *RecordFilter::parse(u"id < 3"_s, letterFields());
    ReplayRequest filtered{.topic = topic, .offsets = {}, .filter = letterTest(query), .target = other};
    QCOMPARE(replay(filtered)->replayed, 3);
    QCOMPARE(letters::ids(m_access, other).keys(), (QList<int>{0, 1, 2}));
    // What went elsewhere has not gone home.
    query.filter = *RecordFilter::parse(u"id = 0"_s, letterFields());
    QCOMPARE(replay({.topic = topic, .offsets = {}, .filter = letterTest(query)})->replayed, 1);
    const auto missing = replay({.topic = topic, .offsets = {}, .filter = {}, .target = u"no.such.topic"_s});
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, errors::targetMissing);
    const auto unknown = replay({.topic = u"no.such.DLT"_s});
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, errors::unknownTopic);
}

void TestReplay::missingTargetFailsAlone()
{
    const QString topic = makePair(1);
    Record lost = letters::make(topic, u"gone.topic"_s, 1, 1);
    QVERIFY(
        letters::write(m_access, {letters::make(topic, m_target, 0, 1), lost, letters::make(topic, m_target, 2, 1)}));
    const auto done = replay({.topic = topic});
    QCOMPARE(done->replayed, 2);
    QCOMPARE(done->failed, 1);
    const auto admin = ClusterAdmin::open(m_access);
    QVERIFY(!(*admin)->topic(u"gone.topic"_s, {}));
}

void TestReplay::tooLargeIsReportedAlone()
{
    const QString topic = m_sandbox->makeTopic(u"large"_s, 1);
    const QString dead = topic + u".DLT"_s;
    m_sandbox->createTopic(dead, 1);
    const QString small = m_sandbox->uniqueName(u"small"_s);
    const auto admin = ClusterAdmin::open(m_access);
    QVERIFY((*admin)->createTopic({small, 1, 1, {{u"max.message.bytes"_s, u"20000"_s}}}, {}).has_value());
    QList<Record> records;
    for (int id = 0; id < 300; ++id)
        records.append(letters::make(dead, small, id, 1, id == 150 ? 30'000 : 500));
    QVERIFY(letters::write(m_access, records));
    // Known beforehand …
    auto done = replay({.topic = dead, .offsets = {}, .filter = {}, .target = small});
    QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().id() + done.error().detail));
    QCOMPARE(done->replayed, 299);
    QCOMPARE(done->failed, 1);
    for (const ReplayResult& result : std::as_const(m_results))
        QCOMPARE(result.outcome == ReplayOutcome::Failed, result.offset == 150);
    QMap<int, int> ids = letters::ids(m_access, small);
    QCOMPARE(ids.size(), 299);
    QCOMPARE(*std::ranges::max_element(ids), 1);
}

void TestReplay::againIsResumable()
{
    const QString topic = makePair(2);
    QVERIFY(letters::fill(m_access, topic, m_target, 10, 2));
    QCOMPARE(replay({.topic = topic})->replayed, 10);
    ReplayRequest again{.topic = topic};
    again.again = true;
    again.offsets = *OffsetSelection::parse(u"0:0-4"_s);
    const auto first = replay(again);
    QCOMPARE(first->replayed, 5);
    again.offsets = {};
    again.resume = first->run;
    QCOMPARE(replay(again)->replayed, 5);
    QCOMPARE(replay(again)->replayed, 0);
    const QMap<int, int> ids = letters::ids(m_access, m_target);
    QCOMPARE(*std::ranges::min_element(ids), 2);
    QCOMPARE(*std::ranges::max_element(ids), 2);
    again.resume = u"nonsense"_s;
    const auto unknown = replay(again);
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, errors::noSuchRun);
}

void TestReplay::returnedLettersAreKnown()
{
    const QString topic = makePair(1);
    QVERIFY(letters::fill(m_access, topic, m_target, 1, 1));
    for (int round = 0; round < 7; ++round) {
        const auto done = replay({.topic = topic});
        QVERIFY(done.has_value());
        if (round == 6) {
            // Six times is more than five.
            QCOMPARE(done->replayed, 0);
            QCOMPARE(m_results.last().skip, SkipReason::CameBackTooOften);
            ReplayRequest forced{.topic = topic};
            forced.force = true;
            QCOMPARE(replay(forced)->replayed, 1);
            break;
        }
        QCOMPARE(done->replayed, 1);
        // The service fails on it again.
        Record dead = letters::make(topic, m_target, 0, 1);
        const auto sent = std::ranges::find(m_results, ReplayOutcome::Replayed, &ReplayResult::outcome);
        dead.headers[5].value = letters::be64(sent->target.offset);
        QVERIFY(letters::write(m_access, {dead}));
        QCOMPARE(topics()[topic].returned, 1);
        QCOMPARE(topics()[topic].replayed, round + 1);
    }
}

void TestReplay::discardAndUndo()
{
    const QString topic = makePair(1);
    QVERIFY(letters::fill(m_access, topic, m_target, 5, 1));
    const auto replayer = Replayer::open(m_access);
    ReplayRequest some{.topic = topic};
    some.offsets = *OffsetSelection::parse(u"0:1-3"_s);
    some.reason = u"дублікати"_s;
    QCOMPARE((*replayer)->discard(some, false, {})->changed, 3);
    QCOMPARE((*replayer)->discard(some, false, {})->changed, 0);
    QCOMPARE(topics()[topic].discarded, 3);
    QCOMPARE(replay({.topic = topic})->replayed, 2);
    some.offsets = *OffsetSelection::parse(u"0:2"_s);
    QCOMPARE((*replayer)->discard(some, true, {})->changed, 1);
    QCOMPARE(topics()[topic].open, 1);
    QCOMPARE(replay({.topic = topic})->replayed, 1);
    QCOMPARE(letters::ids(m_access, m_target).keys(), (QList<int>{0, 2, 4}));
}

void TestReplay::anotherLifeOfTheTopic()
{
    const QString topic = makePair(2);
    QVERIFY(letters::fill(m_access, topic, m_target, 10, 2));
    QCOMPARE(replay({.topic = topic})->replayed, 10);
    const auto admin = ClusterAdmin::open(m_access);
    QVERIFY((*admin)->deleteTopics({topic}, {}).has_value());
    // The broker forgets it in its own time.
    const auto make = [&] {
        const auto made = (*admin)->createTopic({topic, 2, 1, {}}, {});
        const auto there = (*admin)->topic(topic, {});
        return made || (made.error().is(errors::topicExists) && there && there->records() == 0);
    };
    QTRY_VERIFY_WITH_TIMEOUT(make(), 30'000);
    QList<Record> anew;
    for (int id = 100; id < 114; ++id)
        anew.append(letters::make(topic, m_target, id, 2));
    QVERIFY(letters::write(m_access, anew));
    QCOMPARE(topics()[topic].open, 14);
    QCOMPARE(replay({.topic = topic})->replayed, 14);
    QCOMPARE(replay({.topic = topic})->replayed, 0);
    const QMap<int, int> ids = letters::ids(m_access, m_target);
    QCOMPARE(ids.size(), 24);
    QCOMPARE(*std::ranges::max_element(ids), 1);
}

void TestReplay::atLeastOnceRemembers()
{
    const QString topic = makePair(2);
    QTemporaryDir folder;
    QVERIFY(letters::fill(m_access, topic, m_target, 30, 2));
    ReplayRequest request{.topic = topic};
    request.atLeastOnce = true;
    request.localLedger = folder.path();
    const auto done = replay(request);
    QVERIFY(done.has_value());
    QCOMPARE(done->replayed, 30);
    QVERIFY(!done->exactlyOnce);
    QCOMPARE(replay(request)->replayed, 0);
    // The exact way knows of it too.
    request.atLeastOnce = false;
    QCOMPARE(replay(request)->replayed, 0);
    QCOMPARE(letters::readAll(m_access, m_target).size(), 30);
}

void TestReplay::rateIsKept()
{
    const QString topic = makePair(1);
    QVERIFY(letters::fill(m_access, topic, m_target, 30, 1));
    ReplayRequest request{.topic = topic};
    request.rate = 20;
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(replay(request)->replayed, 30);
    QVERIFY2(timer.elapsed() >= 1200, qPrintable(QString::number(timer.elapsed())));
}

/// While a transaction is open, readers of committed records see nothing behind its beginning. Asked of the broker: how
/// long its last stable offset stands before the end, with a rate that would keep one open for long.
void TestReplay::transactionsAreShort()
{
    const QString target = m_sandbox->makeTopic(u"short"_s, 1, true);
    const QString topic = target + u".DLT"_s;
    QVERIFY(letters::fill(m_sandbox->profile().kafka, topic, target, 900, 1));
    std::atomic<bool> over = false;
    qint64 longest = 0;
    int looks = 0;
    std::thread watcher([&, access = m_sandbox->profile().kafka] {
        const auto committed = RecordReader::open(access);
        const auto written = RecordReader::open(access);
        const auto end = [&target](RecordReader& reader, Isolation isolation) {
            ReadRequest request;
            request.topic = target;
            request.from = {ReadFrom::Kind::End, 0};
            request.isolation = isolation;
            const auto done = reader.scan(request, [](RecordBatch) { return Flow::Continue; }, {});
            return done ? done->partitions.first().high : -1;
        };
        QElapsedTimer held;
        qint64 at = -1;
        while (!over) {
            // The stable end first: what is committed between the two questions makes it seem held, never free.
            const qint64 stable = end(**committed, Isolation::ReadCommitted);
            const qint64 last = end(**written, Isolation::ReadUncommitted);
            ++looks;
            if (stable >= last || stable != at)
                held.start();
            else
                longest = std::max(longest, held.elapsed());
            at = stable;
        }
    });
    ReplayRequest request{.topic = topic};
    request.rate = 300;
    const auto done = replay(request);
    over = true;
    watcher.join();
    QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().detail));
    QCOMPARE(done->replayed, 900);
    qInfo("held back for %lld ms at most, in %d looks", longest, looks);
    QVERIFY(looks > 20);
    // The promise is a second; a busy machine gets some more.
    QVERIFY2(longest < 2500, qPrintable(QString::number(longest)));
}

void TestReplay::cancelActsAtOnce()
{
    const QString topic = makePair(1);
    QVERIFY(letters::fill(m_access, topic, m_target, 50, 1));
    ReplayRequest request{.topic = topic};
    request.rate = 4;
    CancelSource source;
    TaskContext task;
    task.cancel = source.token();
    const auto replayer = Replayer::open(m_access);
    std::atomic<qint64> at = 0;
    QElapsedTimer timer;
    timer.start();
    qint64 told = 0;
    std::thread stopper;
    const auto done = (*replayer)->replay(
        request,
        [&](const QList<ReplayResult>& results) {
            told += results.size();
            if (told == 2)
                stopper = std::thread([&] {
                    at = timer.elapsed();
                    source.cancel();
                });
        },
        task);
    const qint64 ended = timer.elapsed();
    stopper.join();
    QVERIFY(!done);
    QCOMPARE(done.error().code, errors::cancelled);
    QVERIFY2(ended - at < 1000, qPrintable(QString::number(ended - at)));
    // What was told went, and nothing else.
    QCOMPARE(letters::readAll(m_access, m_target).size(), told);
    QCOMPARE(replay({.topic = topic})->replayed, 50 - told);
}

void TestReplay::secondOperatorFencesTheFirst()
{
    const QString topic = makePair(2);
    QVERIFY(letters::fill(m_access, topic, m_target, 200, 2));
    ReplayRequest slow{.topic = topic};
    slow.rate = 20;
    std::optional<Result<ReplaySummary>> first;
    std::atomic<int> told = 0;
    std::thread operatorOne([&] {
        const auto replayer = Replayer::open(m_access);
        first =
            (*replayer)->replay(slow, [&told](const QList<ReplayResult>& results) { told += int(results.size()); }, {});
    });
    QTRY_VERIFY_WITH_TIMEOUT(told > 5, 15'000);
    const auto second = replay({.topic = topic});
    operatorOne.join();
    QVERIFY(second.has_value());
    QVERIFY(!*first);
    QCOMPARE(first->error().code, errors::replayFenced);
    const QMap<int, int> ids = letters::ids(m_access, m_target);
    QCOMPARE(ids.size(), 200);
    QCOMPARE(*std::ranges::max_element(ids), 1);
    QCOMPARE(second->replayed + told, 200);
}

void TestReplay::genuineLettersGoBack()
{
    const QString topic = makePair(15);
    QList<Record> dead = genuine::deadLetters(u"83-replay-13-poison.jsonl"_s);
    for (Record& record : dead)
        record.topic = topic;
    QVERIFY(letters::write(m_access, dead));
    ReplayRequest request{.topic = topic};
    request.target = m_target;
    QCOMPARE(replay(request)->replayed, 1);
    QVERIFY(m_results.last().typeUnknown);
    const Record arrived = letters::readAll(m_access, m_target).first();
    QCOMPARE(arrived.value, QByteArray("this is not JSON \xff\0", 19));
    QCOMPARE(arrived.key, QByteArray("k1"));
    QCOMPARE(arrived.headers.size(), 1);
    QCOMPARE(arrived.headers[0].name, "b3");
}

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
