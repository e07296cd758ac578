#include "templates/lint/htmlalterations.h"
#include "templates/lint/letterplaces.h"
#include "templates/source/errors.h"
#include "templates/source/templatestructure.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

QStringList tokens(const QString& text)
{
    QStringList list;
    for (const TemplateToken& token : scanTemplate(text))
        list.append(text.mid(token.begin, token.end - token.begin));
    return list;
}

QStringList texts(const QList<HtmlAlterations::Alteration>& list)
{
    QStringList result;
    for (const auto& alteration : list)
        result.append(u"%1:%2 %3 > %4"_s.arg(alteration.place.line)
                          .arg(alteration.place.column)
                          .arg(alteration.before, alteration.after));
    return result;
}

} // namespace

class TestAlterations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scansCode()
    {
        QCOMPARE(tokens(u"a ${b} #{c} [#if x]y[/#if] [@m a='1'/] [/@m] [=z]"_s),
            (QStringList{u"${b}"_s, u"#{c}"_s, u"[#if x]"_s, u"[/#if]"_s, u"[@m a='1'/]"_s, u"[/@m]"_s, u"[=z]"_s}));
        QCOMPARE(tokens(u"${a[\"}\"]} ${ {'x': 1}.x } [#if a[0] == ']']"_s),
            (QStringList{u"${a[\"}\"]}"_s, u"${ {'x': 1}.x }"_s, u"[#if a[0] == ']']"_s}));
        QCOMPARE(tokens(u"[#-- ${no} [#if] --]${yes}"_s), (QStringList{u"[#-- ${no} [#if] --]"_s, u"${yes}"_s}));
        QCOMPARE(tokens(u"[#noparse]${no}[/#noparse]${yes}"_s),
            (QStringList{u"[#noparse]"_s, u"[/#noparse]"_s, u"${yes}"_s}));
        QCOMPARE(tokens(u"[x] [# x] a[0] $ { } [=] [ = x]"_s), QStringList());
        QCOMPARE(tokens(u"${open\nnext ${b}"_s), (QStringList{u"${open"_s, u"${b}"_s}));
        QCOMPARE(tokens(u"${r\"\\\"} x"_s), QStringList{u"${r\"\\\"}"_s});
        QCOMPARE(tokens(QString()), QStringList());
    }

    void whatMeansTheSameIsNotAltered()
    {
        const HtmlAlterations same(u"[#if a < b && c > d]x[/#if] [#if  n\n == 1][/#if] ${x!'a'} [#-- <p> --]"_s,
            u"[#if a &lt; b &amp;&amp; c &gt; d]x[/#if] [#if n == 1][/#if] ${x!'a'} [#-- &lt; --]"_s);
        QCOMPARE(texts(same.alterations()), QStringList());
    }

    void whatIsAlteredIsSaidWithItsPlace()
    {
        const HtmlAlterations torn(u"<p [#if odd]class=\"odd\"[/#if]>x</p>\n<p style=\"c:${c!\"red\"}\">${d}</p>"_s,
            u"<p [#if=\"\" odd]class=\"odd\" [=\"\" #if]=\"\">x</p>\n <p style=\"c:${c!\" red\"}\"=\"\">${d}</p>"_s);
        QCOMPARE(texts(torn.alterations()),
            (QStringList{
                u"1:4 [#if odd] > [#if=\"\" odd]"_s, u"1:24 [/#if] > "_s, u"2:13 ${c!\"red\"} > ${c!\" red\"}"_s}));
    }

    void stringsCountToTheLetter()
    {
        const HtmlAlterations blanks(u"${\"a  b\"} ${\"x<y\"} ${a & b}"_s, u"${\"a b\"} ${\"x&lt;y\"} ${a &amp; b}"_s);
        QCOMPARE(blanks.alterations().size(), 3);
    }

    void placesInflectBack()
    {
        const HtmlAlterations moved(u"<html>\n<body>\n\n${a}\n${b.c}</body>"_s,
            u"<html>\n <head></head>\n <body>\n  ${a} ${b.c}\n </body>\n</html>"_s);
        QCOMPARE(moved.sourcePlace(4, 3).line, 4);
        QCOMPARE(moved.sourcePlace(4, 10).line, 5);
        QCOMPARE(moved.sourcePlace(4, 10).column, 3);
        QCOMPARE(moved.sourcePlace(99, 1).line, 5);
    }

    void notInterpolatedIsOfTheSource()
    {
        const HtmlAlterations plain(u"<p>[=name]</p>[#if x][/#if]"_s, u"<p>[=name]</p>[#if x][/#if]"_s);
        QCOMPARE(texts(plain.notInterpolated()), QStringList{u"1:4 [=name] > "_s});
        QCOMPARE(texts(plain.alterations()), QStringList());
    }

    void elementsSplitByBlocksAreSaid()
    {
        const auto splits = [](const QString& source, const QString& prepared) {
            QStringList list;
            for (const auto& split : HtmlAlterations(source, prepared).splits())
                list += u"%1 %2 %3 %4"_s.arg(split.place.line)
                            .arg(split.block, split.tag, split.opensInside ? u"opens"_s : u"ends"_s);
            return list;
        };
        QCOMPARE(splits(u"<table>\n[#list xs as x]<tr><td>${x}</td></tr>[/#list]</table>"_s,
                     u"<table>[#list xs as x] <tbody><tr><td>${x}</td></tr>[/#list]</tbody></table>"_s),
            QStringList{u"2 [#list xs as x] tbody opens"_s});
        // Of nested blocks the outermost: that is where the author must put it.
        QCOMPARE(splits(u"<table>[#list xs as x][#if x]<tr></tr>[/#if][/#list]</table>"_s,
                     u"<table>[#list xs as x][#if x]<tbody><tr></tr>[/#if][/#list]</tbody></table>"_s),
            QStringList{u"1 [#list xs as x] tbody opens"_s});
        QCOMPARE(splits(u"<p>[#if a]<div>b</div>[/#if]</p>"_s, u"<p>[#if a]</p><div>b</div>[/#if]<p></p>"_s),
            QStringList{u"1 [#if a] p ends"_s});
        // What the author wrote so is not ours to blame, nor is what both have whole.
        for (const QString& same :
            {u"[#if a]<b>[/#if]x[#if a]</b>[/#if]"_s, u"<ul>[#list xs as x]<li>${x}[/#list]</ul>"_s,
                u"<table><tbody>[#list xs as x]<tr></tr>[/#list]</tbody></table>"_s})
            QCOMPARE(splits(same, same), QStringList());
    }

    void thousandsOfTokensAreCompared()
    {
        QString source;
        for (int i = 0; i < 20'000; ++i)
            source += u"${v%1} "_s.arg(i);
        QString prepared = source;
        prepared.replace(u"${v10000}"_s, u"${other}"_s);
        QCOMPARE(HtmlAlterations(source, prepared).alterations().size(), 1);
        QString reversed;
        for (int i = 19'999; i >= 0; --i)
            reversed += u"${v%1} "_s.arg(i);
        QVERIFY(!HtmlAlterations(source, reversed).alterations().isEmpty());
    }

    /// With a step back to the text's end at each piece these would take hours: the test ends by its time limit then.
    void timeIsLinearWhateverTheShape_data()
    {
        QTest::addColumn<QString>("piece");
        QTest::addColumn<qsizetype>("tokens");
        const qsizetype size = 600'000;
        const auto row = [&](const QString& piece, qsizetype tokens) {
            QTest::addRow("%s", qPrintable(piece)) << piece.repeated(size / piece.size()) << tokens;
        };
        row(u"${"_s, 1); // the line's end is the end of what is not closed
        row(u"[#if x "_s, 1);
        row(u"[#if x\n"_s, size / 7);
        row(u"${a\n"_s, size / 4);
        row(u"${\"\n"_s, size / 4);
        row(u"[#if x]"_s, size / 7);
        row(u"[@a][#else]"_s, size / 11 * 2);
        row(u"[=x"_s, 1);
        row(u"<b>"_s, 0);
        row(u"["_s, 0);
    }
    void timeIsLinearWhateverTheShape()
    {
        QFETCH(QString, piece);
        QFETCH(qsizetype, tokens);
        QVERIFY(scanTemplate(piece).size() >= tokens);
        const HtmlAlterations gone(piece, u"${other}"_s.repeated(60'000));
        QVERIFY(gone.alterations().size() <= mostOfAKind);
        gone.splits();
        for (int line = 1; line < 1000; ++line)
            gone.sourcePlace(line, 400'000);
    }

    void picturesAreFoundByTheirAddress()
    {
        const QString text = u"<img src='aa.png'><IMG alt='a.png'\nSRC = a.png><link href=\"x&amp;y.css\"><img>"_s;
        LetterPlaces places(text);
        const auto at = [&](const QString& element, const QString& reference) {
            const auto place = places.next(element, reference);
            return u"%1:%2"_s.arg(place.line).arg(place.column);
        };
        QCOMPARE(at(u"img"_s, u"a.png"_s), u"1:19"_s);
        QCOMPARE(at(u"img"_s, u"a.png"_s), u"1:1"_s); // there is no second one
        QCOMPARE(at(u"link"_s, u"x&y.css"_s), u"2:13"_s);
        QCOMPARE(at(u"img"_s, u"alt="_s), u"1:19"_s); // anywhere in the tag where no address is the same
        QCOMPARE(at(u"img"_s, QString()), u"2:38"_s);
        QString many;
        for (int i = 0; i < 200'000; ++i)
            many += u"<img src=\"%1.png\">\n"_s.arg(i);
        LetterPlaces all(many);
        for (int i = 0; i < 200'000; ++i)
            QCOMPARE(all.next(u"img"_s, QString::number(i) + u".png"_s).line, i + 1);
    }

    void endlessProblemsAreShortened()
    {
        QList<Problem> problems;
        for (int i = 0; i < mostOfAKind + 50; ++i)
            problems.append(Problem::make(Severity::Warning, {lint::noAutoEscape, u"x"_s, {}}, u"a"_s).at(i + 1, 1));
        for (int i = 0; i < 5; ++i)
            problems.append(Problem::make(Severity::Error, {lint::syntax, {}, {}}, u"a"_s).at(100'000, 1));
        shortenProblems(problems);
        QCOMPARE(problems.size(), mostOfAKind + 5);
        QCOMPARE(problems[mostOfAKind - 1].code(), u"more-problems"_s);
        QCOMPARE(problems[mostOfAKind - 1].line, int(mostOfAKind));
        QVERIFY(hasErrors(problems));
    }
};

QTEST_APPLESS_MAIN(TestAlterations)
#include "tst_alterations.moc"
