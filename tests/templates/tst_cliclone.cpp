#include "cli/commandline.h"
#include "cli/registry.h"
#include "core/atomicfile.h"
#include "testregulation.h"

#include <QBuffer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace nc;

/// What the verbs of `templates` make of a regulation that is a clone: how it stands, whose it is, a merge left undone.
class TestTemplatesClone : public QObject {
    Q_OBJECT

    std::unique_ptr<TestRegulation> m_files;
    QTemporaryDir m_cache;
    QByteArray m_out;
    QByteArray m_err;

    int run(const QStringList& arguments)
    {
        QByteArray given;
        QBuffer in(&given);
        QBuffer out(&m_out);
        QBuffer err(&m_err);
        m_out.clear();
        m_err.clear();
        in.open(QIODevice::ReadOnly);
        out.open(QIODevice::WriteOnly);
        err.open(QIODevice::WriteOnly);
        cli::Environment env(&in, &out, &err);
        env.configDir = m_cache.filePath(u"config"_s);
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
    void initTestCase() { qputenv("XDG_CACHE_HOME", m_cache.path().toLocal8Bit()); }
    void init()
    {
        m_files = std::make_unique<TestRegulation>();
        m_files->write(u"email/Letter/notification.ftlh"_s, "<p>Вітаю, ${name?html}!</p>");
        m_files->write(u"email/Letter/notification.yml"_s, "title: Лист\n");
        m_files->write(u"inbox/Note/notification.ftl"_s, "Hi ${name}");
        m_files->write(u"inbox/Note/notification.yml"_s, "title: Note\n");
    }

    void listKnowsGit()
    {
        const auto git = [this](const QStringList& arguments) {
            QProcess process;
            process.setWorkingDirectory(m_files->folder());
            process.start(u"git"_s, QStringList{u"-c"_s, u"user.name=t"_s, u"-c"_s, u"user.email=t@t"_s} + arguments);
            QVERIFY(process.waitForFinished() && process.exitCode() == 0);
        };
        QCOMPARE(run({u"list"_s, m_files->folder(), u"--json"_s}), 0);
        QVERIFY(lines().first()[u"git"_s].isNull());
        m_files->write(u"inbox/Gone/notification.ftl"_s, "x");
        git({u"init"_s, u"-q"_s});
        git({u"add"_s, u"-A"_s});
        git({u"commit"_s, u"-qm"_s, u"x"_s});
        m_files->write(u"email/Letter/notification.yml"_s, "title: Інший\n");
        m_files->write(u"inbox/Fresh/notification.ftl"_s, "x");
        QVERIFY(QDir(m_files->path(u"notifications/inbox/Gone"_s)).removeRecursively());
        QCOMPARE(run({u"list"_s, m_files->folder(), u"--json"_s}), 0);
        QStringList states;
        for (const QJsonObject& line : lines())
            states += line[u"name"_s].toString() + u' ' + line[u"git"_s].toString();
        QCOMPARE(states, (QStringList{u"Letter changed"_s, u"Fresh new"_s, u"Note unchanged"_s, u"Gone deleted"_s}));
        QCOMPARE(run({u"list"_s, m_files->folder()}), 0);
        QCOMPARE(QString::fromUtf8(m_out),
            u"email/Letter\tІнший\tchanged\ninbox/Fresh\t\tnew\ninbox/Note\tNote\ninbox/Gone\t\tdeleted\n"_s);
    }

    void listLooksOnly()
    {
        const QString folder = m_files->folder();
        const auto git = [&](const QStringList& arguments) {
            QProcess process;
            process.setWorkingDirectory(folder);
            process.start(u"git"_s, QStringList{u"-c"_s, u"user.name=t"_s, u"-c"_s, u"user.email=t@t"_s} + arguments);
            QVERIFY(process.waitForFinished() && process.exitCode() == 0);
        };
        const auto states = [&] {
            QStringList found;
            for (const QJsonObject& line : lines())
                found += line[u"name"_s].toString() + u' ' + line[u"git"_s].toString();
            return found;
        };
        git({u"init"_s, u"-q"_s});
        git({u"add"_s, u"-A"_s});
        git({u"commit"_s, u"-qm"_s, u"x"_s});
        // Nothing that the clone names is started.
        const QTemporaryDir outside;
        const QString trap = outside.filePath(u"trap"_s);
        QVERIFY(writeFile(trap, "#!/bin/sh\ntouch " + outside.filePath(u"mark"_s).toUtf8() + "\nexec cat\n"));
        QFile::setPermissions(trap, QFile::permissions(trap) | QFile::ExeOwner | QFile::ExeUser);
        git({u"config"_s, u"core.fsmonitor"_s, trap});
        git({u"config"_s, u"filter.x.clean"_s, trap});
        m_files->write(u"../.git/info/attributes"_s, "* filter=x\n");
        m_files->write(u"inbox/Note/notification.ftl"_s, "another");
        QCOMPARE(run({u"list"_s, folder, u"--json"_s}), 0);
        QCOMPARE(states(), (QStringList{u"Letter unchanged"_s, u"Note changed"_s}));
        QVERIFY(!QFile::exists(outside.filePath(u"mark"_s)));
        // What git is told not to see is seen.
        m_files->write(u"../.git/info/attributes"_s, "");
        m_files->write(u"../.git/info/exclude"_s, "Fresh\n*~\n");
        m_files->write(u"inbox/Fresh/notification.ftl"_s, "x");
        m_files->write(u"email/Letter/notification.ftlh~"_s, "x");
        git({u"-c"_s, u"core.fsmonitor=false"_s, u"update-index"_s, u"--assume-unchanged"_s,
            u"notifications/inbox/Note/notification.ftl"_s});
        QCOMPARE(run({u"list"_s, folder, u"--json"_s}), 0);
        QCOMPARE(states(), (QStringList{u"Letter unchanged"_s, u"Fresh new"_s, u"Note changed"_s}));
        // Somebody else's clone: not known, and said.
        if (::geteuid() != 0)
            return;
        QProcess::execute(u"chown"_s, {u"-R"_s, u"12345"_s, folder + u"/.git"_s});
        QCOMPARE(run({u"list"_s, folder, u"--json"_s}), 0);
        QVERIFY(lines().first()[u"git"_s].isNull());
        QVERIFY2(m_err.contains("belongs to uid 12345"), m_err.constData());
    }

    void marksOfAConflict_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("letter") << u"email/Letter/notification.ftlh"_s
                                << QByteArray("<p>a</p>\n<<<<<<< HEAD\n<p>b</p>\n=======\n<p>c</p>\n>>>>>>> x\n") << 2;
        QTest::newRow("a half") << u"inbox/Note/notification.ftl"_s << QByteArray("a\r\n\r\n>>>>>>> x\r\n") << 3;
        QTest::newRow("three versions") << u"inbox/Note/notification.ftl"_s << QByteArray("||||||| base\na\n") << 1;
        QTest::newRow("metadata") << u"inbox/Note/notification.yml"_s
                                  << QByteArray("title: a\n<<<<<<< HEAD\n=======\ntitle: b\n>>>>>>> x\n") << 2;
        QTest::newRow("only underlined") << u"inbox/Note/notification.ftl"_s << QByteArray("Title\n=======\ntext\n")
                                         << 0;
        QTest::newRow("fewer") << u"inbox/Note/notification.ftl"_s << QByteArray("<<<<<< a\n>>> b\n") << 0;
    }
    void marksOfAConflict()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        m_files->write(name, text);
        QCOMPARE(run({u"lint"_s, m_files->folder(), u"--json"_s}), line > 0 ? 3 : 0);
        int found = 0;
        for (const QJsonObject& problem : lines()) {
            if (problem[u"code"_s].toString() == u"conflict-marker")
                found = problem[u"line"_s].toInt();
        }
        QCOMPARE(found, line);
    }
};

QTEST_GUILESS_MAIN(TestTemplatesClone)
#include "tst_cliclone.moc"
