#include "failures/facts/errors.h"
#include "failures/facts/manytexts.h"
#include "failures/facts/platformtopics.h"
#include "failures/letters/wrapping.h"
#include "failures/trace/tracejoin.h"
#include "failures/trace/tracemodel.h"
#include "genuine.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace nc;
using namespace Qt::StringLiterals;

/// Timelines made of records as the running platform wrote them.
class TestTrace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsGenuineStories_data();
    void tellsGenuineStories();
    void findsByWhateverRecordsName();
    void joinsReplaysThroughTheLedger();
    void tellsWhatTheInboxHolds();
    void tellsWhoseInboxItIs();
    void concludesNothingFromWhatItDidNotSee_data();
    void concludesNothingFromWhatItDidNotSee();
    void keepsEventsWithoutContextApart();
    void showsATree();
    void readsTraceIds();
    void looksForManyTexts();
};

namespace {

QList<TraceFact> factsOf(const QList<Record>& records, const QMap<QString, LedgerIndex>& ledgers = {})
{
    QList<TraceFact> facts;
    for (const Record& record : records)
        facts.append(readTraceFact(record, unwrap(record).bytes, ledgers.value(record.topic)));
    return facts;
}

QString story(const QList<TraceNotification>& notifications)
{
    QStringList lines;
    for (const TraceNotification& one : notifications) {
        lines += u"%1 > %2: %3"_s.arg(one.templateName, one.recipient, outcomeName(one.outcome));
        for (const TraceChannel& channel : one.channels) {
            QStringList steps;
            for (const TraceStep& step : channel.steps) {
                QString text = stageName(step.stage);
                if (step.stage == TraceStage::Missing)
                    text = QString::fromLatin1(step.summary.code.name);
                if (step.times > 1)
                    text += u"x%1"_s.arg(step.times);
                if (step.state != stageName(step.stage))
                    text += u'(' + step.state + u')';
                steps += text;
            }
            lines += u"  %1 %2: %3"_s.arg(
                channel.channel.isEmpty() ? u"*"_s : channel.channel, outcomeName(channel.outcome), steps.join(u' '));
        }
    }
    return lines.join(u'\n');
}

QString storyOf(const QString& file, const TraceQuery& query)
{
    return story(joinTrace(query, factsOf(genuine::read(file)), {}));
}

TraceQuery by(TraceQuery::By by, const QString& text)
{
    TraceQuery query;
    query.by = by;
    query.text = text;
    return query;
}

} // namespace

void TestTrace::tellsGenuineStories_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("person");
    QTest::addColumn<QString>("expected");
    QTest::newRow("good") << u"01-good-event.jsonl"_s << u"bothuser"_s
                          << u"Hello > bothuser: silently-failed\n"
                             "  * handled: requested\n"
                             "  inbox delivered: handed delivered\n"
                             "  email delivered: handed delivered\n"
                             "  diia silently-failed: silently-failed(open) trace-nothing-since"_s;
    QTest::newRow("unknown template") << u"11-unknown-template.jsonl"_s << u"ann"_s
                                      << u"Nope > ann: silently-failed\n"
                                         "  * handled: requested\n"
                                         "  inbox silently-failed: silently-failed(open) trace-nothing-since\n"
                                         "  email silently-failed: silently-failed(open) trace-nothing-since"_s;
    QTest::newRow("unknown user") << u"15-unknown-user.jsonl"_s << u"unknown1"_s
                                  << u"Hello > unknown1: dead\n"
                                     "  * dead: requested failed-attemptx4 dead(open) trace-nothing-since"_s;
    QTest::newRow("by address") << u"16-by-address-no-realm-no-id.jsonl"_s << u"addr@example.test"_s
                                << u"Hello > addr@example.test: delivered\n"
                                   "  * handled: requested\n"
                                   "  email delivered: handed delivered"_s;
    QTest::newRow("first of two") << u"30-two-recipients-second-unknown.jsonl"_s << u"first"_s
                                  << u"Hello > first: delivered\n"
                                     "  * dead: requested failed-attemptx4 dead(open) trace-nothing-since\n"
                                     "  inbox delivered: handed delivered handed delivered handed delivered handed "
                                     "delivered\n"
                                     "  email delivered: handed delivered handed delivered handed delivered handed "
                                     "delivered"_s;
    QTest::newRow("second of two") << u"30-two-recipients-second-unknown.jsonl"_s << u"unknown2"_s
                                   << u"Hello > unknown2: dead\n"
                                      "  * dead: requested failed-attemptx4 dead(open) trace-nothing-since"_s;
    QTest::newRow("inbox refuses") << u"60-inbox-null-subject.jsonl"_s << u"off1"_s
                                   << u"NoTitle > off1: dead\n"
                                      "  * handled: requested trace-no-email\n"
                                      "  inbox dead: handed failed-attemptx4 dead(open) trace-nothing-since"_s;
    QTest::newRow("context null") << u"A7-email-context-null.jsonl"_s << u"ctx@example.test"_s
                                  << u"Hello > ctx@example.test: dead\n"
                                     "  * handled: requested\n"
                                     "  email dead: handed dead(open) trace-nothing-since"_s;
    // Nobody can be read out of them, so whatever is found is shown.
    QTest::newRow("not JSON") << u"13-poison-not-json.jsonl"_s << u"ann"_s
                              << u" > : dead\n  * dead: requested dead(open) trace-nothing-since"_s;
    QTest::newRow("realm null") << u"17-realm-null-with-id.jsonl"_s << u"ann"_s
                                << u"Hello > ann: dead\n  * dead: requested dead(open) trace-nothing-since"_s;
    QTest::newRow("nobody") << u"32-recipients-empty.jsonl"_s << u"ann"_s
                            << u"Hello > : waiting\n  * waiting: requested trace-nothing-followed"_s;
    QTest::newRow("sent back with all headers")
        << u"80-replay-50-all-headers.jsonl"_s << u"reject1@example.test"_s
        << u" > reject1@example.test: dead\n"
           "  * unknown: trace-no-event-direct\n"
           "  email dead: handed failed-attemptx4 dead(open) trace-nothing-since"_s;
    QTest::newRow("diia directly") << u"70-diia-direct-good.jsonl"_s << u"1234567890"_s
                                   << u"Hello > ann: delivered\n"
                                      "  * unknown: trace-no-event-direct\n"
                                      "  diia delivered: handed delivered"_s;
}

void TestTrace::tellsGenuineStories()
{
    QFETCH(QString, file);
    QFETCH(QString, person);
    QFETCH(QString, expected);
    const QString told = storyOf(file, by(TraceQuery::By::Recipient, person));
    QCOMPARE(told, expected);
}

void TestTrace::findsByWhateverRecordsName()
{
    const QList<TraceFact> facts = factsOf(genuine::read(u"30-two-recipients-second-unknown.jsonl"_s));
    const auto count = [&facts](const TraceQuery& query) {
        return std::ranges::count_if(facts, [&query](const TraceFact& fact) { return isAbout(fact, query); });
    };
    QCOMPARE(count(by(TraceQuery::By::Process, u"30"_s)), facts.size());
    // Event, dead letter, attempts; what was done for the other one does not name her.
    QCOMPARE(count(by(TraceQuery::By::Recipient, u"unknown2"_s)), 6);
    QCOMPARE(count(by(TraceQuery::By::Recipient, u"FIRST"_s)), facts.size());
    QCOMPARE(count(by(TraceQuery::By::Recipient, u"firs"_s)), 0);
    // An attempt has a trace of its own: two records, three audits.
    QCOMPARE(count(by(TraceQuery::By::TraceId, u"38258db31f084f16"_s)), 5);
    QCOMPARE(count(by(TraceQuery::By::Key, u"k"_s)), 0);
}

void TestTrace::joinsReplaysThroughTheLedger()
{
    QList<Record> records = genuine::read(u"15-unknown-user.jsonl"_s);
    const Record letter = records.last();
    QVERIFY(letter.topic.endsWith(u".DLT"_s));
    LedgerEntry entry;
    entry.action = LedgerAction::Replayed;
    entry.topic = letter.topic;
    entry.by = u"olena"_s;
    entry.at = letter.timestamp + 60'000;
    entry.targets = {u"user-notifications"_s};
    entry.runs = {{letter.partition, letter.offset, 1, 0, 4, 77, 0}};
    LedgerEntry discard = entry;
    discard.action = LedgerAction::Discarded;
    discard.at = letter.timestamp + 30'000;
    discard.targets.clear();
    discard.runs = {{letter.partition, letter.offset, 1, -1, -1, -1, 0}};
    LedgerEntry reopen = discard;
    reopen.action = LedgerAction::Reopened;
    reopen.at += 1'000;
    const QMap<QString, LedgerIndex> ledgers{{letter.topic, LedgerIndex({discard, reopen, entry})}};
    // What came of it, with another context than it had: the ledger's place alone joins it.
    Record again = records.first();
    again.partition = 4;
    again.offset = 77;
    // The ledger is written after the record.
    again.timestamp = entry.at - 20;
    again.value->replace("\"businessActivityInstanceId\":\"act-1\"", "\"businessActivityInstanceId\":null");
    records.append(again);
    TraceContext context;
    context.ledgers = ledgers;
    const auto told = joinTrace(by(TraceQuery::By::Recipient, u"unknown1"_s), factsOf(records, ledgers), context);
    QCOMPARE(story(told),
        u"Hello > unknown1: waiting\n"
        "  * waiting: requested failed-attemptx4 dead(replayed) discarded reopened sent-again requested "
        "trace-nothing-after-sending"_s);
    const TraceStep& sent = told.first().channels.first().steps[5];
    QCOMPARE(sent.by, u"olena"_s);
    QVERIFY(sent.target == (RecordPlace{u"user-notifications"_s, 4, 77}));
    QCOMPARE(sent.place, letter.place());
    QCOMPARE(sentenceFor(sent.summary, Language::English).what, u"olena sent it again to user-notifications."_s);
}

void TestTrace::tellsWhatTheInboxHolds()
{
    const QList<Record> records = genuine::read(u"01-good-event.jsonl"_s);
    const TraceQuery query = by(TraceQuery::By::Recipient, u"bothuser"_s);
    TraceContext context;
    context.inbox = QList<InboxMessage>{};
    QVERIFY(story(joinTrace(query, factsOf(records), context))
                .contains(u"inbox delivered: handed delivered trace-no-inbox-row"_s));
    const QJsonObject inbox = QJsonDocument::fromJson(
        *genuine::read(u"01-good-event.jsonl"_s, u"inbox-notifications"_s).first().value)["notification"_L1]
                                  .toObject();
    const qint64 at = records.first().timestamp + 900;
    context.inbox =
        QList<InboxMessage>{{u"1"_s, u"bothuser"_s, u"older"_s, u"gone from the topic"_s, false, at - 1'000'000},
            {u"2"_s, u"bothuser"_s, inbox["subject"_L1].toString(), inbox["message"_L1].toString(), true, at},
            {u"3"_s, u"somebody"_s, inbox["subject"_L1].toString(), inbox["message"_L1].toString(), true, at}};
    const QString told = story(joinTrace(query, factsOf(records), context));
    QVERIFY2(told.contains(u"inbox delivered: handed delivered inbox(read)"_s), qPrintable(told));
    QVERIFY2(told.startsWith(u" > bothuser: delivered\n  inbox delivered: inbox(unread)\n"_s), qPrintable(told));
    QCOMPARE(told.count(u"inbox("_s), 2);
}

/// The table has the identity service's ids: the text and the time tell whose a row is, or nobody does.
void TestTrace::tellsWhoseInboxItIs()
{
    const QList<Record> records = genuine::read(u"01-good-event.jsonl"_s);
    const QList<TraceFact> facts = factsOf(records);
    const TraceQuery query = by(TraceQuery::By::Recipient, u"bothuser"_s);
    const QJsonObject said = QJsonDocument::fromJson(
        *genuine::read(u"01-good-event.jsonl"_s, u"inbox-notifications"_s).first().value)["notification"_L1]
                                 .toObject();
    const qint64 at = records.first().timestamp + 900;
    const auto row = [&](const QString& id, const QString& recipient, qint64 when) {
        return InboxMessage{id, recipient, said["subject"_L1].toString(), said["message"_L1].toString(), false, when};
    };
    TraceContext context;
    context.inbox = QList<InboxMessage>{row(u"1"_s, u"9f1c"_s, at), row(u"2"_s, u"9f1c"_s, at - 90'000'000)};
    context.people.learn(facts, *context.inbox);
    const QString told = story(joinTrace(query, facts, context));
    QVERIFY2(told.contains(u"inbox delivered: handed delivered inbox(unread)"_s), qPrintable(told));
    // Another message of the same person, which no topic holds any more.
    QVERIFY2(told.startsWith(u" > bothuser: delivered\n  inbox delivered: inbox(unread)\n"_s), qPrintable(told));
    // The same text to somebody else at that time: it might be either's.
    TraceContext both;
    both.inbox = QList<InboxMessage>{row(u"1"_s, u"9f1c"_s, at), row(u"2"_s, u"77aa"_s, at + 10)};
    both.people.learn(facts, *both.inbox);
    const QString either = story(joinTrace(query, facts, both));
    QVERIFY2(either.contains(u"inbox delivered: handed delivered untold"_s), qPrintable(either));
    QVERIFY2(!either.contains(u"trace-no-inbox-row"_s), qPrintable(either));
}

void TestTrace::concludesNothingFromWhatItDidNotSee_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("person");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("told");
    QTest::addColumn<QString>("with");
    const QString good = u"01-good-event.jsonl"_s;
    QTest::newRow("the audit") << good << u"bothuser"_s << u"audit-events"_s << u"email unknown: handed untold"_s
                               << u"email waiting: handed trace-no-audit"_s;
    QTest::newRow("dead letters of the channel")
        << good << u"bothuser"_s << u"email-notifications.DLT"_s << u"email unknown: handed untold"_s
        << u"email waiting: handed trace-no-audit"_s;
    const QString unknown = u"15-unknown-user.jsonl"_s;
    QTest::newRow("the ledger") << unknown << u"unknown1"_s << u"ledger"_s
                                << u"* dead: requested dead(unknown) untold"_s
                                << u"* dead: requested dead(open) trace-nothing-since"_s;
    QTest::newRow("the dead letters") << unknown << u"unknown1"_s << u"user-notifications.DLT"_s
                                      << u"* unknown: requested untold"_s
                                      << u"* waiting: requested trace-nothing-followed"_s;
}

void TestTrace::concludesNothingFromWhatItDidNotSee()
{
    QFETCH(QString, file);
    QFETCH(QString, person);
    QFETCH(QString, source);
    QFETCH(QString, told);
    QFETCH(QString, with);
    // What is not there because it could not be read, and what is really not there.
    QList<Record> records;
    for (const Record& record : genuine::read(file)) {
        if (record.topic != auditTopic() && record.topic != source)
            records.append(record);
    }
    TraceContext blind;
    blind.unseen.add(source, {errors::recordsUnreadable, source, {}, Next::Abort});
    QMap<QString, LedgerIndex> ledgers;
    if (source == u"ledger") {
        ledgers[u"user-notifications.DLT"_s].setWhole(false);
        blind.ledgers = ledgers;
    }
    const TraceQuery query = by(TraceQuery::By::Recipient, person);
    const QString untold = story(joinTrace(query, factsOf(records, ledgers), blind));
    QVERIFY2(untold.contains(told), qPrintable(untold));
    const QString plain = story(joinTrace(query, factsOf(records), {}));
    QVERIFY2(plain.contains(with), qPrintable(plain));
}

void TestTrace::keepsEventsWithoutContextApart()
{
    QList<Record> records = genuine::read(u"15-unknown-user.jsonl"_s, u"user-notifications"_s);
    records.first().value->replace("\"businessActivityInstanceId\":\"act-1\"", "\"businessActivityInstanceId\":null");
    Record other = records.first();
    other.offset += 1;
    other.timestamp += 1000;
    records.append(other);
    QCOMPARE(joinTrace(by(TraceQuery::By::Recipient, u"unknown1"_s), factsOf(records), {}).size(), 2);
    // The same activity asks for the same twice: one notification, requested twice.
    records = genuine::read(u"15-unknown-user.jsonl"_s, u"user-notifications"_s);
    other = records.first();
    other.offset += 1;
    records.append(other);
    QCOMPARE(joinTrace(by(TraceQuery::By::Recipient, u"unknown1"_s), factsOf(records), {}).size(), 1);
}

void TestTrace::showsATree()
{
    TraceModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const TraceQuery query = by(TraceQuery::By::Process, u"30"_s);
    QList<TraceFact> facts = factsOf(genuine::read(u"30-two-recipients-second-unknown.jsonl"_s));
    TraceResult result;
    // As it streams in.
    for (const qsizetype count : {qsizetype(1), qsizetype(4), facts.size(), qsizetype(2), facts.size()}) {
        TraceContext context;
        context.finished = count == facts.size();
        result.notifications = joinTrace(query, facts.first(count), context);
        model.setResult(result);
        QCOMPARE(model.rowCount(), result.notifications.size());
    }
    const QModelIndex first = model.index(0, 0);
    QCOMPARE(model.rowCount(first), 3);
    const QModelIndex email = model.index(2, 0, first);
    QCOMPARE(email.data(TraceModel::Channel).toString(), u"email"_s);
    QCOMPARE(email.data(TraceModel::Deliveries).toInt(), 4);
    QCOMPARE(email.data(roles::State).toString(), u"delivered"_s);
    const QModelIndex step = model.index(0, TraceModel::Place, email);
    QCOMPARE(step.data().toString(), u"email-notifications 8:1"_s);
    QCOMPARE(step.data(TraceModel::Level).toInt(), 2);
    QCOMPARE(model.step(step)->stage, TraceStage::Handed);
    QCOMPARE(model.notification(step)->recipient, u"first"_s);
    QCOMPARE(model.parent(model.parent(step)), first);
    model.setLanguage(Language::Ukrainian);
    QCOMPARE(step.siblingAtColumn(TraceModel::Words).data().toString(), u"Заповнено й передано до каналу email."_s);
    model.setResult({});
    QCOMPARE(model.rowCount(), 0);
}

void TestTrace::readsTraceIds()
{
    const Headers headers{{"b3", "abcdef0123456789-0011223344556677-1"}, {"traceparent", "00-aaaa-bbbb-01"},
        {"X-B3-TraceId", "cccc"}, {"x-request-id", "dddd"}, {"b3", {}}, {"b3", "0"}, {"b3", "eeee"}};
    QCOMPARE(traceIds(headers), QStringList({u"abcdef0123456789"_s, u"aaaa"_s, u"cccc"_s, u"dddd"_s, u"eeee"_s}));
}

void TestTrace::looksForManyTexts()
{
    const ManyTexts texts({"abc", "xyz", "", "ab"});
    QVERIFY(texts.isAnyIn("--xyz"));
    QVERIFY(texts.isAnyIn("ab"));
    QVERIFY(!texts.isAnyIn("a"));
    QVERIFY(!texts.isAnyIn("--xy"));
    QVERIFY(!texts.isAnyIn(""));
    QVERIFY(ManyTexts({"q"}).isAnyIn("--q"));
    QVERIFY(!ManyTexts({}).isAnyIn("anything"));
}

QTEST_GUILESS_MAIN(TestTrace)
#include "tst_trace.moc"
