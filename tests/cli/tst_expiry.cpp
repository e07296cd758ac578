#include "clirun.h"
#include "connections/profilestore.h"
#include "core/timetext.h"
#include "events.h"
#include "kafka/cluster/admin.h"
#include "privatebroker.h"

#include <QFile>
#include <QTemporaryDir>

using namespace nc;
using namespace Qt::StringLiterals;

/// How long failures have left before their topic's retention takes them, and how they are kept, with topics that do
/// forget after two days.
class TestExpiry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void deadLetters();
    void failedDeliveries();

private:
    static constexpr qint64 hour = 3'600'000;
    static constexpr qint64 retention = 48 * hour;

    CliRun run(const QStringList& arguments, bool json = true, const QByteArray& input = {})
    {
        QStringList all{u"--config-dir"_s, m_folder.path(), u"--profile"_s, u"test"_s};
        if (json)
            all.append(u"--json"_s);
        return runCli(all + arguments, input);
    }
    static QList<QJsonObject> lines(const CliRun& run)
    {
        QList<QJsonObject> out;
        for (const QByteArray& line : run.out.trimmed().split('\n')) {
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            // The last one of those that look says no more than what could not be seen.
            if (object.size() != 3 || !object.contains("complete"_L1))
                out.append(object);
        }
        return out;
    }
    void makeForgetful(const QString& topic)
    {
        const auto admin = ClusterAdmin::open(m_broker->access());
        const NewTopic wanted{topic, 1, 1, {{u"retention.ms"_s, QString::number(retention)}}};
        QVERIFY((*admin)->createTopic(wanted, {}).has_value());
    }
    /// Keeps what expires within a day and writes it back: the same bytes stand there twice then.
    void keepAndBringBack(const QStringList& verb, const QString& topic, qint64 expires);

    QTemporaryDir m_folder;
    std::unique_ptr<test::PrivateBroker> m_broker;
    qint64 m_now = 0;
};

void TestExpiry::initTestCase()
{
    m_broker = std::make_unique<test::PrivateBroker>(u"expiry"_s);
    Profile profile;
    profile.name = u"test"_s;
    profile.kafka = m_broker->access().connection;
    QVERIFY(ProfileStore(m_folder.path()).add(profile).has_value());
    m_now = QDateTime::currentMSecsSinceEpoch();
}

void TestExpiry::keepAndBringBack(const QStringList& verb, const QString& topic, qint64 expires)
{
    const QString file = m_folder.filePath(topic + u".kept"_s);
    const CliRun kept = run(verb + QStringList{u"-o"_s, file});
    QVERIFY2(kept.code == 0, kept.err.constData());
    QCOMPARE(lines(kept).first()["records"_L1].toInt(), 1);
    QCOMPARE(lines(kept).first()["file"_L1].toString(), file);
    QCOMPARE(lines(kept).first()["earliest"_L1].toString(), isoTime(expires));
    // What was kept before is not written over.
    QCOMPARE(run(verb + QStringList{u"-o"_s, file}).code, 1);
    const CliRun sooner = run(verb + QStringList{u"--within"_s, u"5m"_s});
    QCOMPARE(lines(sooner).first()["records"_L1].toInt(-1), 0);
    QVERIFY(lines(sooner).first()["file"_L1].isNull());
    QCOMPARE(lines(run(verb + QStringList{u"--all"_s})).first()["records"_L1].toInt(), 2);
    QFile content(file);
    QVERIFY(content.open(QIODevice::ReadOnly));
    const CliRun back = run({u"topics"_s, u"produce"_s, u"--jsonl"_s, u"--by-topic"_s}, true, content.readAll());
    QVERIFY2(back.code == 0, back.err.constData());
    const QList<Record> records = letters::readAll(m_broker->access(), topic);
    QCOMPARE(records.size(), 3);
    QCOMPARE(records[2].value, records[0].value);
    QCOMPARE(records[2].headers, records[0].headers);
}

void TestExpiry::deadLetters()
{
    const QString target = m_broker->makeTopic(u"forgets"_s);
    const QString topic = target + u".DLT"_s;
    makeForgetful(topic);
    Record old = letters::make(topic, target, 1, 1);
    old.timestamp = m_now - 46 * hour - 30 * 60'000;
    Record fresh = letters::make(topic, target, 2, 1);
    fresh.timestamp = m_now - 10 * hour;
    QVERIFY(letters::write(m_broker->access(), {old, fresh}));
    const QList<QJsonObject> shown = lines(run({u"dlt"_s, u"show"_s, topic}));
    QCOMPARE(shown.size(), 2);
    QCOMPARE(shown[0]["expiresAt"_L1].toString(), isoTime(old.timestamp + retention));
    QVERIFY(shown[0]["expiresSoon"_L1].toBool());
    QCOMPARE(shown[1]["expiresAt"_L1].toString(), isoTime(fresh.timestamp + retention));
    QVERIFY(!shown[1]["expiresSoon"_L1].toBool(true));
    const QList<QByteArray> text = run({u"dlt"_s, u"show"_s, topic}, false).out.trimmed().split('\n');
    QVERIFY2(text[0].contains("dlt keep"), text[0].constData());
    QVERIFY2(text[1].contains("[days left: 1]"), text[1].constData());
    keepAndBringBack({u"dlt"_s, u"keep"_s, topic}, topic, old.timestamp + retention);
    // One that keeps everything tells no such time.
    const QString endless = m_broker->makeTopic(u"keeps"_s, 1, true);
    QVERIFY(letters::fill(m_broker->access(), endless + u".DLT"_s, endless, 1, 1));
    const QJsonObject one = lines(run({u"dlt"_s, u"show"_s, endless + u".DLT"_s})).first();
    QVERIFY(one.contains("expiresAt"_L1) && one["expiresAt"_L1].isNull());
    QVERIFY(!one["expiresSoon"_L1].toBool(true));
}

void TestExpiry::failedDeliveries()
{
    const QString topic = u"audit-events"_s;
    const auto admin = ClusterAdmin::open(m_broker->access());
    QVERIFY((*admin)->deleteTopics({topic}, {}).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(!(*admin)->topic(topic, {}).has_value(), 20'000);
    makeForgetful(topic);
    const auto failure = [](const QString& process, qint64 at) {
        Record audit = letters::auditOf(letters::deadLetter(process), false);
        QJsonObject json = QJsonDocument::fromJson(*audit.value).object();
        json.insert(u"timestamp"_s, at);
        audit.value = QJsonDocument(json).toJson(QJsonDocument::Compact);
        audit.timestamp = at;
        audit.partition = 0;
        return audit;
    };
    const qint64 old = m_now - 47 * hour;
    QVERIFY(letters::write(m_broker->access(), {failure(u"old"_s, old), failure(u"fresh"_s, m_now - hour)}));
    const QList<QJsonObject> shown = lines(run({u"deliveries"_s, u"--failed"_s}));
    QCOMPARE(shown.size(), 2);
    QCOMPARE(shown[0]["expiresAt"_L1].toString(), isoTime(old + retention));
    QVERIFY(shown[0]["expiresSoon"_L1].toBool());
    QVERIFY(!shown[1]["expiresSoon"_L1].toBool(true));
    const QList<QByteArray> text = run({u"deliveries"_s, u"--failed"_s}, false).out.trimmed().split('\n');
    QVERIFY2(text[0].contains("deliveries keep"), text[0].constData());
    QVERIFY2(text[1].contains("[days left: 1]"), text[1].constData());
    keepAndBringBack({u"deliveries"_s, u"keep"_s}, topic, old + retention);
}

QTEST_GUILESS_MAIN(TestExpiry)
#include "tst_expiry.moc"
