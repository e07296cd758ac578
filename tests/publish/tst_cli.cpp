#include "../cli/clirun.h"
#include "../templates/testregulation.h"
#include "core/atomicfile.h"
#include "postgres/testdatabase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// `templates plan | publish | published` in process, as the command line promises them.
class TestPublishCli : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<TestRegulation> m_files;
    std::unique_ptr<TestDatabase> m_database;
    QTemporaryDir m_config;
    QTemporaryDir m_cache;

    CliRun run(const QStringList& arguments, const QString& profile = u"plain"_s)
    {
        return runCli(
            QStringList{u"--config-dir"_s, m_config.path(), u"--profile"_s, profile, u"templates"_s} + arguments);
    }
    void git(const QStringList& arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_files->folder());
        process.start(u"git"_s, QStringList{u"-c"_s, u"user.name=t"_s, u"-c"_s, u"user.email=t@t"_s} + arguments);
        QVERIFY(process.waitForFinished() && process.exitCode() == 0);
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
    static QString said(const QList<QJsonObject>& objects, const QString& field)
    {
        QStringList words;
        for (const QJsonObject& object : objects)
            words +=
                object[field].toString() + u' ' + object[u"channel"].toString() + u'/' + object[u"name"].toString();
        return words.join(u", "_s);
    }

private Q_SLOTS:
    void initTestCase() { qputenv("XDG_CACHE_HOME", m_cache.path().toLocal8Bit()); }
    void init()
    {
        m_files = std::make_unique<TestRegulation>();
        m_files->write(u"email/hello/notification.ftlh"_s, "<html><h1>Hello</h1></html>");
        m_files->write(u"email/hello/notification.yml"_s, "title: Hello\n");
        m_files->write(u"inbox/note/notification.ftl"_s, "Note ${x}\n");
        m_files->write(u"inbox/note/notification.yml"_s, "title: Note\n");
        m_files->write(u"diia/push/notification.diia"_s, "some long text");
        m_files->write(u"diia/push/notification.yml"_s,
            "title: diia-title\nattributes:\n  actionType: DiiaActionType\n  templateType: DiiaTemplateType\n"
            "  shortText: DiiaShortText\n");
        m_database = std::make_unique<TestDatabase>();
        QJsonArray profiles;
        for (const QString& name : {u"plain"_s, u"readonly"_s, u"production"_s}) {
            profiles.append(QJsonObject{{u"name"_s, name}, {u"database"_s, m_database->target().conninfo},
                {u"readOnly"_s, name == u"readonly"}, {u"production"_s, name == u"production"}});
        }
        QVERIFY(nc::writeFile(m_config.filePath(u"profiles.json"_s),
            QJsonDocument(QJsonObject{{u"version"_s, 1}, {u"profiles"_s, profiles}}).toJson()));
    }
    void cleanup() { m_database.reset(); }

    void planThenPublishThenNothing()
    {
        const QString folder = m_files->folder();
        CliRun plan = run({u"plan"_s, folder, u"--json"_s, u"--exit-code"_s});
        QCOMPARE(plan.code, 5);
        const QList<QJsonObject> planned = lines(plan.out);
        QCOMPARE(said(planned, u"action"_s), u"create diia/push, create email/hello, create inbox/note"_s);
        // The known answers.
        QCOMPARE(
            planned[0][u"checksum"].toString(), u"b873ee130819ed542ec8ce28ea74a5830ad17756c55557e5f21e30efbcf57785"_s);
        QVERIFY(planned[0][u"publishedChecksum"].isNull());
        QVERIFY(planned[0][u"changes"].isArray());
        QCOMPARE(run({u"plan"_s, folder}).code, 0);

        const CliRun published = run({u"publish"_s, folder, u"--json"_s});
        QCOMPARE(published.code, 0);
        QCOMPARE(
            said(lines(published.out), u"result"_s), u"created diia/push, created email/hello, created inbox/note"_s);
        for (const QJsonObject& line : lines(published.out)) {
            QCOMPARE(line[u"id"].toString().size(), 36);
            QVERIFY(line[u"error"].isNull());
        }
        QCOMPARE(run({u"plan"_s, folder, u"--exit-code"_s}).code, 0);
        QCOMPARE(said(lines(run({u"publish"_s, folder, u"--json"_s}).out), u"result"_s),
            u"unchanged diia/push, unchanged email/hello, unchanged inbox/note"_s);

        const CliRun rows = run({u"published"_s, u"--json"_s});
        QCOMPARE(rows.code, 0);
        const QJsonObject row = lines(rows.out).value(0);
        QCOMPARE(row[u"title"].toString(), u"diia-title"_s);
        QVERIFY(row[u"extTemplateId"].isNull());
        static const QRegularExpression time(uR"(^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$)"_s);
        QVERIFY(time.match(row[u"createdAt"].toString()).hasMatch());
        for (const QString& field :
            {u"id"_s, u"channel"_s, u"name"_s, u"checksum"_s, u"updatedAt"_s, u"extPublishedAt"_s})
            QVERIFY2(row.contains(field), qPrintable(field));
    }

    void planShowsTheDifference()
    {
        run({u"publish"_s, m_files->folder()});
        m_files->write(u"inbox/note/notification.ftl"_s, "Note ${y}\n");
        m_files->write(u"inbox/note/notification.yml"_s, "title: New\n");
        const CliRun plan = run({u"plan"_s, m_files->folder(), u"--diff"_s});
        QCOMPARE(plan.code, 0);
        QVERIFY(plan.out.contains("-Note ${x}\n+Note ${y}\n"));
        QVERIFY(plan.out.contains("-title: Note\n+title: New\n"));
        const QJsonObject json = lines(run({u"plan"_s, m_files->folder(), u"--json"_s}).out).value(2);
        QCOMPARE(json[u"action"].toString(), u"update"_s);
        QCOMPARE(json[u"changes"].toArray(), (QJsonArray{u"content"_s, u"title"_s}));
        QVERIFY(json[u"checksum"] != json[u"publishedChecksum"]);
    }

    void problemsStopEverythingBeforeTheFirstRow()
    {
        m_files->write(u"email/hello/notification.yml"_s, "title: Hello\nunknown: x\n");
        m_files->write(u"inbox/note/notification.ftl"_s, "Note ${x\n");
        const CliRun stopped = run({u"publish"_s, m_files->folder(), u"--json"_s});
        QCOMPARE(stopped.code, 1);
        QCOMPARE(said(lines(stopped.out), u"result"_s), u"skipped diia/push, failed email/hello, failed inbox/note"_s);
        QCOMPARE(m_database->value(u"select count(*) from notification_template"_s), QByteArray("0"));
        // Those that are right go when they alone are chosen.
        QCOMPARE(run({u"publish"_s, m_files->folder(), u"--only"_s, u"diia/push"_s}).code, 0);
        // The publisher stops at an unknown key, but not at FreeMarker's syntax.
        const CliRun forced = run({u"publish"_s, m_files->folder(), u"--force"_s, u"--json"_s});
        QCOMPARE(forced.code, 1);
        QCOMPARE(
            said(lines(forced.out), u"result"_s), u"unchanged diia/push, failed email/hello, created inbox/note"_s);
    }

    void pruneIsAskedForByName()
    {
        run({u"publish"_s, m_files->folder()});
        QDir(m_files->path(u"notifications/inbox"_s)).removeRecursively();
        const CliRun plain = run({u"publish"_s, m_files->folder(), u"--json"_s});
        QCOMPARE(said(lines(plain.out), u"result"_s), u"unchanged diia/push, unchanged email/hello"_s);
        QCOMPARE(said(lines(run({u"plan"_s, m_files->folder(), u"--json"_s}).out), u"action"_s),
            u"unchanged diia/push, unchanged email/hello, database-only inbox/note"_s);
        const CliRun pruned = run({u"publish"_s, m_files->folder(), u"--prune"_s, u"--json"_s});
        QCOMPARE(pruned.code, 0);
        QCOMPARE(
            said(lines(pruned.out), u"result"_s), u"unchanged diia/push, unchanged email/hello, deleted inbox/note"_s);
        // What stood there is in the history.
        QVERIFY(lines(run({u"history"_s, u"inbox/note"_s, u"--json"_s}).out)[0][u"contentKept"].toBool());
    }

    void productionTakesWhatIsCommitted()
    {
        const QString folder = m_files->folder();
        git({u"init"_s, u"-q"_s});
        git({u"add"_s, u"-A"_s});
        git({u"commit"_s, u"-qm"_s, u"Letters"_s});
        m_files->write(u"inbox/note/notification.ftl"_s, "Note ${y}\n");
        const QList<QJsonObject> plan = lines(run({u"plan"_s, folder, u"--json"_s}).out);
        QCOMPARE(plan[1][u"commit"].toString().size(), 40);
        QVERIFY(!plan[1][u"dirty"].toBool() && plan[2][u"dirty"].toBool());
        const QStringList publish{u"publish"_s, folder, u"--yes"_s, u"--without-diia"_s, u"--json"_s};
        const CliRun refused = run(publish, u"production"_s);
        QCOMPARE(refused.code, 1);
        QCOMPARE(said(lines(refused.out), u"result"_s), u"skipped diia/push, skipped email/hello, failed inbox/note"_s);
        QVERIFY(refused.err.contains("inbox/note"));
        QCOMPARE(run(publish + QStringList{u"--only"_s, u"email/hello"_s}, u"production"_s).code, 0);
        QCOMPARE(run(publish + QStringList{u"--uncommitted"_s, u"inbox/note"_s}, u"production"_s).code, 0);
        QCOMPARE(m_database->value(u"select count(*) from notification_template"_s), QByteArray("3"));
        // Diia has to be registered in production, unless somebody says otherwise.
        m_files->write(u"diia/push/notification.diia"_s, "other");
        const CliRun push = run({u"publish"_s, folder, u"--yes"_s, u"--uncommitted"_s, u"all"_s}, u"production"_s);
        QCOMPARE(push.code, 1);
        QVERIFY(push.err.contains("token of Diia") || push.out.contains("token of Diia"));
    }

    void historyIsListedShownAndPutBack()
    {
        const QString folder = m_files->folder();
        const QString key = u"inbox/note"_s;
        QCOMPARE(run({u"history"_s, key}).code, 1);
        run({u"publish"_s, folder});
        m_files->write(u"inbox/note/notification.ftl"_s, "Second ${x}\n");
        m_files->write(u"inbox/note/notification.yml"_s, "title: Second\n");
        run({u"publish"_s, folder});
        const QByteArray between =
            m_database->value(u"select to_char((updated_at - interval '1 millisecond') at time zone 'UTC', "
                              "'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"') from notification_template where name = 'note'"_s);
        const QList<QJsonObject> versions = lines(run({u"history"_s, key, u"--json"_s}).out);
        QCOMPARE(versions.size(), 2);
        QCOMPARE(versions[0][u"title"].toString(), u"Note"_s);
        QVERIFY(!versions[0][u"current"].toBool() && versions[1][u"current"].toBool());
        QCOMPARE(versions[0][u"by"], versions[1][u"by"]);
        QCOMPARE(run({u"history"_s, u"show"_s, key, u"--number"_s, u"1"_s}).out, QByteArray("Note ${x}\n"));
        QCOMPARE(run({u"history"_s, u"show"_s, key, u"--at"_s, QString::fromLatin1(between)}).out,
            QByteArray("Note ${x}\n"));
        // fixed time: before everything that was ever published.
        QCOMPARE(run({u"history"_s, u"show"_s, key, u"--at"_s, u"2020-01-01T00:00:00Z"_s}).code, 1);
        QVERIFY(run({u"history"_s, u"show"_s, key, u"--number"_s, u"1"_s, u"--diff"_s})
                    .out.contains("-Note ${x}\n+Second ${x}\n"));
        const QString data = m_files->path(u"data.json"_s);
        QVERIFY(nc::writeFile(data, "{\"x\":\"y\"}"));
        QCOMPARE(
            run({u"history"_s, u"show"_s, key, u"--number"_s, u"1"_s, u"--data"_s, data}).out, QByteArray("Note y\n"));
        QCOMPARE(run({u"history"_s, u"show"_s, key}).code, 2);
        QCOMPARE(run({u"history"_s, u"show"_s, key, u"--number"_s, u"9"_s}).code, 1);
        QCOMPARE(lines(run({u"history"_s, u"--json"_s}).out).size(), 4);

        const QStringList restore{u"restore"_s, key, u"--number"_s, u"1"_s, u"--json"_s};
        const QList<QJsonObject> dry = lines(run(restore + QStringList{u"--dry-run"_s}).out);
        QCOMPARE(said(dry, u"action"_s), u"update inbox/note"_s);
        QVERIFY(dry[0][u"diff"].toString().contains(u"+Note ${x}"));
        QCOMPARE(
            m_database->value(u"select title from notification_template where name = 'note'"_s), QByteArray("Second"));
        QCOMPARE(run(restore, u"readonly"_s).code, 1);
        QCOMPARE(run(restore, u"production"_s).code, 1);
        QCOMPARE(said(lines(run(restore).out), u"result"_s), u"updated inbox/note"_s);
        QCOMPARE(m_database->value(u"select title || content from notification_template where name = 'note'"_s),
            QByteArray("NoteNote ${x}\n"));
        const QList<QJsonObject> after = lines(run({u"history"_s, key, u"--json"_s}).out);
        QCOMPARE(after.size(), 3);
        QCOMPARE(after[2][u"restored"].toInt(), 1);
        QCOMPARE(after[1][u"replacedBy"].toString(), u"restore"_s);
        // Another hand: named in the plan.
        m_database->sql(u"update notification_template set content = 'x', checksum = 'x' where name = 'note'"_s);
        QVERIFY(lines(run({u"plan"_s, folder, u"--json"_s}).out)[2][u"drift"].isObject());
        QVERIFY(run({u"plan"_s, folder}).out.contains("somebody else changed the row"));
        // A deleted row comes back.
        QDir(m_files->path(u"notifications/email"_s)).removeRecursively();
        run({u"publish"_s, folder, u"--prune"_s});
        QCOMPARE(
            said(lines(run({u"restore"_s, u"email/hello"_s, u"--number"_s, u"1"_s, u"--json"_s}).out), u"result"_s),
            u"created email/hello"_s);
    }

    void processesThatNameAMissingTemplate()
    {
        const auto process = [](const QByteArray& name) {
            return "<?xml version=\"1.0\"?>\n<bpmn:definitions "
                   "xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" "
                   "xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\">\n<bpmn:process id=\"p\"><bpmn:serviceTask "
                   "id=\"t\" name=\"Tell\">\n<camunda:inputParameter name=\"notificationTemplate\">"
                + name + "</camunda:inputParameter>\n</bpmn:serviceTask></bpmn:process></bpmn:definitions>\n";
        };
        const QString folder = m_files->folder();
        QDir().mkpath(m_files->path(u"bpmn/inner"_s));
        QVERIFY(nc::writeFile(m_files->path(u"bpmn/good.bpmn"_s), process("note")));
        QVERIFY(nc::writeFile(m_files->path(u"bpmn/inner/missing.bpmn"_s), process("nowhere")));
        QVERIFY(nc::writeFile(m_files->path(u"bpmn/runtime.bpmn"_s), process("${name}")));
        QVERIFY(nc::writeFile(m_files->path(u"bpmn/torn.bpmn"_s), process("note").left(300)));
        const CliRun lint = run({u"lint"_s, folder, u"--json"_s});
        QCOMPARE(lint.code, 0);
        QStringList codes;
        for (const QJsonObject& problem : lines(lint.out))
            codes += problem[u"severity"].toString() + u' ' + problem[u"code"].toString();
        codes.sort();
        QCOMPARE(codes.count(u"warning missing-template"_s), 1);
    }

    void wrongUsageAndRefusals()
    {
        const QString folder = m_files->folder();
        QCOMPARE(run({u"publish"_s, folder, u"--only"_s, u"hello"_s}).code, 2);
        QCOMPARE(run({u"publish"_s, folder, u"--via"_s, u"pigeon"_s}).code, 2);
        QCOMPARE(run({u"publish"_s, folder, u"--only"_s, u"email/nowhere"_s}).code, 1);
        QCOMPARE(run({u"publish"_s, folder}, u"readonly"_s).code, 1);
        QCOMPARE(run({u"publish"_s, folder}, u"production"_s).code, 1);
        QCOMPARE(m_database->value(u"select count(*) from notification_template"_s), QByteArray("0"));
        // Outside a clone nothing is committed.
        QCOMPARE(run({u"publish"_s, folder, u"--yes"_s, u"--without-diia"_s}, u"production"_s).code, 1);
        QCOMPARE(m_database->value(u"select count(*) from notification_template"_s), QByteArray("0"));
        QCOMPARE(
            run({u"publish"_s, folder, u"--yes"_s, u"--without-diia"_s, u"--uncommitted"_s, u"all"_s}, u"production"_s)
                .code,
            0);
        QCOMPARE(run({u"publish"_s, folder, u"--uncommitted"_s, u"hello"_s}).code, 2);
        QCOMPARE(run({u"publish"_s, folder, u"--via"_s, u"service"_s}).code, 1);
        QCOMPARE(run({u"plan"_s, folder}, u"readonly"_s).code, 0);
        QCOMPARE(run({u"plan"_s, m_files->path(u"nowhere"_s)}).code, 1);
    }
};

QTEST_GUILESS_MAIN(TestPublishCli)
#include "tst_cli.moc"
