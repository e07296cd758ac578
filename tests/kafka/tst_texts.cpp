#include "kafka/client/errors.h"
#include "kafka/filter/textsearch.h"
#include "kafka/reading/readrequest.h"
#include "kafka/records/decimal.h"
#include "kafka/records/headertext.h"
#include "kafka/records/masking.h"
#include "kafka/records/topiccatalogue.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

/// The small tools below filters and JSON.
class TestTexts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersCompare_data()
    {
        QTest::addColumn<QByteArray>("a");
        QTest::addColumn<QByteArray>("b");
        QTest::addColumn<int>("order");
        QTest::newRow("whole") << QByteArray("9") << QByteArray("10") << -1;
        QTest::newRow("zeros") << QByteArray("1.50") << QByteArray("15e-1") << 0;
        QTest::newRow("long") << QByteArray("123456789012345678901") << QByteArray("123456789012345678900") << 1;
        QTest::newRow("negative") << QByteArray("-10") << QByteArray("-9") << -1;
        QTest::newRow("signs") << QByteArray("-1") << QByteArray("1") << -1;
        QTest::newRow("zero") << QByteArray("-0") << QByteArray("0.0") << 0;
        QTest::newRow("small") << QByteArray("0.001") << QByteArray("1e-4") << 1;
        QTest::newRow("powers") << QByteArray("1e300") << QByteArray("1e299") << 1;
    }

    void numbersCompare()
    {
        QFETCH(QByteArray, a);
        QFETCH(QByteArray, b);
        QFETCH(int, order);
        const auto found = compareNumbers(a, b);
        QVERIFY(found);
        QCOMPARE(*found < 0 ? -1 : *found > 0 ? 1 : 0, order);
        const auto reverse = compareNumbers(b, a);
        QCOMPARE(*reverse < 0 ? -1 : *reverse > 0 ? 1 : 0, -order);
    }

    void whatIsNoNumber()
    {
        for (const char* text : {"", "-", "a", "1a", "1.", ".5", "1e", " 1", "0x1", "1e99999999999", "1 "})
            QVERIFY2(!isNumber(text), text);
    }

    void search_data()
    {
        QTest::addColumn<QString>("needle");
        QTest::addColumn<QByteArray>("haystack");
        QTest::addColumn<bool>("expected");
        QTest::newRow("ascii") << u"AnN"_s << QByteArray("joANNe") << true;
        QTest::newRow("not there") << u"ann"_s << QByteArray("an an") << false;
        QTest::newRow("at the end") << u"ne"_s << QByteArray("joANNE") << true;
        QTest::newRow("cyrillic") << u"київ"_s << QByteArray("м. КИЇВ") << true;
        QTest::newRow("cyrillic not there") << u"київ"_s << QByteArray("м. Львів") << false;
        QTest::newRow("kelvin") << u"kelvin"_s
                                << QByteArray("\xe2\x84\xaa"
                                              "elvin")
                                << true;
        QTest::newRow("not UTF-8") << u"x"_s << QByteArray("\xff\xfeX") << true;
        QTest::newRow("empty haystack") << u"x"_s << QByteArray() << false;
        QTest::newRow("longer than the haystack") << u"abcdef"_s << QByteArray("abc") << false;
    }

    void search()
    {
        QFETCH(QString, needle);
        QFETCH(QByteArray, haystack);
        QFETCH(bool, expected);
        QCOMPARE(TextSearch(needle).isIn(haystack), expected);
    }

    /// Whatever is looked for first: the answer is that of comparing folded texts.
    void searchAgreesWithFolding()
    {
        QRandomGenerator random(11);
        const QString letters = u"aAkKsSzZ@-_19 ._їЇґҐрРшШєЄіІ\u212A\u017F\u1C80éÉßǅ\""_s;
        const auto text = [&](quint32 most) {
            QString made;
            for (quint32 i = random.bounded(most); i > 0; --i)
                made += letters[random.bounded(letters.size())];
            return made;
        };
        int found = 0;
        for (int round = 0; round < 50'000; ++round) {
            const QString needle = text(4);
            const QString haystack = text(14);
            const bool expected = haystack.toCaseFolded().contains(needle.toCaseFolded());
            found += expected ? 1 : 0;
            QVERIFY2(TextSearch(needle).isIn(haystack.toUtf8()) == expected, qPrintable(needle + u" in "_s + haystack));
        }
        QVERIFY(found > 1000);
    }

    void ranges()
    {
        using From = ReadFrom::Kind;
        QCOMPARE(*ReadFrom::parse(u"beginning"_s, 0), (ReadFrom{From::Beginning, 0}));
        QCOMPARE(*ReadFrom::parse(u"end"_s, 0), (ReadFrom{From::End, 0}));
        QCOMPARE(*ReadFrom::parse(u"17"_s, 0), (ReadFrom{From::Offset, 17}));
        QCOMPARE(*ReadFrom::parse(u"-5"_s, 0), (ReadFrom{From::Newest, 5}));
        QCOMPARE(*ReadFrom::parse(u"@-1s"_s, 5000), (ReadFrom{From::Time, 4000}));
        QCOMPARE(*ReadFrom::parse(u"@1970-01-01T00:00:01Z"_s, 0), (ReadFrom{From::Time, 1000}));
        for (const QString& bad : {u"-0"_s, u""_s, u"x"_s, u"--5"_s, u"5.5"_s, u"@"_s, u"@soon"_s, u"+5"_s})
            QVERIFY2(!ReadFrom::parse(bad, 0), qPrintable(bad));
        QVERIFY(!ReadTo::parse(u"-5"_s, 0));
        QVERIFY(!ReadTo::parse(u"beginning"_s, 0));
        for (const QString& text : {u"beginning"_s, u"-7"_s, u"12"_s, u"@1970-01-01T00:00:01.000Z"_s})
            QCOMPARE(ReadFrom::parse(text, 0)->toString(), text);
    }

    void numbersOfHeaders()
    {
        QCOMPARE(headerNumber(headerBytes(HeaderType::Int64, -2)), -2);
        QCOMPARE(headerNumber(headerBytes(HeaderType::Int32, 300)), 300);
        QCOMPARE(headerNumber(QByteArray::fromHex("00ff")), 255);
        QCOMPARE(headerNumber(QByteArray::fromHex("ff")), -1);
    }

    void catalogueKnowsThePlatforms()
    {
        const auto loaded = TopicCatalogue::load();
        QVERIFY(loaded);
        const auto events = loaded->find(u"user-notifications"_s, {});
        QVERIFY(events);
        QCOMPARE(events->consumers, QStringList{u"notification-service"_s});
        QVERIFY(events->purpose(Language::English) != events->purpose(Language::Ukrainian));
        QVERIFY(loaded->find(u"egov.core.notification.sms.otp"_s, {}));
        const auto dead = loaded->find(u"email-notifications.DLT"_s, {});
        QVERIFY(dead);
        QCOMPARE(dead->producers, QStringList{u"notification-service"_s});
        QVERIFY(dead->consumers.isEmpty());
        QVERIFY(!loaded->find(u"nobody.DLT"_s, {}));
        QVERIFY(!loaded->services().isEmpty());
    }

    void maskingHidesPeople()
    {
        const QByteArray json =
            R"({"email":"ann.smith@example.test","rnokpp":"1234567890","n":1234567890,"phone":"+380501234567","ts":1700000000000,"текст":"ok"})";
        const QByteArray hidden = masked(json);
        QVERIFY(!QJsonDocument::fromJson(hidden).isNull());
        QVERIFY(!hidden.contains("1234567890"));
        QVERIFY(!hidden.contains("smith"));
        QVERIFY(!hidden.contains("501234567"));
        QVERIFY(hidden.contains("1700000000000"));
        QVERIFY(hidden.contains("текст"));
        QCOMPARE(masked(QByteArray("\xff\x00\xfe", 3)), QByteArray("\xff\x00\xfe", 3));
    }
};

QTEST_GUILESS_MAIN(TestTexts)
#include "tst_texts.moc"
