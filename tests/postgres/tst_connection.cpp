#include "core/errors.h"
#include "postgres/errors.h"
#include "postgres/rights.h"
#include "postgres/testdatabase.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace nc;

namespace {

/// Cancels after a while; gives how long the call then took to return.
struct LateCancel {
    CancelSource source;
    QElapsedTimer clock;
    std::thread thread;
    std::atomic<qint64> cancelledAt = 0;

    explicit LateCancel(std::chrono::milliseconds after)
    {
        clock.start();
        thread = std::thread([this, after] {
            std::this_thread::sleep_for(after);
            cancelledAt = clock.elapsed();
            source.cancel();
        });
    }
    ~LateCancel() { thread.join(); }
    TaskContext context() const { return {source.token()}; }
    qint64 took() const { return clock.elapsed() - cancelledAt; }
};

} // namespace

class TestConnection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void connectsAndReads()
    {
        TestDatabase database;
        const auto connection = Connection::open(database.target(), {});
        QVERIFY(connection);
        QVERIFY((*connection)->serverVersion() > 100000);
        const auto rows =
            (*connection)->run(Effect::Read, "select $1::text, $2::text", {QByteArray("ґ'\""), std::nullopt}, {});
        QVERIFY(rows);
        QCOMPARE(rows->rows.at(0).at(0), QByteArray("ґ'\""));
        QVERIFY(!rows->rows.at(0).at(1));
    }

    void saysWhatStandsInTheWay()
    {
        TestDatabase database;
        const auto codeOf = [](const QString& conninfo) {
            const auto connection = Connection::open({conninfo}, {});
            return connection ? QString() : connection.error().id();
        };
        const QString good = database.target().conninfo;
        QCOMPARE(codeOf(good + u" dbname=nowhere"_s), u"postgres.no-such-database"_s);
        QCOMPARE(codeOf(good + u" user=nobody_of_ours"_s), u"postgres.login-refused"_s);
        QCOMPARE(codeOf(u"host=127.0.0.1 port=1 dbname=x"_s), u"postgres.unreachable"_s);
        QCOMPARE(codeOf(u"nonsense"_s), u"postgres.bad-connection-string"_s);
    }

    void cancelEndsAConnectThatHangs()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        LateCancel cancel(50ms);
        const auto connection =
            Connection::open({u"host=127.0.0.1 port=%1 dbname=x"_s.arg(silent.serverPort()), {}, 2s}, cancel.context());
        QVERIFY(!connection);
        QVERIFY(connection.error().is(errors::cancelled));
        QVERIFY2(cancel.took() < 100, qPrintable(QString::number(cancel.took())));
    }

    void cancelEndsAStatementThatHangs()
    {
        TestDatabase database;
        const auto connection = Connection::open(database.target(), {});
        QVERIFY(connection);
        LateCancel cancel(50ms);
        const auto rows = (*connection)->run(Effect::Read, "select pg_sleep(30)", {}, cancel.context());
        QVERIFY(!rows);
        QVERIFY(rows.error().is(errors::cancelled));
        QVERIFY2(cancel.took() < 150, qPrintable(QString::number(cancel.took())));
        QVERIFY(!(*connection)->alive());
        QVERIFY((*connection)->run(Effect::Read, "select 1", {}, {}).error().is(errors::databaseLost));
    }

    void cancelledWriteIsInDoubt()
    {
        TestDatabase database;
        const auto connection = Connection::open(database.target(), {});
        QVERIFY(connection);
        LateCancel cancel(50ms);
        const auto rows = (*connection)->run(Effect::Write, "select pg_sleep(30)", {}, cancel.context());
        QVERIFY(!rows);
        QVERIFY(rows.error().is(errors::databaseInDoubt));
        QCOMPARE(rows.error().next, Next::InDoubt);
    }

    void killedSessionIsToldApart()
    {
        TestDatabase database;
        const auto connection = Connection::open(database.target(), {});
        QVERIFY(connection);
        const auto rows = (*connection)->run(Effect::Read, "select pg_terminate_backend(pg_backend_pid())", {}, {});
        QVERIFY(!rows);
        QVERIFY(rows.error().is(errors::databaseLost));
        QCOMPARE(rows.error().next, Next::Fatal);
        QVERIFY(!(*connection)->alive());
    }

    void sessionSurvivesAnError()
    {
        TestDatabase database;
        const auto connection = Connection::open(database.target(), {});
        QVERIFY(connection);
        const auto broken = (*connection)->run(Effect::Write, "select * from no_such_table", {}, {});
        QVERIFY(broken.error().is(errors::missingTable));
        QCOMPARE(broken.error().subject, u"no_such_table"_s);
        const auto refused = (*connection)->run(Effect::Write, "delete from inbox_notification", {}, {});
        QVERIFY(refused.error().is(errors::missingRight));
        QCOMPARE(refused.error().subject, u"inbox_notification"_s);
        QVERIFY((*connection)->run(Effect::Read, "select 1", {}, {}));
    }

    void nulByteIsRefusedBeforeItIsCutOff()
    {
        TestDatabase database;
        const auto connection = Connection::open(database.target(), {});
        QVERIFY(connection);
        const auto rows = (*connection)->run(Effect::Read, "select $1::text", {QByteArray("a\0b", 3)}, {});
        QVERIFY(rows.error().is(errors::textWithNul));
    }

    void readsRights()
    {
        TestDatabase database;
        database.sql(u"revoke delete on notification_template_attr from "_s + database.role());
        database.sql(u"drop table inbox_notification"_s);
        const auto connection = Connection::open(database.target(), {});
        QVERIFY(connection);
        const auto rights = readRights(**connection, {});
        QVERIFY(rights);
        QVERIFY(rights->contains(TableRights{u"notification_template"_s, true, true, true, true, true}));
        QVERIFY(rights->contains(TableRights{u"notification_template_attr"_s, true, true, true, true, false}));
        QVERIFY(rights->contains(TableRights{u"inbox_notification"_s, false, false, false, false, false}));
        QVERIFY(checkRights(*rights, {{u"notification_template_attr"_s, u"update"_s}}));
        const auto missing = checkRights(*rights, {{u"notification_template_attr"_s, u"delete"_s}});
        QVERIFY(missing.error().is(errors::missingRight));
        QCOMPARE(missing.error().detail, u"DELETE"_s);
        QVERIFY(checkRights(*rights, {{u"inbox_notification"_s, u"select"_s}}).error().is(errors::missingTable));
    }
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
