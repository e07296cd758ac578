#include "templates/source/textfile.h"
#include "templates/source/textplaces.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

class TestText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wellFormedStays()
    {
        const DecodedText text = decodeLikeJava("\xEF\xBB\xBF"
                                                "aї😀\xEF\xBF\xBE");
        QVERIFY(text.wellFormed);
        QCOMPARE(text.text, u"\uFEFFaї😀\uFFFE"_s);
    }

    /// How many replacements Java's decoder makes of it; tried with Java 17.
    void broken_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("expected");
        const auto row = [](const QByteArray& bytes, const QString& expected) {
            QTest::newRow(bytes.toHex().constData()) << bytes << expected;
        };
        row("\xFF", u"\uFFFD"_s);
        row("\xC3(", u"\uFFFD("_s);
        row("\xC3", u"\uFFFD"_s);
        row("\xC0\x80", u"\uFFFD\uFFFD"_s);
        row("\xED\xA0\x80", u"\uFFFD"_s);
        row("\xE0\x80\x80", u"\uFFFD\uFFFD\uFFFD"_s);
        row("\xE2\x82 ", u"\uFFFD "_s);
        row("\xE2\x82", u"\uFFFD"_s);
        row("\xF0\x9F\x98 ", u"\uFFFD "_s);
        row("\xF4\x90\x80\x80", u"\uFFFD\uFFFD\uFFFD\uFFFD"_s);
        row("\xF5\x80\x80\x80", u"\uFFFD\uFFFD\uFFFD\uFFFD"_s);
        row("a\xFF\xEF\xBB\xBF"
            "b",
            u"a\uFFFD\uFEFFb"_s);
    }

    void broken()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, expected);
        const DecodedText text = decodeLikeJava(bytes);
        QVERIFY(!text.wellFormed);
        QCOMPARE(text.text, expected);
        QCOMPARE(text.brokenAt, expected.indexOf(QChar::ReplacementCharacter));
    }

    void placesCountLinesAsFreeMarker()
    {
        const TextPlaces places(u"a\nb\r\nc\rd"_s);
        QCOMPARE(places.placeOf(0).line, 1);
        QCOMPARE(places.placeOf(2).line, 2);
        QCOMPARE(places.placeOf(5).line, 3);
        QCOMPARE(places.placeOf(7).line, 4);
        QCOMPARE(places.placeOf(7).column, 1);
        QCOMPARE(places.positionOf(3, 1), 5);
        QCOMPARE(places.positionOf(9, 1), 8);
        QCOMPARE(places.positionOf(1, 99), 8);
    }
};

QTEST_APPLESS_MAIN(TestText)
#include "tst_text.moc"
