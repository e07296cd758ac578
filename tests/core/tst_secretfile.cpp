#include "core/errors.h"
#include "secrets/keychain.h"
#include "secrets/sealing.h"
#include "secrets/secretfile.h"
#include "secrets/systemsecrets.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace nc;

class TestSecretFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsSecrets()
    {
        const QTemporaryDir folder;
        const TaskContext task;
        {
            SecretFile store(folder.path());
            QVERIFY(!store.read(u"s"_s, u"a/kafka"_s, task)->has_value());
            QVERIFY(store.write(u"s"_s, u"a/kafka"_s, u"CANARY пароль"_s, task));
            QVERIFY(store.write(u"s"_s, u"a/database"_s, u""_s, task));
        }
        SecretFile store(folder.path());
        QCOMPARE(store.read(u"s"_s, u"a/kafka"_s, task)->value(), u"CANARY пароль"_s);
        QCOMPARE(store.read(u"s"_s, u"a/database"_s, task)->value(), QString());
        QVERIFY(store.write(u"s"_s, u"a/kafka"_s, u"other"_s, task));
        QCOMPARE(store.read(u"s"_s, u"a/kafka"_s, task)->value(), u"other"_s);
        QVERIFY(store.remove(u"s"_s, u"a/kafka"_s, task));
        QVERIFY(store.remove(u"s"_s, u"a/kafka"_s, task));
        QVERIFY(!store.read(u"s"_s, u"a/kafka"_s, task)->has_value());
    }

    void hidesThem()
    {
        const QTemporaryDir folder;
        SecretFile store(folder.path());
        QVERIFY(store.write(u"s"_s, u"a"_s, u"CANARYCANARY"_s, {}));
        int files = 0;
        QDirIterator all(folder.path(), QDir::Files);
        while (all.hasNext()) {
            QFile file(all.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(!bytes.contains("CANARY") && !bytes.contains(QByteArray("CANARYCANARY").toBase64()));
            QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                QFile::Permissions());
            ++files;
        }
        QCOMPARE(files, 2);
    }

    void anEntryIsOfUseUnderItsOwnNameOnly()
    {
        const QTemporaryDir folder;
        SecretFile store(folder.path());
        QVERIFY(store.write(u"s"_s, u"a"_s, u"one"_s, {}));
        QFile file(store.place());
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray renamed = file.readAll().replace("s/a", "s/b");
        file.resize(0);
        file.seek(0);
        file.write(renamed);
        file.close();
        QVERIFY(store.read(u"s"_s, u"b"_s, {}).error().is(errors::badSecretStore));
    }

    void aLostKeyIsSaidAndNothingIsOverwritten()
    {
        const QTemporaryDir folder;
        SecretFile store(folder.path());
        QVERIFY(store.write(u"s"_s, u"a"_s, u"one"_s, {}));
        QVERIFY(QFile::remove(folder.filePath(u"secrets.key"_s)));
        QVERIFY(store.read(u"s"_s, u"a"_s, {}).error().is(errors::badSecretStore));
        QVERIFY(store.write(u"s"_s, u"b"_s, u"two"_s, {}).error().is(errors::badSecretStore));
        QVERIFY(!QFileInfo::exists(folder.filePath(u"secrets.key"_s)));
    }

    void aBrokenFileIsLeftAlone()
    {
        const QTemporaryDir folder;
        SecretFile store(folder.path());
        QFile file(store.place());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ not JSON");
        file.close();
        QVERIFY(store.read(u"s"_s, u"a"_s, {}).error().is(errors::badSecretStore));
        QVERIFY(store.write(u"s"_s, u"a"_s, u"x"_s, {}).error().is(errors::badSecretStore));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "{ not JSON");
    }

    void severalWritersLoseNothing()
    {
        const QTemporaryDir folder;
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&, t] {
                SecretFile store(folder.path());
                const QString key = QString::number(t);
                while (!store.write(u"s"_s, key, key, {}))
                    std::this_thread::yield();
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        SecretFile store(folder.path());
        for (int t = 0; t < 4; ++t)
            QCOMPARE(store.read(u"s"_s, QString::number(t), {})->value(), QString::number(t));
    }

    void sealingNoticesEveryChange()
    {
        const QByteArray key = randomKey();
        QCOMPARE(key.size(), 32);
        QVERIFY(randomKey() != key);
        const QByteArray sealed = seal(key, "context", "plain").value();
        QVERIFY(seal(key, "context", "plain").value() != sealed);
        QCOMPARE(unseal(key, "context", sealed).value(), "plain");
        QVERIFY(!unseal(randomKey(), "context", sealed));
        QVERIFY(!unseal(key, "other", sealed));
        for (qsizetype i = 0; i < sealed.size(); ++i) {
            QByteArray changed = sealed;
            changed[i] = static_cast<char>(changed[i] ^ 1);
            QVERIFY(!unseal(key, "context", changed));
        }
        QVERIFY(!unseal(key, "context", {}));
        QVERIFY(!seal("short", "context", "plain"));
        QCOMPARE(unseal(key, {}, seal(key, {}, {}).value()).value(), QByteArray());
    }

    void withoutABusThereIsNoKeychain()
    {
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qputenv("XDG_RUNTIME_DIR", "/nowhere");
        QVERIFY(!Keychain::available());
        const QTemporaryDir folder;
        const auto store = openSecretStore(folder.path());
        QVERIFY(store->write(u"s"_s, u"a"_s, u"one"_s, {}));
        QCOMPARE(store->read(u"s"_s, u"a"_s, {})->value(), u"one"_s);
        QVERIFY(store->place().startsWith(folder.path()));
    }

    void aBusWithoutAKeychainFallsBackToTheFile()
    {
        // Nobody listens there: what a broken session looks like.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus");
        const QTemporaryDir folder;
        const auto store = openSecretStore(folder.path());
        QVERIFY(store->write(u"s"_s, u"a"_s, u"one"_s, {}));
        QCOMPARE(store->read(u"s"_s, u"a"_s, {})->value(), u"one"_s);
        QVERIFY(store->place().startsWith(folder.path()));
    }
};

QTEST_GUILESS_MAIN(TestSecretFile)
#include "tst_secretfile.moc"
