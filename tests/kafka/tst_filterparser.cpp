#include "kafka/client/errors.h"
#include "kafka/filter/recordfilter.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

/// The filter language: what is read, where it is wrong, and that every filter survives being written out.
class TestFilterParser : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void canonicalText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical");
        QTest::newRow("contains") << u"a.b:x"_s << u"a.b: x"_s;
        QTest::newRow("value runs to the blank") << u"t: 2023-11-14T22:15:00Z"_s << u"t: 2023-11-14T22:15:00Z"_s;
        QTest::newRow("and binds closer") << u"a or b and c"_s << u"a or (b and c)"_s;
        QTest::newRow("parentheses") << u"(a or b)and(c)"_s << u"(a or b) and c"_s;
        QTest::newRow("not") << u"not not a = 1"_s << u"not not a = 1"_s;
        QTest::newRow("keywords in any case") << u"a AND NOT b"_s << u"a and not b"_s;
        QTest::newRow("quoted") << QString::fromUtf8(R"(k = "a \"b\" \\ c")")
                                << QString::fromUtf8(R"(k = "a \"b\" \\ c")");
        QTest::newRow("odd name") << QString::fromUtf8(R"("odd name".x = 1)")
                                  << QString::fromUtf8(R"("odd name".x = 1)");
        QTest::newRow("index and all") << u"r[0].c[*].id = x"_s << u"r[0].c[*].id = x"_s;
        QTest::newRow("header with dots")
            << u"header.__connect.errors.topic = t"_s << u"header.\"__connect.errors.topic\" = t"_s;
        QTest::newRow("quoted header") << QString::fromUtf8(R"(header."a b": *)")
                                       << QString::fromUtf8(R"(header."a b": *)");
        QTest::newRow("pattern") << QString::fromUtf8(R"(value ~ /a\/b(c|d)/i)")
                                 << QString::fromUtf8(R"(value ~ /a\/b(c|d)/i)");
        QTest::newRow("null") << u"key = null and value != null"_s << u"key = null and value != null"_s;
        QTest::newRow("null as text") << u"key = \"null\""_s << u"key = \"null\""_s;
        QTest::newRow("a path called like a field") << u"\"key\" = 1"_s << u"\"key\" = 1"_s;
        QTest::newRow("a word that begins with a digit") << u"2023-11-14T22:15:00Z"_s << u"2023-11-14T22:15:00Z"_s;
        QTest::newRow("text with blanks") << u"\"two words\""_s << u"\"two words\""_s;
        QTest::newRow("time") << u"timestamp >= 1000"_s << u"timestamp >= 1970-01-01T00:00:01.000Z"_s;
        QTest::newRow("nothing") << u"   "_s << QString();
        QTest::newRow("letters of any script") << u"Прізвище: Ковальчук"_s << u"Прізвище: Ковальчук"_s;
    }

    void canonicalText()
    {
        QFETCH(QString, text);
        QFETCH(QString, canonical);
        const auto filter = RecordFilter::parse(text, 0);
        QVERIFY2(filter, filter ? "" : qPrintable(filter.error().subject + u' ' + filter.error().detail));
        QCOMPARE(filter->toString(), canonical);
        const auto again = RecordFilter::parse(canonical, 12345);
        QVERIFY(again);
        QCOMPARE(*again, *filter);
    }

    void errors_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("column");
        QTest::newRow("no value") << u"a ="_s << 4;
        QTest::newRow("no field") << u"= 3"_s << 1;
        QTest::newRow("two words") << u"a b"_s << 3;
        QTest::newRow("nothing after and") << u"a and"_s << 6;
        QTest::newRow("and first") << u"and a"_s << 1;
        QTest::newRow("open parenthesis") << u"a and (b"_s << 7;
        QTest::newRow("closing parenthesis") << u"a)"_s << 2;
        QTest::newRow("empty parentheses") << u"()"_s << 2;
        QTest::newRow("open quotation mark") << u"a = \"b"_s << 5;
        QTest::newRow("text after quotation mark") << u"a = \"b\"c"_s << 8;
        QTest::newRow("pattern without slash") << u"a ~ b"_s << 5;
        QTest::newRow("open pattern") << u"a ~ /b"_s << 5;
        QTest::newRow("unknown flag") << u"a ~ /b/x"_s << 8;
        QTest::newRow("broken pattern") << u"a ~ /b(/"_s << 8;
        QTest::newRow("bad index") << u"a[x] = 1"_s << 3;
        QTest::newRow("two dots") << u"a..b = 1"_s << 3;
        QTest::newRow("dot at the end") << u"a. = 1"_s << 3;
        QTest::newRow("not a time") << u"timestamp > soon"_s << 13;
        QTest::newRow("deep") << QString(300, u'(') + u'a' + QString(300, u')') << 201;
    }

    void errors()
    {
        QFETCH(QString, text);
        QFETCH(int, column);
        const auto filter = RecordFilter::parse(text, 0);
        QVERIFY(!filter);
        QVERIFY(filter.error().is(nc::errors::badFilter));
        QCOMPARE(filter.error().subject.toInt(), column);
        QVERIFY(!filter.error().detail.isEmpty());
    }

    void extraFields()
    {
        const auto filter = RecordFilter::parse(u"cause.exception: x and state = open"_s, 0, {u"cause.exception"_s});
        QVERIFY(filter);
        QCOMPARE(filter->root().children[0].comparison.field.kind, FilterField::Kind::Extra);
        QCOMPARE(filter->root().children[1].comparison.field.kind, FilterField::Kind::Path);
    }

    void anyTextEitherFailsInsideOrSurvives()
    {
        QRandomGenerator random(20261122);
        const QStringList pieces{u"a"_s, u"key"_s, u"header.x"_s, u"and"_s, u"or"_s, u"not"_s, u"("_s, u")"_s, u" "_s,
            u":"_s, u"="_s, u"!="_s, u"<="_s, u"~"_s, u"/a/"_s, u"\""_s, u"\\"_s, u"[0]"_s, u"[*]"_s, u"."_s, u"*"_s,
            u"null"_s, u"5"_s, u"timestamp"_s, u"ї"_s, u"\U0001F600"_s, u"/"_s, u"-"_s};
        int good = 0;
        for (int round = 0; round < 20'000; ++round) {
            QString text;
            for (quint32 i = random.bounded(1u, 14u); i > 0; --i)
                text += pieces[random.bounded(pieces.size())] + (random.bounded(3) == 0 ? u" "_s : QString());
            const auto filter = RecordFilter::parse(text, 0);
            if (!filter) {
                const int column = filter.error().subject.toInt();
                QVERIFY2(column >= 1 && column <= text.size() + 1, qPrintable(text));
                continue;
            }
            ++good;
            const auto again = RecordFilter::parse(filter->toString(), 99);
            QVERIFY2(again, qPrintable(text + u" -> "_s + filter->toString()));
            QVERIFY2(*again == *filter, qPrintable(text + u" -> "_s + filter->toString()));
        }
        QVERIFY(good > 1000);
    }
};

QTEST_GUILESS_MAIN(TestFilterParser)
#include "tst_filterparser.moc"
