#include "core/sentences.h"
#include "deadletters/delivery.h"
#include "deadletters/errors.h"
#include "genuine.h"

#include <QDir>
#include <QTest>

using namespace nc;
using namespace Qt::StringLiterals;

class TestDeliveries : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsTheKindsApart_data();
    void tellsTheKindsApart();
    void findsTheRecipient();
    void foldsRepeatedAttempts();
    void groupsByReasonChannelAndTemplate();
    void statesComeFromTheLedger();
    void readsAvroJsonToo();
    void refusesWhatIsNoAudit();
};

namespace {

QList<AuditDelivery> audits(const QString& file)
{
    QList<AuditDelivery> out;
    for (const Record& record : genuine::read(file, u"audit-events"_s)) {
        const auto audit = readAudit(record.place(), record.timestamp, *record.value);
        if (audit && *audit)
            out.append(**audit);
    }
    return out;
}

QList<Delivery> fold(const QList<AuditDelivery>& all, const LedgerIndex& ledger = {})
{
    DeliveryFolder folder;
    for (const AuditDelivery& audit : all)
        folder.add(audit);
    return folder.take(ledger);
}

} // namespace

void TestDeliveries::tellsTheKindsApart_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("kinds");
    QTest::newRow("good") << u"01-good-event.jsonl"_s << u"delivered silent delivered"_s;
    QTest::newRow("unknown template") << u"11-unknown-template.jsonl"_s << u"silent silent"_s;
    QTest::newRow("unknown user") << u"15-unknown-user.jsonl"_s
                                  << u"event-attempt event-attempt event-attempt event-attempt"_s;
    QTest::newRow("no notification") << u"23-no-notification.jsonl"_s
                                     << u"event-attempt event-attempt event-attempt event-attempt"_s;
    QTest::newRow("refused") << u"50-email-smtp-550.jsonl"_s
                             << u"record-attempt record-attempt record-attempt record-attempt"_s;
    QTest::newRow("diia fails") << u"71-diia-push500.jsonl"_s
                                << u"record-attempt record-attempt record-attempt record-attempt"_s;
    QTest::newRow("upper case") << u"22-channel-uppercase.jsonl"_s << u"silent"_s;
}

void TestDeliveries::tellsTheKindsApart()
{
    QFETCH(QString, file);
    QFETCH(QString, kinds);
    QStringList found;
    for (const AuditDelivery& audit : audits(file))
        found.append(kindName(audit.kind));
    QCOMPARE(found.join(u' '), kinds);
}

void TestDeliveries::findsTheRecipient()
{
    const AuditDelivery email = audits(u"11-unknown-template.jsonl"_s).last();
    QCOMPARE(email.recipient, u"ann"_s);
    QCOMPARE(email.address, u"ann@example.test"_s);
    QCOMPARE(email.channel, u"email"_s);
    QCOMPARE(email.templateName, u"Nope"_s);
    QCOMPARE(email.process, u"11"_s);
    QCOMPARE(email.recipientIndex, 0);
    // Two recipients: whoever has the roles last is the one at hand.
    const auto audit = [](const char* first, const char* second) {
        const QByteArray json =
            QByteArray(
                R"({"name":"SEND_USER_NOTIFICATION","context":"{\"notification\":{\"notification\":{\"templateName\":\"T\"},\"recipients\":[{\"id\":\"a\",\"parameters\":{)")
            + first + R"(}},{\"id\":\"b\",\"parameters\":{)" + second
            + R"(}}]},\"delivery\":{\"channel\":\"inbox\",\"status\":\"FAILURE\",\"failureReason\":\"x\"},\"step\":\"AFTER\"}"})";
        return **readAudit({u"audit-events"_s, 0, 0}, 5, json);
    };
    QCOMPARE(audit(R"(\"recipientRoles\":[])", "").recipient, u"a"_s);
    QCOMPARE(audit(R"(\"recipientRoles\":[])", R"(\"recipientRoles\":[])").recipient, u"b"_s);
    QVERIFY(!audit(R"(\"recipientRoles\":[])", R"(\"recipientRoles\":[])").recipientUncertain);
    QVERIFY(audit("", R"(\"recipientRoles\":[])").recipientUncertain);
    QCOMPARE(audit("", "").recipientIndex, -1);
}

void TestDeliveries::foldsRepeatedAttempts()
{
    const QList<AuditDelivery> once = audits(u"11-unknown-template.jsonl"_s);
    const QList<Delivery> rows = fold(once + once + once + once);
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].attempts(), 4);
    QVERIFY(rows[0].isFailure());
    QCOMPARE(rows[0].state, DeliveryState::Open);
    QCOMPARE(fold(audits(u"50-email-smtp-550.jsonl"_s)).size(), 1);
    QVERIFY(!fold(audits(u"50-email-smtp-550.jsonl"_s)).first().isFailure());
    // The first of two recipients got everything with each of four attempts.
    int delivered = 0;
    for (const Delivery& row : fold(audits(u"30-two-recipients-second-unknown.jsonl"_s)))
        delivered += row.audit.ok() ? 1 : 0;
    QVERIFY(delivered >= 4);
}

void TestDeliveries::groupsByReasonChannelAndTemplate()
{
    QList<AuditDelivery> all;
    for (const QString& file : {u"11-unknown-template.jsonl"_s, u"12-missing-variable.jsonl"_s,
             u"15-unknown-user.jsonl"_s, u"22-channel-uppercase.jsonl"_s, u"50-email-smtp-550.jsonl"_s})
        all += audits(file);
    const QList<DeliveryGroup> groups = groupDeliveries(fold(all));
    QCOMPARE(groups.size(), 5);
    QSet<QString> keys;
    for (const DeliveryGroup& group : groups) {
        keys.insert(group.reason + u'/' + group.channel);
        QCOMPARE(group.count, 1);
        QCOMPARE(group.open, 1);
    }
    QVERIFY(keys.contains(u"Notification template Nope not found/email"_s));
    QVERIFY(keys.contains(u"Error during Missing template processing/inbox"_s));
    QVERIFY(keys.contains(u"email channel not found/email"_s));
    const Delivery nope = fold(audits(u"11-unknown-template.jsonl"_s)).last();
    QCOMPARE(sentenceFor(nope.cause, Language::English).what, u"Template Nope is not published for channel email."_s);
}

void TestDeliveries::statesComeFromTheLedger()
{
    const QList<AuditDelivery> all = audits(u"11-unknown-template.jsonl"_s);
    LedgerEntry entry;
    entry.action = LedgerAction::Resent;
    entry.topic = u"audit-events"_s;
    entry.targets = {u"user-notifications"_s};
    entry.runs = {{all[1].place.partition, all[1].place.offset, 1, 0, 0, 9, 0}};
    const QList<Delivery> rows = fold(all, LedgerIndex({entry}));
    QCOMPARE(rows[0].state, DeliveryState::Open);
    QCOMPARE(rows[1].state, DeliveryState::Resent);
}

void TestDeliveries::readsAvroJsonToo()
{
    const QByteArray json = R"({"name":"SEND_USER_NOTIFICATION","source_business_process_instance_id":{"string":"p1"},
        "timestamp":{"long":17},"context":{"string":"{\"notification\":{\"channel\":\"email\",\"recipient\":{\"id\":null,\"email\":\"a@b.test\"}},\"delivery\":{\"channel\":\"email\",\"status\":\"SUCCESS\"},\"step\":\"AFTER\"}"}})";
    const auto audit = readAudit({u"audit-events"_s, 3, 4}, 5, json);
    QVERIFY(audit.has_value() && audit->has_value());
    QCOMPARE((*audit)->process, u"p1"_s);
    QCOMPARE((*audit)->at, 17);
    QCOMPARE((*audit)->recipient, u"a@b.test"_s);
    QVERIFY((*audit)->ok());
}

void TestDeliveries::refusesWhatIsNoAudit()
{
    for (const QByteArray json : {"", "{", "[]", "\xff", R"({"name":"SEND_USER_NOTIFICATION","context":"{"})"}) {
        const auto audit = readAudit({u"audit-events"_s, 0, 0}, 0, json);
        QVERIFY(!audit.has_value());
        QCOMPARE(audit.error().code, errors::badAudit);
    }
    QVERIFY(!readAudit({}, 0, R"({"name":"OTHER","context":"{}"})")->has_value());
}

QTEST_GUILESS_MAIN(TestDeliveries)
#include "tst_deliveries.moc"
