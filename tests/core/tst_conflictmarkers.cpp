#include "text/conflictmarkers.h"

#include <QTest>

using namespace nc;

class TestConflictMarkers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line"); ///< 0: none
        QTest::newRow("nothing") << QByteArray() << 0;
        QTest::newRow("whole") << QByteArray("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> side\n") << 2;
        QTest::newRow("Windows' line ends") << QByteArray("a\r\n<<<<<<<\r\nb\r\n") << 2;
        QTest::newRow("no line end") << QByteArray("a\n>>>>>>> side") << 2;
        QTest::newRow("three versions") << QByteArray("||||||| base\n") << 1;
        QTest::newRow("of a merge in a merge") << QByteArray("<<<<<<<<< HEAD\n") << 1;
        QTest::newRow("the divider first") << QByteArray("=======\nb\n>>>>>>> side\n") << 1;
        QTest::newRow("underlined") << QByteArray("Title\n=======\n") << 0;
        QTest::newRow("six") << QByteArray("<<<<<< HEAD\n>>>>>> x\n") << 0;
        QTest::newRow("inside a line") << QByteArray("a <<<<<<< HEAD\n") << 0;
        QTest::newRow("no blank") << QByteArray("<<<<<<<a\n>>>>>>>b\n") << 0;
        QTest::newRow("no text") << QByteArray("\0<<<<<<< HEAD\n<<<<<<< HEAD\n", 29) << 0;
    }
    void finds()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QCOMPARE(conflictMarker(text).value_or(0), line);
    }
};

QTEST_GUILESS_MAIN(TestConflictMarkers)
#include "tst_conflictmarkers.moc"
