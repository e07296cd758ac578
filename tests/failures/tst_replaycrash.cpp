#include "consolerun.h"
#include "failures/facts/errors.h"
#include "failures/facts/platformtopics.h"
#include "failures/ledger/writerfence.h"
#include "failures/letters/deadletterstore.h"
#include "failures/sending/replayer.h"
#include "kafka/client/errors.h"
#include "kafka/writing/transactionalproducer.h"
#include "letters.h"
#include "privatebroker.h"
#include "whole.h"

#include <QTest>

#include <thread>

using namespace nc;
using namespace Qt::StringLiterals;

/// `notifyctl dlt replay` killed with SIGKILL at random moments, in company and alone, and the ledger in the hands of
/// strangers: whatever happens, every dead letter stands at its target exactly once, and the ledger says where.
/// NC_CRASH_KILLS sets how often it dies (30), NC_CRASH_SEED repeats the moments.
class TestReplayCrash : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void killedAtRandomMoments();
    void twoOperatorsAtOnce();
    void twoTopicsAtOnceOneKilled();
    void topicMadeAnewBetweenKills();
    void topicMadeAnewDuringARun_data();
    void topicMadeAnewDuringARun();
    void againCutOffAndResumed();
    void openTransactionOfAStranger();
    void diedBetweenEntryAndCommit();

private:
    /// Deletes the topic and makes it again; the broker forgets it in its own time.
    void makeAnew(const QString& topic, int partitions);
    static QStringList replay(const QString& topic, int rate, const QStringList& more = {u"--all"_s})
    {
        return QStringList{u"dlt"_s, u"replay"_s, topic, u"--rate"_s, QString::number(rate)} + more;
    }
    /// The highest number of times that an id stands at the target.
    int most(const QString& target) const
    {
        const QMap<int, int> ids = letters::ids(m_access, target);
        return ids.isEmpty() ? 0 : *std::ranges::max_element(ids);
    }
    void checkExactlyOnce(const QString& target, int count);
    void checkLedger(const QString& target, int count);

    std::unique_ptr<test::PrivateBroker> m_broker;
    std::unique_ptr<consolerun::Console> m_console;
    KafkaAccess m_access;
};

void TestReplayCrash::initTestCase()
{
    m_broker = std::make_unique<test::PrivateBroker>(u"replay"_s);
    m_access = m_broker->access();
    m_console = std::make_unique<consolerun::Console>(m_access);
}

void TestReplayCrash::checkExactlyOnce(const QString& target, int count)
{
    // The broker lets readers see a transaction some moments after it told that it is committed.
    QTRY_COMPARE_WITH_TIMEOUT(letters::ids(m_access, target).size(), count, 20'000);
    const QMap<int, int> ids = letters::ids(m_access, target);
    QCOMPARE(*std::ranges::max_element(ids), 1);
}

/// The ledger says of each dead letter where it stands, and of nothing else.
void TestReplayCrash::checkLedger(const QString& target, int count)
{
    const auto store = DeadLetterStore::open(m_access);
    const auto read = (*store)->ledger(target + u".DLT"_s, {});
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().id() + read.error().detail));
    const LedgerIndex ledger = test::whole(*read);
    QHash<QString, QByteArray> arrived;
    const auto name = [](qint32 partition, qint64 offset) { return u"%1:%2"_s.arg(partition).arg(offset); };
    for (const Record& record : letters::readAll(m_access, target)) {
        QVERIFY(ledger.sentTo(record.place()).has_value());
        arrived.insert(name(record.partition, record.offset), *record.value);
    }
    int noted = 0;
    for (const Record& letter : letters::readAll(m_access, target + u".DLT"_s)) {
        const auto mark = ledger.forTarget(letter.partition, letter.offset, target);
        QVERIFY(mark.has_value());
        QCOMPARE(arrived.value(name(mark->target.partition, mark->target.offset)), *letter.value);
        ++noted;
    }
    QCOMPARE(noted, count);
}

void TestReplayCrash::killedAtRandomMoments()
{
    constexpr int partitions = 3;
    const QString target = m_broker->makeTopic(u"crash"_s, partitions, true);
    const QString topic = target + u".DLT"_s;
    int count = 0;
    int committedBefore = 0;
    int inTransactions = 0;
    QList<consolerun::Told> told;
    for (int kill = 0; kill < m_console->kills(); ++kill) {
        // There is always more to do than the next one can: it does not end by itself.
        const int arrived = static_cast<int>(letters::readAll(m_access, target).size());
        inTransactions += arrived > committedBefore ? 1 : 0;
        committedBefore = arrived;
        if (count - arrived < 4000) {
            QList<Record> more;
            for (int i = 0; i < 6000; ++i)
                more.append(letters::make(topic, target, count++, partitions));
            QVERIFY(letters::write(m_access, more));
        }
        const auto process = m_console->start(replay(topic, 4000));
        std::unique_ptr<consolerun::Run> rival;
        if (kill % 5 == 4)
            rival = m_console->start(replay(topic, 4000));
        m_console->killSomewhere(*process);
        told += process->told();
        if (rival) {
            rival->letRun(m_console->random(600));
            rival->kill();
            told += rival->told();
        }
        QVERIFY2(most(target) <= 1, qPrintable(u"after kill %1"_s.arg(kill)));
    }
    const auto last = m_console->finish(replay(topic, 1'000'000));
    QVERIFY2(last->end() == 0, qPrintable(last->words()));
    QCOMPARE(last->summary()["replayed"_L1].toInt() + last->summary()["skipped"_L1].toInt(), count);
    told += last->told();
    checkExactlyOnce(target, count);
    checkLedger(target, count);
    QCOMPARE(letters::readAll(m_access, target).size(), count);
    // What was told was so, whatever happened next.
    QSet<QString> places;
    for (const Record& record : letters::readAll(m_access, target))
        places.insert(u"%1:%2"_s.arg(record.partition).arg(record.offset));
    for (const consolerun::Told& one : std::as_const(told))
        QVERIFY(places.contains(u"%1:%2"_s.arg(one.target.partition).arg(one.target.offset)));
    // Most of the time it must have been in the middle of its work, or this test proves little.
    qInfo("%d of %d killed ones had committed something", inTransactions, m_console->kills());
    QVERIFY(inTransactions >= m_console->kills() / 4);
}

void TestReplayCrash::twoOperatorsAtOnce()
{
    const QString target = m_broker->makeTopic(u"two"_s, 2, true);
    const QString topic = target + u".DLT"_s;
    int count = 0;
    for (int round = 0; round < m_console->rounds(5); ++round) {
        QList<Record> more;
        for (int i = 0; i < 1500; ++i)
            more.append(letters::make(topic, target, count++, 2));
        QVERIFY(letters::write(m_access, more));
        const auto one = m_console->start(replay(topic, 3000));
        one->letRun(m_console->random(900));
        const auto two = m_console->start(replay(topic, 3000));
        const int codes[] = {one->end(), two->end()};
        const QString words = one->words() + two->words();
        // Whoever came last wins; the other one is told, and did nothing that the winner did not see.
        QVERIFY2(codes[0] == 0 || codes[1] == 0, qPrintable(words));
        QVERIFY2(codes[0] >= 0 && codes[0] <= 1 && codes[1] >= 0 && codes[1] <= 1, qPrintable(words));
        checkExactlyOnce(target, count);
    }
    checkLedger(target, count);
}

void TestReplayCrash::twoTopicsAtOnceOneKilled()
{
    const QString first = m_broker->makeTopic(u"first"_s, 2, true);
    const QString second = m_broker->makeTopic(u"second"_s, 2, true);
    int count = 0;
    for (int round = 0; round < m_console->rounds(3); ++round) {
        for (const QString& target : {first, second}) {
            QList<Record> more;
            for (int i = 0; i < 1500; ++i)
                more.append(letters::make(target + u".DLT"_s, target, count + i, 2));
            QVERIFY(letters::write(m_access, more));
        }
        count += 1500;
        const auto dying = m_console->start(replay(first + u".DLT"_s, 2000));
        const auto other = m_console->start(replay(second + u".DLT"_s, 2000));
        m_console->killSomewhere(*dying);
        QVERIFY2(other->end() == 0, qPrintable(other->words()));
        // What the dead one left open must not hide from the other what it did itself.
        const auto again = m_console->finish(replay(second + u".DLT"_s, 2000));
        QVERIFY2(again->end() == 0, qPrintable(again->words()));
        QCOMPARE(again->summary()["replayed"_L1].toInt(-1), 0);
        checkExactlyOnce(second, count);
        QVERIFY(most(first) <= 1);
        const auto rest = m_console->finish(replay(first + u".DLT"_s, 10'000));
        QVERIFY2(rest->end() == 0, qPrintable(rest->words()));
        checkExactlyOnce(first, count);
    }
    checkLedger(first, count);
    checkLedger(second, count);
}

void TestReplayCrash::topicMadeAnewBetweenKills()
{
    const QString target = m_broker->makeTopic(u"anew"_s, 2, true);
    const QString topic = target + u".DLT"_s;
    constexpr int each = 2500;
    for (int life = 0; life < 3; ++life) {
        QList<Record> letters;
        for (int i = 0; i < each; ++i)
            letters.append(letters::make(topic, target, life * 100'000 + i, 2));
        QVERIFY(letters::write(m_access, letters));
        for (int kill = 0; kill < 3; ++kill) {
            const auto process = m_console->start(replay(topic, 2000));
            m_console->killSomewhere(*process);
        }
        if (life == 2)
            break;
        makeAnew(topic, 2);
    }
    const auto last = m_console->finish(replay(topic, 100'000));
    QVERIFY2(last->end() == 0, qPrintable(last->words()));
    QTRY_COMPARE_WITH_TIMEOUT(
        std::ranges::count_if(letters::ids(m_access, target).keys(), [](int id) { return id >= 200'000; }), each,
        20'000);
    const QMap<int, int> ids = letters::ids(m_access, target);
    QCOMPARE(*std::ranges::max_element(ids), 1);
    // Of the former lives what had gone; of the last one all.
    const auto more = m_console->finish(replay(topic, 100'000));
    QCOMPARE(more->summary()["replayed"_L1].toInt(-1), 0);
    QCOMPARE(more->summary()["skipped"_L1].toInt(-1), each);
}

void TestReplayCrash::makeAnew(const QString& topic, int partitions)
{
    const auto admin = ClusterAdmin::open(m_access);
    QVERIFY((*admin)->deleteTopics({topic}, {}).has_value());
    const auto make = [&] {
        const auto made = (*admin)->createTopic({topic, partitions, 1, {}}, {});
        const auto there = (*admin)->topic(topic, {});
        return made || (made.error().is(errors::topicExists) && there && there->records() == 0);
    };
    QTRY_VERIFY_WITH_TIMEOUT(make(), 30'000);
}

void TestReplayCrash::topicMadeAnewDuringARun_data()
{
    QTest::addColumn<int>("old");
    QTest::addColumn<int>("fresh");
    QTest::addColumn<int>("rate");
    // Forty seconds long and more, unless the run notices; the slowest machine makes the topic anew before that.
    QTest::newRow("with fewer records") << 8000 << 40 << 200;
    QTest::newRow("with as many") << 8000 << 8000 << 200;
    QTest::newRow("with as many, all of the old ones read ahead") << 1000 << 1000 << 20;
}

/// The run reads at most some megabytes ahead: of 8000 records most are still unread when the topic is made anew.
void TestReplayCrash::topicMadeAnewDuringARun()
{
    QFETCH(int, old);
    QFETCH(int, fresh);
    QFETCH(int, rate);
    const QString target = m_broker->makeTopic(u"during"_s, 1, true);
    const QString topic = target + u".DLT"_s;
    QVERIFY(letters::fill(m_access, topic, target, old, 1, 4000));
    const auto run = m_console->start(replay(topic, rate));
    run->awaitFirstCommit();
    QVERIFY(run->isRunning());
    makeAnew(topic, 1);
    QList<Record> letters;
    for (int i = 0; i < fresh; ++i)
        letters.append(letters::make(topic, target, 100'000 + i, 1, 4000));
    QVERIFY(letters::write(m_access, letters));
    const int code = run->end();
    const QString words = run->words();
    QVERIFY2(code == 1, qPrintable(u"%1 %2"_s.arg(code).arg(words)));
    QVERIFY2(words.contains(topic), qPrintable(words));
    const QMap<int, int> before = letters::ids(m_access, target);
    QVERIFY(before.size() < old);
    qInfo("%d went before the run stopped: %s", int(before.size()), qPrintable(words.trimmed()));
    for (auto id = before.constBegin(); id != before.constEnd(); ++id)
        QVERIFY2(id.key() < old && *id == 1, qPrintable(QString::number(id.key())));
    // The new topic has its own story, and all of it goes.
    const auto next = m_console->finish(replay(topic, 100'000));
    QVERIFY2(next->end() == 0, qPrintable(next->words()));
    QCOMPARE(next->summary()["replayed"_L1].toInt(-1), fresh);
    const QMap<int, int> after = letters::ids(m_access, target);
    QCOMPARE(after.size(), before.size() + fresh);
    QCOMPARE(*std::ranges::max_element(after), 1);
    QCOMPARE(m_console->finish(replay(topic, 100'000))->summary()["skipped"_L1].toInt(-1), fresh);
}

void TestReplayCrash::againCutOffAndResumed()
{
    const QString target = m_broker->makeTopic(u"again"_s, 3, true);
    const QString topic = target + u".DLT"_s;
    constexpr int count = 4000;
    QVERIFY(letters::fill(m_access, topic, target, count, 3));
    QCOMPARE(m_console->finish(replay(topic, 100'000))->end(), 0);
    QString run;
    QStringList arguments = replay(topic, 2000, {u"--all"_s, u"--again"_s, u"--reason"_s, u"once more"_s});
    for (int kill = 0; kill < m_console->rounds(6); ++kill) {
        const auto process = m_console->start(arguments);
        process->awaitFirstCommit();
        process->letRun(m_console->random(300));
        process->kill();
        QVERIFY(most(target) <= 2);
        if (!run.isEmpty())
            continue;
        // The run was cut off before it could say its name; the ledger knows it.
        for (const QJsonObject& line : m_console->finish({u"dlt"_s, u"ledger"_s, topic, u"--history"_s})->lines()) {
            if (line["reason"_L1].toString() == u"once more")
                run = line["run"_L1].toString();
        }
        if (!run.isEmpty())
            arguments += {u"--resume"_s, run};
    }
    QVERIFY(!run.isEmpty());
    const auto last = m_console->finish(arguments);
    QVERIFY2(last->end() == 0, qPrintable(last->words()));
    QTRY_COMPARE_WITH_TIMEOUT(letters::readAll(m_access, target).size(), 2 * count, 20'000);
    const QMap<int, int> ids = letters::ids(m_access, target);
    QCOMPARE(ids.size(), count);
    QCOMPARE(*std::ranges::min_element(ids), 2);
    QCOMPARE(*std::ranges::max_element(ids), 2);
    QCOMPARE(m_console->finish(arguments)->summary()["replayed"_L1].toInt(-1), 0);
}

void TestReplayCrash::openTransactionOfAStranger()
{
    const QString target = m_broker->makeTopic(u"held"_s, 2, true);
    const QString topic = target + u".DLT"_s;
    constexpr int count = 600;
    QVERIFY(letters::fill(m_access, topic, target, count, 2));
    // The first one has read the ledger and works …
    const auto first = m_console->start(replay(topic, 400));
    first->awaitFirstCommit();
    QVERIFY(first->isRunning());
    // … when somebody else opens a transaction on the ledger and leaves it so: from here on no read_committed reader
    // sees what the first one commits behind it.
    auto stranger = TransactionalProducer::open(m_access, {"stranger", std::chrono::seconds(60)}, {});
    QVERIFY(stranger.has_value());
    QVERIFY((*stranger)->begin().has_value());
    Record entry;
    entry.topic = ledgerTopicName();
    entry.partition = 0;
    entry.key = "stranger.DLT";
    entry.value = "{}";
    QVERIFY((*stranger)->send(entry, {}).has_value());
    QVERIFY((*stranger)->settle({})->first().ok());
    QVERIFY2(first->end() == 0, qPrintable(first->words()));
    checkExactlyOnce(target, count);
    // A second one may only wait, or give up; never take for open what it cannot see.
    const auto second = m_console->start(replay(topic, 100'000));
    second->letRun(4000);
    QVERIFY2(second->isRunning() || second->end() == 1, qPrintable(second->words()));
    QCOMPARE(most(target), 1);
    if (m_console->kills() > 30) {
        // In the long form: it gives up with the reason.
        QCOMPARE(second->end(), 1);
        QVERIFY(!second->words().isEmpty());
    }
    QVERIFY((*stranger)->abort().has_value());
    const auto last = second->isRunning() ? nullptr : m_console->finish(replay(topic, 100'000));
    consolerun::Run& run = last ? *last : *second;
    QVERIFY2(run.end() == 0, qPrintable(run.words()));
    QCOMPARE(run.summary()["replayed"_L1].toInt(-1), 0);
    QCOMPARE(run.summary()["skipped"_L1].toInt(-1), count);
    checkExactlyOnce(target, count);
}

/// The worst moment of all, and a rare one: records and ledger entry are written, the commit is not.
void TestReplayCrash::diedBetweenEntryAndCommit()
{
    const QString target = m_broker->makeTopic(u"worst"_s, 2, true);
    const QString topic = target + u".DLT"_s;
    const auto admin = ClusterAdmin::open(m_access);
    const auto cluster = (*admin)->cluster({});
    QVERIFY(cluster.has_value());
    // Makes the ledger's topic.
    int count = 2;
    QVERIFY(letters::fill(m_access, topic, target, count, 2));
    QCOMPARE(m_console->finish(replay(topic, 100'000))->end(), 0);
    for (int round = 0; round < 6; ++round) {
        const qint64 first = count / 2;
        QList<Record> letters;
        for (int i = 0; i < 100; ++i)
            letters.append(letters::make(topic, target, count++, 2));
        QVERIFY(letters::write(m_access, letters));
        for (int death = 0; death < 1 + round % 3; ++death) {
            auto dying = TransactionalProducer::open(
                m_access, {transactionalIdFor(cluster->id, topic), std::chrono::seconds(10)}, {});
            QVERIFY(dying.has_value());
            QVERIFY((*dying)->begin().has_value());
            for (Record record : std::as_const(letters)) {
                record.topic = target;
                QVERIFY((*dying)->send(record, {}).has_value());
            }
            const auto outcomes = (*dying)->settle({});
            QVERIFY(outcomes.has_value());
            LedgerEntry entry;
            entry.topic = topic;
            entry.run = u"dying"_s;
            entry.targets = {target};
            for (qint32 partition = 0; partition < 2; ++partition)
                entry.runs.append({partition, first, 50, 0, partition, (*outcomes)[partition].offset, 0});
            Record record;
            record.topic = ledgerTopicName();
            record.partition = 0;
            record.key = topic.toUtf8();
            record.value = encodeLedgerEntry(entry);
            QVERIFY((*dying)->send(record, {}).has_value());
            QVERIFY((*dying)->settle({})->last().ok());
        }
        const auto run = m_console->finish(replay(topic, 100'000));
        QVERIFY2(run->end() == 0, qPrintable(run->words()));
        QCOMPARE(run->summary()["replayed"_L1].toInt(-1), 100);
        checkExactlyOnce(target, count);
    }
    checkLedger(target, count);
}

QTEST_GUILESS_MAIN(TestReplayCrash)
#include "tst_replaycrash.moc"
