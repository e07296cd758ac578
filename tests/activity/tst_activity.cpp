#include "activity/activity.h"
#include "activity/activitycsv.h"
#include "activity/activitymodel.h"
#include "core/itemroles.h"
#include "failures/ledger/ledgerlines.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

JournalEntry entry(const QString& id, EpochMs at, const QString& operation = u"replay"_s)
{
    return {.id = id,
        .at = at,
        .by = u"anna"_s,
        .host = u"desk"_s,
        .program = u"notifyctl"_s,
        .operation = operation,
        .profile = u"p"_s,
        .subject = u"orders.DLT"_s};
}

LedgerLine line(const QString& run, EpochMs at, const QString& by, LedgerAction action = LedgerAction::Replayed)
{
    LedgerLine line;
    line.at = at;
    line.by = by;
    line.action = action;
    line.topic = u"orders.DLT"_s;
    line.count = 5;
    line.run = run;
    return line;
}

} // namespace

class TestActivity : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ownRunsAreLinkedAndNotShownTwice()
    {
        JournalEntry own = entry(u"1"_s, 1000);
        own.run = u"r1"_s;
        own.count = 5;
        own.ended = 2000;
        own.result = JournalResult::Done;
        const auto rows = joinActivity({own}, {line(u"r1"_s, 1900, u"anna@desk"_s)}, u"p"_s);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().program, u"notifyctl"_s);
        QVERIFY(rows.first().inLedger);
        QCOMPARE(rows.first().result, u"done"_s);
    }

    void othersAndOnesOtherComputersAreShown()
    {
        JournalEntry own = entry(u"1"_s, 1000);
        own.run = u"r1"_s;
        const QList<LedgerLine> lines{line(u"r1"_s, 1900, u"anna@desk"_s), line(u"r2"_s, 3000, u"anna@laptop"_s),
            line(u"r3"_s, 4000, u"boris@desk"_s), line(u"r4"_s, 5000, u"anna@desk"_s)};
        const auto rows = joinActivity({own}, lines, u"p"_s);
        QCOMPARE(rows.size(), 4);
        // The newest first; the last of one's own name, of which this journal knows nothing, is no less there.
        QCOMPARE(rows[0].run, u"r4"_s);
        QCOMPARE(rows[1].by, u"boris"_s);
        QCOMPARE(rows[2].host, u"laptop"_s);
        QVERIFY(rows[2].program.isEmpty());
        QCOMPARE(rows[2].profile, u"p"_s);
        QCOMPARE(rows[2].count, 5);
    }

    void whatWasKilledFindsItsRun()
    {
        // It could not write the run down; what it committed stands in the ledger.
        const auto rows = joinActivity({entry(u"1"_s, 10'000)}, {line(u"r1"_s, 12'000, u"anna@desk"_s)}, u"p"_s);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().result, u"started"_s);
        QCOMPARE(rows.first().count, 5);
        QCOMPARE(rows.first().run, u"r1"_s);
        // What was before it, or of something else, is not its.
        QCOMPARE(joinActivity({entry(u"1"_s, 10'000)}, {line(u"r0"_s, 2'000, u"anna@desk"_s)}, u"p"_s).size(), 2);
        QCOMPARE(
            joinActivity({entry(u"1"_s, 10'000, u"discard"_s)}, {line(u"r1"_s, 12'000, u"anna@desk"_s)}, u"p"_s).size(),
            2);
        JournalEntry ended = entry(u"1"_s, 10'000);
        ended.ended = 11'000;
        ended.result = JournalResult::Failed;
        QCOMPARE(joinActivity({ended}, {line(u"r1"_s, 13'000, u"anna@desk"_s)}, u"p"_s).size(), 2);
    }

    void anUnreadableSourceIsSaid()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(u"activity.jsonl"_s));
        KafkaConnection kafka;
        kafka.bootstrap = u"127.0.0.1:1"_s;
        const ActivityLedger nowhere{KafkaAccess(kafka, {}), u"p"_s, {}};
        const CancelSource stopped;
        stopped.cancel();
        const auto read = readActivity(Journal(folder.path()), nowhere, {}, {stopped.token()});
        QVERIFY(read.unseen().contains(u"journal"_s));
        QVERIFY(read.unseen().contains(u"ledger"_s));
        QVERIFY(readActivity(Journal(folder.filePath(u"new"_s)), std::nullopt, {}, {}).complete());
    }

    void sinceAndFilter()
    {
        const QTemporaryDir folder;
        const Journal journal(folder.path());
        QVERIFY(journal.append(entry(u"1"_s, 1000)));
        QVERIFY(journal.append(entry(u"2"_s, 2000, u"push"_s)));
        const auto count = [&](const ActivityQuery& query) {
            Unseen unseen;
            return readActivity(journal, std::nullopt, query, {}).into(unseen).size();
        };
        QCOMPARE(count({}), 2);
        QCOMPARE(count({.since = 1500}), 1);
        QCOMPARE(count({.filter = ActivityFilter(u"ORDERS anna"_s)}), 2);
        QCOMPARE(count({.filter = ActivityFilter(u"operation=push"_s)}), 1);
        QCOMPARE(count({.filter = ActivityFilter(u"operation=pus"_s)}), 0);
        QCOMPARE(count({.filter = ActivityFilter(u"boris"_s)}), 0);
    }

    void csvIsQuotedAndHarmless()
    {
        ActivityRow row;
        row.by = u"anna"_s;
        row.subject = u"=cmd|' /C calc'!A0"_s;
        row.reason = u"a \"quoted\", thing"_s;
        const QByteArray csv = activityCsv(row);
        QVERIFY(csv.contains(",'=cmd"));
        QVERIFY(csv.contains("\"a \"\"quoted\"\", thing\""));
        QCOMPARE(csv.count(',') - 1, activityCsvHeader().count(','));
    }

    void modelShowsRows()
    {
        ActivityModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        ActivityRow row;
        row.operation = u"publish"_s;
        row.result = u"failed"_s;
        row.by = u"anna"_s;
        row.host = u"desk"_s;
        model.setRows({row});
        QCOMPARE(model.rowCount(), 1);
        const QModelIndex outcome = model.index(0, ActivityModel::Outcome);
        QCOMPARE(outcome.data(roles::State).toString(), u"failed"_s);
        QCOMPARE(outcome.data(roles::Tone).toInt(), int(Tone::Error));
        QCOMPARE(model.index(0, ActivityModel::By).data().toString(), u"anna@desk"_s);
    }
};

QTEST_GUILESS_MAIN(TestActivity)
#include "tst_activity.moc"
