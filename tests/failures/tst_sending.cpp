#include "../support/whole.h"
#include "failures/deliveries/auditrecord.h"
#include "failures/deliveries/deliveryhistory.h"
#include "failures/facts/errors.h"
#include "failures/facts/eventidentity.h"
#include "failures/facts/rawjson.h"
#include "failures/facts/shelflives.h"
#include "failures/facts/valueshape.h"
#include "failures/sending/narrowevent.h"
#include "failures/sending/replayrequest.h"
#include "failures/sending/sendingrules.h"
#include "genuine.h"

#include <QTest>

using namespace nc;
using namespace Qt::StringLiterals;

/// What is decided before a record goes back, on records as the running platform wrote them.
class TestSending : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mergePatchExamples_data();
    void mergePatchExamples();
    void patchLeavesTheRestAlone();
    void differenceIsAPatch();
    void hostileJsonIsRefused();
    void eventsAreKnownAgain();
    void historyKnowsWhoGotWhat();
    void narrowsToTheRest();
    void narrowsExplicitChannels();
    void narrowsIntoTwo();
    void shelfLives();
    void tooLateIsHeld();
    void inboxTableReachesFurther();
    void inboxKnowsPeopleByAnotherName();
    void whatWasNotSeenHolds();
    void headerDifferences();
    void runningRuns();

private:
    /// Audits and channel records of one genuine trial.
    static DeliveryHistory historyOf(const QString& file)
    {
        DeliveryHistory history;
        for (const Record& record : genuine::read(file)) {
            if (record.topic == u"audit-events") {
                const auto audit = readAudit(record.place(), record.timestamp, *record.value);
                if (audit && *audit)
                    history.addDelivered(**audit);
            } else if (record.topic == u"email-notifications") {
                history.addHandedOver(u"email"_s, *record.value, record.timestamp);
            } else if (record.topic == u"inbox-notifications") {
                history.addHandedOver(u"inbox"_s, *record.value, record.timestamp);
            }
        }
        return history;
    }
    static QJsonObject object(const QByteArray& json) { return QJsonDocument::fromJson(json).object(); }
};

void TestSending::mergePatchExamples_data()
{
    QTest::addColumn<QByteArray>("original");
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QByteArray>("result");
    // The cases of RFC 7386, appendix A, that are objects or arrays.
    const QList<std::array<const char*, 3>> cases{
        {R"({"a":"b"})", R"({"a":"c"})", R"({"a":"c"})"},
        {R"({"a":"b"})", R"({"b":"c"})", R"({"a":"b","b":"c"})"},
        {R"({"a":"b"})", R"({"a":null})", R"({})"},
        {R"({"a":"b","b":"c"})", R"({"a":null})", R"({"b":"c"})"},
        {R"({"a":["b"]})", R"({"a":"c"})", R"({"a":"c"})"},
        {R"({"a":"c"})", R"({"a":["b"]})", R"({"a":["b"]})"},
        {R"({"a":{"b":"c"}})", R"({"a":{"b":"d","c":null}})", R"({"a":{"b":"d"}})"},
        {R"({"a":[{"b":"c"}]})", R"({"a":[1]})", R"({"a":[1]})"},
        {R"(["a","b"])", R"(["c","d"])", R"(["c","d"])"},
        {R"({"a":"b"})", R"(["c"])", R"(["c"])"},
        {R"({"e":null})", R"({"a":1})", R"({"e":null,"a":1})"},
        {R"([1,2])", R"({"a":"b","c":null})", R"({"a":"b"})"},
        {R"({})", R"({"a":{"bb":{"ccc":null}}})", R"({"a":{"bb":{}}})"},
    };
    for (const auto& [original, patch, result] : cases)
        QTest::newRow(patch) << QByteArray(original) << QByteArray(patch) << QByteArray(result);
}

void TestSending::mergePatchExamples()
{
    QFETCH(QByteArray, original);
    QFETCH(QByteArray, patch);
    QFETCH(QByteArray, result);
    auto json = RawJson::parse(original);
    QVERIFY(json.has_value());
    json->merge(*RawJson::parse(patch));
    QCOMPARE(json->toJson(), result);
}

void TestSending::patchLeavesTheRestAlone()
{
    // Numbers that a double does not hold, escapes and the order stay as they were written.
    const QByteArray text = R"({"z":12345678901234567890,"y":1.10,"a":"\u0456\/ї","n":null,"l":[1E300,{"b":0.1000}]})";
    auto json = RawJson::parse(text);
    QVERIFY(json.has_value());
    QCOMPARE(json->toJson(), text);
    json->merge(*RawJson::parse(R"({"y":2,"l2":"x\"y"})"));
    QCOMPARE(json->toJson(),
        QByteArray(
            R"({"z":12345678901234567890,"y":2,"a":"\u0456\/ї","n":null,"l":[1E300,{"b":0.1000}],"l2":"x\"y"})"));
    // A name that comes twice has the meaning of its last one, and one afterwards.
    auto twice = RawJson::parse(R"({"a":1,"b":2,"a":3})");
    QCOMPARE(twice->value(u"a"_s).text, QByteArray("3"));
    twice->merge(*RawJson::parse(R"({"a":4})"));
    QCOMPARE(twice->toJson(), QByteArray(R"({"a":4,"b":2})"));
    // An escaped name is the same name.
    auto escaped = RawJson::parse(R"({"\u0061":1})");
    escaped->merge(*RawJson::parse(R"({"a":null})"));
    QCOMPARE(escaped->toJson(), QByteArray("{}"));
}

void TestSending::differenceIsAPatch()
{
    const auto before = RawJson::parse(R"({"a":1,"b":{"c":2,"d":[1,2]},"e":"x"})");
    const auto after = RawJson::parse(R"({"a":1,"b":{"c":3,"d":[1]},"f":{"g":1}})");
    const RawJson patch = mergeDifference(*before, *after);
    QCOMPARE(patch.toJson(), QByteArray(R"({"e":null,"b":{"c":3,"d":[1]},"f":{"g":1}})"));
    RawJson patched = *before;
    patched.merge(patch);
    QCOMPARE(QJsonDocument::fromJson(patched.toJson()), QJsonDocument::fromJson(after->toJson()));
    QCOMPARE(mergeDifference(*before, *before).toJson(), QByteArray("{}"));
}

void TestSending::hostileJsonIsRefused()
{
    for (const QByteArray& text : {QByteArray(), QByteArray("{"), QByteArray("{\"a\":}"), QByteArray("[1,]"),
             QByteArray("\"x\""), QByteArray("{\"a\":\"\xff\"}"), QByteArray(5000, '['), QByteArray("{}{}")})
        QVERIFY2(!RawJson::parse(text), text.left(20).constData());
    QByteArray deep(900, '[');
    deep += QByteArray(900, ']');
    QVERIFY(RawJson::parse(deep).has_value());
}

void TestSending::eventsAreKnownAgain()
{
    // The event, its silent failure and its dead letter are one.
    const QString file = u"30-two-recipients-second-unknown.jsonl"_s;
    const QByteArray event = eventKeyOf(object(*genuine::read(file, u"user-notifications"_s).first().value));
    const QByteArray dead = eventKeyOf(object(*genuine::deadLetters(file).first().value));
    QVERIFY(!event.isEmpty());
    QCOMPARE(dead, event);
    const Record silent = genuine::read(u"11-unknown-template.jsonl"_s, u"audit-events"_s).last();
    const auto audit = readAudit(silent.place(), silent.timestamp, *silent.value);
    const Record its = genuine::read(u"11-unknown-template.jsonl"_s, u"user-notifications"_s).first();
    QCOMPARE(eventKeyOf((*audit)->notification), eventKeyOf(object(*its.value)));
    QVERIFY(eventKeyOf(object(*its.value)) != event);
    // Another instance is another event.
    QByteArray other = *its.value;
    other.replace("\"businessProcessInstanceId\":\"11\"", "\"businessProcessInstanceId\":\"12\"");
    QVERIFY(eventKeyOf(object(other)) != eventKeyOf(object(*its.value)));
    QVERIFY(eventKeyOf(object("{\"recipients\":[]}")).isEmpty());
    // Nothing in particular has no source.
    QVERIFY(sourceKeyOf(object(R"({"system":"x","businessProcess":"p"})")).isEmpty());
}

void TestSending::historyKnowsWhoGotWhat()
{
    const QString file = u"30-two-recipients-second-unknown.jsonl"_s;
    const DeliveryHistory history = historyOf(file);
    const Record dead = genuine::deadLetters(file).first();
    QVERIFY(history.mayConcern(*dead.value));
    const auto earlier = test::whole(history.ofEvent(object(*dead.value), genuine::recent(1795315012561)));
    QCOMPARE(earlier.size(), 2);
    QCOMPARE(earlier[0].recipient, u"first"_s);
    QCOMPARE(earlier[0].channel, u"inbox"_s);
    QCOMPARE(earlier[0].how, EarlierDelivery::How::Delivered);
    QCOMPARE(earlier[1].channel, u"email"_s);
    QCOMPARE(describeEarlier(earlier), u"first: inbox, email"_s);
    // What was delivered long before the event was another one.
    QVERIFY(test::whole(history.ofEvent(object(*dead.value), genuine::recent(1795315012561) + 3'600'000)).isEmpty());
    // Others' events are none of its business.
    const Record stranger = genuine::deadLetters(u"15-unknown-user.jsonl"_s).first();
    QVERIFY(!history.mayConcern(*stranger.value));
    QVERIFY(test::whole(history.ofEvent(object(*stranger.value), 0)).isEmpty());
    // Handed over, without word of its delivery.
    DeliveryHistory partly;
    const Record letter = genuine::read(file, u"email-notifications"_s).first();
    partly.addHandedOver(u"email"_s, *letter.value, letter.timestamp);
    const auto handed = test::whole(partly.ofEvent(object(*dead.value), genuine::recent(1795315012561)));
    QCOMPARE(handed.size(), 1);
    QCOMPARE(handed[0].how, EarlierDelivery::How::HandedOver);
    // A channel's own dead letter is not "got" because it was handed over.
    QVERIFY(test::whole(partly.ofChannelRecord(u"email"_s, object(*letter.value), 0)).isEmpty());
    QCOMPARE(test::whole(history.ofChannelRecord(u"email"_s, object(*letter.value), 0)).size(), 1);
}

void TestSending::narrowsToTheRest()
{
    const QString file = u"30-two-recipients-second-unknown.jsonl"_s;
    const Record dead = genuine::deadLetters(file).first();
    const NarrowedEvent narrowed = narrowEvent(
        *dead.value, test::whole(historyOf(file).ofEvent(object(*dead.value), genuine::recent(1795315012561))));
    QCOMPARE(narrowed.events.size(), 1);
    const QJsonObject event = object(narrowed.events[0]);
    QCOMPARE(event["recipients"_L1].toArray().size(), 1);
    QCOMPARE(event["recipients"_L1][0]["id"_L1].toString(), u"unknown2"_s);
    // Never reached: only the service knows this person's channels.
    QCOMPARE(event["notification"_L1]["ignoreChannelPreferences"_L1].toBool(), false);
    QCOMPARE(narrowed.keepPreferences, QStringList{u"unknown2"_s});
    // The source's bytes stay.
    QVERIFY(narrowed.events[0].startsWith(dead.value->left(dead.value->indexOf("\"recipients\""))));
    QVERIFY(!shapeProblem(narrowed.events[0], u"user-notifications"_s));
}

void TestSending::narrowsExplicitChannels()
{
    const QByteArray event =
        R"({"context":null,"notification":{"title":null,"templateName":"T","ignoreChannelPreferences":false},)"
        R"("recipients":[{"id":"a","channels":[{"channel":"email","email":"a@x.org","rnokpp":null}],)"
        R"("parameters":{"n":1.50,"recipientRoles":["citizen"]},"realm":"CITIZEN"},)"
        R"({"id":"b","channels":[{"channel":"email","email":"b@x.org","rnokpp":null}],"parameters":{},"realm":null}]})";
    using How = EarlierDelivery::How;
    // a has the letter, b everything.
    const NarrowedEvent narrowed = narrowEvent(event,
        {{u"a"_s, u"email"_s, How::Delivered, 1}, {u"b"_s, u"email"_s, How::Delivered, 1},
            {u"b"_s, u"inbox"_s, How::HandedOver, 1}});
    QCOMPARE(narrowed.events,
        QList<QByteArray>{
            R"({"context":null,"notification":{"title":null,"templateName":"T","ignoreChannelPreferences":true},)"
            R"("recipients":[{"id":"a","channels":[{"channel":"inbox","email":null,"rnokpp":null}],)"
            R"("parameters":{"n":1.50,"recipientRoles":["citizen"]},"realm":"CITIZEN"}]})"});
    // b has the inbox message: the letter is left; a has nothing and gets both by name.
    const NarrowedEvent rest = narrowEvent(event, {{u"b"_s, u"inbox"_s, How::Delivered, 1}});
    QCOMPARE(rest.events.size(), 1);
    const QJsonArray people = object(rest.events[0])["recipients"_L1].toArray();
    QCOMPARE(people[0]["channels"_L1].toArray().size(), 2);
    QCOMPARE(people[0]["channels"_L1][0]["channel"_L1].toString(), u"inbox"_s);
    QCOMPARE(people[1]["channels"_L1].toArray().size(), 1);
    QCOMPARE(people[1]["channels"_L1][0]["channel"_L1].toString(), u"email"_s);
    // Everybody got everything.
    QVERIFY(narrowEvent(event,
        {{u"a"_s, u"email"_s, How::Delivered, 1}, {u"a"_s, u"inbox"_s, How::Delivered, 1},
            {u"b"_s, u"email"_s, How::Delivered, 1}, {u"b"_s, u"inbox"_s, How::Resent, 1}})
                .events.isEmpty());
    // Where preferences are ignored already, inbox is not added.
    QByteArray ignoring = event;
    ignoring.replace("Preferences\":false", "Preferences\":true");
    const NarrowedEvent own = narrowEvent(ignoring, {{u"a"_s, u"email"_s, How::Delivered, 1}});
    QCOMPARE(object(own.events[0])["recipients"_L1].toArray().size(), 1);
    QCOMPARE(object(own.events[0])["recipients"_L1][0]["id"_L1].toString(), u"b"_s);
}

void TestSending::narrowsIntoTwo()
{
    const QByteArray event =
        R"({"context":null,"notification":{"title":null,"templateName":"T","ignoreChannelPreferences":false},)"
        R"("recipients":[{"id":"a","channels":[{"channel":"email","email":"a@x.org","rnokpp":null}],"parameters":{}},)"
        R"({"id":"b","channels":null,"parameters":{}}]})";
    const NarrowedEvent narrowed = narrowEvent(event, {{u"a"_s, u"inbox"_s, EarlierDelivery::How::Delivered, 1}});
    QCOMPARE(narrowed.events.size(), 2);
    QVERIFY(object(narrowed.events[0])["notification"_L1]["ignoreChannelPreferences"_L1].toBool());
    QCOMPARE(object(narrowed.events[0])["recipients"_L1][0]["id"_L1].toString(), u"a"_s);
    QVERIFY(!object(narrowed.events[1])["notification"_L1]["ignoreChannelPreferences"_L1].toBool(true));
    QCOMPARE(object(narrowed.events[1])["recipients"_L1][0]["id"_L1].toString(), u"b"_s);
    // Roles that the event brought along do not make him reached: he has no channels yet.
    QByteArray brought = event;
    brought.replace(R"("id":"b","channels":null,"parameters":{})",
        R"("id":"b","channels":null,"parameters":{"recipientRoles":["x"]})");
    const NarrowedEvent own = narrowEvent(brought, {{u"a"_s, u"inbox"_s, EarlierDelivery::How::Delivered, 1}});
    QCOMPARE(own.events.size(), 2);
    QCOMPARE(own.keepPreferences, QStringList{u"b"_s});
    // Channels that the event itself names for him mean nothing: his preferences would replace them.
    QByteArray named = event;
    named.replace(R"("id":"b","channels":null)", R"("id":"b","channels":[{"channel":"diia","rnokpp":"1"}])");
    const NarrowedEvent still = narrowEvent(named, {{u"a"_s, u"inbox"_s, EarlierDelivery::How::Delivered, 1}});
    QCOMPARE(still.events.size(), 2);
    QVERIFY(!object(still.events[1])["notification"_L1]["ignoreChannelPreferences"_L1].toBool(true));
    QCOMPARE(object(still.events[1])["recipients"_L1][0]["channels"_L1].toArray().size(), 1);
}

void TestSending::shelfLives()
{
    using namespace std::chrono_literals;
    const ShelfLives none;
    QVERIFY(!none.of(u"email"_s, u"application-decided"_s));
    QCOMPARE(none.of(u"email"_s, u"login-otp-code"_s).value(), ShelfLives::Duration(10min));
    QCOMPARE(none.of({}, u"OTP"_s).value(), ShelfLives::Duration(10min));
    QVERIFY(none.mayConcern("login-Otp-code"));
    QVERIFY(!none.mayConcern("application-decided"));
    const ShelfLives some(QJsonObject{{u"email/reminder"_s, u"2d"_s}, {u"inbox/reminder"_s, u"3h"_s},
        {u"otp-card"_s, u"none"_s}, {u"broken"_s, u"soon"_s}});
    QCOMPARE(some.of(u"email"_s, u"reminder"_s).value(), ShelfLives::Duration(48h));
    QCOMPARE(some.of({}, u"reminder"_s).value(), ShelfLives::Duration(3h));
    QVERIFY(!some.of(u"diia"_s, u"reminder"_s));
    QVERIFY(!some.of(u"email"_s, u"otp-card"_s));
    QVERIFY(!some.of(u"email"_s, u"broken"_s));
    QVERIFY(some.mayConcern("reminder"));
    QCOMPARE(durationText(48h), u"2d"_s);
    QCOMPARE(durationText(90min), u"90m"_s);
    QCOMPARE(durationText(1500ms), u"1500ms"_s);
}

void TestSending::tooLateIsHeld()
{
    Record record = genuine::deadLetters(u"15-unknown-user.jsonl"_s).first();
    record.value->replace("\"templateName\":\"Hello\"", "\"templateName\":\"login-otp\"");
    QVERIFY(record.value->contains("login-otp"));
    const DeadLetter letter = readDeadLetter(record, {});
    const qint64 asked = *letter.origin.timestamp;
    const auto look = [&](qint64 age, bool force) {
        ReplayRequest request{.topic = record.topic};
        request.force = force;
        const SendingRules rules(request, {}, asked + age);
        if (!rules.concerns(*record.value, u"user-notifications"_s))
            qFatal("not looked at");
        ReplayFacts facts;
        return rules.look(letter, u"user-notifications"_s, *record.value, facts).skip;
    };
    QCOMPARE(look(9 * 60'000, false), SkipReason::None);
    QCOMPARE(look(11 * 60'000, false), SkipReason::TooLate);
    QCOMPARE(look(11 * 60'000, true), SkipReason::None);
    // Elsewhere nobody delivers it.
    QVERIFY(!SendingRules(ReplayRequest{.topic = record.topic}, {}, asked).concerns(*record.value, u"other"_s));
}

void TestSending::inboxTableReachesFurther()
{
    const QString file = u"30-two-recipients-second-unknown.jsonl"_s;
    const Record dead = genuine::deadLetters(file).first();
    const QJsonObject event = object(*dead.value);
    const qint64 since = genuine::recent(1795315012561);
    DeliveryHistory history;
    history.addInbox(u"first"_s, u"Вхідне"_s, since + 500);
    // Without a title of its own the template's decides.
    QVERIFY(test::whole(history.ofEvent(event, since, since + 11'000)).isEmpty());
    history.addInboxTitle(u"Hello"_s, u"Вхідне"_s);
    QVERIFY(history.mayConcern(*dead.value));
    const auto earlier = test::whole(history.ofEvent(event, since, since + 11'000));
    QCOMPARE(earlier.size(), 1);
    QCOMPARE(earlier[0].how, EarlierDelivery::How::InInbox);
    // Long after it another event's message arrived.
    DeliveryHistory later;
    later.addInboxTitle(u"Hello"_s, u"Вхідне"_s);
    later.addInbox(u"first"_s, u"Вхідне"_s, since + 3'600'000);
    QVERIFY(test::whole(later.ofEvent(event, since, since + 11'000)).isEmpty());
    // The topic reaches back to the event and knows nothing of it.
    const Record other = genuine::read(u"01-good-event.jsonl"_s, u"inbox-notifications"_s).first();
    history.addHandedOver(u"inbox"_s, *other.value, since - 1000);
    QVERIFY(test::whole(history.ofEvent(event, since, since + 11'000)).isEmpty());
}

/// The table has the identity service's ids. A message that was handed over tells who is who; else nobody does.
void TestSending::inboxKnowsPeopleByAnotherName()
{
    const Record dead = genuine::deadLetters(u"30-two-recipients-second-unknown.jsonl"_s).first();
    const QJsonObject event = object(*dead.value);
    const qint64 since = genuine::recent(1795315012561);
    DeliveryHistory history;
    history.addInboxTitle(u"Hello"_s, u"Вхідне"_s);
    history.addInbox(u"9f1c"_s, u"Вхідне"_s, since + 500, messageHash(u"Вхідне"_s, u"one"_s));
    // Somebody got it, and it may be one of these two.
    const auto untold = history.ofEvent(event, since, since + 11'000);
    QVERIFY(!untold.complete());
    QCOMPARE(untold.unseen().sources().first().source, u"inbox"_s);
    DeliveryHistory known;
    known.addInboxTitle(u"Hello"_s, u"Вхідне"_s);
    const QByteArray other =
        R"({"context":null,"notification":{"subject":"s","message":"m"},"recipientName":"first","recipientRealm":"CITIZEN"})";
    known.addHandedOver(u"inbox"_s, other, since + 100'000);
    known.addInbox(u"9f1c"_s, u"s"_s, since + 100'040, messageHash(u"s"_s, u"m"_s));
    known.addInbox(u"9f1c"_s, u"Вхідне"_s, since + 500, messageHash(u"Вхідне"_s, u"one"_s));
    const auto earlier = test::whole(known.ofEvent(event, since, since + 11'000));
    QCOMPARE(describeEarlier(earlier), u"first: inbox"_s);
}

/// Nothing goes, and nobody is left out, on the word of a source that could not be read.
void TestSending::whatWasNotSeenHolds()
{
    const QString file = u"30-two-recipients-second-unknown.jsonl"_s;
    const DeadLetter letter = readDeadLetter(genuine::deadLetters(file).first(), {});
    const auto look = [&](DeliveryHistory history, bool narrow, bool force) {
        ReplayRequest request;
        request.narrow = narrow;
        request.force = force;
        const SendingRules rules(request, std::move(history), letter.record.timestamp + 1000);
        ReplayFacts facts;
        if (!rules.concerns(letter.original, u"user-notifications"_s))
            return SkipReason::None;
        return rules.look(letter, u"user-notifications"_s, letter.original, facts).skip;
    };
    DeliveryHistory blind;
    QCOMPARE(look(blind, false, false), SkipReason::None);
    blind.addUnseen({u"audit-events"_s, {errors::recordsUnreadable, u"audit-events"_s, {}, Next::Abort}});
    QCOMPARE(look(blind, false, false), SkipReason::Unseen);
    QCOMPARE(look(blind, true, false), SkipReason::Unseen);
    QCOMPARE(look(blind, false, true), SkipReason::None);
    // What is known to have arrived is the better reason, but no ground to narrow by.
    DeliveryHistory partly = historyOf(file);
    partly.addUnseen({u"audit-events"_s, {errors::recordsUnreadable, u"audit-events"_s, {}, Next::Abort}});
    QCOMPARE(look(partly, false, false), SkipReason::AlreadyGot);
    QCOMPARE(look(partly, true, false), SkipReason::Unseen);
}

void TestSending::headerDifferences()
{
    const Headers before{{"b3", "1"}, {"kafka_dlt-x", "2"}, {"same", {}}, {"__TypeId__", "[B"}};
    const Headers after{{"b3", "1"}, {"same", {}}, {"__TypeId__", "T"}, {"new", "3"}};
    const auto changes = headerDifference(before, after);
    QCOMPARE(changes.size(), 3);
    QVERIFY(changes[0].removed);
    QCOMPARE(changes[0].name, QByteArray("kafka_dlt-x"));
    QCOMPARE(changes[1].name, QByteArray("__TypeId__"));
    QVERIFY(!changes[1].removed && !changes[1].added);
    QCOMPARE(changes[1].after, QByteArray("T"));
    QVERIFY(changes[2].added);
    QVERIFY(headerDifference(before, before).isEmpty());
}

void TestSending::runningRuns()
{
    LedgerEntry entry;
    entry.topic = u"t.DLT"_s;
    entry.run = u"r1"_s;
    entry.by = u"olena"_s;
    entry.at = 1'000'000;
    entry.goesOn = true;
    entry.keys = "12345678";
    entry.auditEnds = {3, 4};
    const auto back = decodeLedgerEntry(encodeLedgerEntry(entry));
    QVERIFY(back.has_value());
    QCOMPARE(*back, entry);
    QCOMPARE(runningReplay(LedgerIndex({entry}), 1'010'000)->by, u"olena"_s);
    QVERIFY(!runningReplay(LedgerIndex({entry}), 1'100'000));
    LedgerEntry last = entry;
    last.goesOn = false;
    last.at += 500;
    QVERIFY(!runningReplay(LedgerIndex({entry, last}), 1'010'000));
}

QTEST_GUILESS_MAIN(TestSending)
#include "tst_sending.moc"
