#include "core/errors.h"
#include "deadletters/deliverystore.h"
#include "deadletters/errors.h"
#include "deadletters/resender.h"
#include "deadletters/resendevent.h"
#include "deadletters/stuck.h"
#include "genuine.h"
#include "kafka/errors.h"
#include "letters.h"
#include "testsandbox.h"

#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace nc;
using namespace Qt::StringLiterals;

class TestResend : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void makesTheEventForOneRecipient();
    void mendsTheChannelsCase();
    void resendsExactlyOnce();
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
    std::unique_ptr<test::TestSandbox> m_sandbox;
    KafkaAccess m_access;
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
    const auto rows = (*store)->read({true, {}, request.filter}, {});
    QCOMPARE(rows->rows.size(), 1);
    QCOMPARE(rows->rows[0].state, DeliveryState::Resent);
    QCOMPARE(rows->rows[0].attempts(), 2);
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
    const auto found = findStuck(m_access, {});
    QVERIFY(found.has_value());
    const auto mine = std::ranges::find(*found, group, &StuckPartition::group);
    QVERIFY(mine != found->end());
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
    const auto after = findStuck(m_access, {});
    QVERIFY(std::ranges::find(*after, group, &StuckPartition::group) == after->end());
    // A file that is there is never overwritten.
    const auto again = skipStuck(m_access, *mine, file, {});
    QVERIFY(!again);
    QCOMPARE(again.error().code, errors::cannotWrite);
}

QTEST_GUILESS_MAIN(TestResend)
#include "tst_resend.moc"
