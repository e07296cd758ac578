#include "../support/patience.h"
#include "connections/sandboxstate.h"
#include "kafka/cluster/admin.h"
#include "sandbox/freeport.h"
#include "sandbox/sandbox.h"
#include "sandbox/tool.h"
#include "testpass.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace nc;

/// Whole sandboxes on real servers, through what happens to them in life.
class SandboxLifecycleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void upDownUpKeepsData();
    void killedServersComeUpAgain();
    void aPortTakenMeanwhile();
    void twoSideBySide();
    void aFolderThatOnlyRootMayEnter();
    void demoIsThereOnce();
    void resetLeavesNothing();
    void cancelLeavesNoProcess();

private:
    qint64 records(const SandboxStatus& status, const QString& topic);
    QString psql(const SandboxStatus& status, const QString& sql);
    QStringList processes(const QString& folder) const;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Sandbox> m_sandbox;
    TaskContext m_task;
};

void SandboxLifecycleTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    // mkdtemp keeps others out, the server's user among them.
    ::chmod(m_folder->path().toLocal8Bit().constData(), 0755);
    m_sandbox = std::make_unique<Sandbox>(m_folder->filePath(u"box"_s));
}

void SandboxLifecycleTest::cleanup()
{
    QVERIFY(m_sandbox->reset(m_task));
    QCOMPARE(processes(m_folder->path()), QStringList());
}

QString SandboxLifecycleTest::psql(const SandboxStatus& status, const QString& sql)
{
    const auto answer = runTool(
        {.program = u"psql"_s,
            .arguments = {u"-XqAt"_s, u"-h"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(status.record.postgresPort),
                u"-U"_s, u"postgres"_s, u"-d"_s, u"notifications"_s, u"-c"_s, sql}},
        m_task);
    return answer ? QString::fromUtf8(*answer).trimmed() : answer.error().detail;
}

// Every process that has the folder in its command line.
QStringList SandboxLifecycleTest::processes(const QString& folder) const
{
    QStringList found;
    for (const QString& name : QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs)) {
        QFile file(u"/proc/%1/cmdline"_s.arg(name));
        if (name.toLongLong() != QCoreApplication::applicationPid() && file.open(QIODevice::ReadOnly)) {
            const QString line = QString::fromLocal8Bit(file.readAll().replace('\0', ' '));
            if (line.contains(folder))
                found << line;
        }
    }
    return found;
}

void SandboxLifecycleTest::upDownUpKeepsData()
{
    const auto first = m_sandbox->up({.empty = true}, testPass(Operation::StartSandbox), m_task);
    QVERIFY2(first, qPrintable(first ? QString() : first.error().detail));
    QVERIFY(first->running);
    QCOMPARE(psql(*first, u"insert into inbox_notification(id) values (uuid_generate_v4())"_s), QString());
    QVERIFY(runningSandbox(m_sandbox->folder()).has_value());

    const auto again = m_sandbox->up({.empty = true}, testPass(Operation::StartSandbox), m_task);
    QVERIFY(again);
    QCOMPARE(again->record.kafka, first->record.kafka);
    QCOMPARE(again->record.postgres, first->record.postgres);

    const auto down = m_sandbox->down(m_task);
    QVERIFY(down);
    QVERIFY(!down->running);
    QCOMPARE(processes(m_sandbox->folder()), QStringList());
    QVERIFY(!runningSandbox(m_sandbox->folder()).has_value());
    QVERIFY(!sandboxEnvironment(*down));

    const auto second = m_sandbox->up({.empty = true}, testPass(Operation::StartSandbox), m_task);
    QVERIFY(second);
    QCOMPARE(psql(*second, u"select count(*) from inbox_notification"_s), u"1"_s);
    // Whoever noted where it is finds it there again.
    QCOMPARE(second->record.kafkaPort, first->record.kafkaPort);
    QCOMPARE(second->record.postgresPort, first->record.postgresPort);
}

void SandboxLifecycleTest::killedServersComeUpAgain()
{
    const auto first = m_sandbox->up({.empty = true}, testPass(Operation::StartSandbox), m_task);
    QVERIFY(first);
    QCOMPARE(psql(*first, u"insert into inbox_notification(id) values (uuid_generate_v4())"_s), QString());
    ::kill(static_cast<pid_t>(first->record.kafka.pid), SIGKILL);
    ::kill(static_cast<pid_t>(first->record.postgres.pid), SIGKILL);
    QTRY_VERIFY(!m_sandbox->status()->kafkaRuns && !m_sandbox->status()->postgresRuns);
    QVERIFY(!m_sandbox->status()->running);

    const auto second = m_sandbox->up({.empty = true}, testPass(Operation::StartSandbox), m_task);
    QVERIFY2(second, qPrintable(second ? QString() : second.error().detail));
    QVERIFY(second->running);
    QCOMPARE(psql(*second, u"select count(*) from inbox_notification"_s), u"1"_s);
}

void SandboxLifecycleTest::aPortTakenMeanwhile()
{
    const auto first = m_sandbox->up({.empty = true}, testPass(Operation::StartSandbox), m_task);
    QVERIFY(first);
    QVERIFY(m_sandbox->down(m_task));
    PortFinder strangers;
    QCOMPARE(strangers.take(first->record.kafkaPort), first->record.kafkaPort);
    QCOMPARE(strangers.take(first->record.controllerPort), first->record.controllerPort);
    QCOMPARE(strangers.take(first->record.postgresPort), first->record.postgresPort);
    const auto second = m_sandbox->up({.empty = true}, testPass(Operation::StartSandbox), m_task);
    QVERIFY2(second, qPrintable(second ? QString() : second.error().detail));
    QVERIFY(second->record.kafkaPort != first->record.kafkaPort);
    QVERIFY(second->record.postgresPort != first->record.postgresPort);
    QCOMPARE(second->record.profile.kafka.bootstrap, u"127.0.0.1:%1"_s.arg(second->record.kafkaPort));
}

void SandboxLifecycleTest::twoSideBySide()
{
    Sandbox other(m_folder->filePath(u"other"_s));
    const auto one = m_sandbox->up({.empty = true}, testPass(Operation::StartSandbox), m_task);
    const auto two = other.up({.empty = true}, testPass(Operation::StartSandbox), m_task);
    QVERIFY(one && two);
    QVERIFY(one->record.kafkaPort != two->record.kafkaPort);
    QCOMPARE(psql(*one, u"insert into inbox_notification(id) values (uuid_generate_v4())"_s), QString());
    QCOMPARE(psql(*two, u"select count(*) from inbox_notification"_s), u"0"_s);
    QVERIFY(other.down(m_task));
    QVERIFY(m_sandbox->status()->running);
    QVERIFY(other.reset(m_task));
}

void SandboxLifecycleTest::aFolderThatOnlyRootMayEnter()
{
    if (::geteuid() != 0)
        QSKIP("an ordinary user's PostgreSQL may enter the user's own folders");
    ::chmod(m_folder->path().toLocal8Bit().constData(), 0700);
    const auto up = m_sandbox->up({.empty = true}, testPass(Operation::StartSandbox), m_task);
    QVERIFY2(up, qPrintable(up ? QString() : up.error().detail));
    const QString cluster = up->record.cluster;
    QVERIFY(!cluster.startsWith(m_folder->path()));
    QFile note(m_sandbox->folder() + u"/postgres-is-elsewhere.txt"_s);
    QVERIFY(note.open(QIODevice::ReadOnly));
    QVERIFY(QString::fromUtf8(note.readAll()).contains(cluster));
    QVERIFY(m_sandbox->down(m_task));
    QCOMPARE(m_sandbox->up({.empty = true}, testPass(Operation::StartSandbox), m_task)->record.cluster, cluster);
    QVERIFY(m_sandbox->reset(m_task));
    QVERIFY(!QFileInfo::exists(cluster));
}

qint64 SandboxLifecycleTest::records(const SandboxStatus& status, const QString& topic)
{
    const auto admin = ClusterAdmin::open(status.record.profile.kafka);
    const auto info = admin ? (*admin)->topic(topic, m_task) : Result<TopicInfo>(fail(admin.error()));
    return info ? info->records() : -1;
}

void SandboxLifecycleTest::demoIsThereOnce()
{
    const auto first = m_sandbox->up({}, testPass(Operation::StartSandbox), m_task);
    QVERIFY2(first, qPrintable(first ? QString() : first.error().id() + first.error().detail));
    QCOMPARE(first->record.demo, u"done"_s);
    const QString rows = psql(*first, u"select count(*) from inbox_notification"_s);
    const qint64 audits = records(*first, u"audit-events"_s);
    QVERIFY(rows.toInt() > 2000);
    QVERIFY(audits > 4000);
    QCOMPARE(records(*first, u"email-notifications.DLT"_s), 38);

    // What people do in a clone works: there is somewhere to push to.
    const QString clone = first->record.profile.regulation;
    const auto git = [&](const QStringList& arguments) {
        return runTool({.program = u"git"_s, .arguments = arguments, .folder = clone}, m_task);
    };
    QCOMPARE(git({u"status"_s, u"--porcelain"_s}).value(), QByteArray());
    QVERIFY(git({u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"test"_s}));
    QVERIFY(git({u"push"_s, u"-q"_s}));

    // An attempt that was cut off while it wrote: the next one begins the records anew.
    QVERIFY(m_sandbox->down(m_task));
    auto record = readRecord(m_sandbox->folder());
    record->demo = u"records"_s;
    QVERIFY(writeRecord(m_sandbox->folder(), *record));
    const auto second = m_sandbox->up({}, testPass(Operation::StartSandbox), m_task);
    QVERIFY2(second, qPrintable(second ? QString() : second.error().id() + second.error().detail));
    QCOMPARE(psql(*second, u"select count(*) from inbox_notification"_s), rows);
    QCOMPARE(records(*second, u"audit-events"_s), audits);
    QCOMPARE(psql(*second,
                 u"select count(*) from notification_template where channel = 'email' and name = "
                 "'application-decided'"_s),
        u"0"_s);
}

void SandboxLifecycleTest::resetLeavesNothing()
{
    QVERIFY(m_sandbox->up({.empty = true}, testPass(Operation::StartSandbox), m_task));
    const auto gone = m_sandbox->reset(m_task);
    QVERIFY(gone);
    QVERIFY(!gone->exists);
    QVERIFY(!QFileInfo::exists(m_sandbox->folder()));
    QCOMPARE(processes(m_sandbox->folder()), QStringList());
}

void SandboxLifecycleTest::cancelLeavesNoProcess()
{
    CancelSource source;
    TaskContext task;
    task.cancel = source.token();
    // Cancelled as soon as the servers are on their way.
    task.progress = [&source](const Progress& progress) {
        if (progress.stage == u"database"_s)
            source.cancel();
    };
    const auto up = m_sandbox->up({.empty = true}, testPass(Operation::StartSandbox), task);
    QVERIFY(!up);
    QVERIFY(up.error().is(errors::cancelled));
    QCOMPARE(processes(m_sandbox->folder()), QStringList());
    QVERIFY(m_sandbox->up({.empty = true}, testPass(Operation::StartSandbox), m_task));
}

QTEST_GUILESS_MAIN(SandboxLifecycleTest)
#include "tst_lifecycle.moc"
