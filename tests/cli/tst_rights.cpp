#include "clirun.h"
#include "connections/profilesecrets.h"
#include "connections/profilestore.h"
#include "events.h"
#include "kafka/cluster/admin.h"
#include "privatebroker.h"

#include <QTemporaryDir>

using namespace nc;
using namespace Qt::StringLiterals;

/// What people see who have not all rights: which one is missing, that nothing was written, and the way that is left.
/// One user for each right that is missing; the authorizer is the platform's own (StandardAuthorizer).
class TestRights : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void exactlyOnceIsForbidden_data();
    void exactlyOnceIsForbidden();
    void atLeastOnceRemembers_data();
    void atLeastOnceRemembers();
    void theTeamsLedgerStillCounts();
    void discardsStayHere();
    void failedDeliveries();
    void otherRights_data();
    void otherRights();
    void whatCannotBeSeenIsSaid();

private:
    CliRun run(const QString& user, const QStringList& arguments) const
    {
        return runCli(QStringList{u"--config-dir"_s, m_folder.path(), u"--profile"_s, user, u"--json"_s} + arguments);
    }
    static QList<QJsonObject> lines(const CliRun& run)
    {
        QList<QJsonObject> out;
        for (const QByteArray& line : run.out.trimmed().split('\n')) {
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            // The last one of those that look says no more than what could not be seen.
            if (object.size() != 3 || !object.contains("complete"_L1))
                out.append(object);
        }
        return out;
    }
    /// A target with five dead letters.
    QString fill(int count = 5) const
    {
        const QString target = m_broker->makeTopic(u"work"_s, 2, true);
        if (!letters::fill(m_broker->access(), target + u".DLT"_s, target, count, 2))
            qFatal("cannot fill");
        return target;
    }
    /// How many records were ever written to a topic, also those that nobody sees.
    qint64 written(const QString& topic) const
    {
        const auto admin = ClusterAdmin::open(m_broker->access());
        const auto info = (*admin)->topic(topic, {});
        return info ? info->records() : -1;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<test::PrivateBroker> m_broker;
};

void TestRights::initTestCase()
{
    const QStringList topics{
        u"user-notifications*"_s, u"email-notifications*"_s, u"inbox-notifications*"_s, u"diia-notifications*"_s};
    const QString ledger = u"notification-console.ledger"_s;
    QStringList rights;
    const QStringList users{u"nocreate"_s, u"notx"_s, u"noledger"_s, u"noread"_s, u"nowrite"_s, u"noaudit"_s, u"all"_s};
    for (const QString& user : users) {
        const auto give = [&](const QString& right) { rights.append(user + u' ' + right); };
        for (const QString& topic : topics)
            give(u"Topic %1 All"_s.arg(topic));
        for (const QString& operation : {u"Describe"_s, u"Read"_s, u"Write"_s}) {
            if (user.mid(2) != operation.toLower())
                give(u"Topic work* "_s + operation);
        }
        if (user != u"noaudit")
            give(u"Topic audit-events All"_s);
        if (user != u"notx")
            give(u"TransactionalId notification-console* All"_s);
        if (user == u"nocreate")
            rights << user + u" Topic %1 Describe"_s.arg(ledger) << user + u" Topic %1 Read"_s.arg(ledger)
                   << user + u" Topic %1 Write"_s.arg(ledger);
        else if (user != u"noledger")
            give(u"Topic %1 All"_s.arg(ledger));
    }
    m_broker = std::make_unique<test::PrivateBroker>(u"rights"_s, rights);
    for (const QString& user : users) {
        const KafkaAccess access = m_broker->accessOf(user);
        Profile profile;
        profile.name = user;
        profile.kafka = access.connection;
        QVERIFY(ProfileStore(m_folder.path()).add(profile).has_value());
        ProfileSecrets secrets;
        secrets.kafka = access.secrets.password;
        const auto saved = saveSecrets(*openSecretStore(m_folder.path()), user, secrets, {});
        QVERIFY2(saved.has_value(), saved ? "" : qPrintable(saved.error().detail));
    }
}

void TestRights::exactlyOnceIsForbidden_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("resource");
    QTest::addColumn<QString>("operation");
    // The first one must come before anybody made the ledger.
    QTest::newRow("may not make the ledger")
        << u"nocreate"_s << u"Topic notification-console.ledger"_s << u"Create (User:nocreate)"_s;
    QTest::newRow("no transactions") << u"notx"_s << u"TransactionalId notification-console."_s
                                     << u"Describe, Write (User:notx)"_s;
    QTest::newRow("no ledger") << u"noledger"_s << u"Topic notification-console.ledger"_s
                               << u"Describe (User:noledger)"_s;
}

void TestRights::exactlyOnceIsForbidden()
{
    QFETCH(QString, user);
    QFETCH(QString, resource);
    QFETCH(QString, operation);
    const QString target = fill();
    const CliRun refused = run(user, {u"dlt"_s, u"replay"_s, target + u".DLT"_s, u"--all"_s});
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.out.isEmpty(), refused.out.constData());
    const QString words = QString::fromUtf8(refused.err);
    QVERIFY2(words.contains(resource), qPrintable(words));
    QVERIFY2(words.contains(operation), qPrintable(words));
    QVERIFY2(words.contains(u"--at-least-once"), qPrintable(words));
    QCOMPARE(written(target), 0);
    QCOMPARE(written(u"notification-console.ledger"_s), -1); // not even made
    // Trying out writes nothing, so it needs none of these rights.
    const CliRun tried = run(user, {u"dlt"_s, u"replay"_s, target + u".DLT"_s, u"--all"_s, u"--dry-run"_s});
    QVERIFY2(tried.code == (user == u"noledger" ? 6 : 0), tried.err.constData());
    QCOMPARE(lines(tried).last()["wouldReplay"_L1].toInt(), 5);
}

void TestRights::atLeastOnceRemembers_data()
{
    QTest::addColumn<QString>("user");
    for (const char* user : {"nocreate", "notx", "noledger"})
        QTest::newRow(user) << QString::fromLatin1(user);
}

void TestRights::atLeastOnceRemembers()
{
    QFETCH(QString, user);
    const QString target = fill();
    const QString topic = target + u".DLT"_s;
    const QStringList replay{u"dlt"_s, u"replay"_s, topic, u"--all"_s, u"--at-least-once"_s};
    const CliRun sent = run(user, replay);
    QVERIFY2(sent.code == 0, sent.err.constData());
    QCOMPARE(lines(sent).last()["replayed"_L1].toInt(), 5);
    QCOMPARE(lines(sent).last()["mode"_L1].toString(), u"at-least-once"_s);
    QCOMPARE(lines(sent).last()["ledger"_L1].toString(), u"local"_s);
    QVERIFY(sent.err.contains("Only this computer"));
    QCOMPARE(letters::ids(m_broker->access(), target).size(), 5);
    // It remembers.
    const CliRun again = run(user, replay);
    QCOMPARE(again.code, 0);
    QCOMPARE(lines(again).last()["replayed"_L1].toInt(-1), 0);
    QCOMPARE(lines(again).last()["skipped"_L1].toInt(), 5);
    QCOMPARE(written(target), 5);
    const CliRun shown = run(user, {u"dlt"_s, u"show"_s, topic, u"--state"_s, u"replayed"_s});
    QCOMPARE(lines(shown).size(), 5);
    const CliRun ledger = run(user, {u"dlt"_s, u"ledger"_s, topic});
    QCOMPARE(lines(ledger).size(), 5);
    QCOMPARE(lines(ledger).first()["mode"_L1].toString(), u"at-least-once"_s);
    const CliRun list = run(user, {u"dlt"_s, u"list"_s});
    QVERIFY2(list.code == (user == u"noledger" ? 6 : 0), list.err.constData());
    for (const QJsonObject& line : lines(list)) {
        if (line["topic"_L1].toString() == topic)
            QCOMPARE(line["replayed"_L1].toInt(), 5);
    }
}

/// Who may only read the ledger does not send what a colleague sent.
void TestRights::theTeamsLedgerStillCounts()
{
    const QString target = fill();
    const QString topic = target + u".DLT"_s;
    QCOMPARE(run(u"all"_s, {u"dlt"_s, u"replay"_s, topic, u"--offsets"_s, u"0:0-1"_s}).code, 0);
    const CliRun rest = run(u"notx"_s, {u"dlt"_s, u"replay"_s, topic, u"--all"_s, u"--at-least-once"_s});
    QVERIFY2(rest.code == 0, rest.err.constData());
    QCOMPARE(lines(rest).last()["replayed"_L1].toInt(), 3);
    QCOMPARE(lines(rest).last()["skipped"_L1].toInt(), 2);
    const QMap<int, int> ids = letters::ids(m_broker->access(), target);
    QCOMPARE(ids.size(), 5);
    QCOMPARE(*std::ranges::max_element(ids), 1);
}

void TestRights::discardsStayHere()
{
    const QString topic = fill() + u".DLT"_s;
    for (const QString& user : {u"notx"_s, u"noledger"_s}) {
        const QStringList discard{u"dlt"_s, u"discard"_s, topic, u"--offsets"_s, u"0:0"_s};
        const CliRun done = run(user, discard + QStringList{u"--reason"_s, u"junk"_s});
        QVERIFY2(done.code == 0, done.err.constData());
        QCOMPARE(lines(done).last()["discarded"_L1].toInt(), 1);
        QCOMPARE(lines(done).last()["ledger"_L1].toString(), u"local"_s);
        QVERIFY(done.err.contains("Only this computer"));
        const QStringList show{u"dlt"_s, u"show"_s, topic, u"--state"_s, u"discarded"_s};
        QCOMPARE(lines(run(user, show)).size(), 1);
        QCOMPARE(run(user, discard + QStringList{u"--undo"_s}).code, 0);
        QVERIFY(lines(run(user, show)).isEmpty());
    }
}

void TestRights::failedDeliveries()
{
    int number = 0;
    for (const QString& user : {u"notx"_s, u"noledger"_s}) {
        const QString process = u"process-%1"_s.arg(++number);
        const Record audit = letters::auditOf(letters::deadLetter(process), false);
        QVERIFY(letters::write(m_broker->access(), {audit}));
        const qint64 before = written(u"user-notifications"_s);
        const QStringList resend{u"deliveries"_s, u"resend"_s, u"--filter"_s, u"process = "_s + process};
        const CliRun refused = run(user, resend);
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains("--at-least-once"), refused.err.constData());
        QVERIFY2(refused.err.contains("(User:" + user.toUtf8() + ')'), refused.err.constData());
        QCOMPARE(written(u"user-notifications"_s), before);
        const CliRun sent = run(user, resend + QStringList{u"--at-least-once"_s});
        QVERIFY2(sent.code == 0, sent.err.constData());
        QCOMPARE(lines(sent).last()["replayed"_L1].toInt(), 1);
        QCOMPARE(lines(sent).last()["mode"_L1].toString(), u"at-least-once"_s);
        QCOMPARE(lines(sent).last()["ledger"_L1].toString(), u"local"_s);
        QCOMPARE(written(u"user-notifications"_s), before + 1);
        const CliRun again = run(user, resend + QStringList{u"--at-least-once"_s});
        QCOMPARE(lines(again).last()["skipped"_L1].toInt(), 1);
        QCOMPARE(written(u"user-notifications"_s), before + 1);
        const CliRun shown = run(user, {u"deliveries"_s, u"--failed"_s, u"--filter"_s, u"process = "_s + process});
        QCOMPARE(lines(shown).first()["state"_L1].toString(), u"resent"_s);
        // Another one is discarded.
        const QString other = process + u"-other"_s;
        QVERIFY(letters::write(m_broker->access(), {letters::auditOf(letters::deadLetter(other), false)}));
        const CliRun discarded = run(user,
            {u"deliveries"_s, u"discard"_s, u"--filter"_s, u"process = "_s + other, u"--reason"_s, u"by phone"_s});
        QVERIFY2(discarded.code == 0, discarded.err.constData());
        QCOMPARE(lines(discarded).last()["ledger"_L1].toString(), u"local"_s);
        QCOMPARE(
            lines(run(user, {u"deliveries"_s, u"--filter"_s, u"process = "_s + other})).first()["state"_L1].toString(),
            u"discarded"_s);
    }
}

void TestRights::otherRights_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("right");
    const QStringList replay{u"dlt"_s, u"replay"_s, u"TOPIC.DLT"_s, u"--all"_s};
    QTest::newRow("read the dead letters") << u"noread"_s << replay << u"Topic TOPIC.DLT: Read (User:noread)"_s;
    QTest::newRow("read them to look") << u"noread"_s << QStringList{u"dlt"_s, u"show"_s, u"TOPIC.DLT"_s}
                                       << u"Topic TOPIC.DLT: Read (User:noread)"_s;
    QTest::newRow("write the target") << u"nowrite"_s << replay << u"Topic TOPIC: Write (User:nowrite)"_s;
    // Refused while more are being sent.
    QTest::newRow("write the target, many records") << u"nowrite"_s << replay << u"Topic TOPIC: Write (User:nowrite)"_s;
    QTest::newRow("see the audit") << u"noaudit"_s << QStringList{u"deliveries"_s}
                                   << u"Topic audit-events: Describe (User:noaudit)"_s;
    QTest::newRow("see the audit to resend") << u"noaudit"_s << QStringList{u"deliveries"_s, u"resend"_s, u"--all"_s}
                                             << u"Topic audit-events: Describe (User:noaudit)"_s;
    QTest::newRow("read them to export") << u"noread"_s
                                         << QStringList{u"dlt"_s, u"export"_s, u"TOPIC.DLT"_s, u"-o"_s, u"/dev/null"_s}
                                         << u"Topic TOPIC.DLT: Read (User:noread)"_s;
}

void TestRights::otherRights()
{
    QFETCH(QString, user);
    QFETCH(QStringList, arguments);
    QFETCH(QString, right);
    const QString target = fill(QByteArray(QTest::currentDataTag()).endsWith("many records") ? 30'000 : 5);
    const CliRun refused = run(user, arguments.replaceInStrings(u"TOPIC"_s, target));
    QCOMPARE(refused.code, 1);
    const QString words = QString::fromUtf8(refused.err);
    QVERIFY2(words.contains(right.replace(u"TOPIC"_s, target)), qPrintable(words));
    // At-least-once would not help.
    QVERIFY2(!words.contains(u"--at-least-once"), qPrintable(words));
    QCOMPARE(letters::ids(m_broker->access(), target).size(), 0);
}

/// Before events go it is said that who already got them cannot be seen, and which right would show it.
void TestRights::whatCannotBeSeenIsSaid()
{
    QVERIFY(letters::write(m_broker->access(), {letters::deadLetter(u"unseen"_s)}));
    const CliRun tried = run(u"noaudit"_s,
        {u"dlt"_s, u"replay"_s, u"user-notifications.DLT"_s, u"--filter"_s, u"process = unseen"_s, u"--dry-run"_s});
    QVERIFY2(tried.code == 6, tried.err.constData());
    QVERIFY2(tried.err.contains("Topic audit-events: Describe (User:noaudit)"), tried.err.constData());
    QCOMPARE(lines(tried).last()["wouldReplay"_L1].toInt(-1), 0);
    const CliRun shown = run(u"noledger"_s, {u"dlt"_s, u"show"_s, u"user-notifications.DLT"_s});
    QVERIFY2(shown.err.contains("Topic notification-console.ledger: Describe (User:noledger)"), shown.err.constData());
    // A topic that may not be read does not hide the others.
    const CliRun list = run(u"noread"_s, {u"dlt"_s, u"list"_s});
    QVERIFY2(list.code == 6, list.err.constData());
    QVERIFY2(list.err.contains("Read (User:noread)"), list.err.constData());
    QVERIFY(list.out.contains("\"user-notifications.DLT\""));
    // Nobody of these may see groups.
    const CliRun stuck = run(u"all"_s, {u"dlt"_s, u"stuck"_s});
    QVERIFY2(stuck.code == 6 && stuck.err.contains("Describe on the groups"), stuck.err.constData());
}

QTEST_GUILESS_MAIN(TestRights)
#include "tst_rights.moc"
