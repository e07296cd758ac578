#include "consolerun.h"
#include "failures/facts/platformtopics.h"
#include "failures/letters/deadletterstore.h"
#include "genuine.h"
#include "letters.h"
#include "privatebroker.h"
#include "whole.h"

#include <QTest>
#include <QUuid>

using namespace nc;
using namespace Qt::StringLiterals;

/// `notifyctl deliveries resend` killed with SIGKILL at random moments, and the broker under both verbs: every delivery
/// is requested again, and every dead letter sent back, exactly once.
/// NC_CRASH_KILLS sets how often it dies (30), NC_CRASH_SEED repeats the moments.
class TestBrokerCrash : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void resendKilledAtRandomMoments();
    void twoOperatorsResend();
    void brokerDiesUnderReplay();
    void brokerDiesUnderResend();

private:
    /// Silent failures of so many events, and their common part of the process instance.
    QString failures(int count);
    /// How often each of them was requested again.
    QMap<int, int> requested(const QString& process) const;
    void checkResent(const QString& process, int count);
    static QStringList resend(const QString& process, int rate)
    {
        return {
            u"deliveries"_s, u"resend"_s, u"--filter"_s, u"process: "_s + process, u"--rate"_s, QString::number(rate)};
    }

    std::unique_ptr<test::PrivateBroker> m_broker;
    std::unique_ptr<consolerun::Console> m_console;
    KafkaAccess m_access;
};

void TestBrokerCrash::initTestCase()
{
    m_broker = std::make_unique<test::PrivateBroker>(u"resend"_s);
    m_access = m_broker->access();
    m_console = std::make_unique<consolerun::Console>(m_access);
}

QString TestBrokerCrash::failures(int count)
{
    const QString process = QUuid::createUuid().toString(QUuid::Id128);
    const Record genuine = genuine::read(u"11-unknown-template.jsonl"_s, u"audit-events"_s).last();
    QList<Record> audits;
    for (int id = 0; id < count; ++id) {
        const QByteArray name = process.toUtf8() + '-' + QByteArray::number(id);
        Record audit = genuine;
        audit.value->replace("InstanceId\\\":\\\"11\\\"", "InstanceId\\\":\\\"" + name + "\\\"");
        audit.value->replace("instance_id\": \"11\"", "instance_id\": \"" + name + '"');
        audit.partition = id % 15;
        audits.append(audit);
        // Some were attempted more than once; that is one failure still.
        if (id % 10 == 0)
            audits.append(audit);
    }
    return letters::write(m_access, audits) ? process : QString();
}

QMap<int, int> TestBrokerCrash::requested(const QString& process) const
{
    QMap<int, int> counts;
    const QByteArray before = process.toUtf8() + '-';
    for (const Record& record : letters::readAll(m_access, u"user-notifications"_s)) {
        const qsizetype at = record.value->indexOf(before);
        if (at >= 0)
            ++counts[record.value->mid(at + before.size(), record.value->indexOf('"', at) - at - before.size())
                         .toInt()];
    }
    return counts;
}

void TestBrokerCrash::checkResent(const QString& process, int count)
{
    // The broker lets readers see a transaction some moments after it told that it is committed.
    QTRY_COMPARE_WITH_TIMEOUT(requested(process).size(), count, 20'000);
    const QMap<int, int> ids = requested(process);
    QCOMPARE(*std::ranges::max_element(ids), 1);
    const auto store = DeadLetterStore::open(m_access);
    const auto read = (*store)->ledger(auditTopic(), {});
    QVERIFY(read.has_value());
    const LedgerIndex ledger = test::whole(*read);
    for (const Record& record : letters::readAll(m_access, u"user-notifications"_s)) {
        if (record.value->contains(process.toUtf8()))
            QVERIFY(ledger.sentTo(record.place()).has_value());
    }
    for (const Record& record : letters::readAll(m_access, auditTopic())) {
        if (record.value->contains(process.toUtf8()))
            QVERIFY(ledger.latest(record.partition, record.offset).has_value());
    }
}

void TestBrokerCrash::resendKilledAtRandomMoments()
{
    const int count = 120 * m_console->kills();
    const QString process = failures(count);
    QVERIFY(!process.isEmpty());
    int inTransactions = 0;
    qsizetype before = 0;
    for (int kill = 0; kill < m_console->kills(); ++kill) {
        const auto run = m_console->start(resend(process, 200));
        std::unique_ptr<consolerun::Run> rival;
        if (kill % 5 == 4)
            rival = m_console->start(resend(process, 200));
        m_console->killSomewhere(*run);
        if (rival) {
            rival->letRun(m_console->random(500));
            rival->kill();
        }
        const QMap<int, int> ids = requested(process);
        QVERIFY2(ids.isEmpty() || *std::ranges::max_element(ids) == 1, qPrintable(u"after kill %1"_s.arg(kill)));
        inTransactions += ids.size() > before ? 1 : 0;
        before = ids.size();
    }
    qInfo("%d of %d killed ones had committed something, %lld of %d sent", inTransactions, m_console->kills(),
        static_cast<long long>(before), count);
    QVERIFY(inTransactions >= m_console->kills() / 4);
    const auto last = m_console->finish(resend(process, 100'000));
    QVERIFY2(last->end() == 0, qPrintable(last->words()));
    checkResent(process, count);
    QCOMPARE(m_console->finish(resend(process, 100'000))->summary()["replayed"_L1].toInt(-1), 0);
}

void TestBrokerCrash::twoOperatorsResend()
{
    for (int round = 0; round < m_console->rounds(2); ++round) {
        const QString process = failures(300);
        QVERIFY(!process.isEmpty());
        const auto one = m_console->start(resend(process, 200));
        one->letRun(m_console->random(1000));
        const auto two = m_console->start(resend(process, 200));
        const int codes[] = {one->end(), two->end()};
        const QString words = one->words() + two->words();
        QVERIFY2(codes[0] == 0 || codes[1] == 0, qPrintable(words));
        checkResent(process, 300);
    }
}

void TestBrokerCrash::brokerDiesUnderReplay()
{
    const QString target = m_broker->makeTopic(u"broker"_s, 3, true);
    const QString topic = target + u".DLT"_s;
    int count = 0;
    for (int round = 0; round < m_console->rounds(3); ++round) {
        QList<Record> more;
        for (int i = 0; i < 4000; ++i)
            more.append(letters::make(topic, target, count++, 3));
        QVERIFY(letters::write(m_access, more));
        const QStringList arguments{u"dlt"_s, u"replay"_s, topic, u"--all"_s, u"--rate"_s, u"2000"_s};
        const auto run = m_console->start(arguments);
        run->awaitFirstCommit();
        run->letRun(m_console->random(300));
        QVERIFY(run->isRunning());
        m_broker->kill();
        // Every second time the console dies as well.
        if (round % 2 == 1)
            run->kill();
        m_broker->restart();
        int code = run->end();
        qInfo("the console that saw the broker die ended with %d: %s", code, qPrintable(run->words().trimmed()));
        for (int attempt = 0; attempt < 3 && code != 0; ++attempt) {
            const auto next = m_console->finish(arguments);
            code = next->end();
            QVERIFY2(code == 0 || attempt < 2, qPrintable(next->words()));
        }
        QTRY_COMPARE_WITH_TIMEOUT(letters::ids(m_access, target).size(), count, 20'000);
        const QMap<int, int> ids = letters::ids(m_access, target);
        QCOMPARE(*std::ranges::max_element(ids), 1);
    }
    const auto store = DeadLetterStore::open(m_access);
    const auto read = (*store)->ledger(topic, {});
    QVERIFY(read.has_value());
    const LedgerIndex ledger = test::whole(*read);
    for (const Record& record : letters::readAll(m_access, target))
        QVERIFY(ledger.sentTo(record.place()).has_value());
}

void TestBrokerCrash::brokerDiesUnderResend()
{
    const QString process = failures(600);
    QVERIFY(!process.isEmpty());
    const auto run = m_console->start(resend(process, 200));
    run->awaitFirstCommit();
    run->letRun(m_console->random(300));
    QVERIFY(run->isRunning());
    m_broker->kill();
    m_broker->restart();
    int code = run->end();
    qInfo("the console that saw the broker die ended with %d", code);
    for (int attempt = 0; attempt < 3 && code != 0; ++attempt) {
        const auto next = m_console->finish(resend(process, 200));
        code = next->end();
        QVERIFY2(code == 0 || attempt < 2, qPrintable(next->words()));
    }
    checkResent(process, 600);
}

QTEST_GUILESS_MAIN(TestBrokerCrash)
#include "tst_brokercrash.moc"
