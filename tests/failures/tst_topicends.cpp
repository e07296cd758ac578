#include "../support/patience.h"
#include "failures/ledger/topicends.h"
#include "kafka/client/errors.h"

#include <QTest>

#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>

using namespace nc;
using namespace Qt::StringLiterals;

namespace {

/// librdkafka's own broker, of which a partition can lose its leader.
class MockCluster {
public:
    MockCluster()
        : m_handle(rd_kafka_new(RD_KAFKA_PRODUCER, rd_kafka_conf_new(), nullptr, 0))
        , m_cluster(rd_kafka_mock_cluster_new(m_handle, 1))
    {
        rd_kafka_mock_topic_create(m_cluster, "t", 2, 1);
    }
    ~MockCluster()
    {
        rd_kafka_mock_cluster_destroy(m_cluster);
        rd_kafka_destroy(m_handle);
    }
    MockCluster(const MockCluster&) = delete;
    MockCluster& operator=(const MockCluster&) = delete;

    KafkaAccess access() const
    {
        KafkaAccess access;
        access.connection.bootstrap = QString::fromUtf8(rd_kafka_mock_cluster_bootstraps(m_cluster));
        return access;
    }
    void setLeader(int partition, int broker) { rd_kafka_mock_partition_set_leader(m_cluster, "t", partition, broker); }

private:
    rd_kafka_t* m_handle;
    rd_kafka_mock_cluster_t* m_cluster;
};

} // namespace

/// An end that nobody tells is not taken for an empty partition: a replay would overlook what stands there, or take
/// entries of the ledger for those of another life.
class TestTopicEnds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutALeader();
};

void TestTopicEnds::withoutALeader()
{
    MockCluster cluster;
    const auto admin = ClusterAdmin::open(cluster.access());
    QVERIFY(admin.has_value());
    const auto all = topicWithEnds(**admin, u"t"_s, {});
    QVERIFY2(all.has_value(), all ? "" : qPrintable(all.error().detail));
    QCOMPARE(all->partitions.size(), 2);
    QCOMPARE(all->partitions[1].high, 0);
    cluster.setLeader(1, -1);
    const auto one = topicWithEnds(**admin, u"t"_s, {});
    QVERIFY(!one.has_value());
    QVERIFY2(one.error().is(errors::kafkaNoLeader), qPrintable(one.error().id()));
    QCOMPARE(one.error().subject, u"t:1"_s);
    QCOMPARE(one.error().next, Next::Retry);
    cluster.setLeader(1, 1);
    QTRY_VERIFY(topicWithEnds(**admin, u"t"_s, {}).has_value());
}

QTEST_GUILESS_MAIN(TestTopicEnds)
#include "tst_topicends.moc"
