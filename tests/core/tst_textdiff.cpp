#include "text/linematcher.h"
#include "text/textdiff.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

/// Longest common subsequence by the textbook's table, to compare with.
std::size_t longest(const std::vector<int>& a, const std::vector<int>& b)
{
    std::vector<std::vector<std::size_t>> t(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j)
            t[i][j] = a[i - 1] == b[j - 1] ? t[i - 1][j - 1] + 1 : std::max(t[i - 1][j], t[i][j - 1]);
    }
    return t[a.size()][b.size()];
}

QByteArray joined(const QList<DiffLine>& lines, DiffLine::Kind without)
{
    QByteArray out;
    for (const DiffLine& line : lines) {
        if (line.kind != without)
            out += line.text + (line.endsFile ? QByteArray() : QByteArray("\n"));
    }
    return out;
}

QByteArray randomText(QRandomGenerator& random)
{
    QByteArray text;
    for (int i = random.bounded(30); i > 0; --i)
        text += QByteArray(1, char('a' + random.bounded(4))) + '\n';
    if (random.bounded(3) == 0)
        text.chop(1);
    return text;
}

} // namespace

class TestTextDiff : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheLongestSubsequence()
    {
        QRandomGenerator random(20261122);
        for (int round = 0; round < 3000; ++round) {
            std::vector<int> a(static_cast<std::size_t>(random.bounded(25)));
            std::vector<int> b(static_cast<std::size_t>(random.bounded(25)));
            const int letters = 1 + random.bounded(6);
            for (int& x : a)
                x = random.bounded(letters);
            for (int& x : b)
                x = random.bounded(letters);
            std::size_t length = 0;
            std::size_t i = 0;
            std::size_t j = 0;
            for (const LineMatch& match : matchLines(a, b)) {
                QVERIFY(match.a >= i && match.b >= j && match.length > 0);
                for (std::size_t n = 0; n < match.length; ++n)
                    QCOMPARE(a.at(match.a + n), b.at(match.b + n));
                i = match.a + match.length;
                j = match.b + match.length;
                length += match.length;
            }
            QCOMPARE(length, longest(a, b));
        }
    }

    void bothSidesComeBack()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 1000; ++round) {
            const QByteArray old = randomText(random);
            const QByteArray fresh = randomText(random);
            const QList<DiffLine> lines = diffLines(old, fresh);
            QCOMPARE(joined(lines, DiffLine::Kind::Added), old);
            QCOMPARE(joined(lines, DiffLine::Kind::Removed), fresh);
        }
    }

    void unified_data()
    {
        QTest::addColumn<QByteArray>("old");
        QTest::addColumn<QByteArray>("fresh");
        QTest::addColumn<QByteArray>("diff");
        QTest::newRow("same") << QByteArray("a\n") << QByteArray("a\n") << QByteArray();
        QTest::newRow("middle") << QByteArray("1\n2\n3\n4\n5\n6\n7\n8\n9\n")
                                << QByteArray("1\n2\n3\n4\nx\n6\n7\n8\n9\n")
                                << QByteArray("@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n");
        QTest::newRow("new file") << QByteArray() << QByteArray("a\nb\n") << QByteArray("@@ -0,0 +1,2 @@\n+a\n+b\n");
        QTest::newRow("emptied") << QByteArray("a\n") << QByteArray() << QByteArray("@@ -1 +0,0 @@\n-a\n");
        QTest::newRow("line end") << QByteArray("a\nb") << QByteArray("a\nb\n")
                                  << QByteArray("@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n");
        QTest::newRow("cr") << QByteArray("a\r\n") << QByteArray("a\n") << QByteArray("@@ -1 +1 @@\n-a\r\n+a\n");
        QTest::newRow("two hunks")
            << QByteArray("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n") << QByteArray("x\n2\n3\n4\n5\n6\n7\n8\n9\ny\n")
            << QByteArray("@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n@@ -7,4 +7,4 @@\n 7\n 8\n 9\n-10\n+y\n");
        QTest::newRow("touching") << QByteArray("1\n2\n3\n4\n5\n6\n7\n8\n") << QByteArray("x\n2\n3\n4\n5\n6\n7\ny\n")
                                  << QByteArray("@@ -1,8 +1,8 @@\n-1\n+x\n 2\n 3\n 4\n 5\n 6\n 7\n-8\n+y\n");
        QTest::newRow("append") << QByteArray("1\n2\n3\n4\n5\n") << QByteArray("1\n2\n3\n4\n5\n6\n")
                                << QByteArray("@@ -3,3 +3,4 @@\n 3\n 4\n 5\n+6\n");
    }
    void unified()
    {
        QFETCH(QByteArray, old);
        QFETCH(QByteArray, fresh);
        QFETCH(QByteArray, diff);
        const QByteArray head = diff.isEmpty() ? QByteArray() : QByteArray("--- a/f\n+++ b/f\n");
        QCOMPARE(unifiedDiff(old, fresh, u"a/f"_s, u"b/f"_s), head + diff);
    }

    void sideBySideMarksWhatDiffers()
    {
        const auto hunks = sideBySide("a\nhost: one\nb\n", "a\nhost: two\nport: 1\nb\n");
        QCOMPARE(hunks.size(), 1);
        const auto& rows = hunks[0].rows;
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows[1].kind, SideBySideRow::Kind::Changed);
        QCOMPARE(rows[1].left.mid(rows[1].leftFrom, rows[1].leftLength), u"one"_s);
        QCOMPARE(rows[1].right.mid(rows[1].rightFrom, rows[1].rightLength), u"two"_s);
        QCOMPARE(rows[2].kind, SideBySideRow::Kind::Added);
        QCOMPARE(rows[2].rightLine, 3);
        QCOMPARE(rows[3].leftLine, 3);
    }

    void strangersEndInTime()
    {
        QRandomGenerator random(1);
        QByteArray old;
        QByteArray fresh;
        for (int i = 0; i < 20'000; ++i) {
            old += QByteArray::number(random.generate()) + "\nsame\n";
            fresh += "same\n" + QByteArray::number(random.generate()) + '\n';
        }
        const QList<DiffLine> lines = diffLines(old, fresh);
        QCOMPARE(joined(lines, DiffLine::Kind::Added), old);
        QCOMPARE(joined(lines, DiffLine::Kind::Removed), fresh);
    }
};

QTEST_GUILESS_MAIN(TestTextDiff)
#include "tst_textdiff.moc"
