#include "core/sentences.h"
#include "sandbox/errors.h"
#include "sandbox/folderlock.h"
#include "sandbox/freeport.h"
#include "sandbox/kafkabroker.h"
#include "sandbox/sandbox.h"
#include "sandbox/tool.h"
#include "testpass.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace nc;

/// The sandbox's parts that need no server.
class SandboxPartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTakenPortIsNotGivenAgain();
    void aStrangerWithTheSamePidIsNotOurs();
    void aServerIsStartedAndStopped();
    void aServerThatDiesSaysWhy();
    void theLockIsForOne();
    void aMissingProgramIsNamed();
    void cancelStopsATool();
    void missingJavaNamesThePackage();
    void missingPostgresNamesThePackage();
    void foreignFilesAreNotTouched();
    void theRecordSurvives();
};

void SandboxPartsTest::aTakenPortIsNotGivenAgain()
{
    PortFinder first;
    const int port = first.take();
    QVERIFY(port > 0);
    PortFinder second;
    const int other = second.take(port);
    QVERIFY(other > 0);
    QVERIFY(other != port);
    QVERIFY(portAnswers(port));
}

void SandboxPartsTest::aStrangerWithTheSamePidIsNotOurs()
{
    ProcessMark mark = ProcessMark::of(QCoreApplication::applicationPid());
    QVERIFY(mark.isAlive());
    QCOMPARE(ProcessMark::fromJson(mark.toJson()), mark);
    mark.began -= 1;
    QVERIFY(!mark.isAlive());
    // Would end this very test if it were sent.
    QVERIFY(stopServer(mark, SIGKILL, 100ms));
}

void SandboxPartsTest::aServerIsStartedAndStopped()
{
    const QTemporaryDir folder;
    const auto process = startServer({u"sleep"_s, {u"1000"_s}, folder.filePath(u"log"_s)});
    QVERIFY(process);
    QVERIFY(process->isAlive());
    QVERIFY(stopServer(*process, SIGTERM, 5s));
    QVERIFY(!process->isAlive());
    const auto stubborn =
        startServer({u"sh"_s, {u"-c"_s, u"trap '' TERM; while :; do sleep 0.1; done"_s}, folder.filePath(u"log"_s)});
    QVERIFY(stubborn);
    QVERIFY(stopServer(*stubborn, SIGTERM, 200ms));
    QVERIFY(!stubborn->isAlive());
}

void SandboxPartsTest::aServerThatDiesSaysWhy()
{
    const QTemporaryDir folder;
    const QString log = folder.filePath(u"log"_s);
    const auto process = startServer({u"sh"_s, {u"-c"_s, u"echo no luck today >&2; exit 1"_s}, log});
    QVERIFY(process);
    const auto ready = waitUntil([] { return false; }, *process, u"Luck"_s, log, 10s, TaskContext());
    QVERIFY(!ready);
    QVERIFY(ready.error().is(errors::serverDied));
    QVERIFY(ready.error().detail.contains(u"no luck today"_s));
    const auto nothing = startServer({u"/nonexistent/server"_s, {}, log});
    QVERIFY(!nothing);
    QVERIFY(nothing.error().is(errors::noTool));
}

void SandboxPartsTest::theLockIsForOne()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"lock"_s);
    {
        FolderLock first;
        QVERIFY(first.take(file, TaskContext()));
        CancelSource source;
        source.cancel();
        TaskContext impatient;
        impatient.cancel = source.token();
        FolderLock second;
        QVERIFY(second.take(file, impatient).error().is(errors::cancelled));
    }
    FolderLock third;
    QVERIFY(third.take(file, TaskContext()));
}

void SandboxPartsTest::aMissingProgramIsNamed()
{
    const auto missing = runTool({.program = u"no-such-program"_s}, TaskContext());
    QVERIFY(!missing);
    QVERIFY(missing.error().is(errors::noTool));
    QCOMPARE(missing.error().subject, u"no-such-program"_s);
    const auto failing =
        runTool({.program = u"sh"_s, .arguments = {u"-c"_s, u"echo why >&2; exit 3"_s}}, TaskContext());
    QVERIFY(failing.error().is(errors::toolFailed));
    QCOMPARE(failing.error().detail, u"why"_s);
}

void SandboxPartsTest::cancelStopsATool()
{
    CancelSource source;
    TaskContext task;
    task.cancel = source.token();
    std::thread later([&source] { source.cancel(); });
    const auto result = runTool({.program = u"sleep"_s, .arguments = {u"600"_s}}, task);
    later.join();
    QVERIFY(result.error().is(errors::cancelled));
}

void SandboxPartsTest::missingJavaNamesThePackage()
{
    const QByteArray path = qgetenv("PATH");
    const QByteArray home = qgetenv("JAVA_HOME");
    qunsetenv("JAVA_HOME");
    qputenv("PATH", "/nonexistent");
    const auto java = findJava();
    qputenv("PATH", path);
    if (!home.isNull())
        qputenv("JAVA_HOME", home);
    QVERIFY(!java);
    QVERIFY(java.error().is(errors::noJava));
    QVERIFY(describe(java.error(), Language::English).contains(u"openjdk-17-jre-headless"_s));
    QVERIFY(describe(java.error(), Language::Ukrainian).contains(u"openjdk-17-jre-headless"_s));
}

void SandboxPartsTest::missingPostgresNamesThePackage()
{
    const QTemporaryDir folder;
    qputenv("NOTIFICATION_CONSOLE_POSTGRES_BIN", "/nonexistent");
    const auto up = Sandbox(folder.filePath(u"box"_s)).up({}, testPass(Operation::StartSandbox), TaskContext());
    qunsetenv("NOTIFICATION_CONSOLE_POSTGRES_BIN");
    QVERIFY(!up);
    QVERIFY(up.error().is(errors::noPostgres));
    QVERIFY(describe(up.error(), Language::English).contains(u"postgresql-15"_s));
}

void SandboxPartsTest::foreignFilesAreNotTouched()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"thesis.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    Sandbox sandbox(folder.path());
    QVERIFY(sandbox.up({}, testPass(Operation::StartSandbox), TaskContext()).error().is(errors::notASandbox));
    QVERIFY(sandbox.reset(TaskContext()).error().is(errors::notASandbox));
    QVERIFY(file.exists());
}

void SandboxPartsTest::theRecordSurvives()
{
    const QTemporaryDir folder;
    QVERIFY(!readRecord(folder.path())->exists);
    SandboxRecord record;
    record.kafkaPort = 1234;
    record.saslSslPort = 77;
    record.secure = true;
    record.kafka = ProcessMark::of(QCoreApplication::applicationPid());
    record.profile.kafka.bootstrap = u"127.0.0.1:1234"_s;
    QVERIFY(writeRecord(folder.path(), record));
    const auto read = readRecord(folder.path());
    QVERIFY(read);
    QVERIFY(read->exists);
    QCOMPARE(read->kafkaPort, 1234);
    QCOMPARE(read->saslSslPort, 77);
    QVERIFY(read->secure);
    QCOMPARE(read->kafka, record.kafka);
    QCOMPARE(read->profile, record.profile);
    QFile file(folder.filePath(u"sandbox.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[1, 2");
    file.close();
    QVERIFY(readRecord(folder.path()).error().is(errors::notASandbox));
}

QTEST_GUILESS_MAIN(SandboxPartsTest)
#include "tst_parts.moc"
