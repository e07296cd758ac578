#include "core/sentences.h"
#include "failures/deliveries/attemptlinks.h"
#include "failures/deliveries/delivery.h"
#include "failures/facts/errors.h"
#include "failures/ledger/ledgerindex.h"
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
    void survivesOddAudits_data();
    void survivesOddAudits();
    void readsEveryGenuineAudit();
    void linksAttemptsToDeadLetters_data();
    void linksAttemptsToDeadLetters();
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

void TestDeliveries::linksAttemptsToDeadLetters_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("links");
    QTest::newRow("unknown user") << u"15-unknown-user.jsonl"_s << 1;
    QTest::newRow("its audit names no source") << u"23-no-notification.jsonl"_s << 0;
    QTest::newRow("an empty object names no source") << u"29-empty-object.jsonl"_s << 0;
    QTest::newRow("the second of two") << u"30-two-recipients-second-unknown.jsonl"_s << 1;
    QTest::newRow("preferences fail") << u"36-settings-404.jsonl"_s << 1;
    QTest::newRow("letter refused") << u"50-email-smtp-550.jsonl"_s << 1;
    QTest::newRow("server down") << u"52-smtp-down.jsonl"_s << 1;
    QTest::newRow("inbox") << u"61-inbox-unknown-user.jsonl"_s << 1;
    QTest::newRow("diia") << u"71-diia-push500.jsonl"_s << 1;
}

/// To its own dead letter, among those of all trials.
void TestDeliveries::linksAttemptsToDeadLetters()
{
    QFETCH(QString, file);
    QFETCH(int, links);
    AttemptLinks all;
    for (const QString& one : QDir(QStringLiteral(NC_TEST_DATA "/genuine")).entryList({u"*.jsonl"_s})) {
        // Sent back they are dead once more, and are linked as well.
        for (const Record& record : one.startsWith(u'8') ? QList<Record>() : genuine::deadLetters(one))
            all.add(readDeadLetter(record, {}));
    }
    QList<RecordPlace> own;
    for (const Record& record : genuine::deadLetters(file))
        own.append(record.place());
    bool any = false;
    for (const Delivery& row : fold(audits(file))) {
        if (row.audit.ok() || row.isFailure()) {
            QVERIFY(all.of(row).isEmpty());
            continue;
        }
        any = true;
        QCOMPARE(all.of(row).size(), links);
        for (const RecordPlace& place : all.of(row))
            QVERIFY(own.contains(place));
    }
    QVERIFY(any);
}

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
    QCOMPARE(sentenceFor(nope.cause, Language::English).what, u"Template Nope was not published for channel email."_s);
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

void TestDeliveries::survivesOddAudits_data()
{
    QTest::addColumn<QByteArray>("context");
    QTest::addColumn<QString>("expected"); ///< kind, recipient, index, uncertain
    const auto row = [](const char* name, const char* context, const char* expected) {
        QTest::newRow(name) << QByteArray(context) << QString::fromLatin1(expected);
    };
    row("no notification", R"({"delivery":{"channel":null,"status":"FAILURE","failureReason":null},"step":"BEFORE"})",
        "event-attempt  -1 no");
    row("notification null",
        R"({"notification":null,"delivery":{"channel":"email","status":"FAILURE"},"step":"AFTER"})",
        "event-attempt  -1 no");
    row("BEFORE with a channel is an attempt",
        R"({"notification":{"recipients":[{"id":"a"}]},"delivery":{"channel":"email","status":"FAILURE"},"step":"BEFORE"})",
        "event-attempt a -1 no");
    row("one recipient without roles",
        R"({"notification":{"recipients":[{"id":"a","parameters":null}]},"delivery":{"channel":"email","status":"FAILURE"},"step":"AFTER"})",
        "silent a 0 no");
    row("recipients hold nonsense",
        R"({"notification":{"recipients":[null,7,{"id":"b","parameters":{"recipientRoles":null}}]},"delivery":{"channel":"email","status":"FAILURE"},"step":"AFTER"})",
        "silent b 2 yes");
    row("roles in the middle only",
        R"({"notification":{"recipients":[{"id":"a","parameters":{}},{"id":"b","parameters":{"recipientRoles":[]}},{"id":"c","parameters":{}}]},"delivery":{"channel":"email","status":"FAILURE"},"step":"AFTER"})",
        "silent b 1 yes");
    row("several without roles",
        R"({"notification":{"recipients":[{"id":"a"},{"id":"b"}]},"delivery":{"channel":"email","status":"FAILURE"},"step":"AFTER"})",
        "silent  -1 no");
    row("parameters as a list",
        R"({"notification":{"recipients":[{"id":"a","parameters":[]}]},"delivery":{"channel":"inbox","status":"FAILURE"},"step":"AFTER"})",
        "silent a 0 no");
    row("by address",
        R"({"notification":{"recipients":[{"id":null,"channels":[{"channel":"EMAIL","email":"x@y.test"}],"parameters":{"recipientRoles":[]}}]},"delivery":{"channel":"email","status":"FAILURE"},"step":"AFTER"})",
        "silent x@y.test 0 no");
    row("an id that is no text",
        R"({"notification":{"recipients":[{"id":5,"parameters":{"recipientRoles":[]}}]},"delivery":{"channel":"inbox","status":"FAILURE"},"step":"AFTER"})",
        "silent  0 no");
    row("delivered without a recipient",
        R"({"notification":{"channel":"email"},"delivery":{"channel":"email","status":"SUCCESS"},"step":"AFTER"})",
        "delivered  -1 no");
    row("a status that nobody knows",
        R"({"notification":{"recipient":{"id":"a"}},"delivery":{"channel":"email","status":"MAYBE"},"step":"AFTER"})",
        "record-attempt a -1 no");
}

void TestDeliveries::survivesOddAudits()
{
    QFETCH(QByteArray, context);
    QFETCH(QString, expected);
    QJsonObject json{{u"name"_s, u"SEND_USER_NOTIFICATION"_s}, {u"timestamp"_s, 5}};
    // As text, as Avro's JSON writes a union, and as an object.
    for (const QJsonValue& form :
        {QJsonValue(QString::fromUtf8(context)), QJsonValue(QJsonObject{{u"string"_s, QString::fromUtf8(context)}}),
            QJsonValue(QJsonDocument::fromJson(context).object())}) {
        json[u"context"_s] = form;
        const auto audit = readAudit({u"audit-events"_s, 1, 2}, 3, QJsonDocument(json).toJson());
        QVERIFY(audit && *audit);
        QCOMPARE(u"%1 %2 %3 %4"_s.arg(kindName((*audit)->kind), (*audit)->recipient)
                     .arg((*audit)->recipientIndex)
                     .arg((*audit)->recipientUncertain ? u"yes"_s : u"no"_s),
            expected);
        QCOMPARE((*audit)->at, 5);
    }
}

void TestDeliveries::readsEveryGenuineAudit()
{
    int seen = 0;
    const QStringList files = QDir(QStringLiteral(NC_TEST_DATA "/genuine")).entryList({u"*.jsonl"_s});
    for (const QString& file : files) {
        for (const Record& record : genuine::read(file, u"audit-events"_s)) {
            const auto audit = readAudit(record.place(), record.timestamp, *record.value);
            QVERIFY2(audit && *audit, qPrintable(file));
            ++seen;
            QVERIFY(!(*audit)->requestId.isEmpty());
            QVERIFY(!(*audit)->recipientUncertain);
            // Whoever is to be sent to again is known, and so is the channel.
            if ((*audit)->kind == DeliveryKind::SilentFailure)
                QVERIFY(
                    (*audit)->recipientIndex >= 0 && !(*audit)->recipient.isEmpty() && !(*audit)->channel.isEmpty());
            if ((*audit)->kind == DeliveryKind::Delivered)
                QVERIFY(!(*audit)->recipient.isEmpty());
        }
        // Failures that became a dead letter are never counted as failed deliveries of their own.
        if (!genuine::deadLetters(file).isEmpty() && !file.startsWith(u"01"_s)) {
            for (const Delivery& row : fold(audits(file)))
                QVERIFY2(!row.isFailure(), qPrintable(file));
        }
    }
    QVERIFY(seen > 60);
}

QTEST_GUILESS_MAIN(TestDeliveries)
#include "tst_deliveries.moc"
