#include "core/activitylog.h"
#include "core/itemroles.h"
#include "widgets/activity/activitymodel.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

class TestActivity : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void appendsAndReadsBack()
    {
        const QTemporaryDir folder;
        const ActivityLog log(folder.path());
        QVERIFY(log.newest(10)->isEmpty());
        QVERIFY(log.append({1000, u"a@b"_s, u"p"_s, u"publish"_s, u"/reg"_s, u"done"_s, u"3/3"_s}));
        QVERIFY(log.append({2000, {}, u"p"_s, u"replay"_s, u"x.DLT"_s, u"failed"_s, u"password=secret1"_s}));
        const auto entries = log.newest(10);
        QVERIFY(entries);
        QCOMPARE(entries->size(), 2);
        QCOMPARE(entries->at(0).action, u"replay"_s);
        QVERIFY(!entries->at(0).by.isEmpty());
        QVERIFY(!entries->at(0).detail.contains(u"secret1"_s));
        QCOMPARE(entries->at(1), (ActivityEntry{1000, u"a@b"_s, u"p"_s, u"publish"_s, u"/reg"_s, u"done"_s, u"3/3"_s}));
        QCOMPARE(log.newest(1)->size(), 1);
    }

    void aTornLineHarmsNothing()
    {
        const QTemporaryDir folder;
        const ActivityLog log(folder.path());
        QVERIFY(log.append({1000, u"a@b"_s, {}, u"publish"_s, {}, u"done"_s, {}}));
        QFile file(log.path());
        QVERIFY(file.open(QIODevice::Append));
        file.write("{\"at\":\"2026-");
        file.close();
        QVERIFY(log.append({2000, u"a@b"_s, {}, u"commit"_s, {}, u"done"_s, {}}));
        const auto entries = log.newest(10);
        QCOMPARE(entries->size(), 2);
        QCOMPARE(entries->at(0).action, u"commit"_s);
    }

    void modelShowsEntries()
    {
        ActivityModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setEntries({{1000, u"a@b"_s, u"p"_s, u"publish"_s, u"/reg"_s, u"failed"_s, {}}});
        QCOMPARE(model.rowCount(), 1);
        const QModelIndex outcome = model.index(0, ActivityModel::Outcome);
        QCOMPARE(outcome.data(roles::State).toString(), u"failed"_s);
        QCOMPARE(outcome.data(roles::Tone).toInt(), int(Tone::Error));
    }
};

QTEST_MAIN(TestActivity)
#include "tst_activity.moc"
