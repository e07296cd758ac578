#include "connections/configfolder.h"
#include "connections/errors.h"
#include "connections/profilesecrets.h"
#include "connections/profilestore.h"
#include "secrets/secretfile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

Profile sample(const QString& name)
{
    Profile profile;
    profile.name = name;
    profile.description = u"Опис"_s;
    profile.kafka.bootstrap = u"a:1,b:2"_s;
    profile.kafka.security = u"SASL_SSL"_s;
    profile.kafka.saslMechanism = u"PLAIN"_s;
    profile.kafka.username = u"bob"_s;
    profile.kafka.ca = u"/ca.pem"_s;
    profile.kafka.certificate = u"/c.pem"_s;
    profile.kafka.key = u"/k.pem"_s;
    profile.kafka.pkcs12 = u"/x.p12"_s;
    profile.kafka.schemaRegistry = u"https://r"_s;
    profile.kafka.registryUser = u"key"_s;
    profile.kafka.settings = {{u"socket.timeout.ms"_s, u"1"_s}};
    profile.database = u"host=h"_s;
    profile.regulation = u"/reg"_s;
    profile.registry = u"/cfg"_s;
    profile.readOnly = true;
    profile.production = true;
    return profile;
}

QByteArray content(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class TestProfileStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        qunsetenv("NOTIFYCTL_PROFILE");
        // No sandbox of the person who runs the tests.
        qputenv("XDG_DATA_HOME", m_data.path().toUtf8());
    }

    void remembersEveryField()
    {
        const QTemporaryDir folder;
        QVERIFY(ProfileStore(folder.path()).add(sample(u"a"_s)));
        ProfileStore again(folder.path());
        QCOMPARE(*again.find(u"a"_s), sample(u"a"_s));
        QCOMPARE(again.list()->size(), 1);
        // Adding never activates.
        QCOMPARE(*again.active(), QString());
    }

    void addRefuses()
    {
        const QTemporaryDir folder;
        ProfileStore store(folder.path());
        QVERIFY(store.add(sample(u"реєстр-1"_s)));
        QVERIFY(store.add(sample(u"реєстр-1"_s)).error().is(errors::profileExists));
        for (const QString& name :
            {u""_s, u" "_s, u"a/b"_s, u"-x"_s, u"a b"_s, u".."_s, u"sandbox"_s, QString(65, u'a')})
            QVERIFY2(store.add(sample(name)).error().is(errors::badProfileName), qPrintable(name));
        QCOMPARE(store.list()->size(), 1);
    }

    void usesReplacesAndRemoves()
    {
        const QTemporaryDir folder;
        ProfileStore store(folder.path());
        QVERIFY(store.add(sample(u"a"_s)));
        QVERIFY(store.add(sample(u"b"_s)));
        QVERIFY(store.use(u"missing"_s).error().is(errors::noProfile));
        QVERIFY(store.use(u"b"_s));
        QCOMPARE(*store.active(), u"b"_s);
        Profile changed = sample(u"b"_s);
        changed.kafka.bootstrap = u"c:3"_s;
        QVERIFY(store.replace(changed));
        QCOMPARE(store.find(u"b"_s)->kafka.bootstrap, u"c:3"_s);
        QVERIFY(store.replace(sample(u"missing"_s)).error().is(errors::noProfile));
        QVERIFY(store.remove(u"b"_s));
        QCOMPARE(*store.active(), QString());
        QVERIFY(store.remove(u"b"_s).error().is(errors::noProfile));
        QVERIFY(store.find(u"a"_s));
    }

    void keepsWhatItDoesNotKnow()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"profiles.json"_s);
        put(path, "{\"version\":1,\"later\":5,\"profiles\":[{\"name\":\"a\",\"later\":true,\"kafka\":{}}]}");
        ProfileStore store(folder.path());
        QVERIFY(store.replace(sample(u"a"_s)));
        QVERIFY(store.add(sample(u"b"_s)));
        QVERIFY(store.use(u"a"_s));
        const QJsonObject root = QJsonDocument::fromJson(content(path)).object();
        QCOMPARE(root["later"_L1].toInt(), 5);
        QVERIFY(root["profiles"_L1][0].toObject()["later"_L1].toBool());
    }

    void leavesABrokenFileAlone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("cut off") << QByteArray("{\"profiles\":[");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("newer") << QByteArray("{\"version\":2,\"profiles\":[]}");
    }
    void leavesABrokenFileAlone()
    {
        QFETCH(QByteArray, bytes);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"profiles.json"_s);
        put(path, bytes);
        ProfileStore store(folder.path());
        QVERIFY(store.list().error().is(errors::badProfiles));
        QVERIFY(store.add(sample(u"a"_s)).error().is(errors::badProfiles));
        QVERIFY(store.resolve({}).error().is(errors::badProfiles));
        QCOMPARE(content(path), bytes);
    }

    void manyConsolesAtOnceLoseNothing()
    {
        const QTemporaryDir folder;
        std::atomic<int> added = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&, t] {
                ProfileStore store(folder.path());
                for (int i = 0; i < 5; ++i) {
                    const Profile profile = sample(u"p%1-%2"_s.arg(t).arg(i));
                    while (!store.add(profile))
                        std::this_thread::yield();
                    ++added;
                }
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(added.load(), 20);
        QCOMPARE(ProfileStore(folder.path()).list()->size(), 20);
    }

    void resolvesInOrder()
    {
        const QTemporaryDir folder;
        ProfileStore store(folder.path());
        QVERIFY(store.resolve({}).error().is(errors::noActiveProfile));
        for (const QString& name : {u"chosen"_s, u"environment"_s, u"active"_s})
            QVERIFY(store.add(sample(name)));
        QVERIFY(store.resolve({}).error().is(errors::noActiveProfile));
        startSandbox(::getpid());
        QCOMPARE(store.resolve({})->name, u"sandbox"_s);
        QVERIFY(store.use(u"active"_s));
        QCOMPARE(store.resolve({})->name, u"active"_s);
        qputenv("NOTIFYCTL_PROFILE", "environment");
        QCOMPARE(store.resolve({})->name, u"environment"_s);
        QCOMPARE(store.resolve(u"chosen"_s)->name, u"chosen"_s);
        QCOMPARE(store.resolve(u"sandbox"_s)->kafka.bootstrap, u"127.0.0.1:1"_s);
        QVERIFY(store.resolve(u"missing"_s).error().is(errors::noProfile));
        QVERIFY(QFile::remove(defaultSandboxFolder() + u"/sandbox.json"_s));
        QVERIFY(!store.resolve(u"sandbox"_s));
    }

    void secretsAreKeptApart()
    {
        const QTemporaryDir folder;
        SecretFile secrets(folder.path());
        const Profile profile = sample(u"a"_s);
        const ProfileSecrets all{u"CANARY1"_s, u"CANARY2"_s, u"CANARY3"_s, u"CANARY4"_s, {}, {}};
        QVERIFY(ProfileStore(folder.path()).add(profile));
        QVERIFY(saveSecrets(secrets, u"a"_s, all, {}));
        QCOMPARE(*loadSecrets(secrets, profile, {}), all);
        QVERIFY(!content(folder.filePath(u"profiles.json"_s)).contains("CANARY"));
        // An empty one leaves what is there.
        QVERIFY(saveSecrets(secrets, u"a"_s, {u"new"_s, {}, {}, {}, {}, {}}, {}));
        QCOMPARE(loadSecrets(secrets, profile, {})->kafka, u"new"_s);
        QCOMPARE(loadSecrets(secrets, profile, {})->database, u"CANARY4"_s);
        // A connection that has no user has no password either.
        Profile open = profile;
        open.kafka.username.clear();
        QCOMPARE(loadSecrets(secrets, open, {})->kafka, QString());
        QVERIFY(removeSecrets(secrets, u"a"_s, {}));
        QCOMPARE(*loadSecrets(secrets, profile, {}), ProfileSecrets{});
    }

private:
    QTemporaryDir m_data;

    static void startSandbox(qint64 pid)
    {
        QVERIFY(QDir().mkpath(defaultSandboxFolder()));
        const QJsonObject root{{u"running"_s, true}, {u"kafkaPid"_s, pid},
            {u"profile"_s, QJsonObject{{u"kafka"_s, QJsonObject{{u"bootstrap"_s, u"127.0.0.1:1"_s}}}}}};
        put(defaultSandboxFolder() + u"/sandbox.json"_s, QJsonDocument(root).toJson());
    }
};

QTEST_GUILESS_MAIN(TestProfileStore)
#include "tst_profilestore.moc"
