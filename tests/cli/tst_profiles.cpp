#include "clirun.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

class TestProfiles : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    CliRun run(const QStringList& arguments, const QByteArray& input = {}) const
    {
        return runCli(QStringList{u"--config-dir"_s, m_folder->path()} + arguments, input);
    }
    QJsonObject show(const QString& name) const
    {
        return QJsonDocument::fromJson(run({u"profiles"_s, u"show"_s, name, u"--json"_s}).out).object();
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_DATA_HOME", m_folder->path().toUtf8());
        qunsetenv("NOTIFYCTL_PROFILE");
        // No keychain: the encrypted file is what can be looked at.
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qputenv("XDG_RUNTIME_DIR", "/nowhere");
    }

    void addsShowsUsesAndRemoves()
    {
        QCOMPARE(run({u"profiles"_s, u"list"_s}).out, "");
        CliRun done = run(
            {u"profiles"_s, u"add"_s, u"prod"_s, u"--bootstrap"_s, u"b1:9092,b2:9092"_s, u"--security"_s, u"SASL_SSL"_s,
                u"--sasl-mechanism"_s, u"SCRAM-SHA-512"_s, u"--username"_s, u"bob"_s, u"--group"_s, u"g"_s,
                u"--subject-strategy"_s, u"RecordName"_s, u"--database"_s, u"host=h dbname=d"_s, u"--registry"_s,
                m_folder->path(), u"--regulation"_s, m_folder->path(), u"--read-only"_s, u"--production"_s, u"--set"_s,
                u"socket.timeout.ms=9000"_s, u"--set"_s, u"client.id=x=y"_s, u"--password-stdin"_s},
            "CANARY1\nCANARY2\n");
        QVERIFY2(done.code == 0, done.err.constData());
        const QJsonObject shown = show(u"prod"_s);
        const QJsonObject kafka = shown["kafka"_L1].toObject();
        QCOMPARE(kafka["bootstrap"_L1].toString(), u"b1:9092,b2:9092"_s);
        QCOMPARE(kafka["saslMechanism"_L1].toString(), u"SCRAM-SHA-512"_s);
        QCOMPARE(kafka["settings"_L1].toObject()["client.id"_L1].toString(), u"x=y"_s);
        QCOMPARE(shown["database"_L1].toString(), u"host=h dbname=d"_s);
        QVERIFY(shown["readOnly"_L1].toBool() && shown["production"_L1].toBool());
        QCOMPARE(shown["passwords"_L1].toArray(), (QJsonArray{u"kafka"_s, u"database"_s}));
        // Adding never activates.
        QCOMPARE(shown["active"_L1].toBool(), false);
        QCOMPARE(run({u"profiles"_s, u"use"_s, u"prod"_s}).code, 0);
        QVERIFY(show(u"prod"_s)["active"_L1].toBool());
        QVERIFY(run({u"profiles"_s, u"list"_s}).out.startsWith("* prod"));
        QCOMPARE(run({u"profiles"_s, u"remove"_s, u"prod"_s}).code, 0);
        QCOMPARE(run({u"profiles"_s, u"show"_s, u"prod"_s}).code, 1);
        QCOMPARE(run({u"profiles"_s, u"list"_s, u"--json"_s}).out, "");
    }

    void noPasswordIsSeenAnywhere()
    {
        const CliRun done = run({u"profiles"_s, u"add"_s, u"a"_s, u"--bootstrap"_s, u"b:1"_s, u"--security"_s,
                                    u"SASL_PLAINTEXT"_s, u"--sasl-mechanism"_s, u"PLAIN"_s, u"--username"_s, u"u"_s,
                                    u"--schema-registry"_s, u"https://key:CANARY2@reg:8081/x"_s, u"--database"_s,
                                    u"host=h password='CAN\\'ARY CANARY3' user=u"_s, u"--password-stdin"_s},
            "CANARY1\n");
        QVERIFY2(done.code == 0, done.err.constData());
        const CliRun all[] = {done, run({u"profiles"_s, u"show"_s, u"a"_s}), run({u"profiles"_s, u"list"_s}),
            run({u"profiles"_s, u"show"_s, u"a"_s, u"--json"_s}), run({u"profiles"_s, u"test"_s, u"a"_s})};
        for (const CliRun& one : all)
            QVERIFY(!one.out.contains("CANARY") && !one.err.contains("CANARY"));
        QDirIterator files(m_folder->path(), QDir::Files, QDirIterator::Subdirectories);
        int looked = 0;
        for (; files.hasNext(); ++looked) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("CANARY"), qPrintable(file.fileName()));
        }
        QVERIFY(looked >= 3);
        const QJsonObject shown = show(u"a"_s);
        QCOMPARE(shown["passwords"_L1].toArray(), (QJsonArray{u"kafka"_s, u"registry"_s, u"database"_s}));
        QCOMPARE(shown["kafka"_L1].toObject()["schemaRegistry"_L1].toString(), u"https://reg:8081/x"_s);
        QCOMPARE(shown["kafka"_L1].toObject()["schemaRegistryUser"_L1].toString(), u"key"_s);
        QCOMPARE(shown["database"_L1].toString(), u"host=h user=u"_s);
    }

    void aVaultIsPartOfAProfile()
    {
        const CliRun done = run({u"profiles"_s, u"add"_s, u"v"_s, u"--vault"_s, u"https://vault.example.org:8200/"_s,
                                    u"--vault-role"_s, u"role-1"_s, u"--password-stdin"_s},
            "CANARY-secret-id\n");
        QVERIFY2(done.code == 0, done.err.constData());
        const QJsonObject shown = show(u"v"_s);
        const QJsonObject vault = shown["vault"_L1].toObject();
        QCOMPARE(vault["url"_L1].toString(), u"https://vault.example.org:8200"_s);
        QCOMPARE(vault["mount"_L1].toString(), u"registry-kv"_s);
        QCOMPARE(vault["role"_L1].toString(), u"role-1"_s);
        QCOMPARE(shown["passwords"_L1].toArray(), QJsonArray{u"vault"_s});
        QVERIFY(!done.out.contains("CANARY") && !done.err.contains("CANARY"));
    }

    void refusesWrongConnections_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* name, const QStringList& options, const char* says) {
            QTest::newRow(name) << options << QByteArray(says);
        };
        row("no port", {u"--bootstrap"_s, u"host"_s}, "host:port");
        row("port 0", {u"--bootstrap"_s, u"host:0"_s}, "host:port");
        row("port too high", {u"--bootstrap"_s, u"a:1,host:70000"_s}, "host:70000");
        row("security", {u"--security"_s, u"TLS"_s}, "SASL_SSL");
        row("mechanism", {u"--security"_s, u"SASL_SSL"_s, u"--username"_s, u"x"_s, u"--sasl-mechanism"_s, u"GSSAPI"_s},
            "SCRAM-SHA-256");
        row("SASL without a user", {u"--security"_s, u"SASL_SSL"_s, u"--sasl-mechanism"_s, u"PLAIN"_s}, "--username");
        row("user without SASL", {u"--username"_s, u"x"_s}, "--security");
        row("strategy", {u"--subject-strategy"_s, u"Topic"_s}, "RecordName");
        row("no such file", {u"--ca"_s, u"/no/such.pem"_s}, "/no/such.pem");
        row("no such folder", {u"--regulation"_s, u"/no/such"_s}, "/no/such");
        row("certificate alone", {u"--cert"_s, QStringLiteral(NC_TEST_DATA "/keystores/ca1.pem")}, "--key");
        row("registry", {u"--schema-registry"_s, u"ftp://x"_s}, "http");
        row("JDBC", {u"--database"_s, u"jdbc:postgresql://h/d"_s}, "libpq");
        row("database word", {u"--database"_s, u"mydb"_s}, "host=");
        row("setting", {u"--set"_s, u"novalue"_s}, "KEY=VALUE");
        row("vault in the open", {u"--vault"_s, u"http://vault.example.org"_s}, "https");
        row("vault without an address", {u"--vault-role"_s, u"x"_s}, "--vault");
        row("token in the address", {u"--vault"_s, u"https://CANARY@vault.example.org"_s}, "token");
        row("password as setting", {u"--set"_s, u"sasl.password=CANARY"_s}, "--password-stdin");
    }
    void refusesWrongConnections()
    {
        QFETCH(QStringList, options);
        QFETCH(QByteArray, says);
        const CliRun done = run(QStringList{u"profiles"_s, u"add"_s, u"a"_s} + options);
        QCOMPARE(done.code, 2);
        QVERIFY2(done.err.contains(says), done.err.constData());
        QVERIFY(!done.err.contains("CANARY"));
        QVERIFY(!QFile::exists(m_folder->filePath(u"profiles.json"_s)));
    }

    void aNameIsTakenOnce()
    {
        QCOMPARE(run({u"profiles"_s, u"add"_s, u"a"_s, u"--bootstrap"_s, u"b:1"_s}).code, 0);
        const CliRun again = run({u"profiles"_s, u"add"_s, u"a"_s, u"--bootstrap"_s, u"c:1"_s});
        QCOMPARE(again.code, 1);
        QVERIFY(again.err.contains("exists"));
        QCOMPARE(show(u"a"_s)["kafka"_L1].toObject()["bootstrap"_L1].toString(), u"b:1"_s);
        QCOMPARE(run({u"profiles"_s, u"add"_s, u"a/b"_s}).code, 1);
        QCOMPARE(run({u"profiles"_s, u"use"_s, u"missing"_s}).code, 1);
        QCOMPARE(run({u"profiles"_s, u"remove"_s, u"missing"_s}).code, 1);
    }

    void takesAJavaTrustStoreOver()
    {
        CliRun done = run({u"profiles"_s, u"add"_s, u"a"_s, u"--bootstrap"_s, u"b:1"_s, u"--security"_s, u"SSL"_s,
            u"--jks"_s, QStringLiteral(NC_TEST_DATA "/keystores/mixed.jks")});
        QVERIFY2(done.code == 0, done.err.constData());
        QVERIFY(done.err.contains("private keys were not"));
        QFile ca(show(u"a"_s)["kafka"_L1].toObject()["ca"_L1].toString());
        QVERIFY(ca.open(QIODevice::ReadOnly));
        QCOMPARE(ca.readAll().count("BEGIN CERTIFICATE"), 2);
        done = run({u"profiles"_s, u"add"_s, u"b"_s, u"--bootstrap"_s, u"b:1"_s, u"--security"_s, u"SSL"_s, u"--jks"_s,
            QStringLiteral(NC_TEST_DATA "/keystores/named-wrong.jks")});
        QCOMPARE(done.code, 1);
        QVERIFY(done.err.contains("--pkcs12"));
    }

    void testSaysWhatCannotBeReached()
    {
        QCOMPARE(run({u"profiles"_s, u"add"_s, u"a"_s, u"--bootstrap"_s, u"127.0.0.1:1"_s, u"--database"_s,
                         u"host=127.0.0.1 port=1 dbname=x"_s})
                     .code,
            0);
        const CliRun done = run({u"profiles"_s, u"test"_s, u"a"_s, u"--json"_s});
        QCOMPARE(done.code, 1);
        const QByteArrayList lines = done.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        for (const QByteArray& line : lines) {
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            QCOMPARE(object["ok"_L1].toBool(true), false);
            QVERIFY(object["detail"_L1].toString().contains(u"127.0.0.1"));
        }
    }

    void testIsNotGreenWithWrongServers()
    {
        QCOMPARE(run({u"profiles"_s, u"add"_s, u"a"_s, u"--schema-registry"_s, u"http://127.0.0.1:1/x"_s,
                         u"--service"_s, u"http://127.0.0.1:1"_s})
                     .code,
            0);
        const CliRun done = run({u"profiles"_s, u"test"_s, u"a"_s, u"--json"_s});
        QCOMPARE(done.code, 1);
        const QByteArrayList lines = done.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        for (const QByteArray& line : lines) {
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            QCOMPARE(object["code"_L1].toString(), u"http.refused"_s);
            const QJsonArray stages = object["stages"_L1].toArray();
            QCOMPARE(stages.size(), 4);
            QCOMPARE(stages[0].toObject()["result"_L1].toString(), u"ok"_s);
            QCOMPARE(stages[1].toObject()["code"_L1].toString(), u"refused"_s);
            QCOMPARE(stages[3].toObject()["result"_L1].toString(), u"skipped"_s);
        }
    }

    void aFullFolderOrNoRightIsSaid()
    {
        const CliRun done = runCli({u"--config-dir"_s, u"/proc/nothing"_s, u"profiles"_s, u"add"_s, u"a"_s});
        QCOMPARE(done.code, 1);
        QVERIFY(done.err.contains("/proc/nothing"));
    }
};

QTEST_GUILESS_MAIN(TestProfiles)
#include "tst_profiles.moc"
