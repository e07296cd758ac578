#include "kafka/client/errors.h"
#include "kafka/records/headertext.h"
#include "kafka/records/recordjson.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

Q_DECLARE_METATYPE(std::optional<QByteArray>)

/// Records as JSON: what stands as JSON and what does not, and that nothing is lost on the way back.
class TestRecordJson : public QObject {
    Q_OBJECT

    static QByteArray shown(const std::optional<QByteArray>& value, bool exact = false)
    {
        Record record;
        record.value = value;
        const QByteArray line = recordToJson(record, {exact, {}});
        const qsizetype from = line.indexOf("\"value\":") + 8;
        return line.mid(from, line.indexOf(",\"valueFormat\"") - from);
    }

private Q_SLOTS:
    void values_data()
    {
        QTest::addColumn<std::optional<QByteArray>>("value");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("format");
        const auto row = [](const char* name, const std::optional<QByteArray>& value, const QByteArray& json,
                             const QByteArray& format) { QTest::newRow(name) << value << json << format; };
        row("null", std::nullopt, "null", "null");
        row("empty", QByteArray("", 0), "\"\"", "text");
        row("object", QByteArray("{ \"a\" : [1, 2.5, true, null] }\n"), "{\"a\":[1,2.5,true,null]}", "json");
        row("number", QByteArray("5"), "5", "json");
        row("text", QByteArray("hello"), "\"hello\"", "text");
        row("a JSON text stays text", QByteArray("\"e2JhZA==\""), "\"\\\"e2JhZA==\\\"\"", "text");
        row("the word null", QByteArray("null"), "\"null\"", "text");
        row("number too long", QByteArray("{\"id\":12345678901234567890}"), "\"{\\\"id\\\":12345678901234567890}\"",
            "text");
        row("fraction too long", QByteArray("[0.1234567890123456789]"), "\"[0.1234567890123456789]\"", "text");
        row("2^53", QByteArray("[9007199254740992]"), "[9007199254740992]", "json");
        row("2^53+1", QByteArray("[9007199254740993]"), "\"[9007199254740993]\"", "text");
        row("out of range", QByteArray("[1e999]"), "\"[1e999]\"", "text");
        row("a name twice", QByteArray("{\"a\":1,\"\\u0061\":2}"), "\"{\\\"a\\\":1,\\\"\\\\u0061\\\":2}\"", "text");
        row("looks like our own marker", QByteArray("{\"base64\":\"eA==\"}"), "\"{\\\"base64\\\":\\\"eA==\\\"}\"",
            "text");
        row("broken JSON", QByteArray("{bad"), "\"{bad\"", "text");
        row("two documents", QByteArray("{} {}"), "\"{} {}\"", "text");
        row("not UTF-8", QByteArray("\xff\x00", 2), "{\"base64\":\"/wA=\"}", "base64");
        row("surrogate in UTF-8", QByteArray("\xed\xa0\x80"), "{\"base64\":\"7aCA\"}", "base64");
        row("control characters", QByteArray("a\x01\n\"\\", 5), "\"a\\u0001\\n\\\"\\\\\"", "text");
        const auto nested = [](int depth) { return QByteArray(depth, '[') + QByteArray(depth, ']'); };
        row("100 levels", nested(100), nested(100), "json");
        row("101 levels", nested(101), '"' + nested(101) + '"', "text");
    }

    void values()
    {
        QFETCH(std::optional<QByteArray>, value);
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, format);
        QCOMPARE(shown(value), json);
        QCOMPARE(valueFormatOf(value), format);
        Record record;
        record.value = value;
        QVERIFY(!QJsonDocument::fromJson(recordToJson(record)).isNull());
    }

    void headersHaveTypes()
    {
        Record record;
        record.headers = {{"b3", "x"}, {"kafka_dlt-original-partition", headerBytes(HeaderType::Int32, 7)},
            {"kafka_dlt-original-offset", headerBytes(HeaderType::Int64, -1)}, {"kafka_dlt-original-offset", "short"},
            {"retry_topic-backoff-timestamp", QByteArray::fromHex("018bcfe56800")}, {"n", std::nullopt},
            {"raw", "\xff"}, {"", ""}};
        const QJsonArray headers = QJsonDocument::fromJson(recordToJson(record)).object()["headers"_L1].toArray();
        QStringList types;
        for (const QJsonValue& header : headers)
            types.append(header["type"_L1].toString());
        QCOMPARE(types,
            (QStringList{u"text"_s, u"int32"_s, u"int64"_s, u"text"_s, u"int64"_s, u"null"_s, u"bytes"_s, u"text"_s}));
        QCOMPARE(headers[1]["value"_L1].toInt(), 7);
        QCOMPARE(headers[2]["value"_L1].toInt(), -1);
        QCOMPARE(headers[4]["value"_L1].toInteger(), 1'700'000'000'000);
        const auto back = recordFromJson(recordToJson(record), 1);
        QVERIFY(back);
        QCOMPARE(back->headers, record.headers);
    }

    void anyRecordComesBackExactly()
    {
        QRandomGenerator random(42);
        const auto bytes = [&]() -> std::optional<QByteArray> {
            static const QList<QByteArray> some{"", "null", "5", "{\"a\":1}", "{\"base64\":\"eA==\"}", "\"t\"", "текст",
                QByteArray("\xff\x00", 2), "{ \"a\" : 1.50 }", "[1e400]", "\"", "\\", "true"};
            const quint32 kind = random.bounded(4u);
            if (kind == 0)
                return std::nullopt;
            if (kind == 1)
                return some[random.bounded(some.size())];
            QByteArray made(static_cast<qsizetype>(random.bounded(40u)), '\0');
            for (char& c : made)
                c = static_cast<char>(kind == 2 ? random.bounded(256u) : random.bounded(32u, 127u));
            return made;
        };
        for (int round = 0; round < 5000; ++round) {
            Record record;
            record.topic = u"т-%1"_s.arg(round);
            record.partition = static_cast<qint32>(random.bounded(15));
            record.offset = random.bounded(1'000'000);
            record.timestamp = random.bounded(2'000'000'000);
            record.timestampType = TimestampType::CreateTime;
            record.key = bytes();
            record.value = bytes();
            static const QList<QByteArray> names{
                "b3", "kafka_dlt-original-offset", "kafka_dlt-original-partition", "x", "retry_topic-attempts"};
            for (quint32 i = random.bounded(5u); i > 0; --i)
                record.headers.append({names[random.bounded(names.size())], bytes()});
            const QByteArray line = recordToJson(record, {true, {}});
            QVERIFY(!line.contains('\n'));
            QVERIFY(!QJsonDocument::fromJson(line).isNull());
            const auto back = recordFromJson(line, 1);
            QVERIFY2(back, line.constData());
            QCOMPARE(*back, record);
        }
    }

    void readsPlainShapes()
    {
        const auto record = recordFromJson(
            R"({"value":{"a": [1, 2.50]},"key":7,"headers":[{"name":"h","value":null}],"state":"open"})", 1);
        QVERIFY(record);
        QCOMPARE(*record->value, "{\"a\": [1, 2.50]}");
        QCOMPARE(*record->key, "7");
        QCOMPARE(record->partition, -1);
        QCOMPARE(record->timestamp, -1);
        QCOMPARE(record->headers, (Headers{{"h", std::nullopt}}));
    }

    void refusesWhatIsNoRecord_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char* line :
            {"", "[]", "5", "{", "{\"partition\":\"x\"}", "{\"partition\":-2}", "{\"value\":{\"base64\":\"***\"}}",
                "{\"headers\":5}", "{\"headers\":[5]}", "{\"headers\":[{\"value\":\"x\"}]}",
                "{\"headers\":[{\"name\":\"a\",\"value\":\"x\",\"type\":\"int32\"}]}",
                "{\"headers\":[{\"name\":\"a\",\"value\":4294967296,\"type\":\"int32\"}]}", "{\"topic\":1}", "{} x",
                "{\"value\":\"\xff\"}"})
            QTest::newRow(line) << QByteArray(line);
    }

    void refusesWhatIsNoRecord()
    {
        QFETCH(QByteArray, line);
        const auto record = recordFromJson(line, 17);
        QVERIFY(!record);
        QVERIFY(record.error().is(errors::badRecordJson));
        QCOMPARE(record.error().subject, u"17"_s);
    }
};

QTEST_GUILESS_MAIN(TestRecordJson)
#include "tst_recordjson.moc"
