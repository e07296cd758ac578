#include "../support/fastest.h"
#include "../support/patience.h"
#include "core/errors.h"
#include "core/serialworker.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace nc;

namespace {

/// Counts what happens to connections, and from which thread.
struct Connection {
    struct Counts {
        std::atomic<int> opened = 0;
        std::atomic<int> closed = 0;
        std::atomic<bool> foreign = false;
    };
    Counts& counts;
    std::thread::id owner = std::this_thread::get_id();
    std::vector<int> seen = {};

    explicit Connection(Counts& c)
        : counts(c)
    {
        ++counts.opened;
    }
    ~Connection()
    {
        counts.foreign = counts.foreign || owner != std::this_thread::get_id();
        ++counts.closed;
    }
    void use(int value)
    {
        counts.foreign = counts.foreign || owner != std::this_thread::get_id();
        seen.push_back(value);
    }
};

using Worker = SerialWorker<Connection>;

Worker::Open opener(Connection::Counts& counts)
{
    return [&counts](const TaskContext&) -> Result<std::unique_ptr<Connection>> {
        return std::make_unique<Connection>(counts);
    };
}

Result<int> hold(Connection& connection, const TaskContext& task)
{
    connection.use(-1);
    return task.cancel.waitFor(20s) ? Result<int>(TaskContext::cancelled()) : Result<int>(0);
}

} // namespace

class TestSerialWorker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsJobsInOrderOnOneConnection()
    {
        Connection::Counts counts;
        {
            Worker worker(u"worker"_s, opener(counts));
            QList<QFuture<Result<int>>> futures;
            for (int i = 0; i < 100; ++i) {
                futures += worker
                               .post<int>([i](Connection& connection, const TaskContext&) -> Result<int> {
                                   connection.use(i);
                                   return static_cast<int>(connection.seen.size());
                               })
                               .future;
            }
            for (int i = 0; i < 100; ++i)
                QCOMPARE(futures[i].result().value(), i + 1);
        }
        QCOMPARE(counts.opened.load(), 1);
        QCOMPARE(counts.closed.load(), 1);
        QVERIFY(!counts.foreign);
    }

    void takesJobsFromSeveralThreads()
    {
        Connection::Counts counts;
        Worker worker(u"worker"_s, opener(counts));
        std::atomic<int> done = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&] {
                for (int i = 0; i < 100; ++i) {
                    auto posted = worker.post<int>([](Connection& connection, const TaskContext&) -> Result<int> {
                        connection.use(1);
                        return 1;
                    });
                    done += posted.future.result().value_or(0);
                }
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(done.load(), 400);
        QVERIFY(!counts.foreign);
    }

    void aFatalErrorOpensAnew()
    {
        Connection::Counts counts;
        Worker worker(u"worker"_s, opener(counts));
        const auto failing = [&](Next next) {
            return worker
                .post<int>([next](Connection&, const TaskContext&) -> Result<int> {
                    return fail(errors::notFound, {}, {}, next);
                })
                .future.result();
        };
        QVERIFY(failing(Next::Abort).error().is(errors::notFound));
        QVERIFY(failing(Next::Fatal).error().is(errors::notFound));
        QCOMPARE(counts.opened.load(), 1);
        QCOMPARE(counts.closed.load(), 1);
        QVERIFY(failing(Next::Abort).error().is(errors::notFound));
        QCOMPARE(counts.opened.load(), 2);
    }

    void handsOnWhyItCannotOpen()
    {
        int attempts = 0;
        Worker worker(u"worker"_s, [&](const TaskContext&) -> Result<std::unique_ptr<Connection>> {
            ++attempts;
            return fail(errors::cannotRead, u"the server"_s);
        });
        const auto nothing = [](Connection&, const TaskContext&) -> Result<int> { return 1; };
        QVERIFY(worker.post<int>(nothing).future.result().error().is(errors::cannotRead));
        QVERIFY(worker.post<int>(nothing).future.result().error().is(errors::cannotRead));
        QCOMPARE(attempts, 2);
    }

    void anExceptionEndsThere()
    {
        Connection::Counts counts;
        Worker worker(u"worker"_s, opener(counts));
        auto posted = worker.post<int>(
            [](Connection&, const TaskContext&) -> Result<int> { throw std::runtime_error("thrown away"); });
        const auto result = posted.future.result();
        QVERIFY(!result && result.error().is(errors::internal));
        QCOMPARE(result.error().detail, u"thrown away"_s);
        QVERIFY(worker.post<int>([](Connection&, const TaskContext&) -> Result<int> { return 1; }).future.result());
    }

    void cancelsWhatRunsAndWhatWaits()
    {
        Connection::Counts counts;
        Worker worker(u"worker"_s, opener(counts));
        const qint64 took = fastestOf(5, 100, [&]() -> qint64 {
            auto running = worker.post<int>(hold);
            auto waiting = worker.post<int>([](Connection& connection, const TaskContext&) -> Result<int> {
                connection.use(2);
                return 2;
            });
            QElapsedTimer timer;
            timer.start();
            waiting.cancel.cancel();
            // It does not wait for its turn to be cancelled.
            const bool atOnce = waiting.future.isFinished();
            running.cancel.cancel();
            const bool both = waiting.future.result().error().is(errors::cancelled)
                && running.future.result().error().is(errors::cancelled);
            return atOnce && both ? timer.elapsed() : 20'000;
        });
        QVERIFY2(took < 100, qPrintable(QString::number(took)));
        const auto twos = worker.post<int>([](Connection& connection, const TaskContext&) -> Result<int> {
            return static_cast<int>(std::count(connection.seen.begin(), connection.seen.end(), 2));
        });
        QCOMPARE(twos.future.result().value(), 0);
    }

    void stopReports()
    {
        Connection::Counts counts;
        Worker worker(u"the worker"_s, opener(counts));
        auto running = worker.post<int>(hold);
        QTRY_COMPARE(worker.waiting(), 0);
        auto waiting = worker.post<int>(hold);
        QElapsedTimer timer;
        timer.start();
        worker.stop(Stop::Report);
        QVERIFY(timer.elapsed() < 1000);
        QVERIFY(running.future.result().error().is(errors::cancelled));
        QVERIFY(waiting.future.result().error().is(errors::workerStopped));
        QCOMPARE(waiting.future.result().error().subject, u"the worker"_s);
        QCOMPARE(counts.closed.load(), counts.opened.load());
        QVERIFY(worker.post<int>(hold).future.result().error().is(errors::workerStopped));
        worker.stop(Stop::Report);
    }

    void stopDrains()
    {
        Connection::Counts counts;
        Worker worker(u"worker"_s, opener(counts));
        QList<QFuture<Result<int>>> futures;
        for (int i = 0; i < 50; ++i) {
            futures += worker
                           .post<int>([](Connection& connection, const TaskContext& task) -> Result<int> {
                               connection.use(1);
                               task.cancel.waitFor(1ms);
                               return 1;
                           })
                           .future;
        }
        worker.stop(Stop::Drain);
        for (const auto& future : futures)
            QCOMPARE(future.result().value_or(0), 1);
        QCOMPARE(counts.closed.load(), 1);
    }

    void stopWhileOthersPostLosesNoJob()
    {
        // Every future ends, whichever side of the stop its job came to lie on.
        for (int round = 0; round < 20; ++round) {
            Connection::Counts counts;
            Worker worker(u"worker"_s, opener(counts));
            std::atomic<int> ended = 0;
            std::vector<std::thread> threads;
            for (int t = 0; t < 3; ++t) {
                threads.emplace_back([&] {
                    for (int i = 0; i < 50; ++i) {
                        auto posted =
                            worker.post<int>([](Connection&, const TaskContext&) -> Result<int> { return 1; });
                        const auto result = posted.future.result();
                        ended += result || result.error().is(errors::workerStopped) ? 1 : 0;
                    }
                });
            }
            worker.stop(round % 2 == 0 ? Stop::Drain : Stop::Report);
            for (std::thread& thread : threads)
                thread.join();
            QCOMPARE(ended.load(), 150);
        }
    }

    void aContinuationMayPostAgain()
    {
        Connection::Counts counts;
        Worker worker(u"worker"_s, opener(counts));
        auto first = worker.post<int>(hold);
        QFuture<Result<int>> second;
        auto after = first.future.then([&](const Result<int>&) {
            second = worker.post<int>([](Connection&, const TaskContext&) -> Result<int> { return 2; }).future;
        });
        first.cancel.cancel();
        after.waitForFinished();
        QCOMPARE(second.result().value_or(0), 2);
    }
};

QTEST_GUILESS_MAIN(TestSerialWorker)
#include "tst_serialworker.moc"
