#include "../kafka/avrotext.h"
#include "clirun.h"
#include "connections/profilesecrets.h"
#include "connections/profilestore.h"
#include "events.h"
#include "genuine.h"
#include "httpfake.h"
#include "privatebroker.h"
#include "testsandbox.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTemporaryDir>

using namespace nc;
using namespace Qt::StringLiterals;

/// What verbs say when a source that their answer rests on cannot be read: each source in each of its ways, each verb.
/// Never a wrong statement, never for long, `complete` and `unseen` right, and the exit code.
class TestUnseen : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsAvro();
    void sayWhatTheyCouldNotSee_data();
    void sayWhatTheyCouldNotSee();
    void oneRecordOfMany();

private:
    CliRun run(const QString& profile, const QStringList& arguments, const QStringList& options = {u"--json"_s}) const
    {
        return runCli(QStringList{u"--config-dir"_s, m_folder.path(), u"--profile"_s, profile} + options + arguments);
    }
    static QList<QJsonObject> lines(const CliRun& run)
    {
        QList<QJsonObject> out;
        for (const QByteArray& line : run.out.trimmed().split('\n'))
            out.append(QJsonDocument::fromJson(line).object());
        return out;
    }
    static QSet<QString> unseenOf(const QJsonObject& summary)
    {
        QSet<QString> sources;
        for (const QJsonValue& one : summary["unseen"_L1].toArray()) {
            if (!one["reason"_L1].toString().isEmpty())
                sources.insert(one["source"_L1].toString());
        }
        return sources;
    }
    void addProfile(const QString& name, const KafkaAccess& access, const QString& registry, const QString& database,
        const QString& password = {});
    void checkTrace(const QList<QJsonObject>& steps, const QSet<QString>& unseen) const;

    QTemporaryDir m_folder;
    std::unique_ptr<test::TestSandbox> m_sandbox;
    std::unique_ptr<test::TestDatabase> m_database;
    std::unique_ptr<test::PrivateBroker> m_broker;
    test::HttpFake m_registry;
};

namespace {

constexpr qint32 schemaId = 258;

/// An audit as the service writes it: Avro by way of the registry.
Record avroAudit(Record record)
{
    const QJsonObject json = QJsonDocument::fromJson(*record.value).object();
    record.value = test::framed(schemaId, test::avroBytes(test::auditSchema(), [&json](avro_value_t* audit) {
        for (auto field = json.constBegin(); field != json.constEnd(); ++field) {
            const QByteArray name = field.key().toLatin1();
            if (field.key() != u"timestamp")
                test::setText(audit, name.constData(), field->isNull() ? QByteArray() : field->toString().toUtf8());
        }
        avro_value_t at;
        avro_value_get_by_name(audit, "timestamp", &at, nullptr);
        avro_value_set_long(&at, json["timestamp"_L1].toInteger());
    }));
    return record;
}

QStringList verb(const QString& name)
{
    const QString letters = u"user-notifications.DLT"_s;
    if (name == u"trace delivered")
        return {u"trace"_s, u"--recipient"_s, u"bothuser"_s};
    if (name == u"trace failed")
        return {u"trace"_s, u"--recipient"_s, u"ann"_s};
    if (name == u"dlt show")
        return {u"dlt"_s, u"show"_s, letters};
    if (name == u"dlt replay")
        return {u"dlt"_s, u"replay"_s, letters, u"--all"_s, u"--dry-run"_s};
    if (name == u"resend")
        return {u"deliveries"_s, u"resend"_s, u"--all"_s, u"--dry-run"_s};
    if (name == u"events")
        return {u"templates"_s, u"events"_s, u"inbox/Missing"_s};
    return name.split(u' ');
}

} // namespace

void TestUnseen::addProfile(const QString& name, const KafkaAccess& access, const QString& registry,
    const QString& database, const QString& password)
{
    Profile profile;
    profile.name = name;
    profile.kafka = access.connection;
    profile.kafka.schemaRegistry = registry;
    profile.database = database;
    QVERIFY(ProfileStore(m_folder.path()).add(profile).has_value());
    ProfileSecrets secrets;
    secrets.kafka = access.secrets.password;
    secrets.database = password;
    QVERIFY(saveSecrets(*openSecretStore(m_folder.path()), name, secrets, {}).has_value());
}

void TestUnseen::initTestCase()
{
    qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    m_sandbox = std::make_unique<test::TestSandbox>();
    m_database = m_sandbox->makeDatabase();
    const QString ledger = u"notification-console.ledger"_s;
    const QStringList topics{
        u"user-notifications"_s, u"email-notifications*"_s, u"inbox-notifications*"_s, u"diia-notifications*"_s};
    QStringList rights;
    for (const QString& user : {u"noaudit"_s, u"noledger"_s, u"noread"_s}) {
        const auto give = [&](const QString& right) { rights.append(user + u' ' + right); };
        for (const QString& topic : topics)
            give(u"Topic %1 All"_s.arg(topic));
        give(u"Topic user-notifications.DLT Describe"_s);
        if (user != u"noread")
            give(u"Topic user-notifications.DLT Read"_s);
        if (user != u"noaudit")
            give(u"Topic audit-events All"_s);
        if (user != u"noledger")
            give(u"Topic %1 All"_s.arg(ledger));
    }
    m_broker = std::make_unique<test::PrivateBroker>(u"unseen"_s, rights);
    m_broker->createTopic(ledger);
    for (const QString& topic : {u"user-notifications"_s, u"email-notifications"_s, u"inbox-notifications"_s,
             u"diia-notifications"_s, u"user-notifications.DLT"_s, u"audit-events"_s})
        m_broker->createTopic(topic, 15);
    QList<Record> records;
    for (const QString& file :
        {u"01-good-event.jsonl"_s, u"12-missing-variable.jsonl"_s, u"30-two-recipients-second-unknown.jsonl"_s}) {
        for (const Record& record : genuine::read(file)) {
            const bool audit = record.topic == u"audit-events";
            records.append(audit ? avroAudit(record) : record);
            if (record.topic != u"inbox-notifications")
                continue;
            // The table calls people as the identity service does.
            const QJsonObject said = QJsonDocument::fromJson(*record.value)["notification"_L1].toObject();
            const QString name = QJsonDocument::fromJson(*record.value)["recipientName"_L1].toString();
            m_database->run(
                u"insert into inbox_notification values (uuid_generate_v4(), uuid_generate_v5(uuid_ns_url(), "
                u"'%1')::text, "
                "'%2', '%3', false, to_timestamp(%4 / 1000.0), now())"_s.arg(name, said["subject"_L1].toString(),
                    said["message"_L1].toString().replace(u'\'', u"''"_s), QString::number(record.timestamp + 40)));
        }
    }
    QVERIFY(letters::write(m_broker->access(), records));

    const QByteArray good = test::registryAnswer(test::auditSchema());
    m_registry.put("/schemas/ids/258", {200, good});
    m_registry.put("/refused/schemas/ids/258", {401, "{\"message\":\"who are you\"}"});
    m_registry.put("/forbidden/schemas/ids/258", {403, "{\"message\":\"not you\"}"});
    m_registry.put("/broken/schemas/ids/258", {500, "{\"message\":\"no store\"}"});
    m_registry.put("/garbage/schemas/ids/258", {200, "<html>Welcome</html>"});
    m_registry.put("/hangs/schemas/ids/258", {200, good, [] {}});
    const QString url = m_registry.url();
    const QString database = m_database->conninfo();
    const KafkaAccess all = m_broker->access();
    addProfile(u"fine"_s, all, url, database);
    for (const QString& way : {u"refused"_s, u"forbidden"_s, u"broken"_s, u"garbage"_s, u"hangs"_s, u"wrong-path"_s})
        addProfile(way, all, url + u'/' + way, database);
    addProfile(u"down"_s, all, u"http://127.0.0.1:1"_s, database);
    addProfile(u"unnamed"_s, all, {}, database);
    for (const QString& user : {u"noaudit"_s, u"noledger"_s, u"noread"_s})
        addProfile(user, m_broker->accessOf(user), url, database);
    addProfile(u"no-database"_s, all, url, {});
    addProfile(u"database-down"_s, all, url, u"host=127.0.0.1 port=1 dbname=notifications user=nobody"_s);
    addProfile(u"wrong-password"_s, all, url, database + u" user=notification_console"_s, u"wrong"_s);
}

/// An audit by way of the registry tells as much as one in JSON.
void TestUnseen::readsAvro()
{
    QJsonObject found;
    for (const QJsonObject& line : lines(run(u"fine"_s, verb(u"deliveries --failed"_s)))) {
        if (line["recipient"_L1].toString() == u"ann")
            found = line;
    }
    QCOMPARE(found["template"_L1].toString(), u"Missing"_s);
    QCOMPARE(found["channel"_L1].toString(), u"inbox"_s);
    QCOMPARE(found["state"_L1].toString(), u"open"_s);
    QVERIFY(run(u"fine"_s, {u"deliveries"_s, u"--group"_s}).out.contains("Missing"));
}

void TestUnseen::sayWhatTheyCouldNotSee_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("code");
    QTest::addColumn<QSet<QString>>("unseen");
    const auto add = [](const QString& profile, const QString& name, int code, const QSet<QString>& unseen) {
        QTest::newRow(qPrintable(profile + u": "_s + name)) << profile << name << code << unseen;
    };
    const QStringList verbs{u"deliveries"_s, u"deliveries --failed"_s, u"trace delivered"_s, u"trace failed"_s,
        u"dlt list"_s, u"dlt show"_s, u"dlt replay"_s, u"resend"_s, u"events"_s};
    for (const QString& name : verbs)
        add(u"fine"_s, name, 0, {});
    // Verbs that rest on the audit.
    const QSet<QString> blind{u"audit-events"_s, u"schema-registry"_s};
    for (const QString& way : {u"down"_s, u"unnamed"_s, u"refused"_s}) {
        for (const QString& name : verbs)
            add(way, name, name.startsWith(u"dlt list") || name == u"dlt show" ? 0 : 6,
                name.startsWith(u"dlt list") || name == u"dlt show" ? QSet<QString>() : blind);
    }
    for (const QString& way : {u"forbidden"_s, u"broken"_s, u"garbage"_s, u"wrong-path"_s, u"hangs"_s}) {
        for (const QString& name : {u"deliveries --failed"_s, u"trace delivered"_s, u"dlt replay"_s})
            add(way, name, 6, blind);
    }
    const QSet<QString> audit{u"audit-events"_s};
    add(u"noaudit"_s, u"deliveries --failed"_s, 1, audit);
    add(u"noaudit"_s, u"resend"_s, 1, audit);
    for (const QString& name : {u"trace delivered"_s, u"trace failed"_s, u"dlt replay"_s, u"events"_s})
        add(u"noaudit"_s, name, 6, audit);
    const QSet<QString> ledger{u"ledger"_s};
    for (const QString& name :
        {u"deliveries --failed"_s, u"trace failed"_s, u"dlt list"_s, u"dlt show"_s, u"dlt replay"_s, u"resend"_s})
        add(u"noledger"_s, name, 6, ledger);
    const QSet<QString> letters{u"user-notifications.DLT"_s};
    for (const QString& name : {u"deliveries"_s, u"trace delivered"_s, u"dlt list"_s, u"events"_s})
        add(u"noread"_s, name, 6, letters);
    for (const QString& name : {u"dlt show"_s, u"dlt replay"_s, u"resend"_s})
        add(u"noread"_s, name, 1, letters);
    for (const QString& way : {u"database-down"_s, u"wrong-password"_s}) {
        for (const QString& name : {u"deliveries --failed"_s, u"dlt show"_s})
            add(way, name, 6, {u"templates"_s});
        add(way, u"dlt list"_s, 0, {});
        add(way, u"trace delivered"_s, 6, {u"inbox"_s});
        add(way, u"trace failed"_s, 6, {u"inbox"_s, u"templates"_s});
        add(way, u"dlt replay"_s, 6, {u"inbox"_s, u"templates"_s});
    }
    add(u"no-database"_s, u"trace delivered"_s, 6, {u"inbox"_s});
    // Each verdict says itself that there is nowhere to look.
    add(u"no-database"_s, u"deliveries --failed"_s, 0, {});
}

void TestUnseen::checkTrace(const QList<QJsonObject>& steps, const QSet<QString>& unseen) const
{
    const bool tellsAll = !unseen.contains(u"audit-events"_s) && !unseen.contains(u"user-notifications.DLT"_s);
    bool untold = false;
    for (const QJsonObject& step : steps) {
        const QString stage = step["stage"_L1].toString();
        untold = untold || stage == u"untold";
        if (!tellsAll)
            QVERIFY2(stage != u"missing", qPrintable(step["summary"_L1].toString()));
        if (unseen.contains(u"ledger"_s))
            QVERIFY(step["state"_L1].toString() != u"open");
        if (unseen.contains(u"inbox"_s))
            QVERIFY2(
                !step["summary"_L1].toString().contains(u"inbox table"_s), qPrintable(step["summary"_L1].toString()));
    }
    if (unseen.contains(u"audit-events"_s))
        QVERIFY(untold);
}

void TestUnseen::sayWhatTheyCouldNotSee()
{
    QFETCH(QString, profile);
    QFETCH(QString, name);
    QFETCH(int, code);
    QFETCH(QSet<QString>, unseen);
    QElapsedTimer clock;
    clock.start();
    const CliRun told = run(profile, verb(name));
    // The longest that is waited for is the registry's ten seconds, once.
    QVERIFY2(clock.elapsed() < 60'000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY2(told.code == code, told.err.constData());
    for (const QString& source : std::as_const(unseen))
        QVERIFY2(told.err.contains(source.toUtf8()), told.err.constData());
    if (code == 1)
        return QVERIFY(told.out.isEmpty());
    QList<QJsonObject> rows = lines(told);
    if (name != u"events") {
        const QJsonObject summary = rows.takeLast();
        QVERIFY2(summary["summary"_L1].toBool(), told.out.constData());
        QCOMPARE(summary["complete"_L1].toBool(false), unseen.isEmpty());
        QCOMPARE(unseenOf(summary), unseen);
        if (name == u"dlt replay" || name == u"resend") {
            const bool held = unseen.contains(u"audit-events"_s) || unseen.contains(u"inbox"_s);
            if (held)
                QCOMPARE(summary["wouldReplay"_L1].toInt(-1), 0);
        }
    }
    for (const QJsonObject& row : std::as_const(rows)) {
        if (name.startsWith(u"deliveries") && unseen.contains(u"ledger"_s))
            QCOMPARE(row["state"_L1].toString(), u"unknown"_s);
        if (name == u"dlt list" && row["topic"_L1].toString() == u"user-notifications.DLT") {
            QCOMPARE(row["open"_L1].isNull(), !unseen.isEmpty());
            QCOMPARE(row["unknown"_L1].toInt() > 0, !unseen.isEmpty());
        }
        if (name == u"dlt show" && unseen.contains(u"ledger"_s))
            QCOMPARE(row["state"_L1].toString(), u"unknown"_s);
        if (unseen.contains(u"templates"_s) && row.contains("verdict"_L1) && row["verdict"_L1].isObject())
            QVERIFY(row["verdict"_L1]["outcome"_L1].toString() != u"would-succeed");
    }
    if (name.startsWith(u"trace")) {
        checkTrace(rows, unseen);
        const CliRun words = run(profile, verb(name), {});
        QCOMPARE(words.code, code);
        if (unseen.contains(u"audit-events"_s))
            QVERIFY2(!words.out.contains("on its way") && words.out.contains("cannot be told"), words.out.constData());
        if (unseen.isEmpty() && name == u"trace delivered") {
            QVERIFY2(words.out.contains("email: delivered"), words.out.constData());
            // Whose row it is, the text and the time tell.
            QVERIFY2(!words.out.contains("not in the inbox table"), words.out.constData());
            QVERIFY2(words.out.contains("in the inbox"), words.out.constData());
        }
    }
    if (!unseen.isEmpty() && name == u"deliveries --failed") {
        const CliRun quiet = run(profile, verb(name), {u"--json"_s, u"--quiet"_s});
        QCOMPARE(quiet.code, code);
        QCOMPARE(unseenOf(lines(quiet).last()), unseen);
    }
}

/// A single audit that nobody can read may be anybody's delivery.
void TestUnseen::oneRecordOfMany()
{
    Record odd;
    odd.topic = u"audit-events"_s;
    odd.partition = 0;
    odd.value = test::framed(schemaId + 1, "bothuser ann \xff\xfe");
    QVERIFY(letters::write(m_broker->access(), {odd}));
    for (const QString& name : {u"deliveries --failed"_s, u"trace delivered"_s, u"dlt replay"_s, u"resend"_s}) {
        const CliRun told = run(u"fine"_s, verb(name));
        QVERIFY2(told.code == 6, qPrintable(name + QString::fromUtf8(told.err)));
        const QJsonObject summary = lines(told).last();
        QCOMPARE(unseenOf(summary), (QSet<QString>{u"audit-events"_s, u"schema-registry"_s}));
        QVERIFY2(told.err.contains("1 / "), told.err.constData());
        if (name.startsWith(u"trace"))
            QVERIFY(std::ranges::any_of(
                lines(told), [](const QJsonObject& step) { return step["stage"_L1].toString() == u"delivered"; }));
        else if (name != u"deliveries --failed")
            QCOMPARE(summary["wouldReplay"_L1].toInt(-1), 0);
        else
            QVERIFY(lines(told).size() > 1);
    }
}

QTEST_GUILESS_MAIN(TestUnseen)
#include "tst_unseen.moc"
