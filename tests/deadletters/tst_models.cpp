#include "deadletters/lettermodels.h"
#include "genuine.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace nc;
using namespace Qt::StringLiterals;

class TestLetterModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void letters();
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
    LetterModel model;
    const Tester tester(&model, fatal);
    LetterRow row;
    row.partition = 7;
    row.offset = 3;
    row.timestamp = 1795315024852;
    row.state = LetterState::Returned;
    row.cause = readDeadLetter(genuine::deadLetters(u"50-email-smtp-550.jsonl"_s).first(), {}).cause.reason;
    model.setRows({row, row});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, LetterModel::State).data(roles::State).toString(), u"returned"_s);
    QCOMPARE(model.index(0, LetterModel::State).data(roles::Tone).toInt(), int(Tone::Error));
    QCOMPARE(model.index(1, LetterModel::Place).data().toString(), u"7:3"_s);
    QVERIFY(model.index(0, LetterModel::Cause).data().toString().contains(u"550"_s));
    model.setLanguage(Language::Ukrainian);
    QVERIFY(model.index(0, LetterModel::Cause).data().toString().startsWith(u"Поштовий"_s));
    model.append({row});
    QCOMPARE(model.rowCount(), 3);
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
}

void TestLetterModels::groups()
{
    LetterGroupModel model;
    const Tester tester(&model, fatal);
    LetterGroups groups;
    for (const QString& file : {u"50-email-smtp-550.jsonl"_s, u"52-smtp-down.jsonl"_s, u"50-email-smtp-550.jsonl"_s})
        groups.add(readDeadLetter(genuine::deadLetters(file).first(), {}));
    model.setRows(groups.groups());
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, LetterGroupModel::Count).data().toInt(), 2);
    QCOMPARE(model.index(0, LetterGroupModel::Channel).data().toString(), u"email"_s);
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
    DeliveryModel model;
    DeliveryGroupModel groups;
    const Tester tester(&model, fatal);
    const Tester groupTester(&groups, fatal);
    DeliveryFolder folder;
    for (const Record& record : genuine::read(u"11-unknown-template.jsonl"_s, u"audit-events"_s))
        folder.add(**readAudit(record.place(), record.timestamp, *record.value));
    const QList<Delivery> rows = folder.take({});
    model.setRows(rows);
    groups.setRows(groupDeliveries(rows));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(groups.rowCount(), 2);
    QCOMPARE(model.index(0, DeliveryModel::State).data(roles::State).toString(), u"open"_s);
    QCOMPARE(model.index(0, DeliveryModel::Recipient).data().toString(), u"ann"_s);
}

QTEST_GUILESS_MAIN(TestLetterModels)
#include "tst_models.moc"
