#include "../support/registryclone.h"
#include "cli/commandline.h"
#include "cli/registry.h"
#include "core/atomicfile.h"

#include <QBuffer>
#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace nc;

/// The verbs of `channels` in process, as cli.md promises them.
class TestChannelsCli : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_registry;
    QByteArray m_original;
    QByteArray m_out;
    QByteArray m_err;

    QString path() const { return m_folder->filePath(u"deploy-templates/values.yaml"_s); }
    QByteArray onDisk() const { return readFile(path())->bytes; }

    int run(const QStringList& arguments, QByteArray input = {})
    {
        QBuffer in(&input);
        QBuffer out(&m_out);
        QBuffer err(&m_err);
        m_out.clear();
        m_err.clear();
        in.open(QIODevice::ReadOnly);
        out.open(QIODevice::WriteOnly);
        err.open(QIODevice::WriteOnly);
        cli::Environment env(&in, &out, &err);
        env.configDir = m_folder->filePath(u"config"_s);
        const auto registry = cli::Registry::all();
        return cli::runCommandLine(
            registry, QStringList{u"channels"_s} + arguments + QStringList{u"--registry"_s, m_registry}, env);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_registry = m_folder->path();
        QDir(m_folder->path()).mkpath(u"deploy-templates"_s);
        m_original = readFile(QStringLiteral(NC_TEST_DATA "/channels/values.yaml"))->bytes;
        QVERIFY(writeFile(path(), m_original));
    }

    void show()
    {
        QCOMPARE(run({u"show"_s, u"--json"_s}), 0);
        QCOMPARE(m_out.count('\n'), 1);
        const QJsonObject json = QJsonDocument::fromJson(m_out).object();
        QCOMPARE(json[u"email"_s][u"type"_s].toString(), u"internal"_s);
        QVERIFY(json[u"email"_s][u"host"_s].isNull());
        QCOMPARE(json[u"diia"_s][u"url"_s].toString(), u"https://api2t.diia.gov.ua/"_s);
    }

    void setIsExactAndRepeatable()
    {
        const QStringList set{u"set"_s, u"email"_s, u"--type"_s, u"external"_s, u"--host"_s, u"smtp.example.org"_s,
            u"--port"_s, u"587"_s, u"--address"_s, u"registry@example.org"_s};
        QCOMPARE(run(set + QStringList{u"--dry-run"_s}), 0);
        QCOMPARE(onDisk(), m_original);
        QVERIFY(m_out.startsWith("--- a/deploy-templates/values.yaml\n+++ b/deploy-templates/values.yaml\n@@ "));
        QCOMPARE(m_out.count("\n-"), 1);
        QCOMPARE(m_out.count("\n+"), 1 + 4);
        const QByteArray diff = m_out;
        QCOMPARE(run(set), 0);
        QVERIFY(m_out.isEmpty());
        const QByteArray changed = onDisk();
        QVERIFY(changed != m_original);
        QCOMPARE(run(set), 0);
        QCOMPARE(onDisk(), changed);
        // What was printed is what patch(1) understands.
        QVERIFY(writeFile(path(), m_original));
        QProcess patch;
        patch.setWorkingDirectory(m_folder->path());
        patch.start(u"git"_s, {u"apply"_s, u"-"_s});
        patch.write(diff);
        patch.closeWriteChannel();
        QVERIFY(patch.waitForFinished());
        QCOMPARE(patch.exitCode(), 0);
        QCOMPARE(onDisk(), changed);
        QCOMPARE(run({u"show"_s, u"--json"_s}), 0);
        QCOMPARE(QJsonDocument::fromJson(m_out)[u"email"_s][u"port"_s].toInt(), 587);
        QCOMPARE(run({u"set"_s, u"email"_s, u"--type"_s, u"internal"_s}), 0);
        QCOMPARE(onDisk(), m_original);
    }

    void checkHasExitThree()
    {
        QCOMPARE(run({u"check"_s}), 0);
        QVERIFY(m_out.isEmpty());
        QVERIFY(writeFile(path(),
            "global:\n  notifications:\n    email:\n      type: external\n      host: h.x.ua\n"
            "      port: 587\n      address: a@x.ua\n      password: c2VjcmV0\n"));
        QCOMPARE(run({u"check"_s, u"--json"_s}), 3);
        const QJsonObject json = QJsonDocument::fromJson(m_out).object();
        QCOMPARE(json[u"path"_s].toString(), path());
        QCOMPARE(json[u"line"_s].toInt(), 8);
        QCOMPARE(json[u"column"_s].toInt(), 7);
        QCOMPARE(json[u"severity"_s].toString(), u"warning"_s);
        QCOMPARE(json[u"code"_s].toString(), u"legacy-password"_s);
        QVERIFY(!json[u"message"_s].toString().isEmpty());
        QVERIFY(!m_out.contains("c2VjcmV0"));
        QVERIFY(writeFile(path(), "a: [\n"));
        QCOMPARE(run({u"check"_s}), 3);
        QVERIFY(m_out.contains(":2: error: yaml-broken:"));
    }

    void wrongUse_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        const QStringList email{u"set"_s, u"email"_s};
        QTest::newRow("nothing") << email << 2;
        QTest::newRow("type") << email + QStringList{u"--type"_s, u"other"_s} << 2;
        QTest::newRow("port") << email + QStringList{u"--port"_s, u"x"_s} << 2;
        QTest::newRow("host missing") << email + QStringList{u"--type"_s, u"external"_s} << 2;
        QTest::newRow("bad host") << email + QStringList{u"--type"_s, u"external"_s, u"--host"_s, u"a b"_s} << 2;
        QTest::newRow("internal host") << email + QStringList{u"--type"_s, u"internal"_s, u"--host"_s, u"a"_s} << 2;
        QTest::newRow("url") << QStringList{u"set"_s, u"diia"_s, u"--url"_s, u"nonsense"_s} << 2;
        QTest::newRow("no url") << QStringList{u"set"_s, u"diia"_s} << 2;
        QTest::newRow("unknown option") << QStringList{u"show"_s, u"--what"_s} << 2;
    }
    void wrongUse()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QCOMPARE(run(arguments), code);
        QVERIFY(!m_err.isEmpty());
        QVERIFY(m_out.isEmpty());
        QCOMPARE(onDisk(), m_original);
    }

    void refusalsNameTheLine()
    {
        QVERIFY(writeFile(path(), "global:\n  notifications: &n\n    email: {type: internal}\ncopy: *n\n"));
        QCOMPARE(run({u"set"_s, u"email"_s, u"--type"_s, u"external"_s, u"--host"_s, u"a.b"_s, u"--port"_s, u"25"_s,
                     u"--address"_s, u"a@a.b"_s}),
            1);
        QVERIFY(!m_err.isEmpty());
        QVERIFY2(m_err.contains(":3"), m_err.constData());
    }

    void diia()
    {
        QCOMPARE(run({u"set"_s, u"diia"_s, u"--url"_s, u"https://api2.diia.gov.ua/"_s}), 0);
        QByteArray expected = m_original;
        expected.replace("url: https://api2t.diia", "url: https://api2.diia");
        QCOMPARE(onDisk(), expected);
    }

    void secretsStayOutOfEverything()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "");
        QCOMPARE(run({u"set"_s, u"email"_s, u"--type"_s, u"external"_s, u"--host"_s, u"localhost"_s, u"--port"_s,
                         u"1"_s, u"--address"_s, u"a@example.org"_s, u"--password-stdin"_s},
                     "CANARY-word\n"),
            0);
        QVERIFY(!onDisk().contains("CANARY") && !m_out.contains("CANARY") && !m_err.contains("CANARY"));
        QVERIFY(writeFile(path(),
            "global:\n  notifications:\n    email:\n      type: external # x\n"
            "      password: Q0FOQVJZLXdvcmQ=\n"));
        QCOMPARE(run({u"set"_s, u"email"_s, u"--move-password"_s, u"--dry-run"_s}), 0);
        QVERIFY(m_out.contains("-      password: (hidden)\n"));
        QVERIFY(!m_out.contains("Q0FO"));
        QCOMPARE(run({u"set"_s, u"email"_s, u"--move-password"_s}), 0);
        QCOMPARE(onDisk(), QByteArray("global:\n  notifications:\n    email:\n      type: external # x\n"));
        QVERIFY(writeFile(path(),
            "external-systems:\n  diia:\n    url: https://api2t.diia.gov.ua/\n    auth:\n      type: AUTH_TOKEN\n"
            "      secret: CANARY-token # open\n"));
        QCOMPARE(run({u"set"_s, u"diia"_s, u"--move-token"_s, u"--dry-run"_s}), 0);
        QVERIFY(m_out.contains("-      secret: (hidden) # open\n"));
        QVERIFY(!m_out.contains("CANARY"));
        QCOMPARE(run({u"set"_s, u"diia"_s, u"--move-token"_s, u"--remove"_s}), 2);
        QCOMPARE(run({u"set"_s, u"diia"_s, u"--move-token"_s}), 0);
        QVERIFY(!m_out.contains("CANARY") && !m_err.contains("CANARY"));
        QCOMPARE(onDisk(),
            QByteArray("external-systems:\n  diia:\n    url: https://api2t.diia.gov.ua/\n    auth:\n"
                       "      type: AUTH_TOKEN\n"));
        QVERIFY(run({u"set"_s, u"diia"_s, u"--move-token"_s}) != 0);
        QVERIFY(m_err.contains("no open token"));
        QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int looked = 0;
        while (files.hasNext()) {
            const QByteArray bytes = readFile(files.next())->bytes;
            QVERIFY2(!bytes.contains("CANARY") && !bytes.contains("Q0FOQVJZ"), qPrintable(files.filePath()));
            ++looked;
        }
        QVERIFY(looked >= 2);
    }

    void commitsAndPushes()
    {
        const auto git = [this](const QStringList& arguments, const QString& folder = {}) {
            QProcess process;
            process.setWorkingDirectory(folder.isEmpty() ? m_folder->path() : folder);
            process.start(u"git"_s, arguments);
            process.waitForFinished();
            return process.readAllStandardOutput().trimmed();
        };
        const QTemporaryDir bare;
        git({u"init"_s, u"-q"_s, u"--bare"_s, u"-b"_s, u"main"_s, bare.path()});
        git({u"init"_s, u"-q"_s, u"-b"_s, u"main"_s});
        git({u"config"_s, u"user.name"_s, u"O"_s});
        git({u"config"_s, u"user.email"_s, u"o@example.org"_s});
        git({u"add"_s, u"."_s});
        git({u"commit"_s, u"-qm"_s, u"first"_s});
        git({u"remote"_s, u"add"_s, u"origin"_s, bare.path()});
        git({u"push"_s, u"-qu"_s, u"origin"_s, u"main"_s});
        QCOMPARE(run({u"commit"_s, u"-m"_s, u"nothing"_s}), 0);
        QCOMPARE(git({u"rev-list"_s, u"--count"_s, u"HEAD"_s}), QByteArray("1"));
        QCOMPARE(run({u"set"_s, u"diia"_s, u"--url"_s, u"https://api2.diia.gov.ua/"_s}), 0);
        QCOMPARE(run({u"commit"_s, u"-m"_s, u"Diia in production"_s, u"--push"_s, u"--json"_s}), 0);
        const QJsonObject json = QJsonDocument::fromJson(m_out).object();
        // To a branch of its own; the followed one only by its name.
        const QString ref = json[u"ref"_s].toString();
        static const QRegularExpression own(uR"(^refs/heads/channels-\d{8}-\d{6}$)"_s);
        QVERIFY2(own.match(ref).hasMatch(), qPrintable(ref));
        const QByteArray commit = json[u"commit"_s].toString().toUtf8();
        QCOMPARE(git({u"log"_s, u"-1"_s, u"--format=%H %s"_s, ref}, bare.path()), commit + " Diia in production");
        QCOMPARE(git({u"log"_s, u"-1"_s, u"--format=%s"_s, u"main"_s}, bare.path()), QByteArray("first"));
        QCOMPARE(run({u"commit"_s, u"--push"_s, u"--branch"_s, u"main"_s, u"--json"_s}), 0);
        QCOMPARE(QJsonDocument::fromJson(m_out).object()[u"ref"_s].toString(), u"refs/heads/main"_s);
        QCOMPARE(git({u"rev-parse"_s, u"main"_s}, bare.path()), commit);
    }

    void whatCannotBeReadIsNotCommitted_data()
    {
        QTest::addColumn<QByteArray>("text"); ///< in place of the file; a + is put behind it
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("broken at the end") << QByteArray("+\n  broken: [1, 2\n\tx: 3\n") << QByteArray("values.yaml");
        QTest::newRow("no YAML") << QByteArray("a: [\n") << QByteArray("values.yaml");
        QTest::newRow("no UTF-8") << QByteArray("a: \xff\xfe\n") << QByteArray("UTF-8");
        QTest::newRow("in conflict") << QByteArray("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> b\n")
                                     << QByteArray("conflict");
        QTest::newRow("in conflict, half taken out") << QByteArray("+\n# x\n>>>>>>> b\n") << QByteArray("conflict");
    }
    void whatCannotBeReadIsNotCommitted()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, said);
        const QTemporaryDir folder;
        const test::RegistryClone clone(folder.path());
        m_registry = clone.path();
        QVERIFY(writeFile(clone.values(), text.startsWith('+') ? clone.original + text.mid(1) : text));
        const auto git = [&](const QStringList& arguments) {
            return test::RegistryClone::git(clone.path(), arguments);
        };
        const QByteArray head = git({u"rev-parse"_s, u"HEAD"_s});
        for (const QStringList& with : {QStringList(), QStringList{u"-m"_s, u"x"_s}, QStringList{u"--push"_s}}) {
            QCOMPARE(run(QStringList{u"commit"_s} + with), 1);
            QVERIFY2(m_err.contains(said), m_err.constData());
            QCOMPARE(git({u"rev-parse"_s, u"HEAD"_s}), head);
            QCOMPARE(git({u"status"_s, u"--porcelain"_s}), QByteArray("M deploy-templates/values.yaml"));
        }
        QCOMPARE(run({u"check"_s}), 3);
        QVERIFY2(m_out.contains(said.startsWith("conf") ? "conflict-marker" : "yaml-"), m_out.constData());
        // Mended, it can be committed again, and what was not readable before is not made up.
        QVERIFY(writeFile(clone.values(), "a: [\n"));
        git({u"commit"_s, u"-qam"_s, u"broken"_s});
        QVERIFY(writeFile(clone.values(), clone.original));
        QCOMPARE(run({u"commit"_s}), 0);
        QCOMPARE(git({u"log"_s, u"-1"_s, u"--format=%s"_s}), QByteArray("Change deploy-templates/values.yaml"));
    }

    void aHookRefuses()
    {
        const QTemporaryDir folder;
        const test::RegistryClone clone(folder.path());
        m_registry = clone.path();
        const QString hook = clone.path() + u"/.git/hooks/pre-commit"_s;
        QVERIFY(writeFile(hook, "#!/bin/sh\necho 'line 7 is too long' >&2\nexit 1\n"));
        QFile::setPermissions(hook, QFile::permissions(hook) | QFile::ExeOwner | QFile::ExeUser);
        QCOMPARE(run({u"set"_s, u"diia"_s, u"--url"_s, u"https://api2.diia.gov.ua/"_s}), 0);
        QCOMPARE(run({u"commit"_s, u"-m"_s, u"x"_s}), 1);
        QVERIFY2(m_err.contains("hook pre-commit refused") && !m_err.contains("line 7"), m_err.constData());
        QCOMPARE(run({u"commit"_s, u"-m"_s, u"x"_s, u"--verbose"_s}), 1);
        QVERIFY2(m_err.contains("line 7 is too long"), m_err.constData());
        QCOMPARE(test::RegistryClone::git(clone.path(), {u"status"_s, u"--porcelain"_s}),
            QByteArray("M deploy-templates/values.yaml"));
    }

    void somebodyElsesClone()
    {
        if (::geteuid() != 0)
            QSKIP("only root can give a folder away");
        const QTemporaryDir folder;
        const test::RegistryClone clone(folder.path());
        m_registry = clone.path();
        QCOMPARE(run({u"set"_s, u"diia"_s, u"--url"_s, u"https://api2.diia.gov.ua/"_s}), 0);
        QProcess::execute(u"chown"_s, {u"-R"_s, u"12345"_s, clone.path()});
        QCOMPARE(run({u"commit"_s, u"-m"_s, u"x"_s}), 1);
        QVERIFY2(m_err.contains("belongs to uid 12345") && m_err.contains("--trust-clone " + clone.path().toUtf8()),
            m_err.constData());
        // Asked once: kept in the settings.
        QCOMPARE(run({u"commit"_s, u"-m"_s, u"x"_s, u"--trust-clone"_s, clone.path()}), 0);
        QVERIFY(readFile(m_folder->filePath(u"config/settings.json"_s))->bytes.contains("12345"));
        QCOMPARE(run({u"set"_s, u"diia"_s, u"--url"_s, u"https://api2t.diia.gov.ua/x"_s}), 0);
        QProcess::execute(u"chown"_s, {u"-R"_s, u"12345"_s, clone.path()});
        QCOMPARE(run({u"commit"_s, u"-m"_s, u"y"_s}), 0);
        QProcess::execute(u"chown"_s, {u"-R"_s, u"12346"_s, clone.path()});
        QCOMPARE(run({u"commit"_s, u"-m"_s, u"z"_s}), 1);
    }

    void aCloneThatLacksCommitsIsLeftAlone()
    {
        const QTemporaryDir folder;
        const test::RegistryClone clone(folder.path());
        const auto git = [](const QString& where, const QStringList& arguments) {
            return test::RegistryClone::git(where, arguments);
        };
        // Somebody else's change is merged meanwhile.
        const QString other = folder.filePath(u"seed"_s);
        QVERIFY(QFile::remove(clone.bare() + u"/hooks/update"_s));
        git(other, {u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"theirs"_s});
        git(other, {u"push"_s, u"-q"_s, clone.bare(), u"main"_s});
        m_registry = clone.path();
        QCOMPARE(run({u"set"_s, u"diia"_s, u"--url"_s, u"https://api2.diia.gov.ua/"_s}), 0);
        const QByteArray head = git(clone.path(), {u"rev-parse"_s, u"HEAD"_s});
        QCOMPARE(run({u"commit"_s, u"-m"_s, u"ours"_s, u"--push"_s}), 1);
        QVERIFY2(m_err.contains("git pull --rebase"), m_err.constData());
        QCOMPARE(git(clone.path(), {u"rev-parse"_s, u"HEAD"_s}), head);
        QCOMPARE(git(clone.path(), {u"status"_s, u"--porcelain"_s}), QByteArray("M deploy-templates/values.yaml"));
        QCOMPARE(git(clone.bare(), {u"for-each-ref"_s, u"--format=%(refname)"_s}), QByteArray("refs/heads/main"));
    }

    void resources()
    {
        QCOMPARE(run({u"resources"_s}), 0);
        QVERIFY(m_out.contains("notification-service-channel-configuration"));
        QVERIFY(m_out.contains("token: (hidden)"));
        QVERIFY(!m_out.contains("registry-kv"));
    }
};

QTEST_GUILESS_MAIN(TestChannelsCli)
#include "tst_cli.moc"
