#include "failures/facts/errors.h"
#include "kafka/client/errors.h"
#include "sendingstage.h"
#include "topiclimit.h"

#include <QElapsedTimer>

#include <thread>

using namespace nc;
using namespace Qt::StringLiterals;

/// What a run promises, over dead letters and over failed deliveries alike: pace, pause, canary, sizes, holds and the
/// summary exist once.
class TestSendingRun : public QObject, SendingStage {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { openSandbox(); }
    void cleanup() { m_told = {}; }
    void eachGoesOnce_data() { overBoth(); }
    void eachGoesOnce();
    void anotherRateCountsAnew_data() { overBoth(); }
    void anotherRateCountsAnew();
    void aPauseCountsAnew_data() { overBoth(); }
    void aPauseCountsAnew();
    void tooLargeIsKnownBeforehand_data() { overBoth(); }
    void tooLargeIsKnownBeforehand();
    void aFirstThatCannotGoIsNotWaitedFor_data() { overBoth(); }
    void aFirstThatCannotGoIsNotWaitedFor();
    void nobodySeemsToBeSendingAfterTheEnd_data() { overBoth(); }
    void nobodySeemsToBeSendingAfterTheEnd();

private:
    Of of() const
    {
        QFETCH(int, of);
        return Of(of);
    }
};

void TestSendingRun::eachGoesOnce()
{
    fail(of(), 30);
    const auto tried = send([](auto&) {}, true);
    QVERIFY2(tried.has_value(), tried ? "" : qPrintable(tried.error().id() + tried.error().detail));
    QCOMPARE(tried->replayed, 30);
    QCOMPARE(sent(), 0);
    const auto done = send([](auto&) {});
    QCOMPARE(done->matched, 30);
    QCOMPARE(done->replayed, 30);
    QCOMPARE(done->byTarget, (QMap<QString, qint64>{{u"user-notifications"_s, 30}}));
    QCOMPARE(m_results.size(), 30);
    const auto again = send([](auto&) {});
    QCOMPARE(again->replayed, 0);
    QCOMPARE(again->bySkip, (QMap<SkipReason, qint64>{{SkipReason::AlreadyReplayed, 30}}));
    QCOMPARE(sent(), 30);
}

/// What was slow so far is no credit for the new rate.
void TestSendingRun::anotherRateCountsAnew()
{
    fail(of(), 60);
    const auto control = std::make_shared<ReplayControl>();
    QElapsedTimer since;
    m_told = [&] {
        const auto gone = std::ranges::count(m_results, ReplayOutcome::Replayed, &ReplayResult::outcome);
        if (gone >= 8 && !since.isValid()) {
            control->setRate(40);
            since.start();
        }
    };
    const auto done = send([&](auto& request) {
        request.rate = 4;
        request.control = control;
    });
    QCOMPARE(done->replayed, 60);
    // Some fifty at forty a second.
    QVERIFY2(since.elapsed() >= 900, qPrintable(QString::number(since.elapsed())));
}

void TestSendingRun::aPauseCountsAnew()
{
    fail(of(), 40);
    const auto control = std::make_shared<ReplayControl>();
    QElapsedTimer since;
    std::thread person;
    m_told = [&] {
        const auto gone = std::ranges::count(m_results, ReplayOutcome::Replayed, &ReplayResult::outcome);
        if (gone < 5 || person.joinable())
            return;
        control->setPaused(true);
        person = std::thread([&] {
            QTRY_VERIFY(control->isResting());
            const int before = sent();
            QCOMPARE(before, int(std::ranges::count(m_results, ReplayOutcome::Replayed, &ReplayResult::outcome)));
            since.start();
            control->setPaused(false);
        });
    };
    const auto done = send([&](auto& request) {
        request.rate = 20;
        request.control = control;
    });
    person.join();
    QCOMPARE(done->replayed, 40);
    QVERIFY(!control->isResting());
    QVERIFY2(since.elapsed() >= 1200, qPrintable(QString::number(since.elapsed())));
}

void TestSendingRun::tooLargeIsKnownBeforehand()
{
    const TopicLimit limit(m_access.connection.bootstrap.toUtf8(), "user-notifications", 20'000);
    fail(of(), 5, {{2, 30'000}});
    const auto tried = send([](auto&) {}, true);
    QCOMPARE(tried->replayed, 4);
    QCOMPARE(tried->failed, 1);
    const auto done = send([](auto&) {});
    QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().id() + done.error().detail));
    QCOMPARE(done->replayed, 4);
    QCOMPARE(done->failed, 1);
    const auto failed = std::ranges::find(m_results, ReplayOutcome::Failed, &ReplayResult::outcome);
    QVERIFY(failed->error->is(errors::recordTooLarge));
    QCOMPARE(sent(), 4);
}

void TestSendingRun::aFirstThatCannotGoIsNotWaitedFor()
{
    const TopicLimit limit(m_access.connection.bootstrap.toUtf8(), "user-notifications", 20'000);
    fail(of(), 3, {{0, 30'000}});
    const auto done = send([](auto& request) {
        request.canary = true;
        request.canaryTime = std::chrono::seconds(1);
    });
    QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().id() + done.error().detail));
    QCOMPARE(done->failed, 1);
    // The second one is the first that went; nobody takes it.
    QCOMPARE(done->replayed, 1);
    QCOMPARE(done->stopped->code, errors::canaryUnseen);
    QCOMPARE(sent(), 1);
}

void TestSendingRun::nobodySeemsToBeSendingAfterTheEnd()
{
    const auto isRunning = [this] {
        const auto sender = Sender::open(m_access);
        const auto running = (*sender)->running(topic(), {});
        return running && running->has_value();
    };
    fail(of(), 30);
    // To the end, and broken off by the person who watches.
    QCOMPARE(send([](auto& request) { request.rate = 100; })->replayed, 30);
    QVERIFY(!isRunning());
    fail(of(), 30);
    CancelSource stop;
    bool wasRunning = false;
    m_told = [&] {
        wasRunning = isRunning();
        stop.cancel();
    };
    const auto stopped = send([](auto& request) { request.rate = 20; }, false, {stop.token(), {}});
    QVERIFY(!stopped && stopped.error().is(errors::cancelled));
    QVERIFY(wasRunning);
    QVERIFY(sent() > 0 && sent() < 30);
    QVERIFY(!isRunning());
}

QTEST_GUILESS_MAIN(TestSendingRun)
#include "tst_sendingrun.moc"
