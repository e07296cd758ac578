#include "../support/genuinetimes.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Source {
    QString path; ///< from the root: tests/core/tst_log.cpp
    QString text;
    QStringList includes; ///< names of files of ours, without their folders
};

/// What puts a test into the present: its own clock, a window counted back from now, or what has a clock: a window of
/// the program, its command line, a server.
const QRegularExpression& present()
{
    static const QRegularExpression words(
        u"current(DateTime|MSecs|Secs|Date|Time)|system_clock|\\bnow\\(\\)|--since|--within|QTEST_MAIN|TestSandbox|"
        "PrivateBroker|TestDatabase|runCli|datetime|time\\.time|currentTimeMillis|Instant\\.now"_s);
    return words;
}

/// A time that stays where it is while the days go on: a date, an epoch number of 2017 to 2031 in seconds, milli- or
/// microseconds, test data that has such times, and a day of which the test may see the end.
const QRegularExpression& fixed()
{
    static const QRegularExpression words(u"\\b20\\d\\d-[01]\\d(-[0-3]\\d)?\\b|QDate\\(20|\\b1[5-9]\\d{8}(\\d{3}){0,2}"
                                          u"\\b|NC_TEST_DATA \"/(genuine|fuzz)\\b|"
                                          "currentDate\\b|currentTime\\b|startOfDay|\\b(to|yester)day \\d\\d:\\d\\d"_s);
    return words;
}

/// Whoever wrote the line has thought about it, and says what about.
const QRegularExpression& reason()
{
    static const QRegularExpression words(u"(//|#) fixed times?: \\S.{15,}"_s);
    return words;
}

QList<Source> readTests()
{
    static const QRegularExpression include(
        u"^\\s*#\\s*include\\s*\"(?:[^\"]*/)?([^\"/]+)\""_s, QRegularExpression::MultilineOption);
    const QDir root(QStringLiteral(NC_SOURCE_DIR));
    QList<Source> sources;
    QDirIterator files(root.filePath(u"tests"_s), {u"*.h"_s, u"*.cpp"_s, u"*.py"_s, u"*.java"_s}, QDir::Files,
        QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        Source source{root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()), {}};
        // This one is made of such times.
        if (source.path.endsWith(u"/tst_dates.cpp"_s) || source.path.endsWith(u"/genuinetimes.h"_s))
            continue;
        for (auto it = include.globalMatch(source.text); it.hasNext();)
            source.includes += it.next().captured(1);
        sources += source;
    }
    return sources;
}

/// A test and what it includes of the tests' own headers.
QList<const Source*> whole(const Source& test, const QMultiHash<QString, const Source*>& headers)
{
    QList<const Source*> all{&test};
    for (qsizetype i = 0; i < all.size(); ++i) {
        for (const QString& name : all[i]->includes) {
            for (const Source* header : headers.values(name)) {
                if (!all.contains(header))
                    all.append(header);
            }
        }
    }
    return all;
}

/// Lines with a fixed time that is not moved to the present and of which nobody says, in that line or above it in the
/// same paragraph, why that is right.
QStringList unexplained(const Source& source)
{
    QStringList found;
    const QStringList lines = source.text.split(u'\n');
    bool explained = false;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString& line = lines[i];
        explained = (explained && !line.trimmed().isEmpty()) || line.contains(reason());
        // Digits in groups are one number.
        const QString plain = QString(line).remove(QRegularExpression(u"(?<=\\d)'(?=\\d{3})"_s));
        if (!explained && !line.contains(u"genuine::recent("_s) && plain.contains(fixed()))
            found += u"%1:%2: %3"_s.arg(source.path).arg(i + 1).arg(line.trimmed());
    }
    return found;
}

/// The lines of all sources together that a test of the present may one day fail by.
QStringList offenders(const QList<Source>& sources)
{
    QMultiHash<QString, const Source*> headers;
    for (const Source& source : sources) {
        if (source.path.endsWith(u".h"_s))
            headers.insert(source.path.section(u'/', -1), &source);
    }
    QSet<QString> found;
    for (const Source& source : sources) {
        if (source.path.endsWith(u".h"_s))
            continue;
        const QList<const Source*> all = whole(source, headers);
        if (std::none_of(all.begin(), all.end(), [](const Source* one) { return one->text.contains(present()); }))
            continue;
        for (const Source* one : all) {
            for (const QString& line : unexplained(*one))
                found.insert(line);
        }
    }
    QStringList sorted(found.begin(), found.end());
    sorted.sort();
    return sorted;
}

/// The numbers in a text that are times in milliseconds.
QList<qint64> timesIn(const QByteArray& text)
{
    static const QRegularExpression number(u"(?<!\\d)1[5-9]\\d{11}(?!\\d)"_s);
    QList<qint64> times;
    const QString words = QString::fromUtf8(text);
    for (auto it = number.globalMatch(words); it.hasNext();)
        times += it.next().captured().toLongLong();
    return times;
}

} // namespace

/// No test depends on the day on which it runs.
class TestDates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void testsOfThePresentHaveNoFixedTimes();
    void findsWhatIsFixed_data();
    void findsWhatIsFixed();
    void genuineTimesMoveTogether();
};

void TestDates::testsOfThePresentHaveNoFixedTimes()
{
    const QList<Source> sources = readTests();
    QVERIFY(sources.size() > 100);
    const QStringList found = offenders(sources);
    for (const QString& line : found)
        qWarning("%s", qPrintable(line));
    QVERIFY2(found.isEmpty(),
        "These times stay where they are while the test compares with now. Count them from now, read them through "
        "tests/support/genuinetimes.h, or say why it is right: “// fixed time: …”.");
}

void TestDates::findsWhatIsFixed_data()
{
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("test");
    QTest::addColumn<qsizetype>("lines");
    const QString now = u"#include \"given.h\"\nauto now = QDateTime::currentMSecsSinceEpoch();\n"_s;
    const auto row = [](const char* name, const QString& header, const QString& test, qsizetype lines) {
        QTest::newRow(name) << header << test << lines;
    };
    row("a date", {}, now + u"run(u\"--to\"_s, u\"2027-01-01T00:00:00Z\"_s);"_s, 1);
    row("grouped digits", {}, now + u"record.timestamp = 1'700'000'000'000 + i;"_s, 1);
    row("seconds", {}, now + u"to_timestamp(1795315012.8)"_s, 1);
    row("in a header", u"inline qint64 at = 1795315012800;\n"_s, now, 1);
    row("the present in a header", u"using test::TestSandbox;\n"_s, u"#include \"given.h\"\nat = 1795315012800;"_s, 1);
    row("genuine data", {}, now + u"QFile file(QStringLiteral(NC_TEST_DATA \"/genuine/a\"));"_s, 1);
    row("today", {}, now + u"const QDate day = QDate::currentDate();"_s, 1);
    row("no present", {}, u"at = 1795315012800;"_s, 0);
    row("not included", u"at = 1795315012800;"_s, u"QDateTime::currentDateTime()"_s, 0);
    row("moved", {}, now + u"at = genuine::recent(1795315012800);"_s, 0);
    row("a reason", {}, now + u"// fixed time: nobody compares it with now\nx();\nat = 1795315012800;"_s, 0);
    row("a reason too far away", {}, now + u"// fixed time: nobody compares it with now\n\nat = 1795315012800;"_s, 1);
    row("no reason", {}, now + u"at = 1795315012800; // fixed time: well"_s, 1);
    row("other numbers", {}, now + u"x = 1'000'000'000 + 86'400'000 + 2147483647; phone = 380501234567;"_s, 0);
}

void TestDates::findsWhatIsFixed()
{
    QFETCH(QString, header);
    QFETCH(QString, test);
    QFETCH(qsizetype, lines);
    const QStringList includes = test.contains(u"#include"_s) ? QStringList{u"given.h"_s} : QStringList();
    const QStringList found = offenders({{u"tests/given.h"_s, header, {}}, {u"tests/tst_x.cpp"_s, test, includes}});
    QVERIFY2(found.size() == lines, qPrintable(found.join(u'\n')));
}

/// One distance for all, in headers and payloads too, to just before now.
void TestDates::genuineTimesMoveTogether()
{
    const QDir folder(QStringLiteral(NC_SOURCE_DIR "/tests/data/genuine"));
    QSet<qint64> distances;
    qint64 last = 0;
    for (const QString& name : folder.entryList({u"*.jsonl"_s})) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        while (!file.atEnd()) {
            const QByteArray line = file.readLine();
            const QByteArray moved = genuine::recentLines(line);
            const QList<qint64> before = timesIn(line);
            const QList<qint64> after = timesIn(moved);
            QVERIFY2(!before.isEmpty() && before.size() == after.size(), qPrintable(name));
            for (qsizetype i = 0; i < before.size(); ++i)
                distances.insert(after[i] - before[i]);
            last = qMax(last, *std::max_element(after.begin(), after.end()));
            QCOMPARE(QJsonDocument::fromJson(moved).object().keys(), QJsonDocument::fromJson(line).object().keys());
            const QByteArray older = genuine::recentLines(line, 5000);
            QCOMPARE(timesIn(older).first(), after.first() - 5000);
        }
    }
    QVERIFY2(distances.size() == 1, "a time lies outside those that genuinetimes.h knows");
    QCOMPARE(genuine::recent(0), *distances.begin());
    const qint64 age = QDateTime::currentMSecsSinceEpoch() - last;
    QVERIFY2(age >= 60'000 && age < 120'000, qPrintable(QString::number(age)));
}

QTEST_GUILESS_MAIN(TestDates)
#include "tst_dates.moc"
