#include "../cli/clirun.h"
#include "../templates/testregulation.h"
#include "connections/profilestore.h"
#include "kafka/writing/recordwriter.h"
#include "testpass.h"
#include "testsandbox.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

/// The template author's day on the command line, as the window's test of the same name walks it: new, wrong, mended,
/// looked at with made-up data and with a real event, planned, published, put back.
class TestAuthorOnTheCommandLine : public QObject {
    Q_OBJECT

    std::unique_ptr<test::TestSandbox> m_sandbox;
    std::unique_ptr<test::TestDatabase> m_database;
    std::unique_ptr<TestRegulation> m_files;
    QTemporaryDir m_config;
    QTemporaryDir m_cache;
    QString m_name;
    QString m_key;

    CliRun run(const QStringList& arguments)
    {
        return runCli(
            QStringList{u"--config-dir"_s, m_config.path(), u"--profile"_s, u"land"_s, u"templates"_s} + arguments);
    }
    static QList<QJsonObject> lines(const QByteArray& out)
    {
        QList<QJsonObject> list;
        for (const QByteArray& line : out.split('\n')) {
            if (!line.isEmpty())
                list.append(QJsonDocument::fromJson(line).object());
        }
        return list;
    }
    QString said(const QByteArray& out, const QString& field) const
    {
        QStringList words;
        for (const QJsonObject& object : lines(out))
            words += object[field].toString() + u' '
                + (object[u"name"].toString() == m_name ? u"decision"_s : object[u"name"].toString());
        words.sort();
        return words.join(u", "_s);
    }
    QByteArray row(const QString& column) const
    {
        return m_database->run(u"select %1 from notification_template where name = '%2'"_s.arg(column, m_name))
            .trimmed()
            .toUtf8();
    }
    void insertRow(const QString& channel, const QString& name, const QString& title, const QByteArray& content) const
    {
        const QByteArray sum = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
        m_database->run(u"insert into notification_template(name, channel, title, content, checksum) values "
                        "('%1', '%2', '%3', $body$%4$body$, '%5')"_s.arg(
                            name, channel, title, QString::fromUtf8(content), QString::fromLatin1(sum)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CACHE_HOME", m_cache.path().toLocal8Bit());
        m_sandbox = std::make_unique<test::TestSandbox>();
        m_database = m_sandbox->makeDatabase();
        m_files = std::make_unique<TestRegulation>();
        m_name = m_sandbox->uniqueName(u"decision"_s);
        m_key = u"email/"_s + m_name;
        m_files->write(u"inbox/same/notification.ftl"_s, "Same\n");
        m_files->write(u"inbox/same/notification.yml"_s, "title: Same\n");
        m_files->write(u"inbox/fresh/notification.ftl"_s, "Fresh ${x}\n");
        m_files->write(u"inbox/fresh/notification.yml"_s, "title: Fresh\n");
        insertRow(u"email"_s, m_name, u"Decision"_s, "<html><head></head><body>old ${fullName?html}</body></html>");
        insertRow(u"inbox"_s, u"same"_s, u"Same"_s, "Same\n");
        insertRow(u"inbox"_s, u"forgotten"_s, u"Forgotten"_s, "Nobody has a directory for it");
        Profile profile = m_sandbox->profile();
        profile.name = u"land"_s;
        profile.database = m_database->conninfo();
        profile.regulation = m_files->folder();
        QVERIFY(ProfileStore(m_config.path()).add(profile, testPass(Operation::AddProfile)).has_value());
    }
    void cleanupTestCase() { m_database.reset(); }

    void writes()
    {
        QCOMPARE(run({u"new"_s, m_files->folder(), m_key}).code, 0);
        QCOMPARE(run({u"lint"_s, m_files->folder()}).code, 0);
        m_files->write(m_key + u"/notification.ftlh"_s,
            "<html><body><p>Dear ${fullName?html}</p>\n<p>Status: [=status]</p></body></html>");
        m_files->write(m_key + u"/notification.yml"_s, "title: Decision\n");
        const CliRun wrong = run({u"lint"_s, m_files->folder(), u"--strict"_s, u"--json"_s});
        QCOMPARE(wrong.code, 3);
        QCOMPARE(lines(wrong.out).first()[u"code"].toString(), u"not-interpolated"_s);
        QCOMPARE(lines(wrong.out).first()[u"line"].toInt(), 2);
        QCOMPARE(run({u"lint"_s, m_files->folder(), u"--fix"_s, u"--strict"_s}).code, 0);
        const CliRun variables = run({u"variables"_s, m_files->folder(), m_key, u"--json"_s});
        QCOMPARE(said(variables.out, u"kind"_s), u"scalar fullName, scalar status"_s);
    }

    void looks()
    {
        const auto writer = RecordWriter::open(m_sandbox->profile().kafka, *testSending());
        QVERIFY(writer);
        const TaskContext task;
        Record record;
        record.topic = u"user-notifications"_s;
        record.partition = 0;
        record.value = "{\"notification\":{\"templateName\":\"" + m_name.toUtf8()
            + "\"},\"recipients\":[{\"id\":\"a1\",\"realm\":\"CITIZEN\",\"parameters\":{\"fullName\":\"Леся "
              "Українка\",\"status\":\"прийнято\"}}]}";
        QVERIFY((*writer)->enqueue(
            record, 0, [](const auto&, qint64) {}, task));
        QVERIFY((*writer)->flush(task));

        QTemporaryDir folder;
        QFile data(folder.filePath(u"data.json"_s));
        QVERIFY(data.open(QIODevice::WriteOnly));
        data.write(R"({"fullName": "<b>Ада</b>", "status": "нове"})");
        data.close();
        const CliRun made = run({u"render"_s, m_files->folder(), m_key, u"--data"_s, data.fileName()});
        QCOMPARE(made.code, 0);
        QVERIFY(made.out.contains("Dear &lt;b&gt;Ада&lt;/b&gt;"));
        const CliRun events = run({u"events"_s, m_key, u"--json"_s});
        QCOMPARE(events.code, 0);
        QCOMPARE(lines(events.out).size(), 1);
        const QString address = lines(events.out).first()[u"event"].toString();
        QVERIFY2(address.startsWith(u"user-notifications:0:"_s), events.out.constData());
        const CliRun real = run({u"render"_s, m_files->folder(), m_key, u"--event"_s, address, u"--text"_s});
        QCOMPARE(real.code, 0);
        QVERIFY(QString::fromUtf8(real.out).contains(u"Dear Леся Українка"_s));
        // What it would have meant for those who got it.
        const CliRun impact = run({u"impact"_s, m_files->folder(), m_key, u"--json"_s});
        QCOMPARE(impact.code, 0);
        QCOMPARE(lines(impact.out).first()[u"result"].toString(), u"differs"_s);
        QCOMPARE(lines(impact.out).first()[u"differs"].toArray(), QJsonArray{u"text"_s});
    }

    void publishes()
    {
        const CliRun plan = run({u"plan"_s, m_files->folder(), u"--exit-code"_s, u"--json"_s});
        QCOMPARE(plan.code, 5);
        QCOMPARE(
            said(plan.out, u"action"_s), u"create fresh, database-only forgotten, unchanged same, update decision"_s);
        const CliRun diff = run({u"plan"_s, m_files->folder(), u"--diff"_s});
        QVERIFY(diff.out.contains("\n-<html><head></head><body>old ${fullName?html}</body></html>\n"));
        QVERIFY(diff.out.contains("${status?html}"));
        const CliRun done = run({u"publish"_s, m_files->folder(), u"--json"_s});
        QCOMPARE(done.code, 0);
        QCOMPARE(said(done.out, u"result"_s), u"created fresh, unchanged same, updated decision"_s);
        const CliRun sum = run({u"prepare"_s, m_files->folder(), m_key, u"--checksum"_s});
        QCOMPARE(row(u"checksum"_s), sum.out.trimmed());
        QCOMPARE(row(u"content"_s), run({u"prepare"_s, m_files->folder(), m_key}).out.trimmed());
        QCOMPARE(run({u"plan"_s, m_files->folder(), u"--exit-code"_s}).code, 0);
        QVERIFY(run({u"published"_s, u"--json"_s}).out.contains(m_name.toUtf8()));
    }

    void putsItBack()
    {
        const CliRun history = run({u"history"_s, m_key, u"--json"_s});
        QCOMPARE(history.code, 0);
        QCOMPARE(lines(history.out).size(), 2);
        const CliRun first = run({u"history"_s, u"show"_s, m_key, u"--number"_s, u"1"_s});
        QVERIFY(first.out.contains("old ${fullName?html}"));
        QCOMPARE(run({u"restore"_s, m_key, u"--number"_s, u"1"_s}).code, 0);
        QCOMPARE(row(u"content"_s), QByteArray("<html><head></head><body>old ${fullName?html}</body></html>"));
        QCOMPARE(lines(run({u"history"_s, m_key, u"--json"_s}).out).size(), 3);
        QCOMPARE(run({u"plan"_s, m_files->folder(), u"--exit-code"_s}).code, 5);
    }
};

QTEST_GUILESS_MAIN(TestAuthorOnTheCommandLine)
#include "tst_journey.moc"
