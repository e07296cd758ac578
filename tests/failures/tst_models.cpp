#include "failures/deliveries/auditrecord.h"
#include "failures/deliveries/delivery.h"
#include "failures/letters/letterrow.h"
#include "failures/lists/failuremodels.h"
#include "failures/lists/lettermodels.h"
#include "genuine.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

using namespace nc;
using namespace Qt::StringLiterals;

class TestLetterModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void letters();
    void verdictsAndExpiry();
    void whatComesTooLate();
    void groups();
    void results();
    void headers();
    void deliveries();
};

namespace {

using Tester = QAbstractItemModelTester;
constexpr auto fatal = Tester::FailureReportingMode::QtTest;

} // namespace

void TestLetterModels::letters()
{
    FailureModel model;
    const Tester tester(&model, fatal);
    LetterRow letter;
    letter.partition = 7;
    letter.offset = 3;
    // fixed time: a row that only shows it.
    letter.timestamp = 1795315024852;
    letter.state = LetterState::Returned;
    letter.recipient = u"ann@example.com"_s;
    letter.cause = readDeadLetter(genuine::deadLetters(u"50-email-smtp-550.jsonl"_s).first(), {}).cause.reason;
    const FailureRow row = failureRow(letter);
    model.setRows({row, row});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, FailureModel::State).data(roles::State).toString(), u"returned"_s);
    QCOMPARE(model.index(0, FailureModel::State).data(roles::Tone).toInt(), int(Tone::Error));
    QCOMPARE(model.index(1, FailureModel::Place).data().toString(), u"7:3"_s);
    QVERIFY(model.index(0, FailureModel::Cause).data().toString().contains(u"550"_s));
    model.setLanguage(Language::Ukrainian);
    QVERIFY(model.index(0, FailureModel::Cause).data().toString().startsWith(u"Поштовий"_s));
    QCOMPARE(model.index(0, FailureModel::Recipient).data().toString(), u"ann@example.com"_s);
    model.setMasked(true);
    QVERIFY(!model.index(0, FailureModel::Recipient).data().toString().contains(u"ann@"_s));
    QVERIFY(!model.index(0, FailureModel::Cause).data().toString().contains(u"reject1@"_s));
    model.append({row});
    QCOMPARE(model.rowCount(), 3);
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
}

void TestLetterModels::verdictsAndExpiry()
{
    FailureModel model;
    const Tester tester(&model, fatal);
    FailureRow open;
    open.partition = 1;
    open.offset = 5;
    open.at = QDateTime::currentMSecsSinceEpoch();
    open.state = u"open"_s;
    FailureRow handled = open;
    handled.offset = 6;
    handled.state = u"replayed"_s;
    model.setRows({open, handled});
    Verdicts verdicts;
    model.setVerdicts(&verdicts);
    QVERIFY(!model.index(0, FailureModel::Verdict).data().isValid());
    verdicts[open.place()].outcome = VerdictOutcome::WouldSucceed;
    verdicts[handled.place()].outcome = VerdictOutcome::WouldSucceed;
    const QSignalSpy changed(&model, &FailureModel::dataChanged);
    model.verdictsChanged();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(0, FailureModel::Verdict).data(roles::State).toString(), u"would-succeed"_s);
    QCOMPARE(model.index(0, FailureModel::Verdict).data(roles::Tone).toInt(), int(Tone::Ok));
    // What was sent needs no verdict.
    QVERIFY(!model.index(1, FailureModel::Verdict).data().isValid());
    // Seven days: not marked; half a day: marked where it is open.
    QVERIFY(!model.index(0, FailureModel::Expires).data().isValid());
    model.setRetention(7 * FailureModel::soon);
    QCOMPARE(model.index(0, FailureModel::Expires).data().toLongLong(), open.at + 7 * FailureModel::soon);
    QVERIFY(!model.index(0, FailureModel::Expires).data(roles::Tone).isValid());
    model.setRetention(FailureModel::soon / 2);
    QCOMPARE(model.index(0, FailureModel::Expires).data(roles::Tone).toInt(), int(Tone::Warning));
    QVERIFY(!model.index(1, FailureModel::Expires).data(roles::Tone).isValid());
}

void TestLetterModels::whatComesTooLate()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    FailureRow code;
    code.state = u"open"_s;
    code.templateName = u"login-otp"_s;
    code.channel = u"email"_s;
    code.at = now - 3'600'000;
    FailureRow letter = code;
    letter.templateName = u"decided"_s;
    FailureRow fresh = code;
    fresh.at = now - 60'000;
    QList<FailureRow> rows{code, letter, fresh};
    markTooLate(rows, ShelfLives(), now);
    QVERIFY(rows[0].tooLate && !rows[1].tooLate && !rows[2].tooLate);
    Verdict good;
    good.outcome = VerdictOutcome::WouldSucceed;
    QCOMPARE(verdictState(good, true), u"too-late"_s);
    QCOMPARE(verdictTone(good, true), Tone::Warning);
    // What would fail anyway is no matter of time.
    Verdict bad;
    bad.outcome = VerdictOutcome::WouldFail;
    QCOMPARE(verdictState(bad, true), u"would-fail"_s);
}

void TestLetterModels::groups()
{
    FailureGroupModel model;
    const Tester tester(&model, fatal);
    QList<FailureRow> rows;
    for (const QString& file : {u"50-email-smtp-550.jsonl"_s, u"52-smtp-down.jsonl"_s, u"50-email-smtp-550.jsonl"_s}) {
        const DeadLetter letter = readDeadLetter(genuine::deadLetters(file).first(), {});
        LetterRow row;
        row.cause = letter.cause.reason;
        row.group = letter.cause.groupKey;
        row.channel = letter.facts.channel;
        row.timestamp = 1000 + rows.size();
        rows.append(failureRow(row));
    }
    const QList<FailureGroup> groups = groupFailures(rows, 3);
    QCOMPARE(groups[0].course, (QList<qint64>{1, 0, 1}));
    QCOMPARE(groups[1].course, (QList<qint64>{0, 1, 0}));
    model.setRows(groups);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, FailureGroupModel::Count).data().toInt(), 2);
    QCOMPARE(model.index(0, FailureGroupModel::Channel).data().toString(), u"email"_s);
    QVERIFY(!model.index(0, FailureGroupModel::Verdict).data(roles::Tone).isValid());
    model.setVerdictCounts({{groups[0].key, {.wouldSucceed = 2}}});
    QCOMPARE(model.index(0, FailureGroupModel::Verdict).data().toInt(), 2);
    QCOMPARE(model.index(0, FailureGroupModel::Verdict).data(roles::Tone).toInt(), int(Tone::Ok));
}

void TestLetterModels::results()
{
    ReplayResultModel model;
    const Tester tester(&model, fatal);
    ReplayResult result{1, 2, ReplayOutcome::Replayed, {}, {}, false, {u"t"_s, 3, 4}};
    model.setRows({result});
    QCOMPARE(model.index(0, ReplayResultModel::Target).data().toString(), u"t 3:4"_s);
    QCOMPARE(model.index(0, ReplayResultModel::Result).data(roles::State).toString(), u"replayed"_s);
}

void TestLetterModels::headers()
{
    LetterHeaderModel model;
    const Tester tester(&model, fatal);
    model.setRows(genuine::deadLetters(u"80-replay-50-all-headers.jsonl"_s).first().headers);
    QVERIFY(model.rowCount() > 15);
    bool found = false;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, LetterHeaderModel::Name).data().toString() == u"kafka_dlt-original-offset")
            found = found || model.index(row, LetterHeaderModel::Value).data().toString() == u"2";
    }
    QVERIFY(found);
}

void TestLetterModels::deliveries()
{
    DeliveryFolder folder;
    for (const Record& record : genuine::read(u"11-unknown-template.jsonl"_s, u"audit-events"_s))
        folder.add(**readAudit(record.place(), record.timestamp, *record.value));
    QList<FailureRow> rows;
    for (const Delivery& delivery : folder.take({}))
        rows.append(failureRow(delivery));
    FailureModel model;
    const Tester tester(&model, fatal);
    model.setRows(rows);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(groupFailures(rows).size(), 2);
    QCOMPARE(model.index(0, FailureModel::State).data(roles::State).toString(), u"open"_s);
    QCOMPARE(model.index(0, FailureModel::Recipient).data().toString(), u"ann"_s);
}

QTEST_GUILESS_MAIN(TestLetterModels)
#include "tst_models.moc"
