#include "clirun.h"
#include "connections/profilestore.h"
#include "events.h"
#include "testsandbox.h"

#include <QJsonArray>
#include <QTemporaryDir>

#include <atomic>
#include <thread>

using namespace nc;
using namespace Qt::StringLiterals;

namespace {

/// Plays notification-service: takes what is written to user-notifications from now on, one after the other, and writes
/// what it thinks of it to audit-events or to the dead letters.
class StandIn {
public:
    enum class Fate { Delivered, SilentlyFailed, Dead };
    using Decide = std::function<Fate(int number)>; ///< of the number-th event, from 0

    StandIn(const KafkaAccess& access, const QString& process, Decide decide)
        : m_thread([this, access, process, decide = std::move(decide)] { run(access, process, decide); })
    {
        while (!m_ready)
            std::this_thread::yield();
    }
    ~StandIn()
    {
        m_stop.cancel();
        m_thread.join();
    }
    StandIn(const StandIn&) = delete;
    StandIn& operator=(const StandIn&) = delete;

    int seen() const { return m_seen; }
    /// How many events stood in the topic when the first one's fate was told.
    int seenBeforeTheFirstFate() const { return m_early; }

private:
    void run(const KafkaAccess& access, const QString& process, const Decide& decide)
    {
        const auto reader = RecordReader::open(access);
        const TaskContext task{m_stop.token(), {}};
        ReadRequest request;
        request.topic = u"user-notifications"_s;
        request.from = {ReadFrom::Kind::End, 0};
        request.follow = true;
        const auto done = (*reader)->scan(
            request,
            [&](RecordBatch batch) {
                m_ready = true;
                for (const RecordView& view : batch) {
                    const Record record = view.toRecord();
                    if (record.value && record.value->contains(process.toUtf8()))
                        take(access, record, process, decide);
                }
                return Flow::Continue;
            },
            task);
        if (!done && !m_stop.token().isCancelled())
            qWarning("%s", qPrintable(done.error().id() + done.error().detail));
        m_ready = true;
    }
    void take(const KafkaAccess& access, const Record& event, const QString& process, const Decide& decide)
    {
        const int number = m_seen++;
        if (number == 0) {
            // It thinks for a while: who does not wait shows now.
            m_stop.token().waitFor(std::chrono::milliseconds(700));
            for (const Record& record : letters::readAll(access, event.topic))
                m_early += record.value && record.value->contains(process.toUtf8()) ? 1 : 0;
        }
        const Fate fate = decide(number);
        Record out = letters::auditOf(event, fate == Fate::Delivered);
        if (fate == Fate::Dead) {
            out = event;
            out.topic += u".DLT"_s;
            out.headers = {{"kafka_dlt-exception-fqcn", "x.ListenerExecutionFailedException"},
                {"kafka_dlt-exception-message", "User not found by username"},
                {"kafka_dlt-original-topic", event.topic.toUtf8()},
                {"kafka_dlt-original-partition", letters::be32(event.partition)},
                {"kafka_dlt-original-offset", letters::be64(event.offset)}};
        }
        if (!letters::write(access, {out}))
            qWarning("the stand-in cannot write");
    }

    CancelSource m_stop;
    std::atomic<bool> m_ready = false;
    std::atomic<int> m_seen = 0;
    std::atomic<int> m_early = 0;
    std::thread m_thread;
};

} // namespace

/// Events on a real broker with somebody who plays the service. `--canary`: the first one goes alone and is watched,
/// and sending ends by itself when failures come back. An event that is known twice goes once.
class TestSendingEvents : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theRestFollowsAGoodFirst();
    void aFailedFirstStaysAlone_data();
    void aFailedFirstStaysAlone();
    void failuresEndARun_data();
    void failuresEndARun();
    void resendWatchesToo();
    void knownTwiceReplayedFirst();
    void knownTwiceResentFirst();

private:
    using Fate = StandIn::Fate;

    CliRun run(const QStringList& arguments)
    {
        return runCli(
            QStringList{u"--config-dir"_s, m_folder.path(), u"--profile"_s, u"test"_s, u"--json"_s} + arguments);
    }
    static QList<QJsonObject> lines(const CliRun& run)
    {
        QList<QJsonObject> out;
        for (const QByteArray& line : run.out.trimmed().split('\n')) {
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            // The last one of those that look says no more than what could not be seen.
            if (!line.isEmpty() && (object.size() != 3 || !object.contains("complete"_L1)))
                out.append(object);
        }
        return out;
    }
    /// So many dead events, each of its own process instance; gives the common part of their names.
    QString fill(int count)
    {
        const QString process = m_sandbox->uniqueName(u"canary"_s);
        QList<Record> dead;
        for (int i = 0; i < count; ++i)
            dead.append(letters::deadLetter(process + u'-' + QString::number(i)));
        if (!letters::write(m_sandbox->profile().kafka, dead))
            qFatal("cannot write");
        return process;
    }
    QStringList replay(const QString& process, const QStringList& more = {}) const
    {
        return QStringList{u"dlt"_s, u"replay"_s, u"user-notifications.DLT"_s, u"--filter"_s,
                   u"process: %1 and header.mine: *"_s.arg(process), u"--canary"_s}
        + more;
    }
    int sent(const QString& process) const
    {
        int count = 0;
        for (const Record& record : letters::readAll(m_sandbox->profile().kafka, u"user-notifications"_s))
            count += record.value && record.value->contains(process.toUtf8()) ? 1 : 0;
        return count;
    }
    QMap<QString, int> states(const QString& process)
    {
        QMap<QString, int> counts;
        for (const QJsonObject& line : lines(run({u"dlt"_s, u"show"_s, u"user-notifications.DLT"_s, u"--filter"_s,
                 u"process: %1 and header.mine: *"_s.arg(process)})))
            ++counts[line["state"_L1].toString()];
        return counts;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<test::TestSandbox> m_sandbox;
};

void TestSendingEvents::initTestCase()
{
    m_sandbox = std::make_unique<test::TestSandbox>();
    Profile profile = m_sandbox->profile();
    profile.name = u"test"_s;
    QVERIFY(ProfileStore(m_folder.path()).add(profile).has_value());
}

void TestSendingEvents::theRestFollowsAGoodFirst()
{
    const QString process = fill(12);
    const StandIn service(m_sandbox->profile().kafka, process, [](int) { return Fate::Delivered; });
    const CliRun done = run(replay(process));
    QVERIFY2(done.code == 0, done.err.constData());
    QCOMPARE(lines(done).last()["replayed"_L1].toInt(), 12);
    QVERIFY(!lines(done).last().contains("stopped"_L1));
    QCOMPARE(service.seenBeforeTheFirstFate(), 1);
    QCOMPARE(sent(process), 12);
    QCOMPARE(states(process), (QMap<QString, int>{{u"replayed"_s, 12}}));
}

void TestSendingEvents::aFailedFirstStaysAlone_data()
{
    QTest::addColumn<bool>("dead");
    QTest::newRow("silently") << false;
    QTest::newRow("dead again") << true;
}

void TestSendingEvents::aFailedFirstStaysAlone()
{
    QFETCH(bool, dead);
    const QString process = fill(8);
    const StandIn service(
        m_sandbox->profile().kafka, process, [dead](int) { return dead ? Fate::Dead : Fate::SilentlyFailed; });
    const CliRun done = run(replay(process));
    QCOMPARE(done.code, 1);
    const QJsonObject summary = lines(done).last();
    QCOMPARE(summary["stopped"_L1].toString(), u"canary-failed"_s);
    QCOMPARE(summary["replayed"_L1].toInt(), 1);
    QVERIFY2(done.err.contains(dead ? "User not found" : "Template not found"), done.err.constData());
    QCOMPARE(sent(process), 1);
    QCOMPARE(states(process), (QMap<QString, int>{{u"open"_s, 7}, {u"replayed"_s, 1}}));
    const QList<QJsonObject> ledger = lines(run({u"dlt"_s, u"ledger"_s, u"user-notifications.DLT"_s}));
    QCOMPARE(
        std::ranges::count_if(ledger, [&](const QJsonObject& line) { return line["run"_L1] == summary["run"_L1]; }), 1);
}

void TestSendingEvents::failuresEndARun_data()
{
    aFailedFirstStaysAlone_data();
}

void TestSendingEvents::failuresEndARun()
{
    QFETCH(bool, dead);
    const QString process = fill(120);
    const StandIn service(m_sandbox->profile().kafka, process, [dead](int number) {
        const Fate bad = dead ? Fate::Dead : Fate::SilentlyFailed;
        return number < 5 ? Fate::Delivered : bad;
    });
    const CliRun done = run(replay(process, {u"--rate"_s, u"12"_s}));
    QCOMPARE(done.code, 1);
    const QJsonObject summary = lines(done).last();
    QCOMPARE(summary["stopped"_L1].toString(), u"failures-came-back"_s);
    const int went = summary["replayed"_L1].toInt();
    QVERIFY2(went > 5 && went < 100, qPrintable(QString::number(went)));
    QCOMPARE(lines(done).size() - 1, went);
    QCOMPARE(sent(process), went);
    QCOMPARE(states(process), (QMap<QString, int>{{u"open"_s, 120 - went}, {u"replayed"_s, went}}));
    if (!dead)
        return;
    // What came back is a dead letter of its own, and is known to have been sent before.
    const CliRun back = run({u"dlt"_s, u"show"_s, u"user-notifications.DLT"_s, u"--filter"_s,
        u"process: %1 and not header.mine: *"_s.arg(process)});
    QVERIFY(!lines(back).isEmpty());
    for (const QJsonObject& line : lines(back))
        QCOMPARE(line["state"_L1].toString(), u"returned"_s);
}

void TestSendingEvents::resendWatchesToo()
{
    const QString process = m_sandbox->uniqueName(u"canary"_s);
    QList<Record> audits;
    for (int i = 0; i < 6; ++i)
        audits.append(letters::auditOf(letters::deadLetter(process + u'-' + QString::number(i)), false));
    QVERIFY(letters::write(m_sandbox->profile().kafka, audits));
    const QStringList resend{u"deliveries"_s, u"resend"_s, u"--filter"_s, u"process: "_s + process, u"--canary"_s};
    {
        const StandIn service(m_sandbox->profile().kafka, process, [](int) { return Fate::SilentlyFailed; });
        const CliRun done = run(resend);
        QCOMPARE(done.code, 1);
        QCOMPARE(lines(done).last()["stopped"_L1].toString(), u"canary-failed"_s);
        QCOMPARE(lines(done).last()["replayed"_L1].toInt(), 1);
        QCOMPARE(sent(process), 1);
    }
    const StandIn service(m_sandbox->profile().kafka, process, [](int) { return Fate::Delivered; });
    const CliRun done = run(resend);
    QVERIFY2(done.code == 0, done.err.constData());
    // The one that failed again is open again.
    QCOMPARE(lines(done).last()["replayed"_L1].toInt(), 6);
    QCOMPARE(service.seenBeforeTheFirstFate(), 2);
    QCOMPARE(sent(process), 7);
}

/// The event is a dead letter, and one of its letters failed silently before.
void TestSendingEvents::knownTwiceReplayedFirst()
{
    const QString process = m_sandbox->uniqueName(u"twice"_s);
    const Record dead = letters::deadLetter(process);
    QVERIFY(letters::write(m_sandbox->profile().kafka, {letters::auditOf(dead, false), dead}));
    const QStringList resend{u"deliveries"_s, u"resend"_s, u"--filter"_s, u"process = "_s + process};
    const QStringList replay{
        u"dlt"_s, u"replay"_s, u"user-notifications.DLT"_s, u"--filter"_s, u"process = "_s + process};
    // Its failed letter is not sent on its own: the event may go as a whole.
    const CliRun held = run(resend);
    QCOMPARE(held.code, 0);
    QCOMPARE(lines(held).first()["result"_L1].toString(), u"skipped"_s);
    QVERIFY2(lines(held).first()["reason"_L1].toString().contains(u"dead letter"), held.out.constData());
    QCOMPARE(sent(process), 0);
    QCOMPARE(lines(run(replay)).last()["replayed"_L1].toInt(), 1);
    QCOMPARE(sent(process), 1);
    // Now it went.
    const CliRun again = run(resend);
    QCOMPARE(lines(again).first()["result"_L1].toString(), u"skipped"_s);
    QVERIFY(!lines(again).first()["reason"_L1].toString().isEmpty());
    QCOMPARE(sent(process), 1);
    QCOMPARE(lines(run(resend + QStringList{u"--force"_s})).last()["replayed"_L1].toInt(), 1);
    QCOMPARE(sent(process), 2);
}

/// The failed letter was sent again, and then the event turns up among the dead letters.
void TestSendingEvents::knownTwiceResentFirst()
{
    const QString process = m_sandbox->uniqueName(u"twice"_s);
    const Record dead = letters::deadLetter(process);
    QVERIFY(letters::write(m_sandbox->profile().kafka, {letters::auditOf(dead, false)}));
    const QStringList resend{u"deliveries"_s, u"resend"_s, u"--filter"_s, u"process = "_s + process};
    const QStringList replay{
        u"dlt"_s, u"replay"_s, u"user-notifications.DLT"_s, u"--filter"_s, u"process = "_s + process};
    QCOMPARE(lines(run(resend)).last()["replayed"_L1].toInt(), 1);
    QVERIFY(letters::write(m_sandbox->profile().kafka, {dead}));
    const CliRun held = run(replay);
    QCOMPARE(held.code, 0);
    QCOMPARE(lines(held).first()["result"_L1].toString(), u"skipped"_s);
    const QJsonObject got = lines(held).first()["alreadyGot"_L1][0].toObject();
    QCOMPARE(got["recipient"_L1].toString(), u"ann"_s);
    QCOMPARE(got["channel"_L1].toString(), u"email"_s);
    QCOMPARE(got["how"_L1].toString(), u"resent"_s);
    QCOMPARE(sent(process), 1);
    const CliRun narrowed = run(replay + QStringList{u"--narrow"_s});
    QCOMPARE(lines(narrowed).last()["replayed"_L1].toInt(), 1);
    // Ann's inbox by name, Bob by his preferences: nobody reached him yet.
    QJsonObject ann;
    QJsonObject bob;
    int mails = 0;
    for (const Record& record : letters::readAll(m_sandbox->profile().kafka, u"user-notifications"_s)) {
        if (!record.value || !record.value->contains(process.toUtf8()))
            continue;
        const QJsonObject event = QJsonDocument::fromJson(*record.value).object();
        const QJsonObject recipient = event["recipients"_L1][0].toObject();
        if (recipient["id"_L1].toString() == u"bob")
            bob = event;
        else if (recipient["channels"_L1][0]["channel"_L1].toString() == u"email")
            ++mails;
        else
            ann = event;
    }
    QCOMPARE(mails, 1);
    QVERIFY(ann["notification"_L1]["ignoreChannelPreferences"_L1].toBool());
    QCOMPARE(ann["recipients"_L1].toArray().size(), 1);
    QCOMPARE(ann["recipients"_L1][0]["channels"_L1].toArray().size(), 1);
    QCOMPARE(ann["recipients"_L1][0]["channels"_L1][0]["channel"_L1].toString(), u"inbox"_s);
    QVERIFY(!bob["notification"_L1]["ignoreChannelPreferences"_L1].toBool(true));
    QCOMPARE(lines(run(replay + QStringList{u"--narrow"_s})).last()["skipped"_L1].toInt(), 1);
    QCOMPARE(sent(process), 3);
}

QTEST_GUILESS_MAIN(TestSendingEvents)
#include "tst_sendingevents.moc"
