#include "failures/facts/errors.h"
#include "failures/letters/cause.h"
#include "failures/letters/deadletter.h"
#include "failures/letters/exceptiontext.h"
#include "genuine.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace nc;
using namespace Qt::StringLiterals;

class TestCause : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foldsWhatSpringSaysTwice();
    void foldsPayloads();
    void knowsGenuineCauses_data();
    void knowsGenuineCauses();
    void tellsInBothLanguages();
    void everyGenuineLetterInOneSentence();
    void groupsByWhatMatters();
    void leavesOutWhatDiffers();
    void remembersCauses();
    void remembersKindsOfMessages();
    void readsFactsTheSameWay_data();
    void readsFactsTheSameWay();
    void readsTheLetter();
};

void TestCause::foldsWhatSpringSaysTwice()
{
    const QString folded = foldDoubled(u"A threw; nested exception is x.E: no; nested exception is x.E: no"_s);
    QCOMPARE(folded, u"A threw; nested exception is x.E: no"_s);
    QCOMPARE(foldDoubled(u"plain"_s), u"plain"_s);
    QCOMPARE(foldDoubled(u"a; nested exception is b"_s), u"a; nested exception is b"_s);
    // A part with a nested part of its own.
    const QString part = u"x.E: smtp; nested exception is y.F: down"_s;
    const QString both = u"L; nested exception is "_s + part + u"; nested exception is "_s + part;
    QCOMPARE(foldDoubled(both), QString(u"L; nested exception is "_s + part));
}

void TestCause::foldsPayloads()
{
    QCOMPARE(foldPayload(u"data [[123, -1, 0, 7]] from"_s), u"data [[4 bytes]] from"_s);
    QCOMPARE(foldPayload(u"port [25] and [a, b]"_s), u"port [25] and [a, b]"_s);
    QString huge = u"["_s;
    for (int i = 0; i < 300'000; ++i)
        huge += u"-128, "_s;
    huge += u"1] end"_s;
    QCOMPARE(foldPayload(huge), u"[300001 bytes] end"_s);
    QCOMPARE(foldPayload(huge.left(1000)).left(1), u"["_s);
    QVERIFY(foldPayload(huge.left(1000)).size() < 30);
}

void TestCause::knowsGenuineCauses_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* file, const ErrorCode& code) {
        QTest::newRow(file) << QString::fromLatin1(file) + u".jsonl"_s << QString::fromLatin1(code.name);
    };
    row("13-poison-not-json", errors::causeUndeserializable);
    row("14-json-no-typeid", errors::causeNoType);
    row("15-unknown-user", errors::causeUserNotFound);
    row("17-realm-null-with-id", errors::causeNoRealm);
    row("18-parameters-as-list", errors::causeUndeserializable);
    row("23-no-notification", errors::causeNoNotification);
    row("24-tombstone-null-value", errors::causeEmptyRecord);
    row("29-empty-object", errors::causeNoNotification);
    row("30-two-recipients-second-unknown", errors::causeUserNotFound);
    row("34-ign-channels-null", errors::causeNoChannels);
    row("36-settings-404", errors::causeIdentityFailed);
    // The service says the same of a user without a full name.
    row("3A-no-fullName", errors::causeUserNotFound);
    row("50-email-smtp-550", errors::causeSmtpRefused);
    row("52-smtp-down", errors::causeSmtpDown);
    row("53-email-poison", errors::causeUndeserializable);
    row("55-email-null-subject", errors::causeNoSubject);
    row("60-inbox-null-subject", errors::causeNoSubject);
    row("61-inbox-unknown-user", errors::causeUserNotFound);
    row("71-diia-push500", errors::causeDiiaFailed);
    row("80-replay-50-all-headers", errors::causeSmtpRefused);
    row("82-replay-50-stripped", errors::causeSmtpRefused);
    row("83-replay-13-poison", errors::causeWrappedAgain);
    row("A7-email-context-null", errors::causeNoContext);
}

void TestCause::knowsGenuineCauses()
{
    QFETCH(QString, file);
    QFETCH(QString, code);
    for (const Record& letter : genuine::deadLetters(file)) {
        const Cause cause = readDeadLetter(letter, {}, {}).cause;
        QCOMPARE(QString::fromLatin1(cause.reason.code.name), code);
        QVERIFY(!cause.summary(Language::English).contains(u"%"_s));
        QVERIFY(cause.summary(Language::English).size() < 400);
    }
}

void TestCause::tellsInBothLanguages()
{
    const DeadLetter letter = readDeadLetter(genuine::deadLetters(u"50-email-smtp-550.jsonl"_s).first(), {}, {});
    QCOMPARE(
        letter.cause.summary(Language::English), u"The mail server refused the letter: 550 5.1.1 no such mailbox"_s);
    QCOMPARE(
        letter.cause.summary(Language::Ukrainian), u"Поштовий сервер не прийняв лист: 550 5.1.1 no such mailbox"_s);
    const DeadLetter down = readDeadLetter(genuine::deadLetters(u"52-smtp-down.jsonl"_s).first(), {}, {});
    QCOMPARE(down.cause.reason.detail, u"127.0.0.1:31025"_s);
}

void TestCause::everyGenuineLetterInOneSentence()
{
    const QMap<QString, QString> sentences{
        {u"13"_s, u"The service could not read the value as a record of topic user-notifications."_s},
        {u"14"_s, u"The record lacks the header __TypeId__, so the service did not know what it is."_s},
        {u"15"_s, u"The identity service did not know the recipient, or had no full name of theirs."_s},
        {u"17"_s, u"A recipient with an id has no realm (OFFICER or CITIZEN)."_s},
        {u"18"_s, u"The service could not read the value as a record of topic user-notifications."_s},
        {u"23"_s, u"The event has no “notification” part."_s}, {u"24"_s, u"The record has no value."_s},
        {u"29"_s, u"The event has no “notification” part."_s},
        {u"30"_s, u"The identity service did not know the recipient, or had no full name of theirs."_s},
        {u"34"_s, u"Channel preferences are to be ignored, but the event names no channels."_s},
        {u"36"_s, u"The identity or preferences service failed and gave no reason."_s},
        {u"3A"_s, u"The identity service did not know the recipient, or had no full name of theirs."_s},
        {u"50"_s, u"The mail server refused the letter: 550 5.1.1 no such mailbox"_s},
        {u"52"_s, u"The mail server could not be reached: 127.0.0.1:31025"_s},
        {u"53"_s, u"The service could not read the value as a record of topic email-notifications."_s},
        {u"55"_s, u"The message has no subject: neither the event nor the template has a title."_s},
        {u"60"_s, u"The message has no subject: neither the event nor the template has a title."_s},
        {u"61"_s, u"The identity service did not know the recipient, or had no full name of theirs."_s},
        {u"71"_s, u"Diia did not accept the message: 500 Internal Server Error: boom"_s},
        {u"80"_s, u"The mail server refused the letter: 550 5.1.1 no such mailbox"_s},
        {u"82"_s, u"The mail server refused the letter: 550 5.1.1 no such mailbox"_s},
        {u"83"_s, u"A record that could not be read was sent back in its wrapping."_s},
        {u"A7"_s, u"The record has no “context”; the letter was sent before the service noticed."_s}};
    QSet<QString> seen;
    const QDir folder(QStringLiteral(NC_TEST_DATA "/genuine"));
    for (const QString& file : folder.entryList({u"*.jsonl"_s}, QDir::Files, QDir::Name)) {
        for (const Record& record : genuine::deadLetters(file)) {
            const DeadLetter letter = readDeadLetter(record, {}, {});
            const QString number = file.section(u'-', 0, 0);
            QVERIFY2(letter.cause.summary(Language::English) == sentences.value(number),
                qPrintable(file + u": "_s + letter.cause.summary(Language::English)));
            const QString ukrainian = letter.cause.summary(Language::Ukrainian);
            QVERIFY2(ukrainian.contains(QRegularExpression(u"[а-яіїєґ]{4}"_s)), qPrintable(file + ukrainian));
            QVERIFY2(!ukrainian.contains(QRegularExpression(u"nested|Listener method|com\\.epam|Exception"_s)),
                qPrintable(file + ukrainian));
            seen.insert(number);
        }
    }
    QCOMPARE(seen.size(), sentences.size());
}

void TestCause::groupsByWhatMatters()
{
    QCOMPARE(normalizedMessage(u"user 17 at a.b@example.test took 5 ms, id 550e8400-e29b-41d4-a716-446655440000"_s),
        u"user <n> at <address> took <n> ms, id <id>"_s);
    QVERIFY(normalizedMessage(u"550 refused"_s) != normalizedMessage(u"421 refused"_s));
    const auto key = [](const char* file) {
        return readDeadLetter(genuine::deadLetters(QString::fromLatin1(file)).first(), {}, {}).cause.groupKey;
    };
    // Different payloads, the same cause.
    QCOMPARE(key("13-poison-not-json.jsonl"), key("18-parameters-as-list.jsonl"));
    QVERIFY(key("50-email-smtp-550.jsonl") != key("52-smtp-down.jsonl"));
}

void TestCause::leavesOutWhatDiffers()
{
    const QString one = normalizedMessage(
        u"550 at 2026-11-22T10:00:00.456Z (10:00:01.512) order 17 of a@b.test, 1b4e28ba-2fa1-11d2-883f-0016d3cca427"_s);
    QCOMPARE(one, u"550 at <time> (<time>) order <n> of <address>, <id>"_s);
    QCOMPARE(
        normalizedMessage(
            u"550 at 2025-01-02 03:04:05 (23:59:59) order 4711 of c.d@e.test, 00000000-2fa1-11d2-883f-0016d3cca427"_s),
        one);
    QVERIFY(normalizedMessage(u"451 later"_s) != normalizedMessage(u"550 never"_s));
}

void TestCause::remembersCauses()
{
    CauseCache cache;
    for (int round = 0; round < 2; ++round) {
        for (const QString& file : {u"50-email-smtp-550.jsonl"_s, u"15-unknown-user.jsonl"_s,
                 u"13-poison-not-json.jsonl"_s, u"36-settings-404.jsonl"_s}) {
            const Record letter = genuine::deadLetters(file).first();
            QVERIFY(readDeadLetter(letter, {}, {}, &cache).cause == readDeadLetter(letter, {}, {}).cause);
        }
    }
}

/// Messages that differ in numbers alone share what was found out about them, unless those numbers are what tells them
/// apart.
void TestCause::remembersKindsOfMessages()
{
    CauseCache cache;
    QSet<QString> groups;
    QRandomGenerator random(7);
    for (const QString& file : {u"50-email-smtp-550.jsonl"_s, u"52-smtp-down.jsonl"_s, u"15-unknown-user.jsonl"_s,
             u"36-settings-404.jsonl"_s, u"71-diia-push500.jsonl"_s}) {
        const Record letter = genuine::deadLetters(file).first();
        for (int i = 0; i < 200; ++i) {
            FailureHeaders failure = decodeFailureHeaders(letter.headers);
            for (QChar& c : failure.message) {
                if (c >= u'0' && c <= u'9' && random.bounded(2) == 0)
                    c = QChar(u'0' + random.bounded(10));
            }
            const Cause known = cache.of(failure, u"email-notifications"_s);
            QVERIFY(known == causeOf(failure, u"email-notifications"_s));
            groups.insert(known.groupKey);
        }
    }
    QVERIFY(groups.size() > 5); // status codes
    QVERIFY(groups.size() < 500);
    FailureHeaders strange;
    strange.exception = u"x.Strange"_s;
    strange.message = u"\uE000 17 \uE001 18 \uE000"_s;
    QVERIFY(cache.of(strange, u"t"_s).groupKey.endsWith(u"<n> <n>"_s));
}

/// The quick parser and the lenient one, which takes over where that one refuses, read the same.
void TestCause::readsFactsTheSameWay()
{
    QFETCH(QByteArray, members);
    const auto all = [](const EventFacts& facts) {
        return QStringList{facts.templateName, facts.process} + facts.recipients;
    };
    // No number of the quick parser's.
    const QStringList lenient = all(factsOf("{" + members + ",\"n\":123456789012345678901234567890}", {}));
    QCOMPARE(all(factsOf("{" + members + ",\"n\":1}", {})), lenient);
    QVERIFY(!lenient.join(QString()).isEmpty());
}

void TestCause::readsFactsTheSameWay_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::newRow("event") << QByteArray(
        R"("context":{"businessProcessInstanceId":"p"},"notification":{"templateName":"t"},"recipients":[{"id":"a"},{"email":"b"},{"channels":[{"email":""},{"rnokpp":"c"}]},7,{"id":null}])");
    QTest::newRow("message") << QByteArray(R"("recipient":{"id":"","rnokpp":"r"},"recipientName":"n")");
    QTest::newRow("name") << QByteArray(
        R"("recipient":"x","recipientName":"n","diiaNotificationDto":{"templateName":"d"})");
    QTest::newRow("twice") << QByteArray(
        R"("recipientName":"n","recipientName":"m","notification":{"templateName":"t","templateName":"u"})");
    QTest::newRow("escapes") << QByteArray(R"("recipientName":"\u0406\ud83d\ude00\n\u0000x","notification":[])");
    QTest::newRow("control") << QByteArray("\"recipientName\":\"a\tb\"");
}

void TestCause::readsTheLetter()
{
    const DeadLetter event = readDeadLetter(genuine::deadLetters(u"15-unknown-user.jsonl"_s).first(), {}, {});
    QCOMPARE(event.facts.templateName, u"Hello"_s);
    QCOMPARE(event.facts.recipients, QStringList{u"unknown1"_s});
    QCOMPARE(event.facts.process, u"15"_s);
    QCOMPARE(event.attempts, 4);
    QCOMPARE(event.state, LetterState::Open);
    const DeadLetter email = readDeadLetter(genuine::deadLetters(u"50-email-smtp-550.jsonl"_s).first(), {}, {});
    QCOMPARE(email.facts.channel, u"email"_s);
    QCOMPARE(email.facts.recipients, QStringList{u"reject1@example.test"_s});
    const DeadLetter wrapped = readDeadLetter(genuine::deadLetters(u"18-parameters-as-list.jsonl"_s).first(), {}, {});
    QCOMPARE(wrapped.layers, 1);
    QCOMPARE(wrapped.facts.process, u"18"_s);
    QCOMPARE(wrapped.attempts, 1);
    const DeadLetter again = readDeadLetter(genuine::deadLetters(u"80-replay-50-all-headers.jsonl"_s).first(), {}, {});
    QCOMPARE(again.origin.offset, 1);
    QCOMPARE(again.lastHop.offset, 2);
    QCOMPARE(again.returns, 1);
}

QTEST_GUILESS_MAIN(TestCause)
#include "tst_cause.moc"
