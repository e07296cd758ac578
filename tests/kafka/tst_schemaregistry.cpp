#include "avrotext.h"
#include "httpfake.h"
#include "kafka/client/errors.h"
#include "kafka/records/recordjson.h"
#include "kafka/schemas/avrodecoder.h"
#include "kafka/schemas/schemaregistryclient.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace nc;
using namespace std::chrono_literals;

/// The client against a server that answers well, badly, or not at all.
class TestSchemaRegistry : public QObject {
    Q_OBJECT

    TaskContext m_task;

    static KafkaAccess access(const QString& url, const QString& user = {}, const QString& password = {})
    {
        KafkaAccess made;
        made.connection.schemaRegistry = url;
        made.connection.registryUser = user;
        made.secrets.registryPassword = password;
        return made;
    }

private Q_SLOTS:
    void asksOnce()
    {
        test::HttpFake server;
        server.put("/apis/ccompat/v7/schemas/ids/258", {200, test::registryAnswer("\"string\"")});
        SchemaRegistryClient client(access(server.url() + u"/apis/ccompat/v7/"_s));
        QVERIFY(client.isConfigured());
        QCOMPARE(client.schema(258, m_task), Result<QByteArray>("\"string\""));
        QCOMPARE(client.schema(258, m_task), Result<QByteArray>("\"string\""));
        QCOMPARE(server.requests().size(), 1);
        QVERIFY(!server.requests().first().contains("Authorization"));
    }

    void unknownSchemasAreNotAskedForAgainAtOnce()
    {
        test::HttpFake server;
        server.put("/schemas/ids/1", {200, test::registryAnswer("\"int\"")});
        SchemaRegistryClient client(access(server.url()));
        const auto unknown = client.schema(2, m_task);
        QVERIFY(!unknown && unknown.error().is(errors::unknownSchema));
        QCOMPARE(unknown.error().subject, u"2"_s);
        QVERIFY(!client.schema(2, m_task));
        QCOMPARE(server.requests().size(), 1);
        // Others are.
        QVERIFY(client.schema(1, m_task));
    }

    void aTopicOfBinaryValuesCostsLittle_data()
    {
        QTest::addColumn<quint32>("first");
        QTest::addColumn<quint32>("step");
        QTest::addColumn<int>("asked");
        QTest::addColumn<bool>("said");
        QTest::newRow("random bytes after a zero") << 0x4142'4344U << 7919U << 16 << false;
        QTest::newRow("small numbers") << 1000U << 1U << 100 << true;
        QTest::newRow("one number again and again") << 5U << 0U << 1 << true;
    }
    void aTopicOfBinaryValuesCostsLittle()
    {
        QFETCH(quint32, first);
        QFETCH(quint32, step);
        test::HttpFake server;
        const AvroDecoder decoder(access(server.url()));
        const auto decode = decoder.forRecords(m_task);
        Record record;
        for (quint32 i = 0; i < 3000; ++i) {
            record.value = test::framed(static_cast<qint32>(first + i * step), "\x02");
            QVERIFY(!decode(RecordView(record)));
        }
        QTEST(int(server.requests().size()), "asked");
        QCOMPARE(server.connections(), 1);
        QTEST(decoder.problem().has_value(), "said");
    }

    void whatIsTooMuchToAskIsSaid()
    {
        test::HttpFake server;
        server.put("/schemas/ids/1", {200, test::registryAnswer("\"int\"")});
        SchemaRegistryClient client(access(server.url()));
        QVERIFY(client.schema(1, m_task));
        for (int id = 2; id < 102; ++id)
            QVERIFY(client.schema(id, m_task).error().is(errors::unknownSchema));
        QVERIFY(client.schema(102, m_task).error().is(errors::schemaNotAsked));
        // What is known stays so, and what was unknown is not "not asked".
        QVERIFY(client.schema(1, m_task));
        QVERIFY(client.schema(2, m_task).error().is(errors::unknownSchema));
        QCOMPARE(server.requests().size(), 101);
    }

    void aRegistryThatIsNoneIsLeftAlone_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<int>("asked");
        QTest::newRow("broken") << 500 << false << 3;
        QTest::newRow("a web server") << 404 << false << 3;
        QTest::newRow("refuses") << 401 << false << 1;
        QTest::newRow("hangs up") << 200 << true << 1;
    }
    void aRegistryThatIsNoneIsLeftAlone()
    {
        QFETCH(int, status);
        QFETCH(bool, closes);
        test::HttpFake server;
        server.putElse({status, "<html>", {}, {}, closes});
        SchemaRegistryClient client(access(server.url()));
        for (int id = 1; id < 500; ++id) {
            const auto found = client.schema(id, m_task);
            QVERIFY(!found && !found.error().is(errors::unknownSchema));
        }
        QTEST(int(server.requests().size()), "asked");
    }

    void check()
    {
        test::HttpFake server;
        QVERIFY(SchemaRegistryClient(access(server.url())).check(m_task));
        server.put("/schemas/ids/1", {200, R"({"schemaType":"PROTOBUF","schema":"x"})"});
        QVERIFY(SchemaRegistryClient(access(server.url())).check(m_task));
        const auto codeOf = [&](const test::HttpFake::Answer& answer) {
            server.put("/schemas/ids/1", answer);
            const auto good = SchemaRegistryClient(access(server.url())).check(m_task);
            return good ? QString() : good.error().id();
        };
        QCOMPARE(codeOf({404, "<html>"}), u"kafka.registry-answer"_s);
        QCOMPARE(codeOf({404, R"({"error_code":404,"message":"HTTP 404 Not Found"})"}), u"kafka.registry-answer"_s);
        QCOMPARE(codeOf({200, "<html>"}), u"kafka.registry-answer"_s);
        QCOMPARE(codeOf({401, "{}"}), u"kafka.registry-refused"_s);
    }

    void aTokenInTheAddressIsSentAndNeverShown()
    {
        test::HttpFake server;
        server.put("/x/schemas/ids/1?access_token=CANARY", {200, test::registryAnswer("\"int\"")});
        SchemaRegistryClient client(access(server.url() + u"/x/?access_token=CANARY"_s));
        QVERIFY(client.schema(1, m_task));
        const auto unknown = client.schema(2, m_task);
        QVERIFY(!unknown && unknown.error().detail == server.url() + u"/x"_s);
    }

    void authentication_data()
    {
        QTest::addColumn<QString>("inUrl");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("password");
        QTest::newRow("in the URL") << u"key:s%3Ac@"_s << QString() << QString();
        QTest::newRow("key and secret") << QString() << u"key"_s << u"s:c"_s;
    }
    void authentication()
    {
        QFETCH(QString, inUrl);
        QFETCH(QString, user);
        QFETCH(QString, password);
        test::HttpFake server;
        server.put("/schemas/ids/1", {200, test::registryAnswer("\"int\"")});
        server.put("/schemas/ids/2", {401, R"({"error_code":401,"message":"Unauthorized"})"});
        SchemaRegistryClient client(access(server.url().replace(u"//"_s, u"//"_s + inUrl), user, password));
        QVERIFY(client.schema(1, m_task));
        QVERIFY(server.requests().first().contains("Authorization: Basic " + QByteArray("key:s:c").toBase64()));
        const auto refused = client.schema(2, m_task);
        QVERIFY(!refused && refused.error().is(errors::registryRefused));
        QCOMPARE(refused.error().subject, server.url());
        QCOMPARE(refused.error().detail, u"HTTP 401: Unauthorized"_s);
    }

    void answersOfNoUse_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::newRow("garbage") << 200 << "<html>"_ba << u"kafka.registry-answer"_s;
        QTest::newRow("nothing") << 200 << ""_ba << u"kafka.registry-answer"_s;
        QTest::newRow("no schema") << 200 << "{}"_ba << u"kafka.registry-answer"_s;
        QTest::newRow("a list") << 200 << "[]"_ba << u"kafka.registry-answer"_s;
        QTest::newRow("broken inside") << 500 << R"({"error_code":50001,"message":"oh"})"_ba
                                       << u"kafka.registry-answer"_s;
        QTest::newRow("elsewhere") << 302 << ""_ba << u"kafka.registry-answer"_s;
        QTest::newRow("forbidden") << 403 << ""_ba << u"kafka.registry-refused"_s;
        QTest::newRow("too large") << 200 << QByteArray(5'000'000, ' ') << u"kafka.registry-answer"_s;
        QTest::newRow("another kind") << 200 << R"({"schemaType":"PROTOBUF","schema":"x"})"_ba << u"kafka.bad-avro"_s;
        QTest::newRow("in parts") << 200 << R"({"schema":"int","references":[{"name":"a"}]})"_ba << u"kafka.bad-avro"_s;
        QTest::newRow("no Avro schema") << 200 << R"({"schema":"strange"})"_ba << u"kafka.bad-avro"_s;
    }
    void answersOfNoUse()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        test::HttpFake server;
        server.put("/schemas/ids/1", {status, body});
        const AvroDecoder decoder(access(server.url()));
        const auto json = decoder.toJson(test::framed(1, "\x02"), m_task);
        QVERIFY(!json);
        QCOMPARE(json.error().id(), code);
        QCOMPARE(decoder.problem(), std::optional(json.error()));
        QVERIFY(!decoder.toJson(test::framed(1, "\x02"), m_task));
        QCOMPARE(server.requests().size(), 1);
    }

    void nobodyThere()
    {
        QTcpServer closed;
        closed.listen(QHostAddress::LocalHost);
        const QString url = u"http://key:secret@127.0.0.1:%1/x"_s.arg(closed.serverPort());
        closed.close();
        SchemaRegistryClient client(access(url));
        const auto found = client.schema(1, m_task);
        QVERIFY(!found && found.error().is(errors::registryUnreachable));
        QVERIFY(found.error().subject.endsWith(u"/x"_s));
        QVERIFY(!found.error().subject.contains(u"secret"_s));
        QVERIFY(!found.error().detail.contains(u"secret"_s));
        QVERIFY(!SchemaRegistryClient(access({})).isConfigured());
        QVERIFY(SchemaRegistryClient(access({})).schema(1, m_task).error().is(errors::noSchemaRegistry));
    }

    void cancelActsAtOnce()
    {
        test::HttpFake server;
        const CancelSource source;
        QElapsedTimer sinceCancel;
        server.put("/schemas/ids/1", {200, {}, [&] {
                                          sinceCancel.start();
                                          source.cancel();
                                      }});
        SchemaRegistryClient client(access(server.url()));
        const auto found = client.schema(1, {source.token()});
        const qint64 took = sinceCancel.elapsed();
        QVERIFY(!found && found.error().is(errors::cancelled));
        QVERIFY2(took < 100, qPrintable(QString::number(took)));
        // Nothing is held against the registry for that.
        server.put("/schemas/ids/1", {200, test::registryAnswer("\"int\"")});
        QVERIFY(client.schema(1, m_task));
    }

    void manyThreads()
    {
        test::HttpFake server;
        server.put("/schemas/ids/1", {200, test::registryAnswer(test::auditSchema())});
        const AvroDecoder decoder(access(server.url()));
        const QByteArray value = test::framed(1, test::auditBytes("p", 1, "{}"));
        std::atomic<int> good = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&] {
                for (int i = 0; i < 500; ++i)
                    good += decoder.toJson(value, m_task) ? 1 : 0;
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(good, 2000);
        QVERIFY(server.requests().size() <= 4);
    }

    void recordsAndFilters()
    {
        test::HttpFake server;
        server.put("/schemas/ids/1", {200, test::registryAnswer(test::auditSchema())});
        const AvroDecoder decoder(access(server.url()));
        Record record;
        record.value = test::framed(1, test::auditBytes("p-7", 1'700'000'000'123, R"({"step":"AFTER"})"));
        const auto decode = decoder.forRecords(m_task);
        for (const QString& filter :
            {u"name = SEND_USER_NOTIFICATION"_s, u"context: AFTER"_s, u"timestamp < 0"_s,
                u"source_business_process_instance_id = p-7 and source_system = null"_s, u"value: \"\\\"p-7\\\"\""_s}) {
            const auto parsed = RecordFilter::parse(filter);
            QVERIFY(parsed);
            QCOMPARE(RecordMatcher(*parsed, decode).matches(RecordView(record)), filter != u"timestamp < 0");
        }
        const auto json = decode(RecordView(record));
        QVERIFY(json);
        const QByteArray line = recordToJson(record, {.exact = false, .decodedValue = json});
        const QJsonObject shown = QJsonDocument::fromJson(line).object();
        QCOMPARE(shown["valueFormat"_L1].toString(), u"avro"_s);
        QCOMPARE(shown["value"_L1].toObject()["request_id"_L1].toString(), u"5f1c"_s);
        QCOMPARE(shown["value"_L1].toObject()["context"_L1].toString(), u"{\"step\":\"AFTER\"}"_s);
        // Written back it would no longer be Avro.
        QVERIFY(!recordFromJson(line, 1));
        QVERIFY(recordToJson(record, {.exact = true, .decodedValue = json}).contains("\"value\":{\"base64\":"));

        // What is not framed is left alone, and nobody is asked.
        for (const QByteArray& value : {"{}"_ba, ""_ba, QByteArray(4, '\0'), QByteArray(8, '\0'), "\xff\0\0\0\1x"_ba}) {
            record.value = value;
            QVERIFY(!decode(RecordView(record)));
        }
        record.value.reset();
        QVERIFY(!decode(RecordView(record)));
        QCOMPARE(server.requests().size(), 1);
        QVERIFY(!decoder.problem());
    }
};

QTEST_GUILESS_MAIN(TestSchemaRegistry)
#include "tst_schemaregistry.moc"
