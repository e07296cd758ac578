#include "clirun.h"
#include "core/timetext.h"
#include "genuinetimes.h"
#include "testsandbox.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace nc;

/// `trace` in process, over genuine records on the real broker and the inbox of a real database.
class TestTraceVerb : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsByEverything_data();
    void findsByEverything();
    void hasTheFieldsThatAreFixed();
    void looksBackOnlySoFar();
    void saysWhatWasReallyWrong();
    void linksAttemptsToTheirDeadLetter();
    void saysWhatItCannotSee();
    void takesNoRecordOfAnotherLife();
    void refusesWrongUsage();

private:
    CliRun trace(const QStringList& arguments, bool json = true) const;
    void addProfile(const QString& name) const;
    QByteArray mine(QByteArray line) const;

    std::unique_ptr<test::TestSandbox> m_sandbox;
    std::unique_ptr<test::TestDatabase> m_database;
    QTemporaryDir m_folder;
    QString m_mark; ///< makes people, processes and trace ids of this run its own
};

namespace {

QList<QJsonObject> lines(const QByteArray& out)
{
    QList<QJsonObject> objects;
    for (const QByteArray& line : out.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        // The last one says what could not be seen.
        if (!line.isEmpty() && !object.contains("complete"_L1))
            objects.append(object);
    }
    return objects;
}

QString stages(const QList<QJsonObject>& steps, const QString& channel)
{
    QStringList names;
    for (const QJsonObject& step : steps) {
        if (step["channel"_L1].toString() == channel)
            names.append(step["stage"_L1].toString());
    }
    return names.join(u' ');
}

} // namespace

CliRun TestTraceVerb::trace(const QStringList& arguments, bool json) const
{
    QStringList all{u"--config-dir"_s, m_folder.path(), u"--profile"_s, u"t"_s};
    if (json)
        all += u"--json"_s;
    return runCli(all + QStringList{u"trace"_s} + arguments);
}

void TestTraceVerb::addProfile(const QString& name) const
{
    QCOMPARE(runCli({u"--config-dir"_s, m_folder.path(), u"profiles"_s, u"add"_s, name, u"--bootstrap"_s,
                        m_sandbox->bootstrap(), u"--database"_s, m_database->conninfo()})
                 .code,
        0);
}

/// A record of the story with names of this run.
QByteArray TestTraceVerb::mine(QByteArray line) const
{
    const QByteArray mark = m_mark.toUtf8();
    line.replace("first@example.test", mark + "@example.test");
    line.replace("\\\"id\\\":\\\"first", "\\\"id\\\":\\\"" + mark);
    line.replace("\\\"id\\\\\\\":\\\\\\\"first", "\\\"id\\\\\\\":\\\\\\\"" + mark);
    line.replace("recipientName\\\":\\\"first", "recipientName\\\":\\\"" + mark);
    line.replace("InstanceId\\\":\\\"30\\\"", "InstanceId\\\":\\\"p" + mark + "\\\"");
    line.replace("InstanceId\\\\\\\":\\\\\\\"30\\\\\\\"", "InstanceId\\\\\\\":\\\\\\\"p" + mark + "\\\\\\\"");
    line.replace("instance_id\\\": \\\"30\\\"", "instance_id\\\": \\\"p" + mark + "\\\"");
    line.replace("38258db31f084f16", mark.right(16));
    return line;
}

void TestTraceVerb::initTestCase()
{
    m_sandbox = std::make_unique<test::TestSandbox>();
    m_database = m_sandbox->makeDatabase();
    m_mark = u"u"_s + QUuid::createUuid().toString(QUuid::Id128);
    addProfile(u"t"_s);
    // fixed time: recentLines moves what the file has.
    QFile file(QStringLiteral(NC_TEST_DATA "/genuine/30-two-recipients-second-unknown.jsonl"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray input;
    while (!file.atEnd())
        input += mine(genuine::recentLines(file.readLine()));
    const CliRun run = runCli({u"--config-dir"_s, m_folder.path(), u"--profile"_s, u"t"_s, u"topics"_s, u"produce"_s,
                                  u"--jsonl"_s, u"--by-topic"_s, u"--partition"_s, u"any"_s},
        input);
    QVERIFY2(run.code == 0, run.err.constData());
    const CliRun one = runCli({u"--config-dir"_s, m_folder.path(), u"--profile"_s, u"t"_s, u"topics"_s, u"produce"_s,
                                  u"email-notifications"_s, u"--key"_s, u"k"_s + m_mark},
        R"({"context":null,"notification":{"subject":"s","message":"m"},"recipient":{"id":null,"email":"k@b.test"}})");
    QVERIFY2(one.code == 0, one.err.constData());
    m_database->run(u"insert into inbox_notification values (uuid_generate_v4(), '%1', 'Вхідне', "
                    "'Вітаю 2, Ann! <b></b>', true, to_timestamp(%2 / 1000.0), now())"_s.arg(m_mark)
                        .arg(genuine::recent(1795315012800)));
}

void TestTraceVerb::findsByEverything_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("event");
    QTest::addColumn<QString>("email");
    const QString four = u"handed delivered handed delivered handed delivered handed delivered"_s;
    const QString dead = u"requested failed-attempt dead missing"_s;
    QTest::newRow("recipient") << QStringList{u"--recipient"_s, m_mark} << dead << four;
    QTest::newRow("email") << QStringList{u"--email"_s, m_mark + u"@EXAMPLE.test"_s} << dead << four;
    QTest::newRow("trace id") << QStringList{u"--trace-id"_s, m_mark.right(16)} << QString() << four;
    QTest::newRow("process") << QStringList{u"--process"_s, u"p"_s + m_mark} << QString() << four;
    QTest::newRow("key") << QStringList{u"--key"_s, u"k"_s + m_mark} << u"missing"_s << u"handed missing"_s;
}

void TestTraceVerb::findsByEverything()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, event);
    QFETCH(QString, email);
    const CliRun run = trace(arguments);
    QVERIFY2(run.code == 0, run.err.constData());
    const QList<QJsonObject> steps = lines(run.out);
    QCOMPARE(stages(steps, u"email"_s), email);
    if (!event.isEmpty())
        QCOMPARE(stages(steps, {}), event);
    QString last;
    for (const QJsonObject& step : steps) {
        const QString at = step["at"_L1].toString();
        QVERIFY(last <= at);
        last = at;
    }
}

void TestTraceVerb::hasTheFieldsThatAreFixed()
{
    const QList<QJsonObject> steps = lines(trace({u"--recipient"_s, m_mark}).out);
    QVERIFY(!steps.isEmpty());
    for (const QJsonObject& step : steps) {
        for (const auto name : {"at"_L1, "stage"_L1, "topic"_L1, "partition"_L1, "offset"_L1, "channel"_L1,
                 "template"_L1, "state"_L1, "summary"_L1})
            QVERIFY2(step.contains(name), name.data());
        QCOMPARE(step["at"_L1].toString().size(), 24);
        QVERIFY(!step["summary"_L1].toString().isEmpty());
        QCOMPARE(step["template"_L1].toString(), u"Hello"_s);
    }
    QVERIFY(stages(steps, u"inbox"_s).contains(u"inbox"_s));
    const CliRun words = trace({u"--recipient"_s, m_mark}, false);
    QVERIFY(words.out.contains("email: delivered 4 times"));
    QVERIFY2(words.err.contains("back to the beginning of every topic"), words.err.constData());
}

/// The service says no more than that the template failed; trace and deliveries name the same cause.
void TestTraceVerb::saysWhatWasReallyWrong()
{
    m_database->run(u"insert into notification_template (name, channel, title, content, checksum) values "
                    "('Missing', 'inbox', 'T', 'Hi ${nope}', 'x'), ('Missing', 'email', 'T', 'Hi ${name}', 'y')"_s);
    // fixed time: recentLines moves what the file has.
    QFile file(QStringLiteral(NC_TEST_DATA "/genuine/12-missing-variable.jsonl"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray person = "v" + m_mark.toUtf8();
    QByteArray input;
    while (!file.atEnd()) {
        QByteArray line = genuine::recentLines(file.readLine());
        line.replace("\\\"ann\\\"", "\\\"" + person + "\\\"");
        line.replace("\\\\\\\"ann\\\\\\\"", "\\\\\\\"" + person + "\\\\\\\"");
        input += line;
    }
    const CliRun made = runCli({u"--config-dir"_s, m_folder.path(), u"--profile"_s, u"t"_s, u"topics"_s, u"produce"_s,
                                   u"--jsonl"_s, u"--by-topic"_s, u"--partition"_s, u"any"_s},
        input);
    QVERIFY2(made.code == 0, made.err.constData());
    const auto causes = [&](const QString& profile) {
        const CliRun run = runCli({u"--config-dir"_s, m_folder.path(), u"--profile"_s, profile, u"--json"_s, u"trace"_s,
            u"--recipient"_s, QString::fromLatin1(person)});
        QStringList codes;
        for (const QJsonObject& step : lines(run.out)) {
            const QJsonObject cause = step["cause"_L1].toObject();
            if (step["stage"_L1].toString() != u"silently-failed")
                continue;
            codes.append(step["channel"_L1].toString() + u' ' + cause["code"_L1].toString() + u' '
                + cause["variable"_L1].toString());
            if (!step["summary"_L1].toString().endsWith(cause["summary"_L1].toString()))
                codes.append(u"the summary lacks the cause"_s);
        }
        codes.sort();
        return codes;
    };
    const QStringList known{u"email cause-template-mended "_s, u"inbox verdict-template nope"_s};
    QCOMPARE(causes(u"t"_s), known);
    QCOMPARE(runCli({u"--config-dir"_s, m_folder.path(), u"profiles"_s, u"add"_s, u"blind"_s, u"--bootstrap"_s,
                        m_sandbox->bootstrap()})
                 .code,
        0);
    QCOMPARE(causes(u"blind"_s), (QStringList{u"email cause-template-failed "_s, u"inbox cause-template-failed "_s}));
    const CliRun run = runCli({u"--config-dir"_s, m_folder.path(), u"--profile"_s, u"t"_s, u"--json"_s, u"deliveries"_s,
        u"--filter"_s, u"recipient = %1 and cause.variable = nope"_s.arg(QString::fromLatin1(person))});
    QCOMPARE(run.code, 0);
    QCOMPARE(lines(run.out).size(), 1);
}

/// An attempt is not counted as a failure; which dead letter it became is told.
void TestTraceVerb::linksAttemptsToTheirDeadLetter()
{
    const CliRun run = runCli({u"--config-dir"_s, m_folder.path(), u"--profile"_s, u"t"_s, u"--json"_s, u"deliveries"_s,
        u"--filter"_s, u"kind = event-attempt and process = p"_s + m_mark});
    QVERIFY2(run.code == 0, run.err.constData());
    const QList<QJsonObject> rows = lines(run.out);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0]["attempts"_L1].toInt(), 4);
    QVERIFY(rows[0]["verdict"_L1].isNull());
    const QJsonArray letters = rows[0]["deadLetters"_L1].toArray();
    QCOMPARE(letters.size(), 1);
    QCOMPARE(letters[0]["topic"_L1].toString(), u"user-notifications.DLT"_s);
    QVERIFY(letters[0]["offset"_L1].toInteger(-1) >= 0);
    QCOMPARE(runCli({u"--config-dir"_s, m_folder.path(), u"--profile"_s, u"t"_s, u"deliveries"_s, u"--filter"_s,
                        u"recipient = nobody-"_s + m_mark})
                 .code,
        4);
}

void TestTraceVerb::looksBackOnlySoFar()
{
    const QString tomorrow = isoTime(QDateTime::currentMSecsSinceEpoch() + 86'400'000);
    const CliRun run = trace({u"--recipient"_s, m_mark, u"--since"_s, tomorrow});
    QCOMPARE(run.code, 4);
    QVERIFY(run.out.isEmpty());
    QVERIFY2(run.err.contains("back to " + tomorrow.toUtf8()), run.err.constData());
}

void TestTraceVerb::saysWhatItCannotSee()
{
    m_database->run(u"revoke select on inbox_notification from public, notification_console"_s);
    const CliRun run = trace({u"--recipient"_s, m_mark});
    QCOMPARE(run.code, 6);
    QVERIFY2(run.err.contains("inbox_notification"), run.err.constData());
    QVERIFY2(run.err.contains("SELECT") || run.err.contains("select"), run.err.constData());
    QVERIFY(!stages(lines(run.out), u"inbox"_s).contains(u"inbox"_s));
}

/// A dead letter tells the place and the time of its origin; where the topic was made anew another record stands there.
void TestTraceVerb::takesNoRecordOfAnotherLife()
{
    const QStringList produce{u"--config-dir"_s, m_folder.path(), u"--profile"_s, u"t"_s, u"--json"_s, u"topics"_s,
        u"produce"_s, u"email-notifications"_s};
    const auto letter = [](const QByteArray& to) -> QByteArray {
        return R"({"context":null,"notification":{"subject":"s","message":"m"},"recipient":{"id":null,"email":")" + to
            + R"("}})";
    };
    const CliRun written = runCli(produce, "{broken");
    QCOMPARE(written.code, 0);
    const QJsonObject place = lines(written.out).first();
    const auto header = [](const char* name, const QByteArray& value) {
        return QJsonObject{{u"name"_s, QString::fromLatin1(name)},
            {u"value"_s, QJsonObject{{u"base64"_s, QString::fromLatin1(value.toBase64())}}}};
    };
    const auto bigEndian = [](qint64 value, int size) {
        QByteArray bytes;
        for (int i = size - 1; i >= 0; --i)
            bytes.append(char((value >> (8 * i)) & 0xff));
        return bytes;
    };
    const auto deadLetterOf = [&](const QString& to, qint64 time) {
        const QJsonObject dead{{u"topic"_s, u"email-notifications.DLT"_s}, {u"partition"_s, 0},
            {u"key"_s, QJsonValue()}, {u"value"_s, QString::fromUtf8(letter(to.toUtf8()))},
            {u"headers"_s,
                QJsonArray{header("kafka_dlt-original-topic", QByteArrayLiteral("email-notifications")),
                    header("kafka_dlt-original-partition", bigEndian(place["partition"_L1].toInt(), 4)),
                    header("kafka_dlt-original-offset", bigEndian(place["offset"_L1].toInteger(), 8)),
                    header("kafka_dlt-original-timestamp", bigEndian(time, 8))}}};
        return runCli({u"--config-dir"_s, m_folder.path(), u"--profile"_s, u"t"_s, u"topics"_s, u"produce"_s,
                          u"--jsonl"_s, u"--by-topic"_s, u"--partition"_s, u"any"_s},
            QJsonDocument(dead).toJson(QJsonDocument::Compact) + '\n')
            .code;
    };
    const auto places = [this](const QString& to) {
        QStringList found;
        for (const QJsonObject& step : lines(trace({u"--email"_s, to}).out)) {
            if (!step["topic"_L1].toString().isEmpty() && step["stage"_L1].toString() != u"missing")
                found.append(step["topic"_L1].toString());
        }
        found.removeDuplicates();
        return found;
    };
    const QString same = m_mark + u"@same.test"_s;
    const QString other = m_mark + u"@other.test"_s;
    QCOMPARE(deadLetterOf(same, place["timestamp"_L1].toInteger()), 0);
    QCOMPARE(deadLetterOf(other, place["timestamp"_L1].toInteger() - 1), 0);
    QVERIFY(places(same).contains(u"email-notifications"_s));
    QCOMPARE(places(other), QStringList{u"email-notifications.DLT"_s});
}

void TestTraceVerb::refusesWrongUsage()
{
    QCOMPARE(trace({}).code, 2);
    QCOMPARE(trace({u"--recipient"_s, u"a"_s, u"--email"_s, u"b"_s}).code, 2);
    QCOMPARE(trace({u"--recipient"_s, QString()}).code, 2);
    QCOMPARE(trace({u"--recipient"_s, u"a"_s, u"--since"_s, u"never"_s}).code, 2);
    QCOMPARE(trace({u"--recipient"_s, u"nobody-"_s + m_mark}).code, 4);
}

QTEST_GUILESS_MAIN(TestTraceVerb)
#include "tst_trace.moc"
