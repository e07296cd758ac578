#include "text/textmerge.h"

#include <QTest>

using namespace nc;

class TestTextMerge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void merges_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("mine");
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<int>("conflicts");
        const auto row = [](const char* name, const QByteArray& base, const QByteArray& mine, const QByteArray& theirs,
                             const QByteArray& expected, int conflicts = 0) {
            QTest::newRow(name) << base << mine << theirs << expected << conflicts;
        };
        row("nothing", "a\nb\n", "a\nb\n", "a\nb\n", "a\nb\n");
        row("mine alone", "a\nb\nc\n", "a\nB\nc\n", "a\nb\nc\n", "a\nB\nc\n");
        row("theirs alone", "a\nb\nc\n", "a\nb\nc\n", "a\nc\n", "a\nc\n");
        row("both, apart", "a\nb\nc\n", "A\nb\nc\n", "a\nb\nC\n", "A\nb\nC\n");
        row("both alike", "a\nb\n", "a\nB\n", "a\nB\n", "a\nB\n");
        row("both at the end", "a\n", "a\nmine\n", "a\ntheirs\n", "a\n<<<<<<< M\nmine\n=======\ntheirs\n>>>>>>> T\n",
            1);
        row("changed and deleted", "a\nb\nc\n", "a\nB\nc\n", "a\nc\n", "a\n<<<<<<< M\nB\n=======\n>>>>>>> T\nc\n", 1);
        row("no final line end", "a\nx\nb", "a\nx\nb\nmine", "A\nx\nb", "A\nx\nb\nmine");
        row("from nothing", "", "x", "y", "<<<<<<< M\nx\n=======\ny\n>>>>>>> T\n", 1);
        row("carriage returns", "a\r\nb\r\nc\r\n", "a\r\nB\r\nc\r\n", "a\r\nb\r\nc\r\nd\r\n", "a\r\nB\r\nc\r\nd\r\n");
    }
    void merges()
    {
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, mine);
        QFETCH(QByteArray, theirs);
        QFETCH(QByteArray, expected);
        QFETCH(int, conflicts);
        const MergedText merged = mergeTexts(base, mine, theirs, "M", "T");
        QCOMPARE(merged.text, expected);
        QCOMPARE(merged.conflicts, conflicts);
    }
};

QTEST_APPLESS_MAIN(TestTextMerge)
#include "tst_textmerge.moc"
