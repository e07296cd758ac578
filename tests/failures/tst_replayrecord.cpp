#include "failures/facts/headernames.h"
#include "failures/letters/replayrecord.h"
#include "failures/letters/wrapping.h"
#include "genuine.h"
#include "kafka/writing/transactionpartitioner.h"

#include <QTest>

using namespace nc;
using namespace Qt::StringLiterals;

class TestReplayRecord : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stripsWhatTheServiceAdded();
    void keepsForeignHeadersExactly();
    void unwrapsAsDeepAsItGoes();
    void wrappingProperty();
    void leavesOtherJsonStringsAlone();
    void unknownTargetGoesWithoutType();
    void nullsStayNulls();
    void findsTheTarget();
    void choosesThePartition();
    void hashesAsJavaDoes_data();
    void hashesAsJavaDoes();
};

namespace {

constexpr auto userType = "com.epam.digital.data.platform.notification.dto.UserNotificationMessageDto";

class Random {
public:
    quint32 below(quint32 limit)
    {
        m_seed = m_seed * 1664525 + 1013904223;
        return (m_seed >> 8) % limit;
    }
    QByteArray bytes(quint32 most)
    {
        QByteArray out;
        for (quint32 n = below(most + 1); n > 0; --n)
            out.append(static_cast<char>(below(256)));
        return out;
    }

private:
    quint32 m_seed = 7;
};

} // namespace

void TestReplayRecord::stripsWhatTheServiceAdded()
{
    const Record letter = genuine::deadLetters(u"50-email-smtp-550.jsonl"_s).first();
    const ReplayRecord out = prepareReplay(letter, u"email-notifications"_s);
    QCOMPARE(out.record.value, letter.value);
    QCOMPARE(out.record.key, letter.key);
    QCOMPARE(out.layers, 0);
    // Exactly what the platform's own stripped replay of this record carried.
    const Record stripped = genuine::read(u"82-replay-50-stripped.jsonl"_s, u"email-notifications"_s).first();
    QCOMPARE(out.record.headers.size(), stripped.headers.size());
    QCOMPARE(out.record.headers.last(), stripped.headers.last());
    QCOMPARE(out.record.headers.first().name, "b3");
    QCOMPARE(out.record.value, stripped.value);
}

void TestReplayRecord::keepsForeignHeadersExactly()
{
    const QByteArrayList failureNames{"kafka_dlt-original-topic", "kafka_dlt-exception-message", "retry_topic-attempts",
        "kafka_original-offset", "__connect.errors.topic", "__streams.errors.topic", "__dlq.errors.topic",
        "springDeserializerExceptionValue", "x-original-topic", "topic_poisoned", "reason_poisoned",
        "kafka_key-exception-fqcn", "kafka_dlt-key-exception-message"};
    const QByteArrayList foreignNames{"__TypeId__", "__Key_TypeId__", "spring_json_header_types", "b3", "traceparent",
        "x-request-id", "kafka_replyTopic", "", "KAFKA_DLT-ORIGINAL-TOPIC", "kafka_dlt", "x"};
    for (const QByteArray& name : failureNames)
        QVERIFY2(isFailureHeader(name), name.constData());
    Random random;
    for (int round = 0; round < 3000; ++round) {
        Record letter;
        letter.topic = u"t.DLT"_s;
        Headers foreign;
        for (quint32 i = random.below(20); i > 0; --i) {
            Header header;
            if (random.below(5) > 0)
                header.value = random.bytes(6);
            const bool failure = random.below(2) == 0;
            const QByteArrayList& names = failure ? failureNames : foreignNames;
            header.name = names[random.below(quint32(names.size()))];
            letter.headers.append(header);
            if (!failure)
                foreign.append(header);
        }
        letter.value = random.bytes(40);
        const ReplayRecord out = prepareReplay(letter, u"t"_s);
        if (!hasWrappedType(letter.headers)) {
            QCOMPARE(out.record.headers, foreign);
            QCOMPARE(out.record.value, letter.value);
        }
    }
}

void TestReplayRecord::unwrapsAsDeepAsItGoes()
{
    const Record once = genuine::deadLetters(u"13-poison-not-json.jsonl"_s).first();
    const QByteArray original("this is not JSON \xff\0", 19);
    QCOMPARE(unwrap(once).bytes, original);
    QCOMPARE(unwrap(once).layers, 1);
    const Record twice = genuine::deadLetters(u"83-replay-13-poison.jsonl"_s).first();
    QCOMPARE(unwrap(twice).bytes, original);
    QCOMPARE(unwrap(twice).layers, 2);
    const ReplayRecord out = prepareReplay(twice, u"user-notifications"_s);
    QCOMPARE(out.record.value, original);
    QCOMPARE(out.record.headers.last(), (Header{"__TypeId__", QByteArray(userType)}));
    QVERIFY(!out.typeUnknown);
    Record empty;
    empty.headers = {{"__TypeId__", "[B"}};
    empty.value = "\"\"";
    QCOMPARE(unwrap(empty).layers, 1);
    QCOMPARE(unwrap(empty).bytes, QByteArray(""));
    QCOMPARE(*unwrapOnce("\"e2JhZA==\""), QByteArray("{bad"));
}

void TestReplayRecord::wrappingProperty()
{
    Random random;
    for (int round = 0; round < 2000; ++round) {
        // What cannot itself be taken for a wrapping.
        const QByteArray original = '{' + random.bytes(60);
        Record record;
        record.headers = {{"__TypeId__", "[B"}};
        QByteArray value = original;
        const int layers = 1 + static_cast<int>(random.below(5));
        for (int i = 0; i < layers; ++i)
            value = '"' + value.toBase64() + '"';
        record.value = value;
        const Unwrapped inner = unwrap(record);
        QCOMPARE(inner.bytes, original);
        QCOMPARE(inner.layers, layers);
    }
}

void TestReplayRecord::leavesOtherJsonStringsAlone()
{
    Record record;
    record.value = "\"e2JhZA==\"";
    record.headers = {{"__TypeId__", "java.lang.String"}};
    QCOMPARE(unwrap(record).layers, 0);
    record.headers = {{"__TypeId__", "[B"}, {"__TypeId__", "java.lang.String"}};
    QCOMPARE(unwrap(record).layers, 0);
    record.headers = {{"__TypeId__", "[B"}};
    for (const QByteArray value : {"\"not base64!\"", "{}", "\"e2JhZA=\"", "\"", ""}) {
        record.value = value;
        QCOMPARE(unwrap(record).bytes, value);
        QCOMPARE(unwrap(record).layers, 0);
    }
}

void TestReplayRecord::unknownTargetGoesWithoutType()
{
    Record record;
    record.topic = u"other.DLT"_s;
    record.value = "\"e2JhZA==\"";
    record.headers = {{"a", "1"}, {"__TypeId__", "[B"}, {"b", {}}};
    const ReplayRecord out = prepareReplay(record, u"other"_s);
    QVERIFY(out.typeUnknown);
    QCOMPARE(out.record.headers, (Headers{{"a", "1"}, {"b", {}}}));
    QCOMPARE(out.record.value, QByteArray("{bad"));
}

void TestReplayRecord::nullsStayNulls()
{
    const Record letter = genuine::deadLetters(u"24-tombstone-null-value.jsonl"_s).first();
    const ReplayRecord out = prepareReplay(letter, u"user-notifications"_s);
    QVERIFY(!out.record.value);
    QVERIFY(!out.record.key);
    QCOMPARE(out.record.headers.first().name, "__TypeId__");
    QVERIFY(!expectsReply(out.record.headers));
    QVERIFY(expectsReply({{"kafka_replyTopic", "r"}}));
}

void TestReplayRecord::findsTheTarget()
{
    QCOMPARE(targetOf(genuine::deadLetters(u"83-replay-13-poison.jsonl"_s).first(), {}), u"user-notifications"_s);
    Record record;
    for (const QString& suffix : {u".DLT"_s, u"-dlt"_s, u".DLQ"_s, u"-dlq"_s, u".dead_letter"_s}) {
        record.topic = u"orders"_s + suffix;
        QCOMPARE(targetOf(record, {}), u"orders"_s);
    }
    record.headers = {{"kafka_dlt-original-topic", "first"}, {"kafka_dlt-original-topic", "latest"}};
    QCOMPARE(targetOf(record, {}), u"latest"_s);
    record.headers = {{"__connect.errors.topic", "connect"}};
    QCOMPARE(targetOf(record, {}), u"connect"_s);
    record = {};
    record.topic = u"nothing"_s;
    QCOMPARE(targetOf(record, {}), QString());
}

void TestReplayRecord::choosesThePartition()
{
    QCOMPARE(choosePartition({}, 7, {15, false, 0}), 7);
    QCOMPARE(choosePartition({}, 20, {15, false, 3}), 3);
    QCOMPARE(choosePartition(QByteArray("key-15"), 7, {15, false, 0}), partitionForKey("key-15", 15));
    QCOMPARE(choosePartition(QByteArray("key-15"), 7, {15, true, 0}), 7);
    QCOMPARE(choosePartition(QByteArray("key-15"), 20, {15, true, 0}), -1);
    // The service's producer put this record there.
    const Record keyed = genuine::read(u"15-unknown-user.jsonl"_s, u"user-notifications"_s).first();
    QCOMPARE(partitionForKey(*keyed.key, 15), keyed.partition);
}

void TestReplayRecord::hashesAsJavaDoes_data()
{
    // From the unit tests of Kafka's Utils.murmur2, as everybody's ports repeat them.
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint32>("hash");
    QTest::newRow("21") << QByteArray("21") << qint32(-973932308);
    QTest::newRow("foobar") << QByteArray("foobar") << qint32(-790332482);
    QTest::newRow("a-little-bit-long-string") << QByteArray("a-little-bit-long-string") << qint32(-985981536);
    QTest::newRow("a-little-bit-longer-string") << QByteArray("a-little-bit-longer-string") << qint32(-1486304829);
    QTest::newRow("a-lot-longer-string") << QByteArray("lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8")
                                         << qint32(-58897971);
    QTest::newRow("abc") << QByteArray("abc") << qint32(479470107);
}

void TestReplayRecord::hashesAsJavaDoes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(qint32, hash);
    QCOMPARE(static_cast<qint32>(murmur2(bytes)), hash);
}

QTEST_GUILESS_MAIN(TestReplayRecord)
#include "tst_replayrecord.moc"
