#include "failures/facts/errors.h"
#include "failures/facts/valueshape.h"
#include "failures/letters/letterfilter.h"
#include "failures/verdicts/verdict.h"
#include "genuine.h"

#include <QSet>
#include <QTest>

using namespace nc;
using namespace Qt::StringLiterals;

/// Every rule of docs/contracts.md, section 11, with the real helper.
class TestVerdict : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judgesEvents_data();
    void judgesEvents();
    void judgesChannelRecords_data();
    void judgesChannelRecords();
    void judgesGenuineLetters_data();
    void judgesGenuineLetters();
    void judgesFailedDeliveries();
    void namesTheVariableAndTheLine();
    void looksAtTopics();
    void saysWhatItCannotSee();
    void changesWithWhatIsPublished();
    void knowsOnlyItsVersions();
    void namesWhatCannotBeRead_data();
    void namesWhatCannotBeRead();
    void filtersByVerdict();

private:
    static constexpr auto welcome = "Hello, ${name}! [#if recipientRoles?has_content]role[/#if]";
    PublishedContents m_published{
        {u"inbox/Hello"_s, {true, welcome}},
        {u"email/Hello"_s, {true, "<p>${name}</p>"}},
        {u"inbox/Strict"_s, {true, "one\ntwo ${missing.deep}"}},
        {u"inbox/Untitled"_s, {false, "x"}},
        {u"inbox/Odd"_s, {true, "${flag}"}},
        {u"inbox/Broken"_s, {true, "[#if x]"}},
        {u"inbox/Roles"_s, {true, "${recipientRoles[0]}"}},
        {u"inbox/Endless"_s, {true, "[#list 1.. as x]y[/#list]"}},
        {u"inbox/Long"_s, {true, "[#list 1..1100000 as x]y[/#list]"}},
        {u"diia/Hello"_s, {true, "Hello, {name}"}},
    };
    TaskContext m_task;
    VerdictJudge m_judge{m_published}; ///< one for most tests, as its helper takes a while to start
};

namespace {

Record letterOf(const QString& topic, const QByteArray& value)
{
    Record record;
    record.topic = topic + u".DLT"_s;
    record.partition = 0;
    record.offset = 1;
    record.timestamp = 1'795'314'856'313;
    record.value = value;
    QByteArray type = "com.epam.digital.data.platform.notification.dto.UserNotificationMessageDto";
    if (topic == u"email-notifications")
        type = "com.epam.digital.data.platform.notification.dto.email.EmailNotificationMessageDto";
    else if (topic == u"inbox-notifications")
        type = "com.epam.digital.data.platform.notification.dto.inbox.InboxNotificationMessageDto";
    else if (topic == u"diia-notifications")
        type = "com.epam.digital.data.platform.notification.dto.diia.DiiaNotificationMessageDto";
    record.headers = {
        {"kafka_dlt-exception-fqcn", "x.Failed"}, {"kafka_dlt-original-topic", topic.toUtf8()}, {"__TypeId__", type}};
    return record;
}

/// The event of one recipient.
QByteArray eventOf(const char* name, const char* more, const char* recipient)
{
    return QByteArray(R"({"context":{},"notification":{"templateName":")") + name + '"' + more + R"(},"recipients":[)"
        + recipient + "]}";
}

QByteArray preferring(const char* name, const char* recipient)
{
    return eventOf(name, R"(,"ignoreChannelPreferences":false)", recipient);
}

QByteArray ignoring(const char* name, const char* recipient)
{
    return eventOf(name, R"(,"ignoreChannelPreferences":true)", recipient);
}

QString codes(const Verdict& verdict)
{
    QStringList names{verdictName(verdict.outcome)};
    for (const Error& error : verdict.reasons)
        names.append(QString::fromLatin1(error.code.name));
    return names.join(u' ');
}

} // namespace

void TestVerdict::judgesEvents_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QByteArray& value, const char* expected) {
        QTest::newRow(name) << value << QString::fromLatin1(expected);
    };
    constexpr auto ann = R"({"id":"ann","realm":"CITIZEN","channels":null,"parameters":{"name":"A"}})";
    constexpr auto address =
        R"({"id":null,"realm":null,"channels":[{"channel":"email","email":"a@b.test"}],"parameters":{"name":"A"}})";
    row("good", preferring("Hello", ann), "would-succeed verdict-identity verdict-preferences");
    row("by address", ignoring("Hello", address), "would-succeed");
    row("preferences as text", eventOf("Hello", R"(,"ignoreChannelPreferences":"true")", address), "would-succeed");
    row("no notification", R"({"notification":null,"recipients":[]})", "would-fail cause-no-notification");
    row("flag is missing", eventOf("Hello", "", ann), "would-fail cause-no-notification");
    row("empty object", "{}", "would-fail cause-no-notification");
    row("no recipients", R"({"notification":{"ignoreChannelPreferences":true},"recipients":null})",
        "would-fail cause-no-recipients");
    row("nobody", ignoring("Hello", ""), "would-fail verdict-nobody");
    row("no parameters", ignoring("Hello", R"({"id":null,"channels":[],"parameters":null})"),
        "would-fail cause-no-parameters");
    row("ignoring without channels", ignoring("Hello", ann), "would-fail cause-no-channels verdict-identity");
    row("unknown channel", ignoring("Hello", R"({"id":null,"channels":[{"channel":"sms"}],"parameters":{"name":"A"}})"),
        "would-fail cause-unknown-channel");
    row("channel in upper case",
        ignoring("Hello", R"({"id":null,"channels":[{"channel":"EMAIL","email":"a@b.test"}],"parameters":{}})"),
        "would-fail cause-unknown-channel");
    // The service asks for the preferences anew and overwrites what stands there.
    row("unknown channel, overwritten",
        preferring(
            "Hello", R"({"id":"ann","realm":"CITIZEN","channels":[{"channel":"sms"}],"parameters":{"name":"A"}})"),
        "would-succeed verdict-identity verdict-preferences");
    row("ignoring with an empty list of channels",
        ignoring("Hello", R"({"id":null,"channels":[],"parameters":{"name":"A"}})"), "would-fail cause-no-channels");
    row("no context, so the letter goes and its record fails",
        R"({"context":null,"notification":{"templateName":"Hello","ignoreChannelPreferences":true},"recipients":[)"
            + QByteArray(address) + "]}",
        "would-fail cause-no-context");
    row("no context, inbox alone",
        R"({"context":null,"notification":{"templateName":"Hello","ignoreChannelPreferences":false},"recipients":[)"
            + QByteArray(ann) + "]}",
        "would-succeed verdict-identity verdict-preferences");
    row("names no template",
        R"({"context":{},"notification":{"templateName":null,"ignoreChannelPreferences":false},"recipients":[)"
            + QByteArray(ann) + "]}",
        "would-fail verdict-unnamed-template verdict-identity verdict-preferences");
    row("no realm with an id",
        ignoring("Hello", R"({"id":"ann","realm":null,"channels":[],"parameters":{"name":"A"}})"),
        "would-fail cause-no-realm");
    row("no realm with preferences",
        preferring("Hello", R"({"id":null,"realm":null,"channels":null,"parameters":{"name":"A"}})"),
        "would-fail cause-no-realm");
    row("unknown template", preferring("Nope", ann),
        "would-fail verdict-no-template verdict-identity verdict-preferences");
    row("missing variable", preferring("Strict", ann),
        "would-fail verdict-template verdict-identity verdict-preferences");
    row("unformatted boolean",
        preferring("Odd", R"({"id":"ann","realm":"CITIZEN","channels":null,"parameters":{"flag":true}})"),
        "would-fail verdict-template verdict-identity verdict-preferences");
    row("syntax", preferring("Broken", ann), "would-fail verdict-template verdict-identity verdict-preferences");
    row("no title at all", preferring("Untitled", ann),
        "would-fail cause-no-subject verdict-identity verdict-preferences");
    row("an empty title is one", eventOf("Untitled", R"(,"title":"","ignoreChannelPreferences":false)", ann),
        "would-succeed verdict-identity verdict-preferences");
    row("roles are not known", preferring("Roles", ann), "unknown verdict-roles verdict-identity verdict-preferences");
    row("roles are known",
        preferring(
            "Roles", R"({"id":"ann","realm":"CITIZEN","channels":null,"parameters":{"recipientRoles":["citizen"]}})"),
        "would-succeed verdict-identity verdict-preferences");
    row("roles are known to be none",
        preferring("Roles", R"({"id":"ann","realm":"CITIZEN","channels":null,"parameters":{"recipientRoles":[]}})"),
        "would-fail verdict-template verdict-identity verdict-preferences");
    row("larger than a topic takes", preferring("Long", ann),
        "would-fail cause-too-large verdict-identity verdict-preferences");
    row("never ends", preferring("Endless", ann), "would-fail verdict-template verdict-identity verdict-preferences");
    row("no address", ignoring("Hello", R"({"id":null,"channels":[{"channel":"email"}],"parameters":{"name":"A"}})"),
        "would-fail cause-no-address");
    row("two addresses: the first counts",
        ignoring("Hello",
            R"({"id":null,"channels":[{"channel":"email","email":"a@b.test"},{"channel":"email","email":"bad"}],"parameters":{"name":"A"}})"),
        "would-succeed");
    row("Diia always fails",
        ignoring(
            "Hello", R"({"id":null,"channels":[{"channel":"diia","rnokpp":"1234567890"}],"parameters":{"name":"A"}})"),
        "would-fail cause-diia-roles");
    row("Diia was activated",
        preferring(
            "Hello", R"({"id":"ann","realm":"CITIZEN","channels":[{"channel":"diia"}],"parameters":{"name":"A"}})"),
        "would-fail cause-diia-roles verdict-identity verdict-preferences");
    row("inbox by name", ignoring("Hello", R"({"id":null,"channels":[{"channel":"inbox"}],"parameters":{"name":"A"}})"),
        "would-succeed");
    row("one of two",
        R"({"context":{},"notification":{"templateName":"Hello","ignoreChannelPreferences":true},"recipients":[)"
            + QByteArray(address) + R"(,{"id":null,"channels":[{"channel":"inbox"}],"parameters":{}}]})",
        "would-fail verdict-template");
    row("not JSON", "{bad", "would-fail cause-undeserializable shape-not-json");
    row("parameters as a list",
        ignoring("Hello", R"({"id":null,"channels":[],"parameters":[{"key":"name","value":"A"}]})"),
        "would-fail cause-undeserializable shape-list-for-object");
    row("realm in lower case",
        preferring("Hello", R"({"id":"ann","realm":"citizen","channels":null,"parameters":{"name":"A"}})"),
        "would-fail cause-undeserializable shape-bad-realm");
    row("JSON null", "null", "would-fail cause-empty-record");
    row("behind the value", preferring("Hello", ann) + " trailing",
        "would-succeed verdict-identity verdict-preferences");
    row("too large", ignoring("Hello", address) + QByteArray(1'048'576, ' '), "would-fail cause-too-large");
}

void TestVerdict::judgesEvents()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, expected);
    const Verdict verdict = m_judge.judge(readDeadLetter(letterOf(u"user-notifications"_s, value), {}, {}), m_task);
    QCOMPARE(codes(verdict), expected);
    QCOMPARE(verdict.rules, u"1.8.0"_s);
    QCOMPARE(verdict.sentences(Language::Ukrainian).size(), verdict.reasons.size());
}

void TestVerdict::judgesChannelRecords_data()
{
    QTest::addColumn<QString>("topic");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("expected");
    const QByteArray head = R"({"context":{},"notification":{"subject":"S","message":"M"},)";
    QTest::newRow("email") << u"email-notifications"_s << head + R"("recipient":{"id":null,"email":"a@b.test"}})"
                           << u"would-succeed verdict-server"_s;
    QTest::newRow("bad address") << u"email-notifications"_s << head + R"("recipient":{"email":"a b@c"}})"
                                 << u"would-fail cause-no-address verdict-server"_s;
    QTest::newRow("no recipient") << u"email-notifications"_s << head + R"("recipient":null})"
                                  << u"would-fail cause-no-address verdict-server"_s;
    QTest::newRow("no context")
        << u"email-notifications"_s
        << QByteArray(
               R"({"context":null,"notification":{"subject":"S","message":"M"},"recipient":{"email":"a@b.test"}})")
        << u"would-fail cause-no-context verdict-server"_s;
    QTest::newRow("no subject")
        << u"email-notifications"_s
        << QByteArray(
               R"({"context":{},"notification":{"subject":null,"message":"M"},"recipient":{"email":"a@b.test"}})")
        << u"would-fail cause-no-subject verdict-server"_s;
    QTest::newRow("inbox") << u"inbox-notifications"_s << head + R"("recipientName":"ann","recipientRealm":"CITIZEN"})"
                           << u"would-succeed verdict-identity"_s;
    QTest::newRow("inbox, as designed") << u"inbox-notifications"_s << head + R"("recipient":{"id":"ann"}})"
                                        << u"would-succeed verdict-identity"_s;
    QTest::newRow("inbox, no subject") << u"inbox-notifications"_s
                                       << QByteArray(
                                              R"({"context":{},"notification":{"message":"M"},"recipientName":"ann"})")
                                       << u"would-fail cause-no-subject verdict-identity"_s;
    QTest::newRow("diia")
        << u"diia-notifications"_s
        << QByteArray(
               R"({"context":{},"notification":null,"diiaNotificationDto":{"templateName":"T"},"recipient":{"rnokpp":"1","parameters":[]}})")
        << u"would-succeed verdict-server"_s;
    QTest::newRow("diia, a parameter is missing")
        << u"diia-notifications"_s
        << QByteArray(
               R"({"context":{},"diiaNotificationDto":{"templateName":"Hello"},"recipient":{"rnokpp":"1","parameters":[{"key":"other","value":"x"}]}})")
        << u"would-fail verdict-diia-parameter verdict-server"_s;
    QTest::newRow("diia, all parameters")
        << u"diia-notifications"_s
        << QByteArray(
               R"({"context":{},"diiaNotificationDto":{"templateName":"Hello"},"recipient":{"rnokpp":"1","parameters":[{"key":"name","value":"x"}]}})")
        << u"would-succeed verdict-server"_s;
    QTest::newRow("diia, parameters as an object")
        << u"diia-notifications"_s << QByteArray(R"({"recipient":{"rnokpp":"1","parameters":{}}})")
        << u"would-fail cause-undeserializable shape-no-list"_s;
    QTest::newRow("from nowhere") << QString() << QByteArray("{}") << u"unknown verdict-no-origin"_s;
    QTest::newRow("another topic") << u"orders"_s << QByteArray("{}") << u"unknown verdict-no-rules"_s;
}

void TestVerdict::judgesChannelRecords()
{
    QFETCH(QString, topic);
    QFETCH(QByteArray, value);
    QFETCH(QString, expected);
    QCOMPARE(codes(m_judge.judge(readDeadLetter(letterOf(topic, value), {}, {}), m_task)), expected);
}

void TestVerdict::judgesGenuineLetters_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("expected");
    // Once the people are known, as far as the console can see.
    QTest::newRow("unknown user") << u"15-unknown-user.jsonl"_s
                                  << u"would-succeed verdict-identity verdict-preferences"_s;
    QTest::newRow("not JSON") << u"13-poison-not-json.jsonl"_s << u"would-fail cause-undeserializable shape-not-json"_s;
    // It lacked its type only, and a replay puts that right.
    QTest::newRow("no type") << u"14-json-no-typeid.jsonl"_s << u"would-succeed verdict-identity verdict-preferences"_s;
    QTest::newRow("a list") << u"18-parameters-as-list.jsonl"_s
                            << u"would-fail cause-undeserializable shape-list-for-object"_s;
    QTest::newRow("tombstone") << u"24-tombstone-null-value.jsonl"_s << u"would-fail cause-empty-record"_s;
    QTest::newRow("realm null") << u"17-realm-null-with-id.jsonl"_s << u"would-fail cause-no-realm"_s;
    QTest::newRow("no channels") << u"34-ign-channels-null.jsonl"_s
                                 << u"would-fail cause-no-channels verdict-identity"_s;
    QTest::newRow("refused") << u"50-email-smtp-550.jsonl"_s << u"would-succeed verdict-server"_s;
    QTest::newRow("null subject") << u"55-email-null-subject.jsonl"_s
                                  << u"would-fail cause-no-subject verdict-server"_s;
    QTest::newRow("context null") << u"A7-email-context-null.jsonl"_s
                                  << u"would-fail cause-no-context verdict-server"_s;
    QTest::newRow("wrapped twice") << u"83-replay-13-poison.jsonl"_s
                                   << u"would-fail cause-undeserializable shape-not-json"_s;
}

void TestVerdict::judgesGenuineLetters()
{
    QFETCH(QString, file);
    QFETCH(QString, expected);
    QCOMPARE(codes(m_judge.judge(readDeadLetter(genuine::deadLetters(file).last(), {}, {}), m_task)), expected);
}

void TestVerdict::judgesFailedDeliveries()
{
    const auto verdictOf = [this](const QString& file, const QString& channel) {
        DeliveryFolder folder;
        for (const Record& record : genuine::read(file, u"audit-events"_s)) {
            if (const auto audit = readAudit(record.place(), record.timestamp, *record.value); audit && *audit)
                folder.add(**audit);
        }
        VerdictJudge judge(m_published);
        for (const Delivery& row : folder.take({})) {
            if (row.audit.channel == channel && !row.audit.ok())
                return codes(judge.judge(row, m_task));
        }
        return QString();
    };
    QCOMPARE(
        verdictOf(u"11-unknown-template.jsonl"_s, u"email"_s), u"would-fail verdict-no-template verdict-identity"_s);
    QCOMPARE(verdictOf(u"01-good-event.jsonl"_s, u"diia"_s), u"would-fail cause-diia-roles verdict-identity"_s);
    // The new event names the channel as the service wants it.
    QCOMPARE(verdictOf(u"22-channel-uppercase.jsonl"_s, u"email"_s), u"would-succeed verdict-identity"_s);
    // Not a failure of its own: no verdict.
    QCOMPARE(verdictOf(u"50-email-smtp-550.jsonl"_s, u"email"_s), u"unknown"_s);
}

void TestVerdict::namesTheVariableAndTheLine()
{
    VerdictJudge judge(m_published);
    const auto event = preferring("Strict", R"({"id":"ann","realm":"CITIZEN","parameters":{"name":"A"}})");
    const Verdict verdict = judge.judge(readDeadLetter(letterOf(u"user-notifications"_s, event), {}, {}), m_task);
    QCOMPARE(verdict.troubles.size(), 1);
    QCOMPARE(verdict.troubles[0].variable, u"missing"_s);
    QCOMPARE(verdict.troubles[0].line, 2);
    QCOMPARE(verdict.troubles[0].channel, u"inbox"_s);
    const QString sentence = verdict.sentences(Language::English).first();
    QVERIFY2(sentence.contains(u"“missing”"_s) && sentence.contains(u"(2:"_s), qPrintable(sentence));
    QVERIFY(verdict.sentences(Language::Ukrainian).first().contains(u"«missing»"_s));
}

void TestVerdict::looksAtTopics()
{
    const auto event = ignoring("Hello", R"({"id":null,"channels":[{"channel":"inbox"}],"parameters":{"name":"A"}})");
    const DeadLetter letter = readDeadLetter(letterOf(u"user-notifications"_s, event), {}, {});
    VerdictBasis basis;
    basis.topicLimits = QHash<QString, qint64>{{u"user-notifications"_s, 1'048'588}, {u"inbox-notifications"_s, 200}};
    QCOMPARE(codes(VerdictJudge(m_published, basis).judge(letter, m_task)), u"would-fail cause-too-large"_s);
    basis.topicLimits->insert(u"inbox-notifications"_s, 2'000);
    QCOMPARE(codes(VerdictJudge(m_published, basis).judge(letter, m_task)), u"would-succeed"_s);
    basis.topicLimits->remove(u"inbox-notifications"_s);
    QCOMPARE(codes(VerdictJudge(m_published, basis).judge(letter, m_task)), u"would-fail verdict-no-target"_s);
}

void TestVerdict::saysWhatItCannotSee()
{
    VerdictBasis basis;
    basis.channelProblems.insert(u"email"_s, {errors::causeSmtpAuthentication, u"email"_s, {}, Next::Abort});
    QCOMPARE(
        codes(VerdictJudge(m_published, basis)
                  .judge(readDeadLetter(genuine::deadLetters(u"50-email-smtp-550.jsonl"_s).first(), {}, {}), m_task)),
        u"would-succeed cause-smtp-authentication verdict-server"_s);
    const auto event = ignoring("Hello", R"({"id":null,"channels":[{"channel":"inbox"}],"parameters":{"name":"A"}})");
    const DeadLetter letter = readDeadLetter(letterOf(u"user-notifications"_s, event), {}, {});
    QCOMPARE(codes(VerdictJudge(std::nullopt).judge(letter, m_task)), u"unknown verdict-no-database"_s);
    // What is wrong whatever is published is told all the same.
    const DeadLetter bad = readDeadLetter(letterOf(u"user-notifications"_s, "{}"), {}, {});
    QCOMPARE(codes(VerdictJudge(std::nullopt).judge(bad, m_task)), u"would-fail cause-no-notification"_s);
}

void TestVerdict::changesWithWhatIsPublished()
{
    const auto event = ignoring("New", R"({"id":null,"channels":[{"channel":"inbox"}],"parameters":{}})");
    const DeadLetter letter = readDeadLetter(letterOf(u"user-notifications"_s, event), {}, {});
    QCOMPARE(codes(VerdictJudge(m_published).judge(letter, m_task)), u"would-fail verdict-no-template"_s);
    PublishedContents published = m_published;
    published.insert(u"inbox/New"_s, {true, "text"});
    QCOMPARE(codes(VerdictJudge(published).judge(letter, m_task)), u"would-succeed"_s);
}

void TestVerdict::knowsOnlyItsVersions()
{
    QVERIFY(ServiceRules::knownVersions().contains(u"1.8.0"_s));
    QVERIFY(!ServiceRules::forVersion(u"../1.8.0"_s));
    VerdictBasis basis;
    basis.serviceVersion = u"2.0.0"_s;
    VerdictJudge judge(m_published, basis);
    const Verdict verdict =
        judge.judge(readDeadLetter(genuine::deadLetters(u"15-unknown-user.jsonl"_s).first(), {}, {}), m_task);
    QCOMPARE(codes(verdict), u"unknown verdict-unknown-version"_s);
    QVERIFY(verdict.rules.isEmpty());
    QVERIFY(verdict.sentences(Language::English).first().contains(u"2.0.0"_s));
}

void TestVerdict::namesWhatCannotBeRead_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("line");
    const auto row = [](const char* name, const char* value, const char* code, const char* path, int line = 0) {
        QTest::newRow(name) << QByteArray(value) << QString::fromLatin1(code) << QString::fromLatin1(path) << line;
    };
    row("nothing", "", "shape-not-json", "", 1);
    row("cut off", "{\n \"context\":", "shape-not-json", "", 2);
    row("broken UTF-8", "{\"a\":\"\xff\"}", "shape-not-json", "", 1);
    row("number", "5", "shape-not-object", "");
    row("text", "\"x\"", "shape-not-object", "");
    row("list", "[1]", "shape-not-object", "");
    row("context", R"({"context":[]})", "shape-list-for-object", "context");
    row("notification", R"({"notification":"x"})", "shape-no-object", "notification");
    row("recipients", R"({"recipients":{}})", "shape-no-list", "recipients");
    row("second recipient", R"({"recipients":[{},{"parameters":[]}]})", "shape-list-for-object",
        "recipients[1].parameters");
    row("realm", R"({"recipients":[{"realm":"officer"}]})", "shape-bad-realm", "recipients[0].realm");
    row("channel", R"({"recipients":[{"channels":[{"channel":{}}]}]})", "shape-no-text",
        "recipients[0].channels[0].channel");
    row("channels as text", R"({"recipients":[{"channels":["email"]}]})", "shape-no-object",
        "recipients[0].channels[0]");
    row("flag", R"({"notification":{"ignoreChannelPreferences":"yes"}})", "shape-no-truth",
        "notification.ignoreChannelPreferences");
    row("numbers are taken for text", R"({"notification":{"templateName":5},"recipients":[{"id":7}]})", "", "");
    row("unknown fields are ignored", R"({"more":[],"recipients":null})", "", "");
}

void TestVerdict::namesWhatCannotBeRead()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, code);
    QFETCH(QString, path);
    QFETCH(int, line);
    const auto problem = shapeProblem(value, u"user-notifications"_s);
    QCOMPARE(problem.has_value(), !code.isEmpty());
    if (!problem)
        return;
    QCOMPARE(QString::fromLatin1(problem->error.code.name), code);
    QCOMPARE(problem->path, path);
    QCOMPARE(problem->line, line);
    QVERIFY(!sentenceFor(problem->error, Language::Ukrainian).what.contains(u"%"_s));
    QVERIFY(!shapeProblem(value, u"orders"_s));
}

void TestVerdict::filtersByVerdict()
{
    const DeadLetter good = readDeadLetter(genuine::deadLetters(u"50-email-smtp-550.jsonl"_s).first(), {}, {});
    const DeadLetter bad = readDeadLetter(genuine::deadLetters(u"55-email-null-subject.jsonl"_s).first(), {}, {});
    VerdictJudge judge(m_published);
    int asked = 0;
    const VerdictOf verdict = [&](const DeadLetter& letter) {
        ++asked;
        return judge.judge(letter, m_task);
    };
    const auto matches = [&](const QString& filter, const DeadLetter& letter, bool judged = true) {
        LetterQuery query;
        query.filter = *RecordFilter::parse(filter, letterFields());
        return LetterMatcher(query, judged ? verdict : VerdictOf()).matches(letter);
    };
    QVERIFY(matches(u"verdict.outcome = would-succeed"_s, good));
    QVERIFY(!matches(u"verdict.outcome = would-succeed"_s, bad));
    QVERIFY(matches(u"verdict.reasons: subject"_s, bad));
    QVERIFY(!matches(u"verdict.outcome: *"_s, good, false));
    asked = 0;
    QVERIFY(matches(u"channel = email"_s, good));
    QCOMPARE(asked, 0);
}

QTEST_GUILESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
