#include "../support/fastest.h"
#include "../support/patience.h"
#include "core/deliver.h"
#include "core/errors.h"
#include "core/taskrunner.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>
#include <stdexcept>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace nc;

namespace {

Result<int> untilCancelled(TaskContext& task)
{
    return task.cancel.waitFor(20s) ? Result<int>(TaskContext::cancelled()) : Result<int>(1);
}

} // namespace

class TestTaskRunner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesResultsAndTellsOfThem()
    {
        TaskRunner runner;
        QSignalSpy started(&runner, &TaskRunner::started);
        QSignalSpy finished(&runner, &TaskRunner::finished);
        QThread* worker = nullptr;
        auto task = runner.start<int>(u"scan"_s, u"topic"_s, [&](TaskContext&) -> Result<int> {
            worker = QThread::currentThread();
            return 42;
        });
        QCOMPARE(started.size(), 1);
        QCOMPARE(started[0][0].value<TaskInfo>().kind, u"scan"_s);
        QCOMPARE(started[0][0].value<TaskInfo>().subject, u"topic"_s);
        QCOMPARE(task.future.result().value(), 42);
        QVERIFY(worker != thread());
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished[0][0].toULongLong(), task.id);
        QCOMPARE(finished[0][1].toBool(), true);
        QVERIFY(runner.running().isEmpty());
    }

    void numbersItsTasks()
    {
        TaskRunner runner;
        const auto one = runner.start<int>(u"a"_s, {}, [](TaskContext&) -> Result<int> { return 1; });
        const auto two = runner.start<int>(u"a"_s, {}, [](TaskContext&) -> Result<int> { return 2; });
        QVERIFY(one.id != two.id && one.id != 0);
    }

    void handsErrorsOn()
    {
        TaskRunner runner;
        QSignalSpy finished(&runner, &TaskRunner::finished);
        auto task =
            runner.start<int>(u"a"_s, {}, [](TaskContext&) -> Result<int> { return fail(errors::notFound, u"it"_s); });
        QVERIFY(task.future.result().error().is(errors::notFound));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished[0][1].toBool(), false);
        QCOMPARE(finished[0][2].value<Error>().subject, u"it"_s);
    }

    void catchesExceptions()
    {
        TaskRunner runner;
        auto known = runner.start<int>(
            u"a"_s, {}, [](TaskContext&) -> Result<int> { throw std::runtime_error("out of cheese"); });
        QVERIFY(known.future.result().error().is(errors::internal));
        QCOMPARE(known.future.result().error().detail, u"out of cheese"_s);
    }

    void cancelsWithin100Milliseconds()
    {
        TaskRunner runner;
        const qint64 took = fastestOf(5, 100, [&] {
            QSemaphore runs;
            auto task = runner.start<int>(u"a"_s, {}, [&](TaskContext& context) {
                runs.release();
                return untilCancelled(context);
            });
            runs.acquire();
            QElapsedTimer timer;
            timer.start();
            runner.cancel(task.id);
            const bool cancelled = task.future.result().error().is(errors::cancelled);
            runner.cancel(task.id);
            return cancelled ? timer.elapsed() : 20'000;
        });
        QVERIFY2(took < 100, qPrintable(QString::number(took)));
        runner.cancel(12345);
    }

    void thinsProgressOut()
    {
        TaskRunner runner;
        QList<Progress> seen;
        connect(&runner, &TaskRunner::progressed, this, [&](quint64, const Progress& p) { seen += p; });
        QSignalSpy finished(&runner, &TaskRunner::finished);
        runner.start<int>(u"a"_s, {}, [](TaskContext& task) -> Result<int> {
            for (int i = 1; i <= 100'000; ++i)
                task.report(i, 100'000, u"reading"_s);
            return 1;
        });
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY2(!seen.isEmpty() && seen.size() < 100, qPrintable(QString::number(seen.size())));
        // The end is never thinned away, and comes before the task's own end.
        QCOMPARE(seen.last(), (Progress{100'000, 100'000, u"reading"_s}));
        for (qsizetype i = 1; i < seen.size(); ++i)
            QVERIFY(seen[i].done > seen[i - 1].done);
    }

    void canBeDestroyedWhileTasksRun()
    {
        QFuture<Result<int>> future;
        QElapsedTimer timer;
        {
            TaskRunner runner;
            QSemaphore runs;
            future = runner
                         .start<int>(u"a"_s, {},
                             [&](TaskContext& task) {
                                 runs.release();
                                 return untilCancelled(task);
                             })
                         .future;
            runs.acquire();
            timer.start();
        }
        QVERIFY(timer.elapsed() < 1000);
        QVERIFY(future.isFinished());
        QVERIFY(future.result().error().is(errors::cancelled));
    }

    void aReceiverThatIsGoneGetsNothing()
    {
        TaskRunner runner;
        QSemaphore go;
        int calls = 0;
        auto task = runner.start<int>(u"a"_s, {}, [&](TaskContext&) -> Result<int> {
            go.acquire();
            return 1;
        });
        auto receiver = std::make_unique<QObject>();
        deliver(task.future, receiver.get(), [&](const Result<int>&) { ++calls; });
        receiver.reset();
        go.release();
        QSignalSpy finished(&runner, &TaskRunner::finished);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(calls, 0);
    }

    void deliversInTheReceiversThread()
    {
        TaskRunner runner;
        QList<int> values;
        auto task = runner.start<int>(u"a"_s, {}, [](TaskContext&) -> Result<int> { return 5; });
        deliver(task.future, this, [&](const Result<int>& result) {
            QCOMPARE(QThread::currentThread(), thread());
            values += result.value_or(-1);
        });
        QTRY_COMPARE(values, QList<int>{5});
        // One that has finished already is delivered too.
        deliver(task.future, this, [&](const Result<int>& result) { values += result.value_or(-1); });
        QTRY_COMPARE(values.size(), 2);
        // And one whose promise was dropped without a result is not.
        QFuture<Result<int>> dropped;
        {
            QPromise<Result<int>> promise;
            dropped = promise.future();
            promise.start();
        }
        deliver(dropped, this, [&](const Result<int>&) { values += 0; });
        QTRY_VERIFY(dropped.isFinished());
        QCoreApplication::sendPostedEvents();
        QCOMPARE(values.size(), 2);
    }

    void manyAtOnce()
    {
        TaskRunner runner;
        QSignalSpy finished(&runner, &TaskRunner::finished);
        std::atomic<int> sum = 0;
        for (int i = 0; i < 200; ++i) {
            runner.start<int>(u"a"_s, {}, [&, i](TaskContext& task) -> Result<int> {
                task.report(1);
                sum += i;
                return i;
            });
        }
        QTRY_COMPARE(finished.size(), 200);
        QCOMPARE(sum.load(), 199 * 100);
    }
};

QTEST_GUILESS_MAIN(TestTaskRunner)
#include "tst_taskrunner.moc"
