#include "core/errors.h"
#include "events.h"
#include "failures/deliveries/deliverystore.h"
#include "failures/facts/errors.h"
#include "failures/letters/deadletterstore.h"
#include "failures/letters/stuck.h"
#include "failures/sending/resender.h"
#include "failures/sending/resendevent.h"
#include "failures/verdicts/verdict.h"
#include "genuine.h"
#include "kafka/client/errors.h"
#include "testsandbox.h"
#include "whole.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QUuid>

#include <thread>

using namespace nc;
using namespace Qt::StringLiterals;

class TestResend : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void makesTheEventForOneRecipient();
    void mendsTheChannelsCase();
    void resendsExactlyOnce();
    void resendThenReplay();
    void replayThenResend();
    void alreadyGotIsHeld();
    void narrowedGoesToTheRest();
    void patchAndEdits();
    void oneTimeCodesComeTooLate();
    void canaryStopsTheRest();
    void findsStuckConsumersAndMovesPast();

private:
    /// An audit of the given file about a process of its own, as the shared topic has others'.
    Record audit(const QString& process)
    {
        Record record = genuine::read(u"11-unknown-template.jsonl"_s, u"audit-events"_s).last();
        record.value->replace("InstanceId\\\":\\\"11\\\"", "InstanceId\\\":\\\"" + process.toUtf8() + "\\\"");
        record.value->replace("instance_id\": \"11\"", "instance_id\": \"" + process.toUtf8() + '"');
        record.partition = 2;
        return record;
    }
    static ReplayRequest replayOf(const QString& process)
    {
        LetterQuery query;
        query.topic = u"user-notifications.DLT"_s;
        query.filter = *RecordFilter::parse(u"process = "_s + process, letterFields());
        return {.topic = query.topic, .offsets = {}, .filter = letterTest(query)};
    }
    static ResendRequest resendOf(const QString& process)
    {
        ResendRequest request;
        request.filter = *RecordFilter::parse(u"process = "_s + process, deliveryFields());
        return request;
    }
    Result<ReplaySummary> replay(const ReplayRequest& request, bool dryRun = false)
    {
        m_results.clear();
        const auto replayer = Replayer::open(m_access);
        const auto tell = [this](const QList<ReplayResult>& some) { m_results += some; };
        return dryRun ? (*replayer)->tryOut(request, tell, {}) : (*replayer)->replay(request, tell, {});
    }
    Result<ReplaySummary> resend(const ResendRequest& request)
    {
        m_results.clear();
        const auto resender = Resender::open(m_access);
        return (*resender)->resend(request, false, [this](const QList<ReplayResult>& some) { m_results += some; }, {});
    }
    /// The events that were sent for a process. A broker may show what is committed a moment later.
    QList<QJsonObject> sent(const QString& process, qsizetype atLeast = 0)
    {
        QList<QJsonObject> out;
        QDeadlineTimer patience(10'000);
        do {
            out.clear();
            for (const Record& record : letters::readAll(m_access, u"user-notifications"_s)) {
                if (record.value && record.value->contains(process.toUtf8()))
                    out.append(QJsonDocument::fromJson(*record.value).object());
            }
        } while (out.size() < atLeast && !patience.hasExpired());
        return out;
    }
    static QString newProcess() { return QUuid::createUuid().toString(QUuid::Id128); }

    std::unique_ptr<test::TestSandbox> m_sandbox;
    KafkaAccess m_access;
    QList<ReplayResult> m_results;
};

void TestResend::initTestCase()
{
    m_sandbox = std::make_unique<test::TestSandbox>();
    m_access = m_sandbox->profile().kafka;
}

void TestResend::makesTheEventForOneRecipient()
{
    const Record record = genuine::read(u"11-unknown-template.jsonl"_s, u"audit-events"_s).last();
    const auto read = readAudit(record.place(), record.timestamp, *record.value);
    const auto event = resendEvent(**read);
    QVERIFY(event.has_value());
    QCOMPARE(*event,
        QByteArray(
            R"({"context":{"system":"Low-code Platform","application":"bpms","businessProcess":"proc",)"
            R"("businessProcessDefinitionId":"proc:1:abc","businessProcessInstanceId":"11","businessActivity":"act",)"
            R"("businessActivityInstanceId":"act-1"},"notification":{"title":null,"templateName":"Nope",)"
            R"("ignoreChannelPreferences":true},"recipients":[{"id":"ann","channels":[{"channel":"email",)"
            R"("email":"ann@example.test","rnokpp":null}],"parameters":{"name":"Ann"},"realm":"CITIZEN"}]})"));
    const Record inbox = genuine::read(u"11-unknown-template.jsonl"_s, u"audit-events"_s).first();
    const auto inboxEvent = resendEvent(**readAudit(inbox.place(), inbox.timestamp, *inbox.value));
    QVERIFY(inboxEvent->contains(R"("channels":[{"channel":"inbox","email":null,"rnokpp":null}])"));
    // Attempts on what becomes a dead letter are not sent again from here.
    const Record attempt = genuine::read(u"50-email-smtp-550.jsonl"_s, u"audit-events"_s).first();
    const auto refused = resendEvent(**readAudit(attempt.place(), attempt.timestamp, *attempt.value));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, errors::cannotResend);
}

void TestResend::mendsTheChannelsCase()
{
    const Record record = genuine::read(u"22-channel-uppercase.jsonl"_s, u"audit-events"_s).first();
    const auto event = resendEvent(**readAudit(record.place(), record.timestamp, *record.value));
    QVERIFY(event.has_value());
    QVERIFY(event->contains(R"("channels":[{"channel":"email","email":"a@example.test","rnokpp":null}])"));
}

void TestResend::resendsExactlyOnce()
{
    const QString process = QUuid::createUuid().toString(QUuid::Id128);
    const Record one = audit(process);
    // The event was tried twice.
    QVERIFY(letters::write(m_access, {one, one}));
    ResendRequest request;
    request.filter = *RecordFilter::parse(u"process = "_s + process, deliveryFields());
    request.reason = u"published now"_s;
    const auto resender = Resender::open(m_access);
    QList<ReplayResult> results;
    const auto tell = [&results](const QList<ReplayResult>& some) { results += some; };
    const auto tried = (*resender)->resend(request, true, tell, {});
    QVERIFY2(tried.has_value(), tried ? "" : qPrintable(tried.error().id() + tried.error().detail));
    QCOMPARE(tried->replayed, 1);
    results.clear();
    auto done = (*resender)->resend(request, false, tell, {});
    QCOMPARE(done->replayed, 1);
    const RecordPlace place = results.last().target;
    done = (*resender)->resend(request, false, tell, {});
    QCOMPARE(done->replayed, 0);
    QCOMPARE(done->skipped, 1);
    const auto reader = RecordReader::open(m_access);
    const auto sent = (*reader)->fetch(u"user-notifications"_s, {place}, {});
    QCOMPARE(sent->size(), 1);
    QVERIFY(sent->first().value->contains(process.toUtf8()));
    // Each of its audits is settled, also seen alone.
    const auto store = DeliveryStore::open(m_access, {});
    const Deliveries rows = test::whole(*(*store)->read({true, {}, request.filter}, {}));
    QCOMPARE(rows.rows.size(), 1);
    QCOMPARE(rows.rows[0].state, DeliveryState::Resent);
    QCOMPARE(rows.rows[0].attempts(), 2);
}

/// How often one person is addressed on one channel, the inbox being added where preferences count.
static int times(const QList<QJsonObject>& events, const QString& id, const QString& channel)
{
    int count = 0;
    for (const QJsonObject& event : events) {
        const bool ignores = event["notification"_L1]["ignoreChannelPreferences"_L1].toBool();
        for (const QJsonValue& person : event["recipients"_L1].toArray()) {
            if (person["id"_L1].toString() != id)
                continue;
            count += !ignores && channel == u"inbox" ? 1 : 0;
            for (const QJsonValue& one : person["channels"_L1].toArray())
                count += one["channel"_L1].toString() == channel ? 1 : 0;
        }
    }
    return count;
}

void TestResend::resendThenReplay()
{
    const QString process = newProcess();
    const Record dead = letters::deadLetter(process);
    QVERIFY(letters::write(m_access, {dead, letters::auditOf(dead, false)}));
    // The whole event waits there, so its one delivery does not go alone.
    auto done = resend(resendOf(process));
    QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().id() + done.error().detail));
    QCOMPARE(done->replayed, 0);
    QCOMPARE(m_results.last().skip, SkipReason::EventIsDead);
    ResendRequest forced = resendOf(process);
    forced.force = true;
    QCOMPARE(resend(forced)->replayed, 1);
    QCOMPARE(times(sent(process, 1), u"ann"_s, u"email"_s), 1);
    // Now the dead letter would deliver it once more.
    const auto tried = replay(replayOf(process), true);
    QCOMPARE(tried->replayed, 0);
    QCOMPARE(m_results.last().skip, SkipReason::AlreadyGot);
    QCOMPARE(m_results.last().facts->earlier.size(), 1);
    QCOMPARE(m_results.last().facts->earlier[0].how, EarlierDelivery::How::Resent);
    QCOMPARE(replay(replayOf(process))->replayed, 0);
    // Everybody else still gets theirs.
    ReplayRequest narrowed = replayOf(process);
    narrowed.narrow = true;
    QCOMPARE(replay(narrowed)->replayed, 1);
    const QList<QJsonObject> events = sent(process, 3);
    QCOMPARE(times(events, u"ann"_s, u"email"_s), 1);
    QCOMPARE(times(events, u"ann"_s, u"inbox"_s), 1);
    QCOMPARE(times(events, u"bob"_s, u"inbox"_s), 1);
    QCOMPARE(replay(narrowed)->replayed, 0);
    QCOMPARE(resend(resendOf(process))->replayed, 0);
}

void TestResend::replayThenResend()
{
    const QString process = newProcess();
    const Record dead = letters::deadLetter(process);
    QVERIFY(letters::write(m_access, {dead, letters::auditOf(dead, false)}));
    QCOMPARE(replay(replayOf(process))->replayed, 1);
    auto done = resend(resendOf(process));
    QCOMPARE(done->replayed, 0);
    QCOMPARE(m_results.last().skip, SkipReason::EventReplayed);
    QCOMPARE(m_results.last().target.topic, u"user-notifications"_s);
    QVERIFY(m_results.last().target.offset >= 0);
    QCOMPARE(times(sent(process, 1), u"ann"_s, u"email"_s), 1);
    // What was sent back failed silently again: that is a failure of its own.
    QVERIFY(letters::write(m_access, {letters::auditOf(dead, false)}));
    QCOMPARE(resend(resendOf(process))->replayed, 1);
    QCOMPARE(times(sent(process, 2), u"ann"_s, u"email"_s), 2);
    QCOMPARE(resend(resendOf(process))->replayed, 0);
    QCOMPARE(m_results.last().skip, SkipReason::AlreadyReplayed);
    // And once more.
    QVERIFY(letters::write(m_access, {letters::auditOf(dead, false)}));
    QCOMPARE(resend(resendOf(process))->replayed, 1);
}

void TestResend::alreadyGotIsHeld()
{
    const QString process = newProcess();
    const Record dead = letters::deadLetter(process);
    QVERIFY(letters::write(m_access, {dead, letters::auditOf(dead, true)}));
    const auto tried = replay(replayOf(process), true);
    QCOMPARE(tried->skipped, 1);
    QCOMPARE(tried->bySkip[SkipReason::AlreadyGot], 1);
    QCOMPARE(explain(m_results.last())->code, errors::heldAlreadyGot);
    QCOMPARE(explain(m_results.last())->detail, u"ann: email"_s);
    QCOMPARE(replay(replayOf(process))->replayed, 0);
    QVERIFY(sent(process).isEmpty());
    ReplayRequest forced = replayOf(process);
    forced.force = true;
    const auto done = replay(forced);
    QCOMPARE(done->replayed, 1);
    QCOMPARE(done->againRecords, 1);
    QCOMPARE(done->againPeople, 1);
    QCOMPARE(explain(m_results.last())->code, errors::noteAgain);
}

void TestResend::narrowedGoesToTheRest()
{
    const QString process = newProcess();
    const Record dead = letters::deadLetter(process);
    QVERIFY(letters::write(m_access, {dead, letters::auditOf(dead, true)}));
    ReplayRequest request = replayOf(process);
    request.narrow = true;
    request.preview = true;
    const auto tried = replay(request, true);
    QCOMPARE(tried->replayed, 1);
    QVERIFY(m_results.first().facts->narrowed);
    QVERIFY(m_results.first().facts->hasPreview);
    QVERIFY(m_results.first().facts->before.value != m_results.first().facts->after.value);
    QVERIFY(std::ranges::all_of(
        headerDifference(m_results.first().facts->before.headers, m_results.first().facts->after.headers),
        [](const HeaderChange& change) { return change.removed && change.name.startsWith("kafka_dlt-"); }));
    request.preview = false;
    const auto done = replay(request);
    QCOMPARE(done->replayed, 1);
    const QList<QJsonObject> events = sent(process, 2);
    // One with ann's inbox alone, one with bob as he was.
    QCOMPARE(events.size(), 2);
    QCOMPARE(times(events, u"ann"_s, u"email"_s), 0);
    QCOMPARE(times(events, u"ann"_s, u"inbox"_s), 1);
    QCOMPARE(times(events, u"bob"_s, u"inbox"_s), 1);
    QCOMPARE(replay(request)->replayed, 0);
    QCOMPARE(sent(process).size(), 2);
    // The ledger says so.
    const auto store = DeadLetterStore::open(m_access);
    const LedgerIndex ledger = test::whole(*(*store)->ledger(u"user-notifications.DLT"_s, {}));
    QVERIFY(std::ranges::any_of(ledger.entries(),
        [&](const LedgerEntry& entry) { return entry.run == done->run && entry.changes.contains(u"narrowed"_s); }));
}

void TestResend::patchAndEdits()
{
    const QString process = newProcess();
    const Record first = letters::deadLetter(process);
    QVERIFY(letters::write(m_access, {first, first, first}));
    ReplayRequest request = replayOf(process);
    request.patch = R"({"notification":{"templateName":"Mended"},"context":{"businessActivity":null}})";
    const auto tried = replay(request, true);
    QCOMPARE(tried->replayed, 3);
    const qint64 offset = m_results[0].offset;
    // One that does not fit goes nowhere.
    request.edits.insert({2, offset}, R"({"notification":{"templateName":"T"},"recipients":[{"parameters":[]}]})");
    const auto refused = replay(request, true);
    QCOMPARE(refused->failed, 1);
    QCOMPARE(m_results[0].error->code, errors::shapeListForObject);
    QByteArray edited = *first.value;
    edited.replace("ann@example.test", "ann@example.org");
    request.edits.insert({2, offset}, edited);
    const auto done = replay(request);
    QCOMPARE(done->replayed, 3);
    int mended = 0;
    for (const QJsonObject& event : sent(process, 3))
        mended += event["notification"_L1]["templateName"_L1].toString() == u"Mended" ? 1 : 0;
    QCOMPARE(mended, 2);
    const auto store = DeadLetterStore::open(m_access);
    const LedgerIndex ledger = test::whole(*(*store)->ledger(u"user-notifications.DLT"_s, {}));
    QVERIFY(std::ranges::any_of(ledger.entries(), [&](const LedgerEntry& entry) {
        return entry.run == done->run && entry.changes.contains(u"Mended"_s)
            && entry.changes.contains(u"ann@example.org"_s);
    }));
    request.patch = "[1]";
    const auto bad = replay(request);
    QVERIFY(!bad);
    QCOMPARE(bad.error().code, errors::badPatch);
    // Only what would work.
    ReplayRequest judged = replayOf(process);
    judged.again = true;
    judged.judge = [](const DeadLetter& letter) {
        Verdict verdict;
        verdict.outcome =
            letter.record.value->contains("Nope") ? VerdictOutcome::WouldFail : VerdictOutcome::WouldSucceed;
        return std::make_shared<const Verdict>(verdict);
    };
    judged.onlyVerdict = VerdictOutcome::WouldSucceed;
    QCOMPARE(replay(judged, true)->bySkip[SkipReason::Verdict], 3);
    judged.patch = R"({"notification":{"templateName":"Mended"}})";
    QCOMPARE(replay(judged, true)->replayed, 3);
}

void TestResend::oneTimeCodesComeTooLate()
{
    const QString process = newProcess();
    Record dead = letters::deadLetter(process, "login-otp");
    dead.headers.append(
        Header{"kafka_dlt-original-timestamp", letters::be64(QDateTime::currentMSecsSinceEpoch() - 3'600'000)});
    QVERIFY(letters::write(m_access, {dead}));
    QCOMPARE(replay(replayOf(process))->bySkip[SkipReason::TooLate], 1);
    QCOMPARE(m_results.last().facts->templateName, u"login-otp"_s);
    ReplayRequest longer = replayOf(process);
    longer.shelfLives = ShelfLives(QJsonObject{{u"login-otp"_s, u"2h"_s}});
    QCOMPARE(replay(longer, true)->replayed, 1);
    ReplayRequest forced = replayOf(process);
    forced.force = true;
    QCOMPARE(replay(forced)->replayed, 1);
}

void TestResend::canaryStopsTheRest()
{
    const QString target = m_sandbox->makeTopic(u"canary"_s, 1, true);
    const QString topic = target + u".DLT"_s;
    QVERIFY(letters::fill(m_access, topic, target, 20, 1));
    ReplayRequest request{.topic = topic};
    request.canary = true;
    request.canaryTime = std::chrono::seconds(1);
    // Nobody consumes it.
    auto done = replay(request);
    QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().id() + done.error().detail));
    QCOMPARE(done->replayed, 1);
    QCOMPARE(done->stopped->code, errors::canaryUnseen);
    QCOMPARE(letters::readAll(m_access, target).size(), 1);
    // The service fails on it again.
    std::thread service([&] {
        QList<Record> arrived;
        for (int i = 0; i < 200 && arrived.size() < 2; ++i) {
            QThread::msleep(50);
            arrived = letters::readAll(m_access, target);
        }
        Record dead = letters::make(topic, target, 0, 1);
        for (Header& header : dead.headers) {
            if (header.name == "kafka_dlt-original-offset")
                header.value = letters::be64(arrived.last().offset);
        }
        letters::write(m_access, {dead});
    });
    request.canaryTime = std::chrono::seconds(20);
    done = replay(request);
    service.join();
    QCOMPARE(done->replayed, 1);
    QCOMPARE(done->stopped->code, errors::canaryFailed);
    QCOMPARE(done->stopped->detail, u"no"_s);
    QCOMPARE(letters::readAll(m_access, target).size(), 2);
    // An event that is delivered lets the others go.
    const QString process = newProcess();
    Record one = letters::deadLetter(process);
    QVERIFY(letters::write(m_access, {one, one, one}));
    std::thread platform([&] {
        for (int i = 0; i < 200 && sent(process).isEmpty(); ++i)
            QThread::msleep(50);
        letters::write(m_access, {letters::auditOf(one, true)});
    });
    ReplayRequest good = replayOf(process);
    good.canary = true;
    good.canaryTime = std::chrono::seconds(20);
    done = replay(good);
    platform.join();
    QVERIFY(!done->stopped);
    QCOMPARE(done->replayed, 3);
}

void TestResend::findsStuckConsumersAndMovesPast()
{
    Record poison;
    poison.topic = u"inbox-notifications"_s;
    poison.partition = 3;
    poison.value = QByteArray(100'000, 'x');
    QVERIFY(letters::write(m_access, {poison}));
    const auto admin = ClusterAdmin::open(m_access);
    const auto topic = (*admin)->topic(poison.topic, {});
    const qint64 offset = topic->partitions[3].high - 1;
    const QString group = m_sandbox->uniqueName(u"stuck"_s);
    QVERIFY((*admin)->setGroupOffsets(group, {{poison.topic, 3, offset}}, {}).has_value());
    const auto read = findStuck(m_access, {});
    QVERIFY(read.has_value());
    const QList<StuckPartition> found = test::whole(*read);
    const auto mine = std::ranges::find(found, group, &StuckPartition::group);
    QVERIFY(mine != found.end());
    QCOMPARE(mine->offset, offset);
    QCOMPARE(mine->size, 100'000);
    QCOMPARE(mine->reason.code, errors::stuckUndeserializable);
    QTemporaryDir folder;
    const QString file = folder.filePath(u"kept.jsonl"_s);
    const auto moved = skipStuck(m_access, *mine, file, {});
    QVERIFY2(moved.has_value(), moved ? "" : qPrintable(moved.error().id() + moved.error().detail));
    QFile kept(file);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QVERIFY(kept.size() > 100'000);
    const QList<StuckPartition> after = test::whole(*findStuck(m_access, {}));
    QVERIFY(std::ranges::find(after, group, &StuckPartition::group) == after.end());
    // A file that is there is never overwritten.
    const auto again = skipStuck(m_access, *mine, file, {});
    QVERIFY(!again);
    QCOMPARE(again.error().code, errors::cannotWrite);
}

QTEST_GUILESS_MAIN(TestResend)
#include "tst_resend.moc"
