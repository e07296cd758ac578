#include "../support/fastest.h"
#include "core/cancel.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace std::chrono_literals;
using namespace nc;

class TestCancel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDefaultTokenIsNeverCancelled()
    {
        const CancelToken token;
        QVERIFY(!token.isCancelled());
        QVERIFY(!token.onCancel([] { QFAIL("called"); }));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!token.waitFor(30ms));
        QVERIFY(timer.elapsed() >= 29);
    }

    void copiesShareTheirState()
    {
        const CancelSource source;
        const CancelSource copy = source;
        const CancelToken token = source.token();
        copy.cancel();
        QVERIFY(token.isCancelled() && source.token().isCancelled());
        copy.cancel();
    }

    void aWaitEndsAtOnce()
    {
        const qint64 took = fastestOf(5, 100, [] {
            const CancelSource source;
            bool cancelled = false;
            std::atomic<bool> waits = false;
            std::thread sleeper([&, token = source.token()] {
                waits = true;
                cancelled = token.waitFor(20s);
            });
            while (!waits)
                std::this_thread::yield();
            QElapsedTimer timer;
            timer.start();
            source.cancel();
            sleeper.join();
            return cancelled ? timer.elapsed() : 20'000;
        });
        QVERIFY2(took < 100, qPrintable(QString::number(took)));
    }

    void wakersAreCalledOnceAndOnlyWhileHeld()
    {
        const CancelSource source;
        int held = 0;
        int released = 0;
        const auto keep = source.token().onCancel([&] { ++held; });
        source.token().onCancel([&] { ++released; }).reset();
        source.cancel();
        source.cancel();
        QCOMPARE(held, 1);
        QCOMPARE(released, 0);
    }

    void aLateWakerIsCalledAtOnce()
    {
        const CancelSource source;
        source.cancel();
        int count = 0;
        const auto handle = source.token().onCancel([&] { ++count; });
        QCOMPARE(count, 1);
    }

    void lettingGoWaitsForTheWaker()
    {
        // After the handle is gone, what the waker used may be gone too.
        for (int round = 0; round < 200; ++round) {
            const CancelSource source;
            auto alive = std::make_unique<std::atomic<int>>(1);
            std::atomic<bool> sawDead = false;
            auto handle = source.token().onCancel([&, state = alive.get()] { sawDead = state->load() != 1; });
            std::thread canceller([&] { source.cancel(); });
            handle.reset();
            alive->store(0);
            alive.reset();
            canceller.join();
            QVERIFY(!sawDead);
        }
    }

    void aWakerMayLetItselfGo()
    {
        const CancelSource source;
        std::shared_ptr<void> handle;
        int count = 0;
        handle = source.token().onCancel([&] {
            ++count;
            handle.reset();
        });
        source.cancel();
        QCOMPARE(count, 1);
    }

    void everyRegistrationSeesTheCancel()
    {
        const CancelSource source;
        std::atomic<int> woken = 0;
        std::vector<std::thread> threads;
        std::atomic<int> ready = 0;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&, token = source.token()] {
                std::vector<std::shared_ptr<void>> handles;
                ++ready;
                for (int k = 0; k < 200; ++k)
                    handles.push_back(token.onCancel([&] { ++woken; }));
                token.waitFor(10s);
            });
        }
        while (ready < 4)
            std::this_thread::yield();
        source.cancel();
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(woken.load(), 800);
    }
};

QTEST_GUILESS_MAIN(TestCancel)
#include "tst_cancel.moc"
