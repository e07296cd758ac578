#include "connections/profilestore.h"
#include "deadletters/deadletterstore.h"
#include "letters.h"
#include "testsandbox.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace nc;
using namespace Qt::StringLiterals;

/// `notifyctl dlt replay` killed with SIGKILL at random moments, again and again, until all is done; sometimes two of
/// them at once. NC_CRASH_KILLS sets how often (10 by default).
class TestReplayCrash : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void killedAtRandomMoments();

private:
    std::unique_ptr<QProcess> start(const QString& topic)
    {
        auto process = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"NOTIFYCTL_PROFILE"_s, u"crash"_s);
        process->setProcessEnvironment(environment);
        process->setStandardOutputFile(QProcess::nullDevice());
        process->start(QStringLiteral(NC_BINARY_DIR "/bin/notifyctl"),
            {u"--config-dir"_s, m_folder.path(), u"dlt"_s, u"replay"_s, topic, u"--all"_s, u"--json"_s, u"--rate"_s,
                u"8000"_s});
        return process;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<test::TestSandbox> m_sandbox;
    KafkaAccess m_access;
};

void TestReplayCrash::initTestCase()
{
    m_sandbox = std::make_unique<test::TestSandbox>();
    m_access = m_sandbox->profile().kafka;
    Profile profile = m_sandbox->profile();
    profile.name = u"crash"_s;
    QVERIFY(ProfileStore(m_folder.path()).add(profile).has_value());
}

void TestReplayCrash::killedAtRandomMoments()
{
    constexpr int count = 20'000;
    const int kills =
        qEnvironmentVariableIntValue("NC_CRASH_KILLS") > 0 ? qEnvironmentVariableIntValue("NC_CRASH_KILLS") : 10;
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const QString target = m_sandbox->makeTopic(u"crash"_s, 3, true);
    const QString topic = target + u".DLT"_s;
    QVERIFY(letters::fill(m_access, topic, target, count, 3));
    for (int kill = 0; kill < kills; ++kill) {
        const auto process = start(topic);
        std::unique_ptr<QProcess> rival;
        if (kill % 4 == 3)
            rival = start(topic);
        QVERIFY(process->waitForStarted());
        process->waitForFinished(50 + static_cast<int>(random.bounded(900)));
        process->kill();
        process->waitForFinished();
        if (rival) {
            rival->waitForFinished(static_cast<int>(random.bounded(600)));
            rival->kill();
            rival->waitForFinished();
        }
        const QMap<int, int> ids = letters::ids(m_access, target);
        QVERIFY(ids.isEmpty() || *std::ranges::max_element(ids) == 1);
    }
    const auto last = start(topic);
    QVERIFY(last->waitForFinished(60'000));
    QCOMPARE(last->exitCode(), 0);
    const QMap<int, int> ids = letters::ids(m_access, target);
    QCOMPARE(ids.size(), count);
    QCOMPARE(*std::ranges::max_element(ids), 1);
    // The ledger says exactly what stands there.
    const auto store = DeadLetterStore::open(m_access);
    const LedgerIndex ledger = *(*store)->ledger(topic, {});
    for (const Record& record : letters::readAll(m_access, target))
        QVERIFY(ledger.sentTo(record.place()).has_value());
    qint64 noted = 0;
    ledger.forEach([&](qint32, qint64, const LedgerMark& mark) { noted += mark.target.topic == target ? 1 : 0; });
    QCOMPARE(noted, count);
}

QTEST_GUILESS_MAIN(TestReplayCrash)
#include "tst_replaycrash.moc"
