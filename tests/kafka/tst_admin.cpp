#include "../support/fastest.h"
#include "../support/patience.h"
#include "kafka/client/errors.h"
#include "kafka/cluster/admin.h"
#include "kafka/writing/recordwriter.h"
#include "testpass.h"
#include "testsandbox.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace nc;

/// Topics and groups of the real broker.
class TestAdmin : public QObject {
    Q_OBJECT

    std::unique_ptr<test::TestSandbox> m_sandbox;
    std::unique_ptr<ClusterAdmin> m_admin;
    TaskContext m_task;

    void write(const QString& topic, int count) const
    {
        auto writer = RecordWriter::open(m_sandbox->profile().kafka, *testSending());
        Record record;
        record.topic = topic;
        record.partition = 0;
        record.value = "x";
        for (int i = 0; i < count; ++i)
            QVERIFY((*writer)->enqueue(
                record, i, [](const Result<WriteTarget>&, qint64) {}, m_task));
        QVERIFY((*writer)->flush(m_task));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_sandbox = std::make_unique<test::TestSandbox>();
        auto admin = ClusterAdmin::open(m_sandbox->profile().kafka);
        QVERIFY(admin);
        m_admin = std::move(*admin);
    }

    void clusterIsKnown()
    {
        const auto cluster = m_admin->cluster(m_task);
        QVERIFY(cluster);
        QVERIFY(!cluster->id.isEmpty());
        QCOMPARE(cluster->brokers.size(), 1);
    }

    void topicsComeAndGo()
    {
        const QString name = m_sandbox->uniqueName(u"admin"_s);
        QVERIFY(m_admin->createTopic({name, 3, 1, {{u"retention.ms"_s, u"1234567"_s}}}, m_task));
        const auto again = m_admin->createTopic({name, 3, 1, {}}, m_task);
        QVERIFY(!again);
        QVERIFY(again.error().is(errors::topicExists));
        QVERIFY(m_admin->ensureTopics({{name, 3, 1, {}}, {name + u".DLT"_s, 2, 1, {}}}, m_task));
        write(name, 5);
        const auto details = m_admin->describeTopic(name, m_task);
        QVERIFY(details);
        QCOMPARE(details->info.partitions.size(), 3);
        QCOMPARE(details->info.partitions[0].high, 5);
        QCOMPARE(details->info.partitions[0].low, 0);
        QCOMPARE(details->info.partitions[0].replicas, QList<qint32>{details->info.partitions[0].leader});
        QCOMPARE(details->info.records(), 5);
        QCOMPARE(details->config[u"retention.ms"_s].value, u"1234567"_s);
        QVERIFY(!details->config[u"retention.ms"_s].isDefault);

        const auto all = m_admin->listTopics({true, true, false}, m_task);
        QVERIFY(all);
        QStringList names;
        for (const TopicInfo& topic : *all) {
            names.append(topic.topic);
            QVERIFY(!topic.topic.startsWith(u"__"_s));
        }
        QVERIFY(names.contains(name + u".DLT"_s));
        QVERIFY(m_admin->deleteTopics({name, name + u".DLT"_s}, m_task));
        QTRY_VERIFY(!m_admin->topic(name, m_task) && m_admin->topic(name, m_task).error().is(errors::unknownTopic));
    }

    void listTellsRateAndRetention()
    {
        const QString name = m_sandbox->uniqueName(u"rate"_s);
        QVERIFY(m_admin->createTopic({name, 2, 1, {{u"retention.ms"_s, u"259200000"_s}}}, m_task));
        write(name, 7);
        auto writer = RecordWriter::open(m_sandbox->profile().kafka, *testSending());
        QVERIFY(writer);
        Record old;
        old.topic = name;
        old.partition = 1;
        old.value = "x";
        old.timestamp = QDateTime::currentMSecsSinceEpoch() - 2 * 3600 * 1000;
        QVERIFY((*writer)->write(old, m_task));
        const auto all = m_admin->listTopics({.rates = true, .retention = true}, m_task);
        QVERIFY(all);
        const auto found = std::find_if(all->begin(), all->end(), [&](const auto& t) { return t.topic == name; });
        QVERIFY(found != all->end());
        QCOMPARE(found->records(), 8);
        QCOMPARE(found->lastHour, 7);
        QCOMPARE(found->retentionMs, std::optional<qint64>(259'200'000));
        const auto plain = m_admin->listTopics({}, m_task);
        QVERIFY(plain);
        QCOMPARE(plain->first().lastHour, -1);
        QVERIFY(!plain->first().retentionMs);
    }

    void groupsHaveLag()
    {
        const QString topic = m_sandbox->makeTopic(u"lag"_s, 2);
        const QString group = m_sandbox->uniqueName(u"group"_s);
        write(topic, 10);
        QVERIFY(m_admin->setGroupOffsets(group, {{topic, 0, 4}}, m_task));
        const auto details = m_admin->describeTopic(topic, m_task);
        QVERIFY(details);
        QCOMPARE(details->info.groups.size(), 1);
        QCOMPARE(details->info.groups[0].group, group);
        QCOMPARE(details->info.groups[0].lag, 6);
        QCOMPARE(details->info.groups[0].state, u"Empty"_s);
        QCOMPARE(details->info.groups[0].members, 0);
        const auto info = m_admin->group(group, m_task);
        QVERIFY(info);
        QCOMPARE(info->offsets.size(), 1);
        QCOMPARE(info->offsets[0].place, (RecordPlace{topic, 0, 4}));
    }

    void waitingCanBeCancelled()
    {
        QTcpServer silent; // accepts and never answers
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        KafkaConnection connection;
        connection.bootstrap = u"127.0.0.1:%1"_s.arg(silent.serverPort());
        auto admin = ClusterAdmin::open(connection);
        QVERIFY(admin);
        const qint64 took = fastestOf(5, 100, [&]() -> qint64 {
            const CancelSource source;
            QElapsedTimer clock;
            std::jthread later([&] {
                (void)CancelToken().waitFor(std::chrono::milliseconds(200));
                clock.start();
                source.cancel();
            });
            const auto result = (*admin)->listTopics({}, {source.token(), {}});
            return !result && result.error().is(errors::cancelled) ? clock.elapsed() : 20'000;
        });
        QVERIFY2(took < 100, qPrintable(QString::number(took)));
    }
};

QTEST_GUILESS_MAIN(TestAdmin)
#include "tst_admin.moc"
