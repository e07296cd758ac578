#include "../support/fastest.h"
#include "../support/patience.h"
#include "kafka/client/errors.h"
#include "kafka/client/handles.h"
#include "kafka/client/kafkaclient.h"
#include "kafka/cluster/admin.h"
#include "kafka/lists/scanfeed.h"
#include "kafka/reading/recordreader.h"
#include "kafka/writing/producemessage.h"
#include "kafka/writing/recordwriter.h"
#include "testpass.h"
#include "testsandbox.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>
#include <QThread>

#include <thread>

using namespace Qt::StringLiterals;
using namespace nc;
using namespace std::chrono_literals;

/// Reading and writing on the real broker, with everything that a log may hold.
class TestReader : public QObject {
    Q_OBJECT

    std::unique_ptr<test::TestSandbox> m_sandbox;
    KafkaAccess m_access;
    TaskContext m_task;

    void write(const QString& topic, const QList<Record>& records) const
    {
        auto writer = RecordWriter::open(m_access, *testSending());
        QVERIFY(writer);
        int acknowledged = 0;
        for (Record record : records) {
            record.topic = topic;
            const auto sent = (*writer)->enqueue(
                record, 0,
                [&](const Result<WriteTarget>& result, qint64) {
                    acknowledged += result.has_value() ? 1 : 0;
                    if (!result)
                        qWarning() << result.error().id() << result.error().detail;
                },
                m_task);
            QVERIFY2(sent, sent ? "" : qPrintable(sent.error().id() + sent.error().detail));
        }
        QVERIFY((*writer)->flush(m_task));
        QCOMPARE(acknowledged, records.size());
    }

    static Record record(const QByteArray& value, qint32 partition = 0, qint64 timestamp = -1)
    {
        Record made;
        made.value = value;
        made.partition = partition;
        made.timestamp = timestamp;
        return made;
    }

    QByteArrayList read(const ReadRequest& request, ReadSummary* summary = nullptr) const
    {
        auto reader = RecordReader::open(m_access);
        QByteArrayList values;
        const auto done = (*reader)->scan(
            request,
            [&](RecordBatch batch) {
                for (const RecordView& view : batch)
                    values.append(view.value().value_or(QByteArrayView("<null>")).toByteArray());
                return Flow::Continue;
            },
            m_task);
        if (!done)
            qWarning() << done.error().id() << done.error().subject << done.error().detail;
        else if (summary)
            *summary = *done;
        return done ? values : QByteArrayList{"<failed>"};
    }

    static ReadRequest from(const QString& topic, const QString& begin, const QString& end = u"end"_s)
    {
        ReadRequest request;
        request.topic = topic;
        request.from = *ReadFrom::parse(begin, 0);
        request.to = *ReadTo::parse(end, 0);
        return request;
    }

    /// Writes `values` in one transaction to partition 0, then commits or aborts it.
    void transaction(const QString& topic, const QByteArrayList& values, bool commit) const
    {
        QList<ClientSetting> settings = producerSettings();
        settings.append({"transactional.id", topic.toUtf8()});
        const auto client = KafkaClient::open(KafkaClient::Kind::Producer, m_access, settings);
        QVERIFY(client);
        rd_kafka_t* producer = (*client)->handle();
        QVERIFY(!ErrorHandle(rd_kafka_init_transactions(producer, 10'000)));
        QVERIFY(!ErrorHandle(rd_kafka_begin_transaction(producer)));
        for (const QByteArray& value : values) {
            Record one = record(value);
            one.topic = topic;
            QCOMPARE(produceMessage(producer, one, nullptr), RD_KAFKA_RESP_ERR_NO_ERROR);
        }
        QCOMPARE(rd_kafka_flush(producer, 10'000), RD_KAFKA_RESP_ERR_NO_ERROR);
        QVERIFY(!ErrorHandle(
            commit ? rd_kafka_commit_transaction(producer, 10'000) : rd_kafka_abort_transaction(producer, 10'000)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_sandbox = std::make_unique<test::TestSandbox>();
        m_access = KafkaAccess(m_sandbox->profile().kafka);
    }

    void anyBytesComeBack()
    {
        const QString topic = m_sandbox->makeTopic(u"bytes"_s);
        Record whole;
        whole.partition = 0;
        // fixed time: it comes back as it was written.
        whole.timestamp = 1'700'000'000'123;
        whole.key = QByteArray("\x00\xff", 2);
        whole.value = QByteArray(1000, '\xfe');
        whole.headers = {{"a", "1"}, {"a", std::nullopt}, {"a", ""}, {"b", QByteArray("\x00\x01", 2)}};
        Record tombstone;
        tombstone.partition = 0;
        tombstone.key = "";
        Record empty = record("");
        write(topic, {whole, tombstone, empty});
        auto reader = RecordReader::open(m_access);
        QList<Record> found;
        QVERIFY((*reader)->scan(
            from(topic, u"beginning"_s),
            [&](RecordBatch batch) {
                for (const RecordView& view : batch)
                    found.append(view.toRecord());
                return Flow::Continue;
            },
            m_task));
        QCOMPARE(found.size(), 3);
        QCOMPARE(found[0].key, whole.key);
        QCOMPARE(found[0].value, whole.value);
        QCOMPARE(found[0].headers, whole.headers);
        QCOMPARE(found[0].timestamp, whole.timestamp);
        QVERIFY(found[1].key && found[1].key->isEmpty());
        QVERIFY(!found[1].value);
        QVERIFY(found[2].value && found[2].value->isEmpty());
        QVERIFY(!found[2].key);
        // The very same reader again, one record by its place.
        const auto again = (*reader)->fetch(topic, {found[1].place()}, m_task);
        QVERIFY(again);
        QCOMPARE(*again, QList<Record>{found[1]});
    }

    void ranges()
    {
        const QString topic = m_sandbox->makeTopic(u"ranges"_s, 3);
        QList<Record> records;
        for (int i = 0; i < 30; ++i)
            records.append(record(QByteArray::number(i), i % 3, 1000 + i));
        write(topic, records);
        QCOMPARE(read(from(topic, u"beginning"_s)).size(), 30);
        QCOMPARE(read(from(topic, u"end"_s)).size(), 0);
        QCOMPARE(read(from(topic, u"8"_s)).size(), 6);
        QCOMPARE(read(from(topic, u"8"_s, u"9"_s)).size(), 3);
        QCOMPARE(read(from(topic, u"100"_s)).size(), 0);
        QCOMPARE(read(from(topic, u"0"_s, u"100"_s)).size(), 30);
        QCOMPARE(read(from(topic, u"@1015"_s)).size(), 15);
        QCOMPARE(read(from(topic, u"@1010"_s, u"@1015"_s)).size(), 5);
        QCOMPARE(read(from(topic, u"@9999"_s)).size(), 0);
        QCOMPARE(read(from(topic, u"-4"_s)), (QByteArrayList{"26", "27", "28", "29"}));
        QCOMPARE(read(from(topic, u"-1000"_s)).size(), 30);
        QCOMPARE(read(from(topic, u"-2"_s, u"5"_s)), (QByteArrayList{"13", "14"}));
        ReadRequest one = from(topic, u"-2"_s);
        one.partition = 1;
        QCOMPARE(read(one), (QByteArrayList{"25", "28"}));
        one.partition = 3;
        QCOMPARE(read(one), QByteArrayList{"<failed>"});
        ReadSummary summary;
        read(from(topic, u"beginning"_s), &summary);
        QVERIFY(summary.complete);
        QCOMPARE(summary.scanned, 30);
        QCOMPARE(summary.partitions.size(), 3);
        QCOMPARE(summary.partitions[0].position, 10);
    }

    void theNewestByTimeOverPartitions()
    {
        const QString topic = m_sandbox->makeTopic(u"newest"_s, 15);
        QList<Record> records;
        // One busy partition that is old, one record each in the others.
        for (int i = 0; i < 500; ++i)
            records.append(record("old" + QByteArray::number(i), 4, 1000 + i));
        for (int p = 0; p < 15; ++p)
            records.append(record("new" + QByteArray::number(p), p, 100'000 - p));
        write(topic, records);
        QByteArrayList expected;
        for (int i = 495; i < 500; ++i)
            expected.append("old" + QByteArray::number(i));
        for (int p = 14; p >= 0; --p)
            expected.append("new" + QByteArray::number(p));
        QCOMPARE(read(from(topic, u"-20"_s)), expected);
        // More than one piece backwards, and too large to be held in memory.
        const QString large = m_sandbox->makeTopic(u"newestlarge"_s, 2);
        records.clear();
        for (int i = 0; i < 60; ++i)
            records.append(record(QByteArray(900'000, static_cast<char>('a' + i % 26)), 0, 5000 + i));
        write(large, records);
        const QByteArrayList values = read(from(large, u"-50"_s));
        QCOMPARE(values.size(), 50);
        QCOMPARE(values.first().at(0), static_cast<char>('a' + 10));
        QCOMPARE(values.last().at(0), static_cast<char>('a' + 59 % 26));
    }

    /// As the reader pages towards the beginning: each piece is what is newest before the last one.
    void backwardsInPieces()
    {
        const QString topic = m_sandbox->makeTopic(u"backwards"_s, 3);
        // fixed time: only their order counts.
        constexpr qint64 first = 1'700'000'000'000;
        QList<Record> records;
        for (int i = 0; i < 300; ++i)
            records.append(record("{\"n\":" + QByteArray::number(i) + "}", i % 7 % 3, first + i * 1000));
        write(topic, records);
        ScanOrder order;
        order.request.topic = topic;
        order.backwards = true;
        order.limit = 70;
        QList<qint64> times; // as they came, newest first
        bool more = true;
        for (int piece = 0; more; ++piece) {
            QVERIFY(piece < 5);
            ScanFeed feed;
            QList<RecordRow> rows;
            connect(&feed, &ScanFeed::rows, this, [&rows](const QList<RecordRow>& some) { rows += some; });
            const auto outcome = feed.workFor(order)(m_access, m_task);
            QVERIFY(outcome);
            QTRY_COMPARE(rows.size(), outcome->matched);
            QCOMPARE(outcome->matched, piece < 4 ? 70 : 20);
            for (auto row = rows.crbegin(); row != rows.crend(); ++row)
                times.append(row->timestamp);
            for (const PartitionProgress& one : outcome->summary.partitions)
                order.request.before.insert(one.partition, one.begin);
            more = outcome->limited;
        }
        QCOMPARE(times.size(), 300);
        for (int i = 0; i < 300; ++i)
            QCOMPARE(times[i], first + (299 - i) * 1000);

        // With a filter the budget bounds how far it looks.
        order.request.before.clear();
        order.filter = *RecordFilter::parse(u"n < 250"_s);
        order.budget = 100;
        ScanFeed feed;
        const auto outcome = feed.workFor(order)(m_access, m_task);
        QVERIFY(outcome);
        QCOMPARE(outcome->matched, 50);
        QCOMPARE(outcome->summary.scanned, 100);
        QVERIFY(outcome->limited);
        CancelSource source;
        source.cancel();
        TaskContext cancelled;
        cancelled.cancel = source.token();
        QVERIFY(feed.workFor(order)(m_access, cancelled).error().is(errors::cancelled));
    }

    void transactionsAndTheirMarkers()
    {
        const QString topic = m_sandbox->makeTopic(u"transactions"_s);
        transaction(topic, {"a", "b"}, true);
        transaction(topic, {"never"}, false);
        transaction(topic, {"c"}, true);
        ReadRequest request = from(topic, u"beginning"_s);
        ReadSummary summary;
        QElapsedTimer clock;
        clock.start();
        // The log ends with a marker that is never delivered.
        QCOMPARE(read(request, &summary), (QByteArrayList{"a", "b", "c"}));
        QVERIFY(summary.complete);
        QVERIFY2(clock.elapsed() < 5000, "waited for a record that never comes");
        QCOMPARE(read(from(topic, u"-2"_s)), (QByteArrayList{"b", "c"}));
        // Ends inside: the last offset of the range is a marker, or an aborted record.
        QCOMPARE(read(from(topic, u"0"_s, u"3"_s)), (QByteArrayList{"a", "b"}));
        QCOMPARE(read(from(topic, u"0"_s, u"4"_s)), (QByteArrayList{"a", "b"}));
        request.isolation = Isolation::ReadUncommitted;
        QCOMPARE(read(request), (QByteArrayList{"a", "b", "never", "c"}));
    }

    void onlyAbortedRecords()
    {
        const QString topic = m_sandbox->makeTopic(u"aborted"_s);
        transaction(topic, {"x", "y"}, false);
        QCOMPARE(read(from(topic, u"beginning"_s)), QByteArrayList());
        QCOMPARE(read(from(topic, u"-5"_s)), QByteArrayList());
    }

    void emptyTopicAndUnknownTopic()
    {
        const QString topic = m_sandbox->makeTopic(u"empty"_s, 15);
        ReadSummary summary;
        QCOMPARE(read(from(topic, u"beginning"_s), &summary), QByteArrayList());
        QVERIFY(summary.complete);
        QCOMPARE(read(from(topic, u"-100"_s)), QByteArrayList());
        auto reader = RecordReader::open(m_access);
        const auto nothing = (*reader)->scan(
            from(u"there.is.no.such"_s, u"beginning"_s), [](RecordBatch) { return Flow::Continue; }, m_task);
        QVERIFY(!nothing);
        QVERIFY(nothing.error().is(errors::unknownTopic));
    }

    // The sandbox's JVM is small; larger ones come the same way.
    void aRecordOf8Megabytes()
    {
        const QString topic = m_sandbox->uniqueName(u"huge"_s);
        auto admin = ClusterAdmin::open(m_access);
        QVERIFY((*admin)->createTopic({topic, 1, 1, {{u"max.message.bytes"_s, u"12000000"_s}}}, m_task));
        write(topic, {record("before"), record(QByteArray(8'000'000, 'x')), record("after")});
        const QByteArrayList values = read(from(topic, u"beginning"_s));
        QCOMPARE(values.size(), 3);
        QCOMPARE(values[1].size(), 8'000'000);
        QCOMPARE(values[2], "after");
        const QString usual = m_sandbox->makeTopic(u"usual"_s);
        auto writer = RecordWriter::open(m_access, *testSending());
        Record tooLarge = record(QByteArray(5'000'000, 'x'));
        tooLarge.topic = usual;
        const auto refused = (*writer)->write(tooLarge, m_task);
        QVERIFY(!refused);
        QVERIFY(refused.error().is(errors::recordTooLarge));
    }

    void stopsWhenTheSinkHasEnough()
    {
        const QString topic = m_sandbox->makeTopic(u"stop"_s);
        QList<Record> records(5000, record("x"));
        write(topic, records);
        auto reader = RecordReader::open(m_access);
        ReadRequest request = from(topic, u"beginning"_s);
        request.batchSize = 100;
        const auto summary = (*reader)->scan(
            request, [](RecordBatch) { return Flow::Stop; }, m_task);
        QVERIFY(summary);
        QVERIFY(!summary->complete);
        QVERIFY(summary->scanned <= 100);
        // The same reader goes on with the whole.
        const auto all = (*reader)->scan(
            from(topic, u"beginning"_s), [](RecordBatch) { return Flow::Continue; }, m_task);
        QVERIFY(all && all->complete);
        QCOMPARE(all->scanned, 5000);
    }

    void followsAndCancels()
    {
        const QString topic = m_sandbox->makeTopic(u"follow"_s, 2);
        write(topic, {record("old")});
        CancelSource source;
        TaskContext task{source.token(), {}};
        std::atomic<int> seen = 0;
        std::atomic<qint64> ended = -1;
        QElapsedTimer clock;
        clock.start();
        Result<ReadSummary> result = fail(errors::internal);
        std::thread reading([&] {
            auto reader = RecordReader::open(m_access);
            ReadRequest request = from(topic, u"-1"_s);
            request.follow = true;
            result = (*reader)->scan(
                request,
                [&](RecordBatch batch) {
                    seen += static_cast<int>(batch.size());
                    return Flow::Continue;
                },
                task);
            reader->reset();
            ended = clock.elapsed();
        });
        QTRY_COMPARE(seen.load(), 1);
        write(topic, {record("new", 0), record("newer", 1)});
        QTRY_COMPARE(seen.load(), 3);
        const qint64 cancelledAt = clock.elapsed();
        source.cancel();
        QTRY_VERIFY(ended >= 0);
        reading.join();
        QVERIFY(!result);
        QVERIFY(result.error().is(errors::cancelled));
        QVERIFY2(ended - cancelledAt < 1000, qPrintable(QString::number(ended - cancelledAt)));
    }

    void aDeadBrokerIsSaidSoon()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        KafkaConnection connection;
        connection.bootstrap = u"127.0.0.1:%1"_s.arg(closed.serverPort());
        closed.close();
        QElapsedTimer clock;
        clock.start();
        auto reader = RecordReader::open(connection);
        const auto result = (*reader)->scan(
            from(u"x"_s, u"beginning"_s), [](RecordBatch) { return Flow::Continue; }, m_task);
        QVERIFY(!result);
        QVERIFY(result.error().is(errors::kafkaUnreachable));
        QVERIFY(result.error().detail.contains("refused"_L1));
        QVERIFY(clock.elapsed() < 8000);
    }

    void aSilentBrokerCanBeLeft()
    {
        // Accepts and never answers.
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        KafkaConnection connection;
        connection.bootstrap = u"127.0.0.1:%1"_s.arg(silent.serverPort());
        const qint64 took = fastestOf(5, 100, [&]() -> qint64 {
            const CancelSource source;
            QElapsedTimer clock;
            std::jthread later([&] {
                (void)CancelToken().waitFor(std::chrono::milliseconds(300));
                clock.start();
                source.cancel();
            });
            auto reader = RecordReader::open(connection);
            const auto result = (*reader)->scan(
                from(u"x"_s, u"beginning"_s), [](RecordBatch) { return Flow::Continue; },
                TaskContext{source.token(), {}});
            return !result && result.error().is(errors::cancelled) ? clock.elapsed() : 20'000;
        });
        QVERIFY2(took < 100, qPrintable(QString::number(took)));
    }

    void settingsThatAreWrong()
    {
        KafkaConnection connection;
        connection.bootstrap = u"127.0.0.1:1"_s;
        connection.settings = {{u"no.such.setting"_s, u"1"_s}};
        auto reader = RecordReader::open(connection);
        QVERIFY(!reader);
        QVERIFY(reader.error().is(errors::kafkaBadSetting));
        QCOMPARE(reader.error().subject, u"no.such.setting"_s);
        connection.settings = {{u"group.id"_s, u"x"_s}};
        QVERIFY(!RecordReader::open(connection));
        connection.settings.clear();
        connection.security = u"SSL"_s;
        connection.ca = u"/no/such/file.pem"_s;
        reader = RecordReader::open(connection);
        QVERIFY(!reader);
        QCOMPARE(reader.error().subject, u"ssl.ca.location"_s);
    }

    void advertisedNamesCanBeMapped()
    {
        const QString topic = m_sandbox->makeTopic(u"mapped"_s);
        write(topic, {record("x")});
        KafkaConnection connection;
        connection.bootstrap = u"kafka-0.inner.invalid:9092"_s;
        connection.settings = {{u"address.map.kafka-0.inner.invalid:9092"_s, m_sandbox->bootstrap()}};
        auto reader = RecordReader::open(connection);
        QVERIFY(reader);
        const auto summary = (*reader)->scan(
            from(topic, u"beginning"_s), [](RecordBatch) { return Flow::Continue; }, m_task);
        QVERIFY2(summary, summary ? "" : qPrintable(summary.error().detail));
        QCOMPARE(summary->scanned, 1);
        connection.settings = {{u"address.map.kafka-0"_s, u"127.0.0.1:no"_s}};
        QVERIFY(!RecordReader::open(connection));
    }

    void writingNeedsWhatIsThere()
    {
        auto writer = RecordWriter::open(m_access, *testSending());
        Record one = record("x");
        one.topic = u"there.is.no.such"_s;
        auto result = (*writer)->write(one, m_task);
        QVERIFY(!result);
        QVERIFY(result.error().is(errors::unknownTopic));
        one.topic = m_sandbox->makeTopic(u"write"_s, 2);
        one.partition = 2;
        result = (*writer)->write(one, m_task);
        QVERIFY(!result || !"a partition that is not there");
        QVERIFY(result.error().is(errors::unknownPartition));
        one.partition = -1;
        // murmur2("21") of Java's client: -973932308, without its sign odd or even decides between two partitions.
        one.key = "21";
        result = (*writer)->write(one, m_task);
        QVERIFY(result);
        QCOMPARE(result->place.partition, (-973932308 & 0x7fffffff) % 2);
        QCOMPARE(result->place.offset, 0);
    }
};

QTEST_GUILESS_MAIN(TestReader)
#include "tst_reader.moc"
