#include "failures/letters/failureheaders.h"
#include "genuine.h"

#include <QTest>

using namespace nc;
using namespace Qt::StringLiterals;

class TestFailureHeaders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsOneHop();
    void readsTheChainOfHops();
    void readsEveryGenuineDeadLetter();
    void lacksAndOrderAreTolerated();
    void wrongLengthsAreTolerated_data();
    void wrongLengthsAreTolerated();
    void readsRetryTopics();
    void readsConnectStreamsAndShareGroups();
    void readsLooseHeaders();
    void neverFails();
};

namespace {

QByteArray be32(qint32 n)
{
    n = qToBigEndian(n);
    return QByteArray(reinterpret_cast<const char*>(&n), 4);
}

QByteArray be64(qint64 n)
{
    n = qToBigEndian(n);
    return QByteArray(reinterpret_cast<const char*>(&n), 8);
}

} // namespace

void TestFailureHeaders::readsOneHop()
{
    const auto letters = genuine::deadLetters(u"50-email-smtp-550.jsonl"_s);
    QCOMPARE(letters.size(), 1);
    const FailureHeaders failure = decodeFailureHeaders(letters[0].headers);
    QCOMPARE(failure.hops.size(), 1);
    const Hop expected{
        u"email-notifications"_s, 7, 1, genuine::recent(1795315024862), u"CreateTime"_s, u"notifications-service"_s};
    QCOMPARE(failure.hops[0], expected);
    QCOMPARE(failure.exception, u"org.springframework.kafka.listener.ListenerExecutionFailedException"_s);
    QCOMPARE(failure.causeException, u"com.epam.digital.data.platform.notification.exception.NotificationException"_s);
    QVERIFY(failure.message.contains(u"550 5.1.1"_s));
    QVERIFY(failure.stackTrace.contains(u"\tat "_s));
    QVERIFY(!failure.attempts);
}

void TestFailureHeaders::readsTheChainOfHops()
{
    const auto letters = genuine::deadLetters(u"80-replay-50-all-headers.jsonl"_s);
    QCOMPARE(letters.size(), 1);
    const FailureHeaders failure = decodeFailureHeaders(letters[0].headers);
    QCOMPARE(failure.hops.size(), 2);
    QCOMPARE(failure.hops.first().offset, 1);
    QCOMPARE(failure.hops.last().offset, 2);
    QCOMPARE(failure.hops.last().timestamp, genuine::recent(1795315207243));
    QCOMPARE(latestHop(letters[0].headers), failure.hops.last());
}

void TestFailureHeaders::readsEveryGenuineDeadLetter()
{
    int count = 0;
    const QDir folder(QStringLiteral(NC_TEST_DATA "/genuine"));
    for (const QString& name : folder.entryList({u"*.jsonl"_s})) {
        for (const Record& letter : genuine::deadLetters(name)) {
            const FailureHeaders failure = decodeFailureHeaders(letter.headers);
            QVERIFY2(!failure.hops.isEmpty(), qPrintable(name));
            for (const Hop& hop : failure.hops)
                QVERIFY(hop.topic + u".DLT"_s == letter.topic && hop.partition && hop.offset && hop.timestamp);
            QVERIFY(!failure.exception.isEmpty() && !failure.message.isEmpty());
            ++count;
        }
    }
    QVERIFY(count >= 20);
}

void TestFailureHeaders::lacksAndOrderAreTolerated()
{
    // Two sets, the first without a group, in an order of its own.
    Headers sets{{"kafka_dlt-original-offset", be64(5)}, {"kafka_dlt-original-topic", "a"},
        {"kafka_dlt-original-partition", be32(1)}, {"foreign", {}}, {"kafka_dlt-original-topic", "b"},
        {"kafka_dlt-original-consumer-group", "g"}, {"kafka_dlt-original-offset", be64(6)}};
    auto hops = decodeFailureHeaders(sets).hops;
    QCOMPARE(hops.size(), 2);
    QCOMPARE(hops[0], (Hop{u"a"_s, 1, 5, {}, {}, {}}));
    QCOMPARE(hops[1], (Hop{u"b"_s, {}, 6, {}, {}, u"g"_s}));
    // Sorted by name.
    Headers sorted{{"kafka_dlt-original-offset", be64(5)}, {"kafka_dlt-original-offset", be64(6)},
        {"kafka_dlt-original-topic", "a"}, {"kafka_dlt-original-topic", "b"}};
    hops = decodeFailureHeaders(sorted).hops;
    QCOMPARE(hops.size(), 2);
    QCOMPARE(hops[0], (Hop{u"a"_s, {}, 5, {}, {}, {}}));
    QCOMPARE(hops[1], (Hop{u"b"_s, {}, 6, {}, {}, {}}));
}

void TestFailureHeaders::wrongLengthsAreTolerated_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("known");
    QTest::addColumn<qint64>("number");
    QTest::newRow("as it is") << be64(77) << true << qint64(77);
    QTest::newRow("short") << be32(77) << true << qint64(77);
    QTest::newRow("one byte") << QByteArray("\x07") << true << qint64(7);
    QTest::newRow("text") << QByteArray("1234") << true << qint64(1234);
    QTest::newRow("empty") << QByteArray("") << false << qint64(0);
    QTest::newRow("too long") << QByteArray(9, '\x01') << false << qint64(0);
}

void TestFailureHeaders::wrongLengthsAreTolerated()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, known);
    QFETCH(qint64, number);
    const auto hops =
        decodeFailureHeaders({{"kafka_dlt-original-offset", bytes}, {"kafka_dlt-original-topic", "t"}}).hops;
    QCOMPARE(hops.size(), 1);
    QCOMPARE(hops[0].offset.has_value(), known);
    if (known)
        QCOMPARE(*hops[0].offset, number);
}

void TestFailureHeaders::readsRetryTopics()
{
    const Headers headers{{"kafka_original-topic", "orders"}, {"kafka_original-partition", be32(2)},
        {"kafka_original-offset", be64(40)}, {"kafka_exception-fqcn", "x.Broken"}, {"kafka_exception-message", "no"},
        {"retry_topic-attempts", be32(3)}, {"retry_topic-backoff-timestamp", QByteArray::fromHex("01a1c2d3e4f5")},
        {"kafka_dlt-original-topic", "orders-retry-1"}, {"kafka_dlt-original-offset", be64(9)}};
    const FailureHeaders failure = decodeFailureHeaders(headers);
    QCOMPARE(failure.hops.size(), 2);
    QCOMPARE(failure.hops[0].topic, u"orders"_s);
    QCOMPARE(failure.hops[1].topic, u"orders-retry-1"_s);
    QCOMPARE(failure.exception, u"x.Broken"_s);
    QCOMPARE(failure.attempts, 3);
    QCOMPARE(decodeFailureHeaders({{"retry_topic-attempts", "\x02"}}).attempts, 2);
}

void TestFailureHeaders::readsConnectStreamsAndShareGroups()
{
    const FailureHeaders connect = decodeFailureHeaders(
        {{"__connect.errors.topic", "src"}, {"__connect.errors.partition", "3"}, {"__connect.errors.offset", "12"},
            {"__connect.errors.exception.class.name", "x.DataException"}, {"__connect.errors.exception.message", "bad"},
            {"__connect.errors.exception.stacktrace", "at x"}, {"__connect.errors.connector.name", "sink"}});
    QCOMPARE(connect.hops, QList<Hop>({Hop{u"src"_s, 3, 12, {}, {}, u"sink"_s}}));
    QCOMPARE(connect.exception, u"x.DataException"_s);
    const FailureHeaders streams = decodeFailureHeaders({{"__streams.errors.topic", "s"},
        {"__streams.errors.exception", "x.E"}, {"__streams.errors.message", "m"}, {"__streams.errors.partition", "0"}});
    QCOMPARE(streams.hops.first().topic, u"s"_s);
    QCOMPARE(streams.exception, u"x.E"_s);
    const FailureHeaders share = decodeFailureHeaders({{"__dlq.errors.topic", "q"}, {"__dlq.errors.group", "g"},
        {"__dlq.errors.delivery.count", "5"}, {"__dlq.errors.message", "gave up"}});
    QCOMPARE(share.hops.first().group, u"g"_s);
    QCOMPARE(share.attempts, 5);
    QCOMPARE(share.message, u"gave up"_s);
}

void TestFailureHeaders::readsLooseHeaders()
{
    QCOMPARE(decodeFailureHeaders({{"x-original-topic", "t"}}).hops.first().topic, u"t"_s);
    const FailureHeaders poisoned = decodeFailureHeaders({{"topic_poisoned", "p"}, {"reason_poisoned", "why"}});
    QCOMPARE(poisoned.hops.first().topic, u"p"_s);
    QCOMPARE(poisoned.message, u"why"_s);
    QVERIFY(decodeFailureHeaders({{"mine", "x"}}).isEmpty());
}

void TestFailureHeaders::neverFails()
{
    const QByteArrayList names{"kafka_dlt-original-topic", "kafka_dlt-original-partition", "kafka_dlt-original-offset",
        "kafka_dlt-original-timestamp", "kafka_dlt-exception-message", "retry_topic-attempts", "__dlq.errors.offset",
        "kafka_dlt-", "kafka_", "__connect.errors.", "kafka_original-offset"};
    quint32 seed = 42;
    const auto next = [&seed](quint32 below) {
        seed = seed * 1664525 + 1013904223;
        return (seed >> 8) % below;
    };
    for (int round = 0; round < 5000; ++round) {
        Headers headers;
        for (quint32 i = next(12); i > 0; --i) {
            Header header{names[next(quint32(names.size()))], {}};
            if (next(8) > 0) {
                QByteArray value;
                for (quint32 n = next(12); n > 0; --n)
                    value.append(char(next(256)));
                header.value = value;
            }
            headers.append(header);
        }
        const FailureHeaders failure = decodeFailureHeaders(headers);
        for (const Hop& hop : failure.hops)
            QVERIFY(!hop.partition || *hop.partition >= 0);
        QVERIFY(failure.hops.size() <= headers.size());
    }
}

QTEST_GUILESS_MAIN(TestFailureHeaders)
#include "tst_failureheaders.moc"
