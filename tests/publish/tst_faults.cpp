#include "../support/patience.h"
#include "core/errors.h"
#include "postgres/errors.h"
#include "postgres/testdatabase.h"
#include "publish/plan/errors.h"
#include "publish/run/publisher.h"
#include "sources.h"
#include "testpass.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace nc;

/// Publishing while others do, while the server goes away, while the person changes her mind.
class TestFaults : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<TestDatabase> m_database;

    void killSessions()
    {
        m_database->sql(
            u"select pg_terminate_backend(pid) from pg_stat_activity where usename = '%1'"_s.arg(m_database->role()));
    }

private Q_SLOTS:
    void init() { m_database = std::make_unique<TestDatabase>(); }
    void cleanup() { m_database.reset(); }

    void thousandAtOnce()
    {
        const QList<PublishSource> sources = manySources(1000);
        Publisher publisher(m_database->target());
        const auto first = publisher.publish(testPass(Operation::Publish), {sources, {}, false, false, {}}, {});
        QVERIFY(first && first->ok());
        QCOMPARE(first->count(PublishResult::Created), 1000);
        QCOMPARE(m_database->value(u"select count(*) from notification_template"_s), QByteArray("1000"));
        const auto second = publisher.publish(testPass(Operation::Publish), {sources, {}, false, false, {}}, {});
        QCOMPARE(second->count(PublishResult::Unchanged), 1000);
    }

    void twoPublishersAtOnce()
    {
        const QList<PublishSource> sources = manySources(200);
        std::optional<Result<PublishReport>> reports[2];
        std::thread threads[2];
        for (int i = 0; i < 2; ++i) {
            threads[i] = std::thread([&, i] {
                reports[i] = Publisher(m_database->target())
                                 .publish(testPass(Operation::Publish), {sources, {}, false, false, {}}, {});
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QVERIFY(*reports[0] && *reports[1]);
        const PublishReport& one = **reports[0];
        const PublishReport& two = **reports[1];
        QVERIFY(one.ok() && two.ok());
        QCOMPARE(one.count(PublishResult::Created) + two.count(PublishResult::Created), 200);
        QCOMPARE(one.count(PublishResult::Unchanged) + two.count(PublishResult::Unchanged), 200);
        // One did everything, then the other planned anew.
        QVERIFY(one.count(PublishResult::Created) == 200 || two.count(PublishResult::Created) == 200);
    }

    void aSessionKilledInTheMiddleIsOpenedAnew()
    {
        const QList<PublishSource> sources = manySources(50);
        int done = 0;
        const auto report =
            Publisher(m_database->target())
                .publish(testPass(Operation::Publish), {sources, {}, false, false, {}}, {}, [&](const PublishOutcome&) {
                    if (++done == 10 || done == 30)
                        killSessions();
                });
        QVERIFY(report);
        QVERIFY(report->ok());
        QCOMPARE(report->count(PublishResult::Created), 50);
        QCOMPARE(m_database->value(u"select count(*) from notification_template"_s), QByteArray("50"));
    }

    void aServerThatIsGoneForGoodIsSaid()
    {
        const QList<PublishSource> sources = manySources(50);
        int done = 0;
        const auto report =
            Publisher(m_database->target())
                .publish(testPass(Operation::Publish), {sources, {}, false, false, {}}, {}, [&](const PublishOutcome&) {
                    if (++done == 10) {
                        m_database->sql(u"alter role %1 nologin"_s.arg(m_database->role()));
                        killSessions();
                    }
                });
        QVERIFY(report);
        QVERIFY(!report->ok());
        QVERIFY(report->stopped);
        QCOMPARE(report->outcomes.size(), 50);
        QCOMPARE(report->count(PublishResult::Created), 10);
        QCOMPARE(report->count(PublishResult::Failed), 1);
        QCOMPARE(report->count(PublishResult::Skipped), 39);
        QCOMPARE(m_database->value(u"select count(*) from notification_template"_s), QByteArray("10"));
        m_database->sql(u"alter role %1 login"_s.arg(m_database->role()));
        // The rest on the next publish.
        const auto next =
            Publisher(m_database->target()).publish(testPass(Operation::Publish), {sources, {}, false, false, {}}, {});
        QVERIFY(next && next->ok());
        QCOMPARE(next->count(PublishResult::Created), 40);
    }

    void aWriteInDoubtIsLookedAt()
    {
        // The row is written, then the session dies before the answer: the trigger stands for that moment.
        m_database->sql(u"create function die() returns trigger language plpgsql security definer as "
                        "$$ begin if new.content like '%die%' then "
                        "perform pg_terminate_backend(pg_backend_pid()); end if; return null; end $$"_s);
        m_database->sql(u"create constraint trigger dies after insert on notification_template deferrable initially "
                        "deferred for each row execute function die()"_s);
        const auto report =
            Publisher(m_database->target())
                .publish(testPass(Operation::Publish),
                    {{source(u"email/a"_s), source(u"email/b"_s, "die"), source(u"email/c"_s)}, {}, false, false, {}},
                    {});
        QVERIFY(report);
        // It never takes effect, so after the allowed number of new sessions it is given up, honestly.
        QCOMPARE(report->outcomes[0].result, PublishResult::Created);
        QCOMPARE(report->outcomes[1].result, PublishResult::Failed);
        QVERIFY(report->outcomes[1].error->is(errors::databaseInDoubt));
        QCOMPARE(m_database->value(u"select count(*) from notification_template where name = 'b'"_s), QByteArray("0"));
    }

    void cancelBetweenTemplates()
    {
        const QList<PublishSource> sources = manySources(50);
        const CancelSource cancel;
        int done = 0;
        const auto report = Publisher(m_database->target())
                                .publish(testPass(Operation::Publish), {sources, {}, false, false, {}},
                                    {cancel.token()}, [&](const PublishOutcome&) {
                                        if (++done == 10)
                                            cancel.cancel();
                                    });
        QVERIFY(report);
        QVERIFY(report->stopped->is(errors::cancelled));
        QCOMPARE(report->count(PublishResult::Created), 10);
        QCOMPARE(report->count(PublishResult::Skipped), 40);
        QCOMPARE(m_database->value(u"select count(*) from notification_template"_s), QByteArray("10"));
    }

    void cancelWhileWaitingForALock()
    {
        // Somebody holds the table: the statement blocks in the server.
        const auto other = Connection::open(m_database->admin(), {});
        QVERIFY(other);
        QVERIFY((*other)->run(Effect::Read, "begin", {}, {}));
        QVERIFY((*other)->run(Effect::Read, "lock table notification_template in share mode", {}, {}));
        const CancelSource cancel;
        std::thread later([&] {
            while (m_database->value(u"select count(*) from pg_stat_activity where wait_event_type = 'Lock' and"
                                     " usename = '%1'"_s.arg(m_database->role()))
                != "1")
                std::this_thread::yield();
            cancel.cancel();
        });
        const auto report =
            Publisher(m_database->target())
                .publish(testPass(Operation::Publish), {manySources(5), {}, false, false, {}}, {cancel.token()});
        later.join();
        QVERIFY(report);
        QCOMPARE(report->outcomes[0].result, PublishResult::Failed);
        QVERIFY(report->outcomes[0].error->is(errors::databaseInDoubt));
        QCOMPARE(report->count(PublishResult::Skipped), 4);
        // The server notices that we left, gives up the statement and never writes it.
        QTRY_COMPARE(
            m_database->value(u"select count(*) from pg_stat_activity where usename = '%1'"_s.arg(m_database->role())),
            QByteArray("0"));
        QVERIFY((*other)->run(Effect::Read, "commit", {}, {}));
        QCOMPARE(m_database->value(u"select count(*) from notification_template"_s), QByteArray("0"));
    }

    void aLargeLetterGoesWholeOrNotAtAll()
    {
        const QByteArray large = QByteArray("<html>").append(QByteArray(12 * 1024 * 1024, 'x')).append("</html>");
        const QList<PublishSource> sources{source(u"email/a"_s), source(u"email/large"_s, large), source(u"email/z"_s)};
        const auto report =
            Publisher(m_database->target()).publish(testPass(Operation::Publish), {sources, {}, false, false, {}}, {});
        QVERIFY(report && report->ok());
        QCOMPARE(m_database->value(u"select length(content) from notification_template where name = 'large'"_s),
            QByteArray::number(large.size()));
        // The session dies while it is on its way: the old text stands, whole, or the new one.
        QByteArray other = large;
        other.replace('x', 'y');
        const auto again =
            Publisher(m_database->target())
                .publish(testPass(Operation::Publish),
                    {{source(u"email/a"_s, "new"), source(u"email/large"_s, other)}, {}, false, false, {}}, {},
                    [this](const PublishOutcome&) { killSessions(); });
        QVERIFY(again && again->ok());
        QCOMPARE(m_database->value(u"select content = repeat('y', 1) or content like '<html>yyy%yyy</html>' from "
                                   "notification_template where name = 'large'"_s),
            QByteArray("t"));
    }

    void unreachableIsOneClearError()
    {
        const auto report = Publisher({u"host=127.0.0.1 port=1 dbname=x user=y"_s})
                                .publish(testPass(Operation::Publish), {manySources(2), {}, false, false, {}}, {});
        QVERIFY(!report);
        QVERIFY(report.error().is(errors::databaseUnreachable));
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
