#include "core/timetext.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

class TestTimeText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTimes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("expected"); // -1: refused
        const qint64 now = 1'700'000'000'000;
        QTest::newRow("utc") << u"2026-11-22T10:00:00Z"_s << qint64(1'795'341'600'000);
        QTest::newRow("fraction") << u"2023-11-14T22:15:00.5Z"_s << qint64(1'700'000'100'500);
        QTest::newRow("offset") << u"2026-11-22T12:00:00+02:00"_s << qint64(1'795'341'600'000);
        QTest::newRow("epoch") << u"1700000000000"_s << now;
        QTest::newRow("relative") << u"-15m"_s << now - 900'000;
        QTest::newRow("ahead") << u"+1h"_s << now + 3'600'000;
        QTest::newRow("word") << u"yesterday"_s << qint64(-1);
        QTest::newRow("month 13") << u"2026-13-01T00:00:00Z"_s << qint64(-1);
        QTest::newRow("empty") << u""_s << qint64(-1);
        QTest::newRow("bare minus") << u"-"_s << qint64(-1);
    }
    void readsTimes()
    {
        QFETCH(QString, text);
        QFETCH(qint64, expected);
        QCOMPARE(parseTime(text, 1'700'000'000'000).value_or(-1), expected);
    }
    void localTimeWithoutZone()
    {
        const QDateTime local(QDate(2026, 1, 2), QTime(3, 4));
        QCOMPARE(parseTime(u"2026-01-02T03:04"_s, 0).value_or(-1), local.toMSecsSinceEpoch());
    }
    void readsDurations()
    {
        using namespace std::chrono_literals;
        QCOMPARE(parseDuration(u"500ms"_s).value(), 500ms);
        QCOMPARE(parseDuration(u"1.5s"_s).value(), 1500ms);
        QCOMPARE(parseDuration(u"2d"_s).value(), 48h);
        QVERIFY(!parseDuration(u"5"_s));
        QVERIFY(!parseDuration(u"5 weeks"_s));
        QVERIFY(!parseDuration(u"99999999999999999999s"_s));
    }
    void writesThreeDigits()
    {
        QCOMPARE(isoTime(1'700'000'100'500), u"2023-11-14T22:15:00.500Z"_s);
        QCOMPARE(isoTime(0), u"1970-01-01T00:00:00.000Z"_s);
    }
};

QTEST_GUILESS_MAIN(TestTimeText)
#include "tst_timetext.moc"
