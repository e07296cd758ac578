#include "clirun.h"
#include "testsandbox.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

/// The verbs of `topics` in process, on the real broker: names, fields and exit codes that pipelines depend on.
class TestTopicsVerbs : public QObject {
    Q_OBJECT

    std::unique_ptr<test::TestSandbox> m_sandbox;
    QTemporaryDir m_folder;

    CliRun run(const QStringList& arguments, const QByteArray& input = {}) const
    {
        return runCli(
            QStringList{u"--config-dir"_s, m_folder.path(), u"--profile"_s, u"t"_s, u"topics"_s} + arguments, input);
    }
    static QList<QJsonObject> lines(const QByteArray& out)
    {
        QList<QJsonObject> objects;
        for (const QByteArray& line : out.split('\n')) {
            if (!line.isEmpty())
                objects.append(QJsonDocument::fromJson(line).object());
        }
        return objects;
    }
    static QStringList keys(const QJsonObject& object) { return object.keys(); }

private Q_SLOTS:
    void initTestCase()
    {
        m_sandbox = std::make_unique<test::TestSandbox>();
        const QStringList base{u"--config-dir"_s, m_folder.path(), u"profiles"_s, u"add"_s};
        QCOMPARE(runCli(base + QStringList{u"t"_s, u"--bootstrap"_s, m_sandbox->bootstrap()}).code, 0);
        QCOMPARE(
            runCli(base + QStringList{u"ro"_s, u"--bootstrap"_s, m_sandbox->bootstrap(), u"--read-only"_s}).code, 0);
        QCOMPARE(
            runCli(base + QStringList{u"prod"_s, u"--bootstrap"_s, m_sandbox->bootstrap(), u"--production"_s}).code, 0);
    }

    void listAndDescribe()
    {
        const QString topic = m_sandbox->makeTopic(u"verbs"_s, 2, true);
        const CliRun list = run({u"list"_s, u"--json"_s});
        QCOMPARE(list.code, 0);
        bool found = false;
        for (const QJsonObject& one : lines(list.out)) {
            QCOMPARE(keys(one),
                (QStringList{u"consumers"_s, u"deadLetter"_s, u"groups"_s, u"lastHour"_s, u"partitions"_s,
                    u"producers"_s, u"purpose"_s, u"records"_s, u"replication"_s, u"retentionMs"_s, u"topic"_s}));
            if (one["topic"_L1].toString() == topic) {
                found = true;
                QCOMPARE(one["deadLetter"_L1].toString(), topic + u".DLT"_s);
                QCOMPARE(one["partitions"_L1].toInt(), 2);
            }
        }
        QVERIFY(found);
        const CliRun described = run({u"describe"_s, topic, u"--json"_s});
        QCOMPARE(described.code, 0);
        const QJsonObject one = lines(described.out).first();
        QCOMPARE(keys(one), (QStringList{u"config"_s, u"groups"_s, u"partitions"_s, u"topic"_s}));
        QCOMPARE(keys(one["partitions"_L1][0].toObject()),
            (QStringList{u"high"_s, u"isr"_s, u"leader"_s, u"low"_s, u"partition"_s, u"replicas"_s}));
        QVERIFY(run({u"list"_s}).out.contains(topic.toUtf8()));
        QCOMPARE(run({u"describe"_s, u"no.such.topic"_s}).code, 1);
        QCOMPARE(run({u"describe"_s}).code, 2);
    }

    void produceAndRead()
    {
        const QString topic = m_sandbox->makeTopic(u"verbs"_s, 3);
        const CliRun produced = run({u"produce"_s, topic, u"--key"_s, u"k"_s, u"--header"_s, u"a=b"_s, u"--header"_s,
                                        u"a="_s, u"--partition"_s, u"2"_s, u"--json"_s},
            "{\"n\": 1}\n");
        QCOMPARE(produced.code, 0);
        QCOMPARE(lines(produced.out).first()["partition"_L1].toInt(), 2);
        QCOMPARE(run({u"produce"_s, topic, u"--partition"_s, u"0"_s}, "plain").code, 0);
        const CliRun read = run({u"read"_s, topic});
        QCOMPARE(read.code, 0);
        QCOMPARE(lines(read.out).size(), 2);
        const CliRun one = run({u"read"_s, topic, u"--filter"_s, u"n = 1"_s, u"--json"_s});
        const QJsonObject record = lines(one.out).first();
        QCOMPARE(keys(record),
            (QStringList{u"headers"_s, u"key"_s, u"offset"_s, u"partition"_s, u"timestamp"_s, u"timestampType"_s,
                u"topic"_s, u"value"_s, u"valueFormat"_s}));
        QCOMPARE(record["value"_L1][u"n"_s].toInt(), 1);
        QCOMPARE(record["key"_L1].toString(), u"k"_s);
        QCOMPARE(record["headers"_L1].toArray().size(), 2);
        QCOMPARE(run({u"read"_s, topic, u"--partition"_s, u"2"_s, u"--format"_s, u"raw"_s}).out, "{\"n\": 1}\n");
        QCOMPARE(run({u"read"_s, topic, u"--partition"_s, u"0"_s, u"--format"_s, u"value"_s}).out, "plain\n");
        const CliRun count = run({u"read"_s, topic, u"--count"_s, u"--json"_s, u"--filter"_s, u"plain"_s});
        const QJsonObject figures = lines(count.out).first();
        QCOMPARE(keys(figures), (QStringList{u"bytes"_s, u"complete"_s, u"matched"_s, u"scanned"_s}));
        QCOMPARE(figures["matched"_L1].toInt(), 1);
        QCOMPARE(figures["scanned"_L1].toInt(), 2);
        QVERIFY(figures["complete"_L1].toBool());
        QCOMPARE(lines(run({u"read"_s, topic, u"--from"_s, u"-1"_s}).out).size(), 1);
        QCOMPARE(lines(run({u"read"_s, topic, u"--from"_s, u"beginning"_s, u"--limit"_s, u"1"_s}).out).size(), 1);
    }

    void transfers()
    {
        const QString from = m_sandbox->makeTopic(u"from"_s, 2);
        const QString to = m_sandbox->makeTopic(u"to"_s, 3);
        const QString rejects = m_sandbox->makeTopic(u"rejects"_s, 1);
        const QByteArray bundle =
            R"({"wanted":1,"parts":[{"id":"a","n":1},{"id":"b","n":"no"},{"id":"a","n":2},{"id":"c","n":3.50}]})";
        QCOMPARE(run({u"produce"_s, from, u"--key"_s, u"k"_s, u"--header"_s, u"a=b"_s}, bundle).code, 0);
        QCOMPARE(run({u"produce"_s, from}, R"({"wanted":1})").code, 0);
        QCOMPARE(run({u"produce"_s, from}, R"({"wanted":2,"parts":[]})").code, 0);
        const QString schema = m_folder.filePath(u"schema.json"_s);
        QFile file(schema);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"type":"object","properties":{"n":{"type":"number"}},"required":["id"]})");
        file.close();

        const QStringList verb{u"transfer"_s, from, to, u"--filter"_s, u"wanted = 1"_s, u"--unbundle"_s, u"parts"_s,
            u"--schema"_s, schema, u"--dedupe"_s, u"id"_s, u"--json"_s};
        const CliRun done = run(verb + QStringList{u"--rejects"_s, rejects});
        QCOMPARE(done.code, 0);
        const QJsonObject summary = lines(done.out).last();
        QCOMPARE(summary["scanned"_L1].toInt(), 3);
        QCOMPARE(summary["matched"_L1].toInt(), 2);
        QCOMPARE(summary["written"_L1].toInt(), 2);
        QCOMPARE(summary["duplicates"_L1].toInt(), 1);
        QCOMPARE(summary["rejected"_L1].toInt(), 2);
        const CliRun written = run({u"read"_s, to, u"--from"_s, u"beginning"_s, u"--format"_s, u"value"_s});
        // Each as it was written, the number too; one key, so one partition and their order.
        QCOMPARE(written.out, "{\"id\":\"a\",\"n\":1}\n{\"id\":\"c\",\"n\":3.50}\n");
        const auto kept = lines(run({u"read"_s, rejects, u"--json"_s, u"--from"_s, u"beginning"_s}).out);
        QCOMPARE(kept.size(), 2);
        for (const QJsonObject& one : kept)
            QVERIFY(one["headers"_L1].toArray().last()["name"_L1].toString() == u"transfer-reject-reason");

        // Without a topic for them: exit 3, and nothing but the good ones written.
        QCOMPARE(run(verb).code, 3);
        QCOMPARE(run({u"transfer"_s, from, from}).code, 2);
        QCOMPARE(run({u"transfer"_s, from, u"no.such.topic"_s}).code, 1);
        QCOMPARE(run({u"transfer"_s, from, to, u"--filter"_s, u"wanted = 9"_s}).code, 4);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[1]");
        file.close();
        QCOMPARE(run({u"transfer"_s, from, to, u"--schema"_s, schema}).code, 1);
    }

    void exitCodes()
    {
        const QString topic = m_sandbox->makeTopic(u"verbs"_s, 1);
        QCOMPARE(run({u"read"_s, topic}).code, 4); // nothing in it
        QCOMPARE(run({u"read"_s, topic, u"--count"_s}).code, 4);
        QCOMPARE(run({u"read"_s, topic, u"--filter"_s, u"a ="_s}).code, 2);
        QVERIFY(run({u"read"_s, topic, u"--filter"_s, u"a ="_s}).err.contains("column 4"));
        QCOMPARE(run({u"read"_s, topic, u"--from"_s, u"somewhere"_s}).code, 2);
        QCOMPARE(run({u"read"_s, topic, u"--limit"_s, u"0"_s}).code, 2);
        QCOMPARE(run({u"read"_s, topic, u"--isolation"_s, u"none"_s}).code, 2);
        QCOMPARE(run({u"read"_s, topic, u"--partition"_s, u"1"_s}).code, 1);
        QCOMPARE(run({u"read"_s, u"no.such.topic"_s}).code, 1);
        QCOMPARE(run({u"produce"_s, topic, u"--partition"_s, u"9"_s}, "x").code, 1);
        QCOMPARE(run({u"produce"_s, u"no.such.topic"_s}, "x").code, 1);
        QCOMPARE(run({u"produce"_s}, "x").code, 2);
        QCOMPARE(run({u"wait"_s, topic, u"--timeout"_s, u"1s"_s}).code, 2); // without a filter
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(run({u"wait"_s, topic, u"--filter"_s, u"x"_s, u"--timeout"_s, u"400ms"_s}).code, 4);
        QVERIFY(clock.elapsed() < 3000);
        QCOMPARE(run({u"produce"_s, topic}, "{\"code\":\"4711\"}").code, 0);
        const CliRun found = run(
            {u"wait"_s, topic, u"--filter"_s, u"code = 4711"_s, u"--timeout"_s, u"10s"_s, u"--from"_s, u"beginning"_s});
        QCOMPARE(found.code, 0);
        QCOMPARE(lines(found.out).first()["value"_L1][u"code"_s].toString(), u"4711"_s);
        const auto as = [this](const QString& profile, const QStringList& more) {
            return runCli(
                QStringList{u"--config-dir"_s, m_folder.path(), u"--profile"_s, profile, u"topics"_s} + more, "x");
        };
        QCOMPARE(as(u"ro"_s, {u"produce"_s, topic}).code, 1);
        QCOMPARE(as(u"prod"_s, {u"produce"_s, topic}).code, 1);
        QCOMPARE(as(u"prod"_s, {u"produce"_s, topic, u"--yes"_s}).code, 0);
    }

    void jsonLinesComeBackExactly()
    {
        const QString source = m_sandbox->makeTopic(u"verbs"_s, 15);
        const QString target = m_sandbox->makeTopic(u"verbs"_s, 15);
        // fixed time: the topic keeps everything and is read from its beginning.
        QByteArray input;
        for (int i = 0; i < 40; ++i)
            input += "{\"topic\":\"" + source.toUtf8() + "\",\"partition\":" + QByteArray::number(i % 15)
                + ",\"timestamp\":" + QByteArray::number(1'700'000'000'000 + i)
                + (i % 3 == 0 ? ",\"key\":null" : ",\"key\":{\"base64\":\"AP8=\"}")
                + (i % 4 == 0        ? ",\"value\":null"
                        : i % 4 == 1 ? ",\"value\":\"\""
                                     : ",\"value\":{\"base64\":\"//4A\"}")
                + ",\"headers\":[{\"name\":\"h\",\"value\":null},{\"name\":\"h\",\"value\":\"\"},{\"name\":\"h\","
                  "\"value\":\"x\"}]}\n";
        QCOMPARE(run({u"produce"_s, u"--jsonl"_s, u"--by-topic"_s}, input).code, 0);
        const QStringList all{u"--from"_s, u"beginning"_s, u"--exact"_s};
        const CliRun first = run(QStringList{u"read"_s, source} + all);
        QCOMPARE(lines(first.out).size(), 40);
        QCOMPARE(run({u"produce"_s, target, u"--jsonl"_s}, first.out).code, 0);
        const CliRun second = run(QStringList{u"read"_s, target} + all);
        const auto sorted = [](QByteArray out, const QString& topic) {
            QByteArrayList list = out.replace(topic.toUtf8(), "T").split('\n');
            std::sort(list.begin(), list.end());
            return list;
        };
        QCOMPARE(sorted(second.out, target), sorted(first.out, source));
        // What is wrong stops there; what came before is written.
        const QString third = m_sandbox->makeTopic(u"verbs"_s, 1);
        const CliRun broken = run({u"produce"_s, third, u"--jsonl"_s}, "{\"value\":\"a\"}\n{oops\n{\"value\":\"b\"}\n");
        QCOMPARE(broken.code, 1);
        QVERIFY(broken.err.contains("2"));
        QCOMPARE(lines(run({u"read"_s, third}).out).size(), 1);
        QCOMPARE(run({u"produce"_s, third, u"--jsonl"_s}, first.out).code, 1); // its partitions are not there
        QCOMPARE(run({u"produce"_s, third, u"--jsonl"_s, u"--partition"_s, u"any"_s}, first.out).code, 0);
    }
};

QTEST_GUILESS_MAIN(TestTopicsVerbs)
#include "tst_topics.moc"
