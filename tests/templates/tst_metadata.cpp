#include "templates/source/metadata.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

QString codes(const Metadata& metadata)
{
    QStringList list;
    for (const Problem& problem : metadata.problems)
        list.append(problem.code());
    list.sort();
    list.removeDuplicates();
    return list.join(u' ');
}

} // namespace

/// Each row was tried with Jackson: the validator's view (codes) and the publisher's (title, whether it stops).
class TestMetadata : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void title_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("expectedCodes");
        QTest::addColumn<QString>("publishedTitle"); // null: none
        QTest::addColumn<bool>("stops");
        const QString none;
        const auto row = [](const QByteArray& yaml, const QString& expected, const QString& title, bool stops = false) {
            QTest::newRow(yaml.constData()) << yaml << expected << title << stops;
        };
        const QString bad = u"bad-metadata"_s;
        const QString noTitle = u"missing-title"_s;
        row("title: text", {}, u"text"_s);
        row("title: yes", {}, u"yes"_s);
        row("title: on", {}, u"on"_s);
        row("title: 2020-01-01", {}, u"2020-01-01"_s);
        row("title: 1:30", {}, u"1:30"_s);
        row("title: 0o17", {}, u"0o17"_s);
        row("title: \"5\"", {}, u"5"_s);
        row("title: '0x1F'", {}, u"0x1F"_s);
        row("title: !!str 5", {}, u"5"_s);
        row("title: &a text", {}, u"text"_s);
        row("title: |\n  a\n  b\n", {}, u"a\nb\n"_s);
        row("title: foo\tbar", {}, u"foo\tbar"_s);
        row("title: foo # c", {}, u"foo"_s);
        row("{\"title\": \"a\"}", {}, u"a"_s);
        row("\xEF\xBB\xBFtitle: a", {}, u"a"_s);
        row("title: a\ntitle: b", {}, u"b"_s);
        row("title: a\n---\n[", {}, u"a"_s);
        row("title: a\r\n", {}, u"a"_s);
        row("# c\rtitle: a\r", {}, u"a"_s);
        row("title: 'it''s'\n", {}, u"it's"_s);
        row("title: \"a\\\"b\"\n", {}, u"a\"b"_s);
        row("title: \xC2\xA0", {}, u"\u00a0"_s);

        // Jackson resolves no alias: its name is the text, with or without an anchor of that name.
        row("title: *x", {}, u"x"_s);
        row("\xEF\xBB\xBFtitle: *x # c", {}, u"x"_s);
        row("{title: *x}", {}, u"x"_s);
        row("title: * x", bad, none, true);
        row("title: *x y", bad, none, true);
        row("title: t\n<<: *x", bad, u"t"_s, true);

        row("title: 5", bad, u"5"_s);
        row("title: 012", bad, u"012"_s);
        row("title: 0x1F", bad, u"0x1F"_s);
        row("title: 0b101", bad, u"0b101"_s);
        row("title: 1e3", bad, u"1e3"_s);
        row("title: 09", bad, u"09"_s);
        row("title: 1_000", bad, u"1_000"_s);
        row("title: .5", bad, u".5"_s);
        row("title: -1e5", bad, u"-1e5"_s);
        row("title: .inf", bad, u".inf"_s);
        row("title: true", bad, u"true"_s);
        row("title: FALSE", bad, u"FALSE"_s);
        row("title: !!int \"5\"", bad, u"5"_s);
        row("title: ! 5", bad, u"5"_s);

        row("title:", u"bad-metadata missing-title"_s, none);
        row("title: ~", u"bad-metadata missing-title"_s, none);
        row("title: null", u"bad-metadata missing-title"_s, none);
        row("title: \"\"", noTitle, u""_s);
        row("{}", noTitle, none);

        row("title: [a]", bad, none, true);
        row("title: {a: b}", bad, none, true);
        row("Title: a", u"bad-metadata missing-title"_s, none, true);
        row("title: a\nextra: 5", bad, u"a"_s, true);
        row("title:\tfoo", bad, none, true);
        row("\ttitle: foo", bad, none, true);
        row("title: foo\n\tbar", bad, none, true);
        row("title: \xC3\x28", bad, none, true);
        row("title: a\xC3", bad, none, true);
        row("title: a\x07", bad, none, true);
        row("", bad, none, true);
        row(" \n", bad, none, true);
        row("# only a comment\n", bad, none, true);
        row("---\n", bad, none, true);
        row("text", bad, none, true);
        row("- a", bad, none, true);
        row("title: a: b", bad, none, true);
        row("title: \"unclosed", bad, none, true);
        row("title: \"unclosed\n", bad, none, true);
        row("title: 'unclosed\n", bad, none, true);
        row("title: 'it''s\n", bad, none, true);
        row("title: \"a\\\"", bad, none, true);
        // Unicode's line ends end a line where no quotes are.
        row("title: a\xE2\x80\xA8"
            "b",
            bad, none, true);
        row("title: a\xE2\x80\xA9"
            "b",
            bad, none, true);
        row("title: a\xC2\x85"
            "b",
            bad, none, true);
        row("title: @foo", bad, none, true);
        row(QByteArray(10'000, '['), bad, none, true);
    }

    void title()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QString, expectedCodes);
        QFETCH(QString, publishedTitle);
        QFETCH(bool, stops);
        const Metadata metadata = readMetadata(Channel::Inbox, yaml, u"p"_s);
        QCOMPARE(codes(metadata), expectedCodes);
        QCOMPARE(metadata.blocked.has_value(), stops);
        if (!stops) {
            QCOMPARE(metadata.title.has_value(), !publishedTitle.isNull());
            QCOMPARE(metadata.title.value_or(QString()), publishedTitle);
        }
    }

    void attributesOfLettersArePublishedButAProblem()
    {
        const Metadata metadata = readMetadata(Channel::Email, "title: a\nattributes:\n  x: 5\n  y: 0x1F\n", u"p"_s);
        QCOMPARE(codes(metadata), u"bad-metadata"_s);
        QVERIFY(!metadata.blocked);
        QCOMPARE(metadata.attributes, (QMap<QString, QString>{{u"x"_s, u"5"_s}, {u"y"_s, u"0x1F"_s}}));
    }

    void diia_data()
    {
        QTest::addColumn<QByteArray>("attributes");
        QTest::addColumn<QString>("expectedCodes");
        QTest::addColumn<bool>("stops");
        const QByteArray good = "attributes:\n  actionType: a\n  templateType: t\n";
        QTest::newRow("all") << good + "  shortText: s\n" << QString() << false;
        QTest::newRow("more") << good + "  shortText: s\n  other: 5\n" << QString() << false;
        QTest::newRow("one missing") << good << u"missing-attribute"_s << false;
        QTest::newRow("one empty") << good + "  shortText: ''\n" << u"missing-attribute"_s << false;
        QTest::newRow("one null") << good + "  shortText:\n" << u"missing-attribute"_s << true;
        QTest::newRow("one a number") << good + "  shortText: 012\n" << u"bad-metadata"_s << false;
        QTest::newRow("one a list") << good + "  shortText: [a]\n" << u"bad-metadata"_s << true;
        QTest::newRow("no attributes") << QByteArray() << u"missing-attribute"_s << false;
        QTest::newRow("without a value") << QByteArray("attributes:\n") << u"bad-metadata"_s << true;
        QTest::newRow("text") << QByteArray("attributes: x\n") << u"bad-metadata"_s << true;
        QTest::newRow("list") << QByteArray("attributes: [x]\n") << u"bad-metadata"_s << true;
        QTest::newRow("unknown key") << good + "  shortText: s\nother: x\n" << u"bad-metadata"_s << true;
        QTest::newRow("merge key is a name") << good + "  shortText: &x s\n  <<: *x\n" << QString() << false;
    }

    void diia()
    {
        QFETCH(QByteArray, attributes);
        QFETCH(QString, expectedCodes);
        QFETCH(bool, stops);
        const Metadata metadata = readMetadata(Channel::Diia, "title: a\n" + attributes, u"p"_s);
        QCOMPARE(codes(metadata), expectedCodes);
        QCOMPARE(metadata.blocked.has_value(), stops);
    }

    void placesAreThoseOfTheFile()
    {
        const Metadata metadata = readMetadata(Channel::Inbox, "# c\ntitle: x\nodd: 5\n", u"p"_s);
        QCOMPARE(metadata.problems.size(), 1);
        QCOMPARE(metadata.problems.first().line, 3);
        QCOMPARE(metadata.problems.first().column, 1);
    }

    void absentIsFineForLettersOnly()
    {
        QCOMPARE(codes(absentMetadata(Channel::Email, u"p"_s)), QString());
        QCOMPARE(codes(absentMetadata(Channel::Inbox, u"p"_s)), u"missing-metadata"_s);
        QCOMPARE(codes(absentMetadata(Channel::Diia, u"p"_s)), u"missing-metadata"_s);
        QVERIFY(!absentMetadata(Channel::Diia, u"p"_s).blocked);
    }
};

QTEST_APPLESS_MAIN(TestMetadata)
#include "tst_metadata.moc"
