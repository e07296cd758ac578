#include "../support/testserver.h"
#include "channels/channelsecrets.h"
#include "channels/errors.h"
#include "core/atomicfile.h"
#include "core/errors.h"
#include "secrets/systemsecrets.h"
#include "yaml/yamldocument.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace nc;

/// Against a small server that answers as HashiCorp Vault does, with its faults.
class TestVault : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestServer> m_server;
    TaskContext m_task;
    const VaultPlace m_place{u"registry-kv/registry/land/smtp-20262211T083000Z"_s, u"smtp-password"_s};

    VaultTarget start(const QString& mode)
    {
        const int port = m_server->start(u"vaultserver.py"_s, {mode});
        return {u"http://localhost:%1"_s.arg(port), u"registry-kv"_s, {}, u"token-right"_s, {}, 4000};
    }
    QJsonObject stored() const
    {
        const auto file = readFile(m_folder->filePath(u"vault.json"_s));
        return file ? QJsonDocument::fromJson(file->bytes).object() : QJsonObject();
    }
    /// What writing ends in.
    QString outcome(const VaultTarget& target, const VaultPlace& place) const
    {
        const auto vault = Vault::open(target, m_task);
        const auto done = vault ? vault->create(place, u"CANARY-word"_s, m_task) : Result<void>(fail(vault.error()));
        if (done)
            return u"written"_s;
        const Error& error = done.error();
        if ((error.subject + error.detail).contains(u"CANARY"_s) || (error.subject + error.detail).contains(u"right"_s))
            return u"a secret is in the error: "_s + error.subject + error.detail;
        return QString::fromLatin1(error.code.name);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<TestServer>(m_folder->path());
    }
    void cleanup()
    {
        m_server.reset();
        m_folder.reset();
    }

    void writesOnceAndReadsBack()
    {
        const auto vault = Vault::open(start(u"good"_s), m_task);
        QVERIFY(vault);
        QVERIFY(vault->check(m_task));
        QVERIFY(!vault->read(m_place, m_task)->has_value());
        QVERIFY(vault->create(m_place, u"пароль \"x\""_s, m_task));
        QCOMPARE(vault->read(m_place, m_task)->value(), u"пароль \"x\""_s);
        QVERIFY(!vault->read({m_place.path, u"other"_s}, m_task)->has_value());
        QCOMPARE(stored()[u"data/registry/land/smtp-20262211T083000Z"_s][0][u"smtp-password"_s].toString(),
            u"пароль \"x\""_s);
        // What is there is never overwritten.
        QVERIFY(vault->create(m_place, u"another"_s, m_task).error().is(errors::vaultConflict));
        QCOMPARE(vault->read(m_place, m_task)->value(), u"пароль \"x\""_s);
    }

    void logsInWithARole()
    {
        VaultTarget target = start(u"good"_s);
        target.role = u"role"_s;
        target.secret = u"secret-right"_s;
        QCOMPARE(outcome(target, m_place), u"written"_s);
        target.secret = u"secret-CANARY"_s;
        QCOMPARE(outcome(target, m_place), u"vault-login"_s);
    }

    void faults_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("code");
        QTest::newRow("sealed") << u"sealed"_s << u"vault-sealed"_s;
        QTest::newRow("forbidden") << u"forbidden"_s << u"vault-forbidden"_s;
        QTest::newRow("version 1") << u"v1"_s << u"vault-not-v2"_s;
        QTest::newRow("another value") << u"lossy"_s << u"vault-read-back"_s;
        QTest::newRow("taken") << u"taken"_s << u"vault-conflict"_s;
        QTest::newRow("error") << u"error"_s << u"vault-answer"_s;
        QTest::newRow("garbage") << u"garbage"_s << u"vault-unreachable"_s;
        QTest::newRow("may not read") << u"writeonly"_s << u"written"_s;
    }
    void faults()
    {
        QFETCH(QString, mode);
        QFETCH(QString, code);
        QCOMPARE(outcome(start(mode), m_place), code);
        if (mode == u"v1")
            QVERIFY(stored().isEmpty());
    }

    void wrongTokenMountAndAddress()
    {
        VaultTarget target = start(u"good"_s);
        VaultTarget wrong = target;
        wrong.secret = u"CANARY"_s;
        QCOMPARE(outcome(wrong, m_place), u"vault-forbidden"_s);
        wrong.secret.clear();
        QCOMPARE(outcome(wrong, m_place), u"vault-no-token"_s);
        wrong.secret = u"a\r\nX-Other: b"_s;
        QCOMPARE(outcome(wrong, m_place), u"vault-login"_s);
        QCOMPARE(outcome(target, {u"nowhere/registry/land/smtp-1"_s, u"k"_s}), u"vault-no-mount"_s);
        wrong = target;
        wrong.url = u"http://vault.example.org"_s;
        QCOMPARE(outcome(wrong, m_place), u"vault-not-https"_s);
        m_server->stop();
        QCOMPARE(outcome(target, m_place), u"vault-unreachable"_s);
        QVERIFY(stored().isEmpty());
    }

    void tls()
    {
        m_server->certificate(u"localhost"_s);
        const int port = m_server->start(u"vaultserver.py"_s, {u"good"_s, u"tls"_s});
        VaultTarget target{u"https://localhost:%1"_s.arg(port), u"registry-kv"_s, {}, u"token-right"_s,
            m_folder->filePath(u"cert.pem"_s), 4000};
        QCOMPARE(outcome(target, m_place), u"written"_s);
        target.caFile.clear();
        QCOMPARE(outcome(target, m_place), u"vault-certificate"_s);
        target.url = u"https://127.0.0.1:%1"_s.arg(port);
        target.caFile = m_folder->filePath(u"cert.pem"_s);
        QCOMPARE(outcome(target, m_place), u"vault-certificate"_s);
    }

    void silenceAndCancel()
    {
        VaultTarget target = start(u"hang"_s);
        target.timeoutMs = 500;
        QCOMPARE(outcome(target, m_place), u"vault-unreachable"_s);
        target.timeoutMs = 60'000;
        const CancelSource cancel;
        std::thread canceller([&] {
            static_cast<void>(cancel.token().waitFor(std::chrono::milliseconds(300)));
            cancel.cancel();
        });
        const auto vault = Vault::open(target, {cancel.token(), {}});
        const auto done = vault->check({cancel.token(), {}});
        canceller.join();
        QVERIFY(!done && done.error().is(errors::cancelled));
    }

    void places()
    {
        // Year, day, month: as the platform writes it.
        const QDateTime now(QDate(2026, 11, 22), QTime(8, 5, 9), Qt::UTC);
        QCOMPARE(newMailPlace(u"registry-kv"_s, u"land"_s, now),
            (VaultPlace{u"registry-kv/registry/land/smtp-20262211T080509Z"_s, u"smtp-password"_s}));
        QCOMPARE(newDiiaPlace(u"registry-kv"_s, u"land"_s, now).path,
            u"registry-kv/registry/land/external-systems/diia-20262211T080509Z"_s);

        const auto name = [](const QByteArray& yaml) {
            return channelsecrets::registryName(*YamlDocument::parse(yaml, u"f"_s), u"/nowhere/clone"_s);
        };
        QCOMPARE(name("global:\n  registryName: \"land\"\n"), u"land"_s);
        QCOMPARE(name("global:\n  registryName: x\n  notifications:\n    email:\n"
                      "      vaultPath: registry-kv/registry/real/smtp-1\n"),
            u"real"_s);
        QCOMPARE(name("a: 1\n"), u"clone"_s);
    }

    void storeOrVault()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "");
        const auto store = openSecretStore(m_folder->filePath(u"config"_s));
        const QString key = channelsecrets::emailKey(m_folder->path());
        QVERIFY(channelsecrets::keep(*store, {}, key, m_place, u"in the store"_s, m_task));
        const VaultTarget target = start(u"good"_s);
        // The vault is what the platform reads; where it has nothing, or is away, the store helps.
        QCOMPARE(*channelsecrets::find(*store, target, key, m_place, m_task), u"in the store"_s);
        QVERIFY(channelsecrets::keep(*store, target, key, m_place, u"in the vault"_s, m_task));
        QCOMPARE(*channelsecrets::find(*store, target, key, m_place, m_task), u"in the vault"_s);
        QCOMPARE(*channelsecrets::find(*store, target, key, {}, m_task), u"in the store"_s);
        m_server->stop();
        QCOMPARE(*channelsecrets::find(*store, target, key, m_place, m_task), u"in the store"_s);
        const auto neither = channelsecrets::find(*store, target, u"another"_s, m_place, m_task);
        QVERIFY(!neither && neither.error().is(errors::vaultUnreachable));
    }
};

QTEST_GUILESS_MAIN(TestVault)
#include "tst_vault.moc"
