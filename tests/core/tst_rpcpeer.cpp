#include "../support/fastest.h"
#include "../support/patience.h"
#include "core/errors.h"
#include "process/rpcpeer.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <atomic>
#include <csignal>
#include <mutex>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace nc;

namespace {

constexpr auto ownPeer = "--own-a-peer";

RpcOptions options()
{
    RpcOptions options;
    options.name = u"the peer"_s;
    options.child.program = QStringLiteral(RPC_TEST_PEER);
    options.answerLimit = 1024 * 1024;
    options.requestLimit = 512 * 1024;
    options.shutdownBudget = 300ms;
    return options;
}

bool alive(qint64 pid)
{
    return pid > 0 && ::kill(static_cast<pid_t>(pid), 0) == 0;
}

Result<RpcAnswer> ask(
    RpcPeer& peer, const QString& method, const QJsonObject& params = {}, std::chrono::milliseconds timeout = 20s)
{
    return peer.call(method, params, TaskContext{}, timeout);
}

} // namespace

class TestRpcPeer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersAndStaysWarm()
    {
        RpcPeer peer(options());
        QCOMPARE(peer.pid(), -1);
        const QJsonObject params{{u"text"_s, u"Їжак \u0000 🦔"_s}, {u"number"_s, 42}};
        const auto first = ask(peer, u"echo"_s, params);
        QVERIFY(first);
        QCOMPARE(first->result.toObject(), params);
        QVERIFY(!first->error);
        const qint64 pid = peer.pid();
        QVERIFY(alive(pid));
        QCOMPARE(ask(peer, u"pid"_s)->result.toInteger(), pid);
        QCOMPARE(ask(peer, u"pid"_s)->result.toInteger(), pid);
    }

    void handsErrorsOfThePeerOn()
    {
        RpcPeer peer(options());
        const auto answer = ask(peer, u"refuse"_s);
        QVERIFY(answer && answer->error);
        QCOMPARE((*answer->error)["message"_L1].toString(), u"not today"_s);
        QVERIFY(ask(peer, u"echo"_s));
    }

    void answersOutOfOrder()
    {
        RpcPeer peer(options());
        std::atomic<bool> done = false;
        Result<RpcAnswer> held = fail(errors::internal);
        std::thread other([&] {
            held = ask(peer, u"hold"_s);
            done = true;
        });
        // Whenever the held request arrives, the next echo sets it free.
        QElapsedTimer timer;
        timer.start();
        bool echoed = true;
        while (!done && timer.elapsed() < 10'000)
            echoed = ask(peer, u"echo"_s).has_value() && echoed;
        other.join();
        QVERIFY(echoed);
        QVERIFY(held);
        QCOMPARE(held->result.toString(), u"held"_s);
    }

    void servesSeveralThreads()
    {
        RpcPeer peer(options());
        std::atomic<int> right = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < 6; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < 50; ++i) {
                    const QJsonObject params{{u"t"_s, t}, {u"i"_s, i}, {u"fill"_s, QString(i * 200, u'f')}};
                    const auto answer = ask(peer, u"echo"_s, params);
                    right += answer && answer->result.toObject() == params ? 1 : 0;
                }
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(right.load(), 300);
    }

    void saysWhatCannotBeStarted_data()
    {
        QTest::addColumn<QString>("program");
        QTest::newRow("no such name") << u"no-such-program-here"_s;
        QTest::newRow("no such path") << u"/no/such/program"_s;
        QTest::newRow("not executable") << QStringLiteral(NC_SOURCE_DIR "/CMakeLists.txt");
    }
    void saysWhatCannotBeStarted()
    {
        QFETCH(QString, program);
        RpcOptions broken = options();
        broken.child.program = program;
        RpcPeer peer(broken);
        const auto answer = ask(peer, u"echo"_s);
        QVERIFY(!answer);
        QVERIFY2(answer.error().is(errors::cannotStart), qPrintable(answer.error().id()));
        QCOMPARE(answer.error().subject, u"the peer"_s);
        QVERIFY(!answer.error().detail.isEmpty());
    }

    void failsClearlyAndRecovers_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QJsonObject>("params");
        QTest::addColumn<QString>("error");
        QTest::addColumn<QString>("detail");
        const QString died = u"core.peer-died"_s;
        const QString bad = u"core.bad-answer"_s;
        QTest::newRow("exit") << u"die"_s << QJsonObject{{u"code"_s, 3}} << died
                              << u"exit code 3: line 4 / line 5 / line 6 / line 7 / line 8"_s;
        QTest::newRow("signal") << u"crash"_s << QJsonObject{} << died << u"signal 6"_s;
        QTest::newRow("grandchild holds the pipes") << u"child"_s << QJsonObject{} << died << u"exit code 5"_s;
        QTest::newRow("closes its output") << u"close"_s << QJsonObject{} << died << u"closed its output"_s;
        QTest::newRow("text") << u"text"_s << QJsonObject{} << bad << u"Exception in thread main"_s;
        QTest::newRow("broken JSON") << u"broken json"_s << QJsonObject{} << bad << u"{\"id\":"_s;
        QTest::newRow("an id nobody asked") << u"wrong id"_s << QJsonObject{} << bad << u"id 100"_s;
        QTest::newRow("too large") << u"huge"_s << QJsonObject{{u"size"_s, 2'000'000}} << u"core.answer-too-large"_s
                                   << u"20000"_s;
    }
    void failsClearlyAndRecovers()
    {
        QFETCH(QString, method);
        QFETCH(QJsonObject, params);
        QFETCH(QString, error);
        QFETCH(QString, detail);
        RpcPeer peer(options());
        const qint64 before = ask(peer, u"pid"_s)->result.toInteger();
        const auto answer = ask(peer, method, params);
        QVERIFY(!answer);
        QCOMPARE(answer.error().id(), error);
        QCOMPARE(answer.error().subject, u"the peer"_s);
        QVERIFY2(answer.error().detail.contains(detail), qPrintable(answer.error().detail));
        QVERIFY(!alive(before));
        const auto after = ask(peer, u"pid"_s);
        QVERIFY(after);
        QVERIFY(after->result.toInteger() != before);
    }

    void anAnswerAtTheLimitPasses()
    {
        RpcPeer peer(options());
        const auto answer = ask(peer, u"huge"_s, {{u"size"_s, 1'000'000}});
        QVERIFY(answer);
        QCOMPARE(answer->result.toString().size(), 1'000'000);
    }

    void refusesALargeRequestUnsent()
    {
        RpcPeer peer(options());
        const qint64 pid = ask(peer, u"pid"_s)->result.toInteger();
        const auto answer = ask(peer, u"echo"_s, {{u"x"_s, QString(600'000, u'x')}});
        QVERIFY(!answer && answer.error().is(errors::requestTooLarge));
        QCOMPARE(ask(peer, u"pid"_s)->result.toInteger(), pid);
    }

    void endsWhatRunsOutOfTime_data()
    {
        QTest::addColumn<QString>("method");
        QTest::newRow("hangs") << u"hang"_s;
        QTest::newRow("half an answer") << u"half"_s;
    }
    void endsWhatRunsOutOfTime()
    {
        QFETCH(QString, method);
        RpcPeer peer(options());
        const qint64 before = ask(peer, u"pid"_s)->result.toInteger();
        QElapsedTimer timer;
        timer.start();
        const auto answer = ask(peer, method, {}, 200ms);
        QVERIFY(!answer && answer.error().is(errors::timedOut));
        QVERIFY(timer.elapsed() >= 200);
        QTRY_VERIFY(!alive(before));
        QVERIFY(ask(peer, u"echo"_s));
    }

    void othersLearnThatItWasEnded()
    {
        RpcPeer peer(options());
        QVERIFY(ask(peer, u"echo"_s));
        Result<RpcAnswer> other = fail(errors::internal);
        std::thread thread([&] { other = ask(peer, u"hold"_s); });
        const auto late = ask(peer, u"hang"_s, {}, 300ms);
        QVERIFY(!late && late.error().is(errors::timedOut));
        // Whether it was before or behind the one that hung: it has an error that invites to try again, or an answer
        // to a request that the new process got.
        while (!ask(peer, u"echo"_s))
            continue;
        thread.join();
        QVERIFY(other || (other.error().is(errors::peerDied) && other.error().next == Next::Retry));
    }

    void cancelReturnsAtOnce()
    {
        RpcPeer peer(options());
        const qint64 pid = ask(peer, u"pid"_s)->result.toInteger();
        const qint64 took = fastestOf(5, 100, [&]() -> qint64 {
            const CancelSource source;
            TaskContext task;
            task.cancel = source.token();
            QElapsedTimer sinceCancel;
            std::thread canceller([&] {
                CancelToken().waitFor(100ms);
                sinceCancel.start();
                source.cancel();
            });
            const auto answer = peer.call(u"sleep"_s, {{u"ms"_s, 600}}, task, 20s);
            canceller.join();
            const bool refused = !peer.call(u"echo"_s, {}, task, 20s);
            return !answer && answer.error().is(errors::cancelled) && refused ? sinceCancel.elapsed() : 20'000;
        });
        QVERIFY2(took < 100, qPrintable(QString::number(took)));
        // Its late answer is dropped, the process goes on.
        QCOMPARE(ask(peer, u"pid"_s)->result.toInteger(), pid);
    }

    void whatWasCancelledAndStillHangsIsEnded()
    {
        RpcPeer peer(options());
        const qint64 pid = ask(peer, u"pid"_s)->result.toInteger();
        const CancelSource source;
        TaskContext task;
        task.cancel = source.token();
        std::thread canceller([&] {
            CancelToken().waitFor(50ms);
            source.cancel();
        });
        QVERIFY(!peer.call(u"hang"_s, {}, task, 400ms));
        canceller.join();
        QTRY_VERIFY(!alive(pid));
    }

    void stopKillsWhatDoesNotListen()
    {
        RpcPeer peer(options());
        const qint64 pid = ask(peer, u"pid"_s)->result.toInteger();
        Result<RpcAnswer> hanging = RpcAnswer{};
        std::thread thread([&] { hanging = ask(peer, u"hang"_s); });
        CancelToken().waitFor(100ms);
        QElapsedTimer timer;
        timer.start();
        peer.stop();
        QVERIFY(!alive(pid));
        QVERIFY(timer.elapsed() < 2000);
        // Had it not been sent yet, it reaches the next process; a second stop ends that too.
        while (peer.pid() > 0)
            peer.stop();
        thread.join();
        QVERIFY(!hanging && hanging.error().is(errors::peerDied));
        QVERIFY(ask(peer, u"echo"_s));
    }

    void endsWithItsOwner()
    {
        qint64 pid = 0;
        {
            RpcPeer peer(options());
            pid = ask(peer, u"pid"_s)->result.toInteger();
            QVERIFY(alive(pid));
        }
        QVERIFY(!alive(pid));
    }

    void givesItsErrorLines()
    {
        std::mutex mutex;
        QStringList lines;
        RpcOptions listening = options();
        listening.onErrorLine = [&](const QString& line) {
            const std::lock_guard lock(mutex);
            lines.append(line);
        };
        RpcPeer peer(listening);
        QVERIFY(!ask(peer, u"die"_s));
        {
            const std::lock_guard lock(mutex);
            QCOMPARE(lines.size(), 8);
            QCOMPARE(lines.first(), u"line 1"_s);
        }
        QVERIFY(ask(peer, u"long stderr"_s));
        peer.stop();
        const std::lock_guard lock(mutex);
        for (const QString& line : lines)
            QVERIFY(line.size() <= 4 * 1024);
        QVERIFY(lines.size() > 8);
    }

    void theProcessDiesWithUs()
    {
        // A process of ours that is killed outright: the kernel takes its child along.
        int fds[2];
        QVERIFY(::pipe(fds) == 0);
        const QByteArray program = QFile::encodeName(QCoreApplication::applicationFilePath());
        const QByteArray descriptor = QByteArray::number(fds[1]);
        const pid_t child = ::fork();
        if (child == 0) {
            ::execl(program.constData(), program.constData(), ownPeer, descriptor.constData(), nullptr);
            ::_exit(127);
        }
        ::close(fds[1]);
        qint64 pid = 0;
        QCOMPARE(::read(fds[0], &pid, sizeof pid), ssize_t(sizeof pid));
        QVERIFY(alive(pid));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        QTRY_VERIFY(!alive(pid) || isZombie(pid));
        ::close(fds[0]);
    }

private:
    // Where nobody reaps orphans (a container without an init) a killed one stays as a zombie.
    static bool isZombie(qint64 pid)
    {
        QFile stat(u"/proc/%1/stat"_s.arg(pid));
        return stat.open(QIODevice::ReadOnly) && stat.readAll().contains(") Z ");
    }
};

namespace {

/// What the test's program does when it starts itself: it owns a peer, tells its process id and waits to be killed.
int waitToBeKilled(int descriptor)
{
    RpcPeer peer(options());
    const auto answer = ask(peer, u"pid"_s);
    const qint64 pid = answer ? answer->result.toInteger() : -1;
    if (::write(descriptor, &pid, sizeof pid) != sizeof pid)
        return 1;
    for (;;)
        ::pause();
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], ownPeer) == 0)
        return waitToBeKilled(QByteArray(argv[2]).toInt());
    TestRpcPeer test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_rpcpeer.moc"
