#include "../support/patience.h"
#include "core/idleconnections.h"
#include "kafka/client/clientconfig.h"
#include "kafka/client/kafkaclient.h"
#include "kafka/cluster/admin.h"
#include "kafka/reading/recordreader.h"
#include "testsandbox.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace nc;

/// Clients that nobody uses wait for the next one who needs the same, instead of being closed and made anew.
class TestIdleClients : public QObject {
    Q_OBJECT

    std::unique_ptr<test::TestSandbox> m_sandbox;
    TaskContext m_task;

    KafkaAccess access() const
    {
        KafkaAccess made(m_sandbox->profile().kafka);
        made.idle = std::make_shared<IdleConnections>();
        return made;
    }
    static std::shared_ptr<KafkaClient> consumer(const KafkaAccess& access, const QList<ClientSetting>& role = {})
    {
        const auto client = KafkaClient::open(KafkaClient::Kind::Consumer, access, role);
        return client ? *client : nullptr;
    }

private Q_SLOTS:
    void initTestCase() { m_sandbox = std::make_unique<test::TestSandbox>(); }

    void theNextOneGetsTheSame()
    {
        const KafkaAccess access = this->access();
        auto first = consumer(access);
        QVERIFY(first);
        const auto* handle = first->handle();
        auto beside = consumer(access);
        QVERIFY(beside->handle() != handle); // one at a time uses a client
        first.reset();
        QCOMPARE(access.idle->count(), 1);
        QCOMPARE(consumer(access)->handle(), handle);
    }

    void anotherRoleIsAnotherClient()
    {
        const KafkaAccess access = this->access();
        const auto* handle = consumer(access)->handle();
        const auto other = consumer(access, {{"isolation.level", "read_uncommitted"}});
        QVERIFY(other->handle() != handle);
    }

    void anotherAccessIsAnotherClient_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("a setting") << u"setting"_s;
        QTest::newRow("a password") << u"password"_s;
    }
    void anotherAccessIsAnotherClient()
    {
        QFETCH(QString, what);
        KafkaAccess access = this->access();
        auto first = consumer(access);
        const auto* handle = first->handle();
        const auto still = first; // so that its address is not given again
        first.reset();
        if (what == u"setting")
            access.connection.settings[u"client.id"_s] = u"another"_s;
        else
            access.secrets.password = u"another"_s;
        QVERIFY(consumer(access)->handle() != handle);
    }

    void aClientInTroubleIsNotKept()
    {
        KafkaAccess access = this->access();
        access.connection.bootstrap = u"127.0.0.1:1"_s;
        {
            const auto admin = ClusterAdmin::open(access);
            QVERIFY(admin);
            QVERIFY(!(*admin)->cluster(m_task));
        }
        QCOMPARE(access.idle->count(), 0);
    }

    void questionsShareOne()
    {
        const KafkaAccess access = this->access();
        for (int i = 0; i < 3; ++i) {
            const auto admin = ClusterAdmin::open(access);
            QVERIFY(admin);
            QVERIFY((*admin)->cluster(m_task));
        }
        QCOMPARE(access.idle->count(), 1);
    }

    void readingLeavesACleanClient()
    {
        // Read, stopped in the middle, read again by the next: nothing of the first reading reaches the second.
        const KafkaAccess access = this->access();
        ReadRequest request;
        request.topic = u"audit-events"_s;
        request.from.kind = ReadFrom::Kind::Beginning;
        qint64 whole = 0;
        for (const qint64 most : {qint64(1 << 30), qint64(1), qint64(1 << 30)}) {
            const auto reader = RecordReader::open(access);
            QVERIFY(reader);
            qint64 seen = 0;
            const auto summary = (*reader)->scan(
                request,
                [&](RecordBatch views) {
                    seen += static_cast<qint64>(views.size());
                    return seen >= most ? Flow::Stop : Flow::Continue;
                },
                m_task);
            QVERIFY(summary);
            if (most > 1 && whole == 0)
                whole = seen;
            else if (most > 1)
                QCOMPARE(seen, whole);
        }
        QVERIFY(whole > 0);
        QCOMPARE(access.idle->count(), 1);
    }

    void theLongestIdleGoesFirst()
    {
        IdleConnections idle;
        for (int i = 0; i < IdleConnections::most + 2; ++i)
            idle.keep(QByteArray::number(i), std::make_shared<int>(i));
        QCOMPARE(idle.count(), IdleConnections::most);
        QVERIFY(!idle.take("0"));
        QVERIFY(!idle.take("1"));
        QCOMPARE(*std::static_pointer_cast<int>(idle.take("2")), 2);
        QVERIFY(idle.takeOlderThan(1h).empty());
        qsizetype given = 0;
        QTRY_VERIFY((given += static_cast<qsizetype>(idle.takeOlderThan(0ms).size())) == IdleConnections::most - 1);
    }
};

QTEST_GUILESS_MAIN(TestIdleClients)
#include "tst_idleclients.moc"
