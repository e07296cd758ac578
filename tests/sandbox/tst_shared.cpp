#include "kafka/cluster/admin.h"
#include "testsandbox.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

/// What every other integration test relies on.
class SharedSandboxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_sandbox = std::make_unique<test::TestSandbox>(); }
    void platformTopicsAreThere();
    void unknownTopicIsNotMade();
    void ownTopic();
    void databasesAreApart();
    void consoleRoleHasNoOtherRight();

private:
    std::unique_ptr<test::TestSandbox> m_sandbox;
};

void SharedSandboxTest::platformTopicsAreThere()
{
    const auto admin = ClusterAdmin::open(m_sandbox->profile().kafka);
    QVERIFY(admin);
    for (const QString& name : {u"user-notifications"_s, u"email-notifications.DLT"_s, u"audit-events"_s}) {
        const auto topic = (*admin)->describeTopic(name, TaskContext());
        QVERIFY2(topic, qPrintable(name + (topic ? QString() : topic.error().id() + topic.error().detail)));
        QCOMPARE(topic->info.partitions.size(), 15);
        QCOMPARE(topic->config.value(u"retention.ms"_s).value, u"-1"_s);
    }
}

void SharedSandboxTest::unknownTopicIsNotMade()
{
    const auto admin = ClusterAdmin::open(m_sandbox->profile().kafka);
    QVERIFY(admin);
    const QString name = m_sandbox->uniqueName(u"nobody"_s);
    QVERIFY(!(*admin)->topic(name, TaskContext()));
    QVERIFY(!(*admin)->topic(name, TaskContext()));
}

void SharedSandboxTest::ownTopic()
{
    const QString first = m_sandbox->makeTopic(u"own"_s, 3, true);
    QVERIFY(first != m_sandbox->makeTopic(u"own"_s));
    const auto admin = ClusterAdmin::open(m_sandbox->profile().kafka);
    QVERIFY(admin);
    QCOMPARE((*admin)->topic(first, TaskContext())->partitions.size(), 3);
    QCOMPARE((*admin)->topic(first + u".DLT"_s, TaskContext())->partitions.size(), 3);
}

void SharedSandboxTest::databasesAreApart()
{
    const auto one = m_sandbox->makeDatabase();
    const auto other = m_sandbox->makeDatabase();
    one->run(u"insert into notification_template(name, channel, content, checksum) values ('a', 'email', '', '')"_s);
    QCOMPARE(one->run(u"select count(*) from notification_template"_s), u"1"_s);
    QCOMPARE(other->run(u"select count(*) from notification_template"_s), u"0"_s);
}

void SharedSandboxTest::consoleRoleHasNoOtherRight()
{
    const auto database = m_sandbox->makeDatabase();
    const auto may = [&database](const QString& table, const QString& right) {
        return database->run(u"select has_table_privilege('notification_console', '%1', '%2')"_s.arg(table, right))
            == u"t"_s;
    };
    for (const QString& right : {u"select"_s, u"insert"_s, u"update"_s, u"delete"_s}) {
        QVERIFY(may(u"notification_template"_s, right));
        QVERIFY(may(u"notification_template_attr"_s, right));
        QCOMPARE(may(u"inbox_notification"_s, right), right == u"select"_s);
    }
    QVERIFY(!may(u"notification_template"_s, u"truncate"_s));
    QCOMPARE(database->run(u"select has_schema_privilege('notification_console', 'public', 'create')"_s), u"f"_s);
}

QTEST_GUILESS_MAIN(SharedSandboxTest)
#include "tst_shared.moc"
