#include "../cli/clirun.h"
#include "../templates/testregulation.h"
#include "core/atomicfile.h"
#include "postgres/testdatabase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
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
        QCOMPARE(QDir(m_config.filePath(u"history"_s)).entryList(QDir::Files).size(), 1);
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
        QCOMPARE(run({u"publish"_s, folder, u"--yes"_s}, u"production"_s).code, 0);
        QCOMPARE(run({u"plan"_s, folder}, u"readonly"_s).code, 0);
        QCOMPARE(run({u"plan"_s, m_files->path(u"nowhere"_s)}).code, 1);
    }
};

QTEST_GUILESS_MAIN(TestPublishCli)
#include "tst_cli.moc"
