#include "widgets/common/timewords.h"
#include "widgets/shell/fuzzy.h"
#include "widgets/text/diffview.h"
#include "widgets/text/hexview.h"
#include "widgets/text/jsonpretty.h"
#include "widgets/text/textview.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

class TestTexts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void jsonKeepsEveryToken()
    {
        const QByteArray json = "{\"a\":[1.50,1e5,\"x, {y}: \\\"z\\\"\"],\"a\":{},\"b\":[],\"c\":null}";
        const QByteArray pretty = prettyJson(json);
        QCOMPARE(pretty,
            QByteArray("{\n  \"a\": [\n    1.50,\n    1e5,\n    \"x, {y}: \\\"z\\\"\"\n  ],\n  \"a\": {},\n  \"b\": "
                       "[],\n  \"c\": null\n}"));
        QCOMPARE(QJsonDocument::fromJson(pretty), QJsonDocument::fromJson(json));
    }

    void brokenJsonComesOut()
    {
        QCOMPARE(prettyJson("}{\"x"), QByteArray("\n}{\n  \"x"));
        QVERIFY(prettyJson(QByteArray(100000, '[')).size() < 100000 * 90);
        QVERIFY(looksLikeJson(" \n{"));
        QVERIFY(!looksLikeJson("plain"));
    }

    void textViewShowsAndCopies()
    {
        TextView view;
        view.resize(400, 200);
        view.setText("{\"name\":\"Іван\",\"n\":[1,2]}", TextView::Format::Json);
        view.show();
        view.selectAll();
        QCOMPARE(view.selectedText(), u"{\n  \"name\": \"Іван\",\n  \"n\": [\n    1,\n    2\n  ]\n}"_s);
    }

    void aLongLineIsOneLineWhenCopied()
    {
        TextView view;
        const QString line = QString(5000, QChar(0x0457)) + u"\nend"_s;
        view.setText(line.toUtf8());
        view.selectAll();
        QCOMPARE(view.selectedText(), line);
    }

    void fiftyMegabytesDoNotStall()
    {
        QByteArray big;
        big.reserve(50'000'000);
        while (big.size() < 50'000'000)
            big += "{\"key\":\"some value\",\"list\":[1,2,3]},";
        TextView view;
        view.resize(600, 400);
        view.show();
        view.setText('[' + big + "0]", TextView::Format::Json);
        QTRY_VERIFY_WITH_TIMEOUT(view.text().size() > 50'000'000, 60000);
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum());
        QVERIFY(view.grab().width() > 0);
        HexView hex;
        hex.resize(600, 400);
        hex.setBytes(big);
        hex.show();
        hex.verticalScrollBar()->setValue(hex.verticalScrollBar()->maximum());
        QVERIFY(hex.grab().width() > 0);
        QVERIFY(hex.verticalScrollBar()->maximum() > 3'000'000);
    }

    void hexRows()
    {
        HexView hex;
        hex.setBytes(QByteArray("\x00\x01hello\xff", 8));
        hex.selectAll();
        QVERIFY2(hex.selectedText().startsWith(u"00000000  00 01 68 65 6c 6c 6f ff"_s), qPrintable(hex.selectedText()));
        QVERIFY(hex.selectedText().endsWith(u"··hello·"_s));
    }

    void diffCountsChanges()
    {
        DiffView diff;
        diff.setTexts("a\nb\nc\n", "a\nB\nc\nd\n");
        QVERIFY(diff.differs());
        QCOMPARE(diff.addedCount(), 2);
        QCOMPARE(diff.removedCount(), 1);
        diff.setTexts("same", "same");
        QVERIFY(!diff.differs());
    }

    void relativeTimes()
    {
        // fixed time: the moment that is compared with is given, too.
        const EpochMs now = QDateTime(QDate(2026, 11, 22), QTime(15, 0)).toMSecsSinceEpoch();
        QCOMPARE(relativeTime(now - 3'000, now), u"just now"_s);
        QVERIFY(relativeTime(now - 5 * 60'000, now).startsWith(u"5 "_s));
        QCOMPARE(relativeTime(now - 14 * 3'600'000, now), u"today 01:00"_s);
        QCOMPARE(relativeTime(now - 24 * 3'600'000, now), u"yesterday 15:00"_s);
        QVERIFY(relativeTime(now - 400LL * 86'400'000, now).contains(u"2025"_s));
        QCOMPARE(relativeTime(-1, now), QString());
    }

    void fuzzy_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        QTest::newRow("part") << u"pub"_s << u"Publish templates"_s << true;
        QTest::newRow("starts of words") << u"pt"_s << u"Publish templates"_s << true;
        QTest::newRow("Ukrainian") << u"опуб"_s << u"Опублікувати шаблони"_s << true;
        QTest::newRow("wrong order") << u"tp"_s << u"Publish"_s << false;
        QTest::newRow("strewn") << u"ules"_s << u"Publish templates"_s << false;
        QTest::newRow("empty") << QString() << u"anything"_s << true;
    }
    void fuzzy()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        QFETCH(bool, found);
        QCOMPARE(fuzzyScore(pattern, text) >= 0, found);
    }

    void fuzzyPrefersWholeWords()
    {
        QVERIFY(fuzzyScore(u"topics"_s, u"Topics"_s) > fuzzyScore(u"topics"_s, u"The options of pics"_s));
    }
};

QTEST_MAIN(TestTexts)
#include "tst_texts.moc"
