#include "clirun.h"
#include "testsandbox.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

/// What the platform's own Spring Kafka dead-letters is read as it was meant, and what goes back is consumed by it.
class TestSpringKafka : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsWhatItDeadLetters();
    void replaysWhatItThenConsumes();
    void knowsWhatComesBack();

private:
    QList<QJsonObject> listener(const QStringList& arguments) const;
    QList<QJsonObject> dlt(const QStringList& arguments, int code = 0) const;
    QMap<QString, QJsonObject> letters() const;

    std::unique_ptr<test::TestSandbox> m_sandbox;
    QTemporaryDir m_folder;
    QString m_topic;
    QString m_dead;
};

namespace {

QList<QJsonObject> lines(const QByteArray& out)
{
    QList<QJsonObject> objects;
    for (const QByteArray& line : out.split('\n')) {
        // The last one of those that look says no more than what could not be seen.
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (line.startsWith('{') && (object.size() != 3 || !object.contains(u"complete"_s)))
            objects.append(QJsonDocument::fromJson(line).object());
    }
    return objects;
}

QJsonArray pair(const QString& name, const QJsonValue& value)
{
    return {name, value};
}

} // namespace

void TestSpringKafka::initTestCase()
{
    m_sandbox = std::make_unique<test::TestSandbox>();
    m_topic = m_sandbox->makeTopic(u"spring"_s, 2, true);
    m_dead = m_topic + u".DLT"_s;
    const CliRun added = runCli({u"--config-dir"_s, m_folder.path(), u"profiles"_s, u"add"_s, u"t"_s, u"--bootstrap"_s,
        m_sandbox->bootstrap()});
    QCOMPARE(added.code, 0);
    listener({u"produce"_s, m_sandbox->bootstrap(), m_topic});
    listener({u"fail"_s, m_sandbox->bootstrap(), m_topic, u"8"_s});
}

QList<QJsonObject> TestSpringKafka::listener(const QStringList& arguments) const
{
    QProcess java;
    java.setProgram(QStandardPaths::findExecutable(u"java"_s));
    java.setArguments(
        QStringList{u"-XX:TieredStopAtLevel=1"_s, u"-Dorg.slf4j.simpleLogger.defaultLogLevel=error"_s, u"-cp"_s,
            QStringLiteral(NC_LISTENER "/*"), u"ua.registry.notificationconsole.springkafka.Main"_s}
        + arguments);
    java.start();
    if (!java.waitForFinished(120'000) || java.exitCode() != 0)
        qWarning().noquote() << java.exitCode() << QString::fromUtf8(java.readAllStandardError()).right(4000);
    return lines(java.readAllStandardOutput());
}

QList<QJsonObject> TestSpringKafka::dlt(const QStringList& arguments, int code) const
{
    const CliRun run = runCli(
        QStringList{u"--config-dir"_s, m_folder.path(), u"--profile"_s, u"t"_s, u"--json"_s, u"dlt"_s} + arguments);
    if (run.code != code)
        qWarning().noquote() << run.code << run.err;
    return lines(run.out);
}

/// The dead letters by what tells them apart.
QMap<QString, QJsonObject> TestSpringKafka::letters() const
{
    QMap<QString, QJsonObject> out;
    for (const QJsonObject& letter : dlt({u"show"_s, m_dead})) {
        const QString original = letter["original"_L1].toString();
        QString name = letter["value"_L1]["id"_L1].toString();
        if (letter["value"_L1].isNull())
            name = u"null"_s;
        else if (original == u"{bad")
            name = u"bad"_s;
        else if (!original.isEmpty())
            name = QJsonDocument::fromJson(original.toUtf8())["id"_L1].toString();
        out.insert(name, letter);
    }
    return out;
}

void TestSpringKafka::readsWhatItDeadLetters()
{
    const QMap<QString, QJsonObject> all = letters();
    QCOMPARE(all.keys(),
        QStringList({u"bad"_s, u"letter-0"_s, u"letter-1"_s, u"letter-2"_s, u"letter-3"_s, u"list"_s, u"no-type"_s,
            u"null"_s}));
    for (const QJsonObject& letter : all) {
        QCOMPARE(letter["state"_L1].toString(), u"open"_s);
        const QJsonObject origin = letter["origin"_L1].toObject();
        QCOMPARE(origin["topic"_L1].toString(), m_topic);
        QCOMPARE(origin["partition"_L1], letter["partition"_L1]);
        QVERIFY(origin["offset"_L1].isDouble());
        QCOMPARE(origin["group"_L1].toString(), QString(u"listener-of-"_s + m_topic));
        QCOMPARE(letter["lastHop"_L1], letter["origin"_L1]);
        QVERIFY(!letter["cause"_L1]["summary"_L1].toString().isEmpty());
    }
    const QJsonObject first = all[u"letter-0"_s];
    QCOMPARE(first["cause"_L1]["exception"_L1].toString(),
        u"org.springframework.kafka.listener.ListenerExecutionFailedException"_s);
    QCOMPARE(first["cause"_L1]["causedBy"_L1].toString(), u"java.lang.IllegalStateException"_s);
    QVERIFY(first["cause"_L1]["summary"_L1].toString().contains(u"The mail server is away"_s));
    QCOMPARE(first["wrapped"_L1].toInt(), 0);
    QCOMPARE(all[u"letter-3"_s]["key"_L1].toString(), u"key-3"_s);
    for (const QString& name : {u"bad"_s, u"list"_s, u"no-type"_s}) {
        QCOMPARE(all[name]["wrapped"_L1].toInt(), 1);
        QVERIFY(all[name]["cause"_L1]["exception"_L1].toString().endsWith(u"DeserializationException"_s));
    }
    QCOMPARE(all[u"no-type"_s]["cause"_L1]["code"_L1].toString(), u"cause-no-type"_s);
    QCOMPARE(all[u"bad"_s]["cause"_L1]["code"_L1].toString(), u"cause-undeserializable"_s);
    QCOMPARE(all[u"null"_s]["cause"_L1]["code"_L1].toString(), u"cause-empty-record"_s);
    // The four that the listener refused are one group, whatever their names.
    const QList<QJsonObject> groups = dlt({u"show"_s, m_dead, u"--group"_s});
    QCOMPARE(groups.first()["count"_L1].toInt(), 4);
    QCOMPARE(groups.first()["open"_L1].toInt(), 4);
}

void TestSpringKafka::replaysWhatItThenConsumes()
{
    const QList<QJsonObject> sent =
        dlt({u"replay"_s, m_dead, u"--filter"_s, u"id: letter"_s, u"--reason"_s, u"mail is back"_s});
    QCOMPARE(sent.size(), 5);
    QCOMPARE(sent.last()["replayed"_L1].toInt(), 4);
    QCOMPARE(sent.last()["mode"_L1].toString(), u"exactly-once"_s);
    QMap<QString, QJsonObject> consumed;
    for (const QJsonObject& one : listener({u"accept"_s, m_sandbox->bootstrap(), m_topic, u"4"_s}))
        consumed.insert(one["id"_L1].toString(), one);
    QCOMPARE(consumed.keys(), QStringList({u"letter-0"_s, u"letter-1"_s, u"letter-2"_s, u"letter-3"_s}));
    for (int i = 0; i < 4; ++i) {
        const QJsonObject one = consumed[u"letter-%1"_s.arg(i)];
        QCOMPARE(one["name"_L1].toString(), u"Ганна «№%1»"_s.arg(i));
        QCOMPARE(one["key"_L1].isNull(), i != 3);
        // Its own headers in their order, duplicates and nulls too, and nothing of the failure. Spring itself takes
        // the type away when it has read it.
        const QJsonArray headers = one["headers"_L1].toArray();
        QJsonArray own;
        for (const QJsonValue& header : headers) {
            QVERIFY2(!header[0].toString().startsWith(u"kafka_dlt"), qPrintable(header[0].toString()));
            QVERIFY(!header[0].toString().startsWith(u"springDeserializer"));
            if (header[0].toString() == u"mine")
                own.append(header);
        }
        QCOMPARE(own,
            QJsonArray({pair(u"mine"_s, u"first %1"_s.arg(i)), pair(u"mine"_s, QJsonValue::Null),
                pair(u"mine"_s, u"last"_s)}));
    }
    QCOMPARE(letters()[u"letter-2"_s]["state"_L1].toString(), u"replayed"_s);
}

void TestSpringKafka::knowsWhatComesBack()
{
    // What cannot be read fails again; it goes unwrapped, so it is wrapped once and not twice.
    QCOMPARE(dlt({u"replay"_s, m_dead, u"--all"_s}).last()["replayed"_L1].toInt(), 4);
    listener({u"fail"_s, m_sandbox->bootstrap(), m_topic, u"4"_s});
    int returned = 0;
    for (const QJsonObject& letter : dlt({u"show"_s, m_dead, u"--state"_s, u"returned"_s})) {
        ++returned;
        QCOMPARE(letter["returns"_L1].toInt(), 1);
        QVERIFY(letter["wrapped"_L1].toInt() <= 1);
        QCOMPARE(letter["hops"_L1].toArray().size(), 1);
    }
    QCOMPARE(returned, 4);
    const QJsonObject count = [this] {
        for (const QJsonObject& topic : dlt({u"list"_s})) {
            if (topic["topic"_L1].toString() == m_dead)
                return topic;
        }
        return QJsonObject();
    }();
    QCOMPARE(count["records"_L1].toInt(), 12);
    QCOMPARE(count["replayed"_L1].toInt(), 8);
    QCOMPARE(count["returned"_L1].toInt(), 4);
}

QTEST_GUILESS_MAIN(TestSpringKafka)
#include "tst_springkafka.moc"
