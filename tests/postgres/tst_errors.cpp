#include "postgres/conninfo.h"
#include "postgres/errormapping.h"
#include "postgres/errors.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

class TestPostgresErrors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mapsStates_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("subject");
        QTest::newRow("right") << u"42501"_s << u"ERROR:  permission denied for table notification_template\n"_s
                               << u"postgres.missing-right"_s << u"notification_template"_s;
        QTest::newRow("table") << u"42P01"_s
                               << u"ERROR:  relation \"notification_template\" does not exist\nLINE 1: x"_s
                               << u"postgres.missing-table"_s << u"notification_template"_s;
        QTest::newRow("locks") << u"55P03"_s << u"ERROR:  lock timeout"_s << u"postgres.statement-timeout"_s << u"db"_s;
        QTest::newRow("deadlock") << u"40P01"_s << u"ERROR:  deadlock"_s << u"postgres.conflict"_s << u"db"_s;
        QTest::newRow("full") << u"53100"_s << u"ERROR:  no space"_s << u"postgres.full"_s << u"db"_s;
        QTest::newRow("standby") << u"25006"_s << u"ERROR:  read-only"_s << u"postgres.read-only"_s << u"db"_s;
        QTest::newRow("foreign key") << u"23503"_s << u"ERROR:  violates"_s << u"postgres.conflict"_s << u"db"_s;
        QTest::newRow("check") << u"23514"_s << u"ERROR:  violates"_s << u"postgres.constraint"_s << u"db"_s;
        QTest::newRow("killed") << u"57P01"_s << u"FATAL:  terminating"_s << u"postgres.lost"_s << u"db"_s;
        QTest::newRow("other") << u"42601"_s << u"ERROR:  syntax error"_s << u"postgres.refused"_s << u"db"_s;
    }
    void mapsStates()
    {
        QFETCH(QString, state);
        QFETCH(QString, message);
        QFETCH(QString, id);
        QFETCH(QString, subject);
        const Error error = errorFromSqlState(state.toStdString(), message, u"db"_s);
        QCOMPARE(error.id(), id);
        QCOMPARE(error.subject, subject);
        QVERIFY(!error.detail.contains(u'\n'));
    }

    void mapsConnectFailures_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("id");
        const QString at = u"connection to server at \"127.0.0.1\", port 5432 failed: "_s;
        QTest::newRow("nobody listens") << at + u"Connection refused\n\tIs the server running?"_s
                                        << u"postgres.unreachable"_s;
        QTest::newRow("password") << at + u"FATAL:  password authentication failed for user \"x\""_s
                                  << u"postgres.login-refused"_s;
        QTest::newRow("no password") << at + u"fe_sendauth: no password supplied"_s << u"postgres.login-refused"_s;
        QTest::newRow("role") << at + u"FATAL:  role \"x\" does not exist"_s << u"postgres.login-refused"_s;
        QTest::newRow("database") << at + u"FATAL:  database \"x\" does not exist"_s << u"postgres.no-such-database"_s;
        QTest::newRow("full") << at + u"FATAL:  sorry, too many clients already"_s << u"postgres.busy"_s;
        QTest::newRow("string") << u"missing \"=\" after \"nonsense\" in connection info string"_s
                                << u"postgres.bad-connection-string"_s;
    }
    void mapsConnectFailures()
    {
        QFETCH(QString, message);
        QFETCH(QString, id);
        QCOMPARE(errorFromConnect(message, u"db"_s).id(), id);
    }

    void passwordIsQuoted()
    {
        const DatabaseTarget words{u"host=h dbname=d"_s, u"a'b\\c d"_s};
        QVERIFY(fullConninfo(words).endsWith(uR"(host=h dbname=d password='a\'b\\c d')"_s));
        const DatabaseTarget uri{u"postgresql://u@h:1/d?sslmode=require"_s, u"p&q=1"_s};
        QVERIFY(fullConninfo(uri).contains(u"&password=p%26q%3D1"_s));
        QVERIFY(fullConninfo(uri).startsWith(u"postgresql://u@h:1/d?sslmode=require&connect_timeout="_s));
    }

    void givenWordsWin()
    {
        const QString full = fullConninfo({u"connect_timeout=3 host=h"_s});
        QVERIFY(full.lastIndexOf(u"connect_timeout=3"_s) > full.indexOf(u"connect_timeout='10'"_s));
    }

    void shownNameHoldsNoSecret()
    {
        QCOMPARE(shownName({u"host=db.example port=5433 dbname=notifications user=u password=x"_s}),
            u"db.example:5433/notifications"_s);
        QCOMPARE(shownName({u"postgresql://u:secret@h:1/d"_s}), u"h:1/d"_s);
        QCOMPARE(shownName({u"host='/var/run/a b' dbname=d"_s}), u"/var/run/a b/d"_s);
    }
};

QTEST_GUILESS_MAIN(TestPostgresErrors)
#include "tst_errors.moc"
