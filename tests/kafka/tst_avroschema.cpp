#include "avrotext.h"
#include "kafka/client/errors.h"
#include "kafka/schemas/avroschema.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

/// Avro binary as JSON, from good bytes and bad ones.
class TestAvroSchema : public QObject {
    Q_OBJECT

    static std::shared_ptr<const AvroSchema> schema(const QByteArray& json)
    {
        const auto parsed = AvroSchema::parse(json, u"7"_s);
        if (!parsed)
            qFatal("%s", qPrintable(parsed.error().detail));
        return *parsed;
    }
    static QByteArray decoded(const QByteArray& schemaJson, const QByteArray& bytes)
    {
        const auto json = schema(schemaJson)->toJson(bytes);
        return json ? *json : "! " + json.error().detail.toUtf8();
    }

private Q_SLOTS:
    void anAudit()
    {
        const QByteArray context = R"({"delivery":{"channel":"email"},"text":"Привіт"})";
        const QByteArray bytes = test::auditBytes("p-1", 1'700'000'000'123, context);
        const QByteArray expected =
            R"({"request_id":"5f1c","application_name":"notification-service","name":"SEND_USER_NOTIFICATION",)"
            R"("source_system":null,"source_application":null,"source_business_process":null,)"
            R"("source_business_process_definition_id":null,"source_business_process_instance_id":"p-1",)"
            R"("source_business_activity":null,"source_business_activity_id":null,"type":"SYSTEM_EVENT",)"
            R"("timestamp":1700000000123,"user_name":null,"user_keycloak_id":null,"user_drfo":null,)"
            "\"context\":\"{\\\"delivery\\\":{\\\"channel\\\":\\\"email\\\"},\\\"text\\\":\\\"Привіт\\\"}\"}";
        QCOMPARE(decoded(test::auditSchema(), bytes), expected);
        // Not one byte less, and none more.
        const auto whole = schema(test::auditSchema());
        for (qsizetype length = 0; length < bytes.size(); ++length)
            QVERIFY(!whole->toJson(bytes.first(length)));
        QVERIFY(!whole->toJson(bytes + '\0'));
    }

    void everyType_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("null") << "\"null\""_ba
                              << ""_ba
                              << "null"_ba;
        QTest::newRow("true") << "\"boolean\""_ba
                              << "\x01"_ba
                              << "true"_ba;
        QTest::newRow("int") << "\"int\""_ba
                             << "\x03"_ba
                             << "-2"_ba;
        QTest::newRow("longest long") << "\"long\""_ba
                                      << "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"_ba
                                      << "-9223372036854775808"_ba;
        QTest::newRow("float") << "\"float\""_ba << QByteArray("\x00\x00\xc0\x3f", 4) << "1.5"_ba;
        QTest::newRow("double") << "\"double\""_ba
                                << "\x9a\x99\x99\x99\x99\x99\xb9\x3f"_ba
                                << "0.1"_ba;
        QTest::newRow("no number") << "\"float\""_ba << QByteArray("\x00\x00\xc0\x7f", 4) << "\"NaN\""_ba;
        QTest::newRow("infinity") << "\"float\""_ba << QByteArray("\x00\x00\x80\xff", 4) << "\"-Infinity\""_ba;
        QTest::newRow("string") << "\"string\""_ba
                                << "\x06"
                                   "a\"b"_ba
                                << "\"a\\\"b\""_ba;
        QTest::newRow("string, not UTF-8") << "\"string\""_ba
                                           << "\x02\xff"_ba
                                           << R"({"base64":"/w=="})"_ba;
        QTest::newRow("bytes") << "\"bytes\""_ba
                               << "\x04\x01\x02"_ba
                               << R"({"base64":"AQI="})"_ba;
        QTest::newRow("fixed") << R"({"type":"fixed","name":"F","size":2})"_ba
                               << "\x01\x02"_ba
                               << R"({"base64":"AQI="})"_ba;
        QTest::newRow("enum") << R"({"type":"enum","name":"E","symbols":["A","B"]})"_ba
                              << "\x02"_ba
                              << "\"B\""_ba;
        QTest::newRow("array") << R"({"type":"array","items":"int"})"_ba << QByteArray("\x04\x02\x04\x00", 4)
                               << "[1,2]"_ba;
        QTest::newRow("array in sized blocks")
            << R"({"type":"array","items":"int"})"_ba << QByteArray("\x01\x02\x02\x02\x06\x00", 6) << "[1,3]"_ba;
        QTest::newRow("map") << R"({"type":"map","values":"int"})"_ba << QByteArray("\x02\x02k\x0a\x00", 5)
                             << R"({"k":5})"_ba;
        QTest::newRow("union") << R"(["null","string"])"_ba << QByteArray("\x00", 1) << "null"_ba;
        QTest::newRow("recursive") << QByteArray(R"({"type":"record","name":"N","fields":[{"name":"v","type":"int"},)"
                                                 R"({"name":"next","type":["null","N"]}]})")
                                   << QByteArray("\x02\x02\x04\x00", 4) << R"({"v":1,"next":{"v":2,"next":null}})"_ba;
    }
    void everyType()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, json);
        QCOMPARE(decoded(schema, bytes), json);
    }

    void hostile_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray huge = "\xfe\xff\xff\xff\xff\xff\xff\xff\xff\x01"_ba; // the greatest long
        const QByteArray least = "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"_ba;
        const QByteArray list = R"({"type":"record","name":"N","fields":[{"name":"next","type":["null","N"]}]})";
        QTest::newRow("length beyond the end") << "\"string\""_ba
                                               << "\x10"
                                                  "ab"_ba;
        QTest::newRow("huge length") << "\"bytes\""_ba << huge;
        QTest::newRow("negative length") << "\"string\""_ba
                                         << "\x01"_ba;
        QTest::newRow("endless number") << "\"long\""_ba << QByteArray(100, '\xff');
        QTest::newRow("number of 65 bits") << "\"long\""_ba << QByteArray(9, '\xff') + '\x02';
        QTest::newRow("int of 33 bits") << "\"int\""_ba
                                        << "\x80\x80\x80\x80\x20"_ba;
        QTest::newRow("endless nulls") << R"({"type":"array","items":"null"})"_ba << huge;
        QTest::newRow("impossible count") << R"({"type":"array","items":"null"})"_ba << least + '\0';
        QTest::newRow("map of many") << R"({"type":"map","values":"null"})"_ba << huge;
        QTest::newRow("no such branch") << R"(["null"])"_ba
                                        << "\x02"_ba;
        QTest::newRow("branch before the first") << R"(["null"])"_ba
                                                 << "\x01"_ba;
        QTest::newRow("no such symbol") << R"({"type":"enum","name":"E","symbols":["A"]})"_ba
                                        << "\x02"_ba;
        QTest::newRow("half true") << "\"boolean\""_ba
                                   << "\x02"_ba;
        QTest::newRow("a million deep") << list << QByteArray(1'000'000, '\x02');
        QTest::newRow("deep by the schema alone")
            << R"({"type":"record","name":"N","fields":[{"name":"next","type":"N"}]})"_ba
            << ""_ba;
        QByteArray doubling = "\"null\"";
        for (int i = 0; i < 40; ++i) {
            const QByteArray name = "R" + QByteArray::number(i);
            const QByteArray before = i == 0 ? "\"null\""_ba : "\"R" + QByteArray::number(i - 1) + '"';
            doubling = "{\"type\":\"record\",\"name\":\"" + name + "\",\"fields\":[{\"name\":\"a\",\"type\":" + doubling
                + "},{\"name\":\"b\",\"type\":" + before + "}]}";
        }
        QTest::newRow("2 to the 40th nulls") << doubling << ""_ba;
    }
    void hostile()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, bytes);
        QElapsedTimer clock;
        clock.start();
        const auto json = TestAvroSchema::schema(schema)->toJson(bytes);
        QVERIFY(!json);
        QVERIFY(json.error().is(errors::badAvro));
        QCOMPARE(json.error().subject, u"7"_s);
        QVERIFY(!json.error().detail.isEmpty());
        QVERIFY(clock.elapsed() < 5000);
    }

    void noise()
    {
        const auto audit = schema(test::auditSchema());
        const QByteArray good = test::auditBytes("p-1", 1, "{}");
        QRandomGenerator random(20231114);
        int refused = 0;
        for (int round = 0; round < 20'000; ++round) {
            QByteArray bytes = good;
            for (int change = 0; change < 3; ++change)
                bytes[random.bounded(static_cast<quint32>(bytes.size()))] = static_cast<char>(random.generate());
            const auto json = audit->toJson(bytes);
            refused += json ? 0 : 1;
            if (json)
                QVERIFY(QJsonDocument::fromJson(*json).isObject());
        }
        QVERIFY(refused > 1000);
    }

    void schemasThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << ""_ba;
        QTest::newRow("no JSON") << "{"_ba;
        QTest::newRow("a number") << "1"_ba;
        QTest::newRow("unknown type") << "\"strange\""_ba;
        QTest::newRow("no fields") << R"({"type":"record","name":"R"})"_ba;
        QTest::newRow("a field without a type") << R"({"type":"record","name":"R","fields":[{"name":"a"}]})"_ba;
        QTest::newRow("a name nobody has") << R"({"type":"record","name":"R","fields":[{"name":"a","type":"X"}]})"_ba;
        QTest::newRow("too deep") << QByteArray(100'000, '[');
    }
    void schemasThatAreNone()
    {
        QFETCH(QByteArray, json);
        const auto parsed = AvroSchema::parse(json, u"7"_s);
        QVERIFY(!parsed);
        QVERIFY(parsed.error().is(errors::badAvro));
    }
};

QTEST_APPLESS_MAIN(TestAvroSchema)
#include "tst_avroschema.moc"
