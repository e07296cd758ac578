#include "core/errors.h"
#include "httpfake.h"
#include "profiletest/profiletest.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

/// What a profile's servers are when they are not what the profile says: each is named, and by its stage.
class TestProfileTest : public QObject {
    Q_OBJECT

    TaskContext m_task;
    test::HttpFake m_server;

    static QString summary(const ProfileCheck& check)
    {
        QStringList parts;
        for (const TestStage& stage : check.stages)
            parts += stage.name + u'=' + (stage.ok ? u"ok"_s : stage.skipped ? stage.detail : stage.error->id());
        return parts.join(u' ');
    }
    static QString closedPort()
    {
        QTcpServer closed;
        closed.listen(QHostAddress::LocalHost);
        return u"http://127.0.0.1:%1"_s.arg(closed.serverPort());
    }
    ProfileCheck one(const Profile& profile, const ProfileSecrets& secrets = {}) const
    {
        const auto checks = testProfile(profile, secrets, m_task);
        return checks && checks->size() == 1 ? checks->first() : ProfileCheck();
    }

private Q_SLOTS:
    void init()
    {
        m_server.put("/schemas/ids/1", {404, R"({"error_code":40403,"message":"Schema not found"})"});
        m_server.put("/api/notifications/templates/", {200, "[]"});
        m_server.putElse({404, "<html>no such page"});
    }

    void theRightServersAreGreen()
    {
        Profile profile;
        profile.kafka.schemaRegistry = m_server.url();
        QCOMPARE(summary(one(profile)), u"dns=ok tcp=ok tls=not-https answer=ok"_s);
        QVERIFY(one(profile).ok());
        profile = {};
        profile.service = m_server.url();
        ProfileSecrets withToken;
        withToken.service = u"CANARY"_s;
        QCOMPARE(summary(one(profile, withToken)), u"dns=ok tcp=ok tls=not-https answer=ok"_s);
        // The token goes with the question that needs it, and with no other.
        int given = 0;
        for (const QByteArray& request : m_server.requests())
            given += request.contains("CANARY") ? 1 : 0;
        QCOMPARE(given, 1);
    }

    void anotherServerIsNotWhatItShouldBe()
    {
        Profile profile;
        profile.kafka.schemaRegistry = m_server.url() + u"/wrong"_s;
        QCOMPARE(summary(one(profile)), u"dns=ok tcp=ok tls=not-https answer=kafka.registry-answer"_s);
        QVERIFY(one(profile).error->is({"kafka", "registry-answer"}));
        profile = {};
        profile.service = m_server.url() + u"/wrong"_s;
        QCOMPARE(summary(one(profile)), u"dns=ok tcp=ok tls=not-https answer=publish.service-answer"_s);
        m_server.put("/api/notifications/templates/", {200, "<html>"});
        profile.service = m_server.url();
        QCOMPARE(summary(one(profile)), u"dns=ok tcp=ok tls=not-https answer=publish.service-answer"_s);
        m_server.put("/api/notifications/templates/", {401, "{}"});
        QCOMPARE(summary(one(profile)), u"dns=ok tcp=ok tls=not-https answer=publish.service-refused"_s);
    }

    void eachStageIsNamed()
    {
        Profile profile;
        profile.kafka.schemaRegistry = closedPort();
        QCOMPARE(summary(one(profile)), u"dns=ok tcp=http.refused tls=not-reached answer=not-reached"_s);
        QVERIFY(one(profile).error->is({"http", "refused"}));
        profile.kafka.schemaRegistry = u"http://nowhere.invalid/?access_token=CANARY"_s;
        const ProfileCheck unknown = one(profile);
        QCOMPARE(summary(unknown), u"dns=http.unknown-name tcp=not-reached tls=not-reached answer=not-reached"_s);
        QVERIFY(!(unknown.name + unknown.error->subject + unknown.error->detail).contains(u"CANARY"_s));
        profile = {};
        profile.service = m_server.url().replace(u"http:"_s, u"https:"_s);
        QCOMPARE(summary(one(profile)), u"dns=ok tcp=ok tls=http.tls answer=not-reached"_s);
    }

    void foldersAndSecrets()
    {
        QTemporaryDir folder;
        Profile profile;
        profile.regulation = folder.path();
        profile.registry = folder.filePath(u"none"_s);
        profile.service = m_server.url();
        QStringList heard;
        const auto checks = testProfile(profile, fail(errors::cannotRead, u"store"_s), m_task,
            [&](const ProfileCheck& check) { heard += check.error ? check.error->id() : u"ok"_s; });
        QVERIFY(checks);
        QCOMPARE(heard, (QStringList{u"core.cannot-read"_s, u"ok"_s, u"core.not-found"_s}));
        QVERIFY(m_server.requests().isEmpty() || checks->first().stages.isEmpty());
    }

    void cancelEndsIt()
    {
        const CancelSource source;
        m_server.put("/api/notifications/templates/", {200, {}, [&] { source.cancel(); }});
        Profile profile;
        profile.service = m_server.url();
        profile.regulation = u"/"_s;
        const auto checks = testProfile(profile, ProfileSecrets(), {source.token()});
        QVERIFY(!checks && checks.error().is(errors::cancelled));
    }
};

QTEST_GUILESS_MAIN(TestProfileTest)
#include "tst_profiletest.moc"
