#include "cli/commandline.h"
#include "cli/registry.h"
#include "core/settings.h"
#include "core/settingstable.h"
#include "templates/source/checksum.h"
#include "testregulation.h"

#include <QBuffer>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

/// `templates list | lint | prepare | variables | render` in process, as the command line promises them.
class TestTemplatesCli : public QObject {
    Q_OBJECT

    std::unique_ptr<TestRegulation> m_files;
    QTemporaryDir m_cache;
    QByteArray m_out;
    QByteArray m_err;

    int run(const QStringList& arguments, const QByteArray& input = {})
    {
        QByteArray given = input;
        QBuffer in(&given);
        QBuffer out(&m_out);
        QBuffer err(&m_err);
        m_out.clear();
        m_err.clear();
        in.open(QIODevice::ReadOnly);
        out.open(QIODevice::WriteOnly);
        err.open(QIODevice::WriteOnly);
        cli::Environment env(&in, &out, &err);
        const auto registry = cli::Registry::all();
        return cli::runCommandLine(registry, QStringList{u"templates"_s} + arguments, env);
    }

    QList<QJsonObject> lines() const
    {
        QList<QJsonObject> list;
        for (const QByteArray& line : m_out.split('\n')) {
            if (!line.isEmpty())
                list.append(QJsonDocument::fromJson(line).object());
        }
        return list;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_cache.isValid());
        qputenv("XDG_CACHE_HOME", m_cache.path().toLocal8Bit());
    }

    void init()
    {
        m_files = std::make_unique<TestRegulation>();
        m_files->write(u"email/Letter/notification.ftlh"_s,
            "<html><body>\n<p>Вітаю, ${name?html}!</p>\n[#list items as i]<b>${i.t?html}</b>[/#list]</body></html>");
        m_files->write(u"email/Letter/notification.yml"_s, "title: Лист\n");
        m_files->write(u"inbox/Note/notification.ftl"_s, "Hi ${name}");
        m_files->write(u"inbox/Note/notification.yml"_s, "title: Note\n");
    }

    void list()
    {
        QCOMPARE(run({u"list"_s, m_files->folder(), u"--json"_s}), 0);
        QCOMPARE(lines().size(), 2);
        QCOMPARE(lines().first()[u"channel"_s].toString(), u"email"_s);
        QCOMPARE(lines().first()[u"name"_s].toString(), u"Letter"_s);
        QCOMPARE(lines().first()[u"title"_s].toString(), u"Лист"_s);
        QCOMPARE(run({u"list"_s, u"/nonexistent"_s}), 1);
        QVERIFY(m_err.contains("/nonexistent"));
        QCOMPARE(run({u"list"_s}), 2);
    }

    void lintOfGoodOnes()
    {
        QCOMPARE(run({u"lint"_s, m_files->folder()}), 0);
        QCOMPARE(m_out, QByteArray());
    }

    void lintOfBadOnes()
    {
        m_files->write(u"inbox/Bad/notification.ftl"_s, "a\n[#if x]");
        m_files->write(u"inbox/Bad/notification.yml"_s, "title: 5\n");
        QCOMPARE(run({u"lint"_s, m_files->folder()}), 3);
        const QByteArray path = m_files->path(u"notifications/inbox/Bad/"_s).toUtf8();
        QVERIFY2(m_out.startsWith(path + "notification.ftl:2: error: syntax: "), m_out.constData());
        QVERIFY2(m_out.contains(path + "notification.yml:1: error: bad-metadata: "), m_out.constData());

        QCOMPARE(run({u"lint"_s, m_files->folder(), u"--json"_s}), 3);
        QCOMPARE(lines().size(), 2);
        const QJsonObject problem = lines().last();
        QCOMPARE(problem[u"code"_s].toString(), u"bad-metadata"_s);
        QCOMPARE(problem[u"severity"_s].toString(), u"error"_s);
        QCOMPARE(problem[u"line"_s].toInt(), 1);
        QCOMPARE(problem[u"column"_s].toInt(), 8);
        QVERIFY(!problem[u"message"_s].toString().isEmpty());
        QCOMPARE(problem[u"path"_s].toString().toUtf8(), path + "notification.yml");
    }

    /// A pipeline goes on over warnings unless it asks to stop.
    void lintOfWarnings()
    {
        m_files->write(u"inbox/Note/notification.ftl"_s, "Hi [=name]");
        QCOMPARE(run({u"lint"_s, m_files->folder()}), 0);
        QVERIFY(m_out.contains("warning: not-interpolated"));
        QCOMPARE(run({u"lint"_s, m_files->folder(), u"--strict"_s}), 3);
    }

    void lintFixes()
    {
        const QByteArray bad = "<html><body><table>[#list xs as x]<tr><td>${x}</td></tr>[/#list]</table>"
                               "<p [#if odd??]class=\"odd\"[/#if]>[=name] ${c!\"a\"}</p></body></html>";
        m_files->write(u"email/Letter/notification.ftlh"_s, bad);
        m_files->write(u"inbox/Note/notification.yml"_s, "title: 5 # a number\n");
        QCOMPARE(run({u"lint"_s, m_files->folder(), u"--dry-run"_s}), 2);
        QCOMPARE(run({u"lint"_s, m_files->folder(), u"--fix"_s, u"--dry-run"_s}), 0);
        QVERIFY(m_out.contains("\n+title: \"5\" # a number\n"));
        QFile letter(m_files->path(u"notifications/email/Letter/notification.ftlh"_s));
        QVERIFY(letter.open(QIODevice::ReadOnly));
        QCOMPARE(letter.readAll(), bad);
        letter.close();

        QCOMPARE(run({u"lint"_s, m_files->folder(), u"--fix"_s, u"--strict"_s}), 0);
        QCOMPARE(m_out, QByteArray());
        QVERIFY(letter.open(QIODevice::ReadOnly));
        QCOMPARE(letter.readAll(),
            QByteArray("<html><body><table><tbody>[#list xs as x]<tr><td>${x?html}</td></tr>[/#list]</tbody></table>"
                       "<p class=\"[#if odd??]odd[/#if]\">${name?html} ${(c!\"a\")?html}</p></body></html>"));
    }

    /// Ways out of which there are several are taken when their code is named.
    void lintFixesWhatIsNamed()
    {
        m_files->write(u"email/Letter/images/old.png"_s, "\x89PNG");
        m_files->write(u"email/Letter/notification.ftlh"_s, "<html><body><p>${x?api.class}</p></body></html>");
        m_files->write(u"diia/Push/notification.diia"_s, "Hi {name}");
        m_files->write(u"diia/Push/notification.yml"_s, "title: Push\n");
        QTemporaryDir config;
        const QStringList lint{u"lint"_s, m_files->folder(), u"--config-dir"_s, config.path()};
        QCOMPARE(run({u"lint"_s, m_files->folder(), u"--fix-also"_s, u"unused-file"_s}), 2);
        // The keys are written, their values are the author's.
        QCOMPARE(run(lint + QStringList{u"--fix"_s}), 3);
        QCOMPARE(m_out.count("missing-attribute"), 3);
        QFile push(m_files->path(u"notifications/diia/Push/notification.yml"_s));
        QVERIFY(push.open(QIODevice::ReadOnly));
        QCOMPARE(push.readAll(),
            QByteArray("title: Push\nattributes:\n  actionType: \"\"\n  templateType: \"\"\n  shortText: \"\"\n"));
        const QStringList named{u"--fix"_s, u"--fix-also"_s, u"unused-file"_s, u"--fix-also"_s, u"forbidden"_s,
            u"--fix-also"_s, u"missing-attribute"_s};
        QCOMPARE(run(lint + named + QStringList{u"--dry-run"_s}), 0);
        QVERIFY(m_out.contains("images/old.png: would be deleted"));
        QVERIFY(QFile::exists(m_files->path(u"notifications/email/Letter/images/old.png"_s)));
        QCOMPARE(run(lint + named + QStringList{u"--strict"_s}), 0);
        QVERIFY(!QFile::exists(m_files->path(u"notifications/email/Letter/images/old.png"_s)));
        QDirIterator kept(config.filePath(u"trash"_s), QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(kept.hasNext());
        QVERIFY(kept.next().endsWith("images/old.png"_L1));
    }

    void newRenameUses()
    {
        QCOMPARE(run({u"new"_s, m_files->folder(), u"email/Fresh"_s}), 0);
        QCOMPARE(run({u"lint"_s, m_files->folder(), u"--strict"_s}), 0);
        QCOMPARE(run({u"new"_s, m_files->folder(), u"email/Fresh"_s}), 1);
        QVERIFY(m_err.contains("email/Fresh"));
        for (const QString& name : {u"email/a:b"_s, u"email/a;b"_s, u"email/a%20b"_s, u"email/.a"_s, u"email/.."_s})
            QCOMPARE(run({u"new"_s, m_files->folder(), name}), 1);
        QCOMPARE(run({u"new"_s, m_files->folder(), u"email/Copy"_s, u"--from"_s, u"email/Letter"_s}), 0);
        QCOMPARE(run({u"new"_s, m_files->folder(), u"inbox/Copy"_s, u"--from"_s, u"email/Letter"_s}), 1);

        const QByteArray process =
            "\xEF\xBB\xBF<a:definitions xmlns:a='a' xmlns:c='c'>\r\n<a:process id='p' name='One'>"
            "<a:serviceTask name='Tell'><c:inputParameter name=\"notificationTemplate\"> Letter "
            "</c:inputParameter></a:serviceTask>\r\n<a:serviceTask id='t'>"
            "<c:inputParameter name=\"notificationTemplate\">Gone</c:inputParameter>"
            "</a:serviceTask></a:process></a:definitions>";
        QVERIFY(QDir(m_files->folder()).mkpath(u"bpmn/deep"_s));
        QFile file(m_files->folder() + u"/bpmn/deep/one.bpmn"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(process);
        file.close();
        QCOMPARE(run({u"uses"_s, m_files->folder(), u"--json"_s}), 3);
        QCOMPARE(lines().size(), 2);
        QCOMPARE(lines().first()[u"name"_s].toString(), u"Letter"_s);
        QCOMPARE(lines().first()[u"process"_s].toString(), u"One"_s);
        QCOMPARE(lines().first()[u"activity"_s].toString(), u"Tell"_s);
        QCOMPARE(lines().first()[u"channels"_s].toArray(), QJsonArray{u"email"_s});
        QCOMPARE(lines().last()[u"missing"_s], QJsonValue(true));
        QCOMPARE(lines().last()[u"line"_s].toInt(), 3);

        QCOMPARE(run({u"rename"_s, m_files->folder(), u"email/Letter"_s, u"Copy"_s}), 1);
        QCOMPARE(run({u"rename"_s, m_files->folder(), u"email/Letter"_s, u"New & old"_s}), 0);
        QVERIFY(m_err.contains("still names Letter"));
        QCOMPARE(run({u"rename"_s, m_files->folder(), u"email/New & old"_s, u"Letter"_s}), 0);
        QCOMPARE(run({u"rename"_s, m_files->folder(), u"email/Letter"_s, u"New & old"_s, u"--uses"_s}), 0);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray(process).replace("Letter", "New &amp; old"));
    }

    void sampleSets()
    {
        const QString folder = m_files->folder();
        QTemporaryDir config;
        const auto sample = [&](const QStringList& words, const QByteArray& input = {}) {
            return run(QStringList{u"sample"_s} + words + QStringList{u"--config-dir"_s, config.path()}, input);
        };
        QCOMPARE(sample({u"list"_s, folder, u"email/Letter"_s}), 0);
        QCOMPARE(m_out, QByteArray());
        QCOMPARE(sample({u"save"_s, folder, u"email/Letter"_s, u"made"_s}), 0);
        QCOMPARE(sample({u"show"_s, folder, u"email/Letter"_s, u"made"_s}), 0);
        const QJsonObject made = QJsonDocument::fromJson(m_out).object();
        QCOMPARE(made[u"name"_s].toString(), u"name"_s);
        QCOMPARE(made[u"items"_s][0][u"t"_s].toString(), u"t"_s);
        QCOMPARE(sample({u"save"_s, folder, u"email/Letter"_s, u"given"_s, u"--data"_s, u"-"_s, u"--shared"_s},
                     R"({"name":"Ада","items":[]})"),
            0);
        QVERIFY(QFile::exists(m_files->path(u".notification-console/samples/email/Letter/given.json"_s)));
        QCOMPARE(sample({u"list"_s, folder, u"email/Letter"_s, u"--json"_s}), 0);
        QCOMPARE(lines().size(), 2);
        QCOMPARE(lines().first(), (QJsonObject{{u"name"_s, u"given"_s}, {u"shared"_s, true}}));
        QCOMPARE(run({u"render"_s, folder, u"email/Letter"_s, u"--sample"_s, u"given"_s, u"--text"_s, u"--config-dir"_s,
                     config.path()}),
            0);
        QCOMPARE(m_out, QByteArray("Вітаю, Ада!\n"));
        QCOMPARE(sample({u"rename"_s, folder, u"email/Letter"_s, u"made"_s, u"given"_s}), 1);
        QCOMPARE(sample({u"rename"_s, folder, u"email/Letter"_s, u"made"_s, u"other"_s}), 0);
        // They follow the template's name, as its shelf life does.
        QVERIFY(Settings(config.path()).set(settings::shelfLives, QJsonObject{{u"email/Letter"_s, u"2h"_s}}));
        QCOMPARE(run({u"rename"_s, folder, u"email/Letter"_s, u"Other"_s, u"--config-dir"_s, config.path()}), 0);
        QCOMPARE(sample({u"list"_s, folder, u"email/Other"_s, u"--json"_s}), 0);
        QCOMPARE(lines().size(), 2);
        const auto lives = [&] { return Settings(config.path()).get(settings::shelfLives).keys(); };
        QCOMPARE(lives(), QStringList{u"email/Other"_s});
        QCOMPARE(run({u"rename"_s, folder, u"email/Other"_s, u"Letter"_s, u"--config-dir"_s, config.path()}), 0);
        QCOMPARE(lives(), QStringList{u"email/Letter"_s});
        QCOMPARE(sample({u"delete"_s, folder, u"email/Letter"_s, u"other"_s}), 0);
        QCOMPARE(sample({u"delete"_s, folder, u"email/Letter"_s, u"other"_s}), 1);
        QCOMPARE(sample({u"save"_s, folder, u"email/Letter"_s, u"x"_s, u"--data"_s, u"-"_s}, "[]"), 1);
        QCOMPARE(run({u"lint"_s, folder}), 0);
    }

    void variablesAgainstData()
    {
        QCOMPARE(run({u"variables"_s, m_files->folder(), u"email/Letter"_s, u"--data"_s, u"-"_s, u"--json"_s},
                     R"({"items":[{"t":1,"u":2}],"other":1})"),
            0);
        QHash<QString, QJsonObject> byName;
        for (const QJsonObject& line : lines())
            byName.insert(line[u"name"_s].toString(), line);
        QCOMPARE(byName.size(), 5);
        QCOMPARE(byName[u"name"_s][u"missing"_s].toBool(), true);
        QCOMPARE(byName[u"items[].t"_s][u"missing"_s].toBool(true), false);
        QCOMPARE(byName[u"items[].u"_s][u"unused"_s].toBool(), true);
        QCOMPARE(byName[u"other"_s][u"unused"_s].toBool(), true);
        QCOMPARE(run({u"variables"_s, m_files->folder(), u"email/Letter"_s, u"--data"_s, u"-"_s}, "nonsense"), 1);
    }

    void prepare()
    {
        QCOMPARE(run({u"prepare"_s, m_files->folder(), u"email/Letter"_s}), 0);
        const QByteArray content = m_out;
        QVERIFY(content.startsWith("<html>\n <head></head>\n <body>"));
        QVERIFY(content.endsWith("</html>"));
        QCOMPARE(run({u"prepare"_s, m_files->folder(), u"email/Letter"_s, u"--checksum"_s}), 0);
        QCOMPARE(m_out, contentChecksum(content) + '\n');
        QCOMPARE(run({u"prepare"_s, m_files->folder(), u"inbox/Note"_s}), 0);
        QCOMPARE(m_out, QByteArray("Hi ${name}"));
    }

    /// The publisher would not stop at a wrong title or a syntax error.
    void prepareWhatLintRefuses()
    {
        m_files->write(u"inbox/Note/notification.yml"_s, "title: 5\n");
        m_files->write(u"inbox/Note/notification.ftl"_s, "[#if");
        QCOMPARE(run({u"prepare"_s, m_files->folder(), u"inbox/Note"_s}), 0);
        QCOMPARE(m_out, QByteArray("[#if"));
    }

    void prepareFailures()
    {
        QCOMPARE(run({u"prepare"_s, m_files->folder(), u"email/None"_s}), 1);
        QVERIFY(m_err.contains("email/None"));
        QCOMPARE(run({u"prepare"_s, m_files->folder(), u"Letter"_s}), 1);
        m_files->write(u"email/Letter/notification.ftlh"_s, "<img src='images/no.png'>");
        QCOMPARE(run({u"prepare"_s, m_files->folder(), u"email/Letter"_s}), 1);
        QVERIFY(m_err.contains("images/no.png"));
        QVERIFY(m_out.isEmpty());
    }

    void variables()
    {
        QCOMPARE(run({u"variables"_s, m_files->folder(), u"email/Letter"_s, u"--json"_s}), 0);
        QCOMPARE(lines().size(), 3);
        QCOMPARE(lines().at(2)[u"name"_s].toString(), u"items[].t"_s);
        QCOMPARE(lines().at(1)[u"kind"_s].toString(), u"list"_s);
        QCOMPARE(lines().at(0)[u"optional"_s], QJsonValue(false));
        QCOMPARE(lines().at(0)[u"lines"_s].toArray(), QJsonArray{2});
    }

    void render()
    {
        const QByteArray data = R"({"name":"<Олена>","items":[{"t":"1"}]})";
        QCOMPARE(run({u"render"_s, m_files->folder(), u"email/Letter"_s, u"--data"_s, u"-"_s}, data), 0);
        QVERIFY2(m_out.contains("Вітаю, &lt;Олена&gt;!"), m_out.constData());
        QVERIFY(m_out.contains("<b>1</b>"));

        const QString file = m_files->path(u"out.html"_s);
        QCOMPARE(run({u"render"_s, m_files->folder(), u"inbox/Note"_s, u"--data"_s, u"-"_s, u"-o"_s, file}, data), 0);
        QVERIFY(m_out.isEmpty());
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), QByteArray("Hi <Олена>"));
    }

    void renderFailures()
    {
        QCOMPARE(run({u"render"_s, m_files->folder(), u"inbox/Note"_s}), 2);
        QCOMPARE(run({u"render"_s, m_files->folder(), u"inbox/Note"_s, u"--data"_s, u"/nonexistent"_s}), 1);
        QCOMPARE(run({u"render"_s, m_files->folder(), u"inbox/Note"_s, u"--data"_s, u"-"_s}, "{}"), 1);
        QVERIFY2(m_err.contains("inbox/Note:1:6") && m_err.contains("name"), m_err.constData());
        QCOMPARE(run({u"render"_s, m_files->folder(), u"inbox/Note"_s, u"--data"_s, u"-"_s}, "[]"), 1);
        m_files->write(u"diia/Push/notification.diia"_s, "Hi {name}");
        m_files->write(u"diia/Push/notification.yml"_s,
            "title: T\nattributes:\n  actionType: a\n  templateType: b\n  shortText: c\n");
        QCOMPARE(run({u"render"_s, m_files->folder(), u"diia/Push"_s, u"--data"_s, u"-"_s}, "{}"), 1);
        QVERIFY2(m_err.contains("name"), m_err.constData());
        QCOMPARE(run({u"render"_s, m_files->folder(), u"diia/Push"_s, u"--data"_s, u"-"_s}, "[]"), 1);
        QCOMPARE(run({u"render"_s, m_files->folder(), u"diia/Push"_s, u"--data"_s, u"-"_s}, "{\"name\":\"Олена\"}"), 0);
        QCOMPARE(m_out, QByteArray("Hi Олена"));
    }

    /// Preparation moves lines; the author is led to hers.
    void renderFailuresNameTheAuthorsLine()
    {
        m_files->write(u"email/Long/notification.ftlh"_s, "<p>a</p>\n<p>b</p> <p>${gone}</p>\n");
        QCOMPARE(run({u"render"_s, m_files->folder(), u"email/Long"_s, u"--data"_s, u"-"_s}, "{}"), 1);
        QVERIFY2(m_err.contains("email/Long:2:15:"), m_err.constData());
    }
};

QTEST_GUILESS_MAIN(TestTemplatesCli)
#include "tst_cli.moc"
