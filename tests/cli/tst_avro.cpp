#include "../kafka/avrotext.h"
#include "clirun.h"
#include "httpfake.h"
#include "kafka/writing/recordwriter.h"
#include "testsandbox.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

// fixed time: what is read is asked for without a window of time.
constexpr qint64 auditedAt = 1'700'000'000'123;

/// Avro on the real broker, its schema from a registry of the test's own.
class TestAvro : public QObject {
    Q_OBJECT

    std::unique_ptr<test::TestSandbox> m_sandbox;
    test::HttpFake m_registry;
    QTemporaryDir m_folder;
    TaskContext m_task;

    void write(const QString& topic, const QByteArrayList& values) const
    {
        auto writer = RecordWriter::open(KafkaAccess(m_sandbox->profile().kafka));
        QVERIFY(writer);
        int acknowledged = 0;
        for (const QByteArray& value : values) {
            Record record;
            record.topic = topic;
            record.partition = 0;
            record.value = value;
            QVERIFY((*writer)->enqueue(
                record, 0, [&](const Result<WriteTarget>& result, qint64) { acknowledged += result ? 1 : 0; }, m_task));
        }
        QVERIFY((*writer)->flush(m_task));
        QCOMPARE(acknowledged, values.size());
    }
    CliRun run(const QString& profile, const QStringList& arguments, const QByteArray& input = {}) const
    {
        return runCli(QStringList{u"--config-dir"_s, m_folder.path(), u"--profile"_s, profile} + arguments, input);
    }
    void addProfile(const QString& name, const QStringList& more) const
    {
        const CliRun done = runCli(QStringList{u"--config-dir"_s, m_folder.path(), u"profiles"_s, u"add"_s, name,
                                       u"--bootstrap"_s, m_sandbox->bootstrap()}
            + more);
        QVERIFY2(done.code == 0, done.err.constData());
    }
    static QJsonObject object(const QByteArray& line) { return QJsonDocument::fromJson(line).object(); }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
        qunsetenv("NOTIFYCTL_PROFILE");
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        m_sandbox = std::make_unique<test::TestSandbox>();
        m_registry.put("/schemas/ids/258", {200, test::registryAnswer(test::auditSchema())});
        addProfile(u"with"_s, {u"--schema-registry"_s, m_registry.url()});
        addProfile(u"without"_s, {});
        // Nobody listens there.
        addProfile(u"down"_s, {u"--schema-registry"_s, u"http://127.0.0.1:1"_s});
    }

    void topicsRead()
    {
        const QString topic = m_sandbox->makeTopic(u"avro"_s);
        const QByteArray avro = test::framed(258, test::auditBytes("p-1", auditedAt, R"({"step":"AFTER"})"));
        write(topic, {avro, R"({"name":"plain"})", test::framed(259, "\xff")});
        const QStringList read{u"topics"_s, u"read"_s, topic, u"--from"_s, u"beginning"_s, u"--json"_s};
        const CliRun all = run(u"with"_s, read);
        QCOMPARE(all.code, 0);
        const QByteArrayList lines = all.out.split('\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(object(lines[0])["valueFormat"_L1].toString(), u"avro"_s);
        const QJsonObject value = object(lines[0])["value"_L1].toObject();
        QCOMPARE(value["name"_L1].toString(), u"SEND_USER_NOTIFICATION"_s);
        QCOMPARE(value["timestamp"_L1].toInteger(), auditedAt);
        QCOMPARE(value["context"_L1].toString(), uR"({"step":"AFTER"})"_s);
        QCOMPARE(object(lines[1])["valueFormat"_L1].toString(), u"json"_s);
        // The registry does not know that one: bytes, and a word about it.
        QCOMPARE(object(lines[2])["valueFormat"_L1].toString(), u"base64"_s);
        QVERIFY2(all.err.contains("259"), all.err.constData());

        const QStringList filter{u"--filter"_s, u"name = SEND_USER_NOTIFICATION and context: after"_s};
        QCOMPARE(run(u"with"_s, read + filter).out, lines[0] + '\n');
        QCOMPARE(run(u"without"_s, read + filter).code, 4);
        QCOMPARE(run(u"with"_s,
                     {u"topics"_s, u"wait"_s, topic, u"--from"_s, u"beginning"_s, u"--timeout"_s, u"20s"_s,
                         u"--filter"_s, u"source_business_process_instance_id = p-1"_s, u"--json"_s})
                     .out,
            lines[0] + '\n');

        // The very bytes, and back.
        const CliRun exact = run(u"with"_s, read + QStringList{u"--exact"_s});
        const QJsonValue bytes = object(exact.out.split('\n')[0])["value"_L1].toObject()["base64"_L1];
        QCOMPARE(bytes.toString().toLatin1(), avro.toBase64());
        const QString copy = m_sandbox->makeTopic(u"avrocopy"_s);
        QCOMPARE(run(u"with"_s, {u"topics"_s, u"produce"_s, copy, u"--jsonl"_s}, exact.out).code, 0);
        const CliRun refused = run(u"with"_s, {u"topics"_s, u"produce"_s, copy, u"--jsonl"_s}, lines[0] + '\n');
        QVERIFY(refused.code != 0);
        QVERIFY2(refused.err.contains("--exact"), refused.err.constData());
        const CliRun raw =
            run(u"with"_s, {u"topics"_s, u"read"_s, copy, u"--format"_s, u"raw"_s, u"--limit"_s, u"1"_s});
        QCOMPARE(raw.out, avro);
    }

    void withoutARegistry_data()
    {
        QTest::addColumn<QString>("profile");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("none") << u"without"_s << "--schema-registry"_ba;
        QTest::newRow("down") << u"down"_s << "127.0.0.1:1"_ba;
    }
    void withoutARegistry()
    {
        QFETCH(QString, profile);
        QFETCH(QByteArray, word);
        const QString topic = m_sandbox->makeTopic(u"avrobytes"_s);
        const QByteArray avro = test::framed(258, test::auditBytes("p-1", auditedAt, "{}"));
        write(topic, {avro, avro, "{}"});
        const CliRun read = run(profile, {u"topics"_s, u"read"_s, topic, u"--json"_s, u"--lang"_s, u"en"_s});
        QCOMPARE(read.code, 0);
        const QByteArrayList lines = read.out.split('\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(object(lines[1])["valueFormat"_L1].toString(), u"base64"_s);
        QCOMPARE(object(lines[2])["valueFormat"_L1].toString(), u"json"_s);
        QVERIFY2(read.err.count(word) == 1, read.err.constData());
    }
};

QTEST_GUILESS_MAIN(TestAvro)
#include "tst_avro.moc"
