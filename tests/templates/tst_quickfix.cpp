#include "templates/lint/problemshift.h"
#include "templates/lint/quickfix.h"
#include "templates/source/errors.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

/// Each fix takes the problem's place and gives the text that the author meant.
class TestQuickFix : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static Problem at(Error error, const QString& text, const QString& needle)
    {
        const qsizetype place = text.indexOf(needle);
        const qsizetype line = text.left(place).count(u'\n') + 1;
        const qsizetype begin = text.lastIndexOf(u'\n', place == 0 ? 0 : place - 1) + 1;
        return Problem::make(Severity::Warning, std::move(error), {}).at(int(line), int(place - begin) + 1);
    }
    QString fixed(const Error& error, const QString& text, const QString& needle, qsizetype which = 0) const
    {
        const auto fixes =
            quickFixes(at(error, text, needle), {{Channel::Email, u"T"_s}, m_folder.path(), text, {}, {}});
        if (which >= fixes.size())
            return u"no fix"_s;
        return fixes[which].whole.value_or(applyEdits(text, fixes[which].edits));
    }
    static QString metadataFixed(const Error& error, Channel channel, const std::optional<QString>& text)
    {
        const auto fixes =
            quickFixes(Problem::make(Severity::Error, error, {}), {{channel, u"It's"_s}, {}, {}, {}, text});
        return fixes.isEmpty() ? u"no fix"_s : fixes.first().whole.value_or(QString());
    }

private Q_SLOTS:
    void editsKeepTheirPlaces()
    {
        QCOMPARE(applyEdits(u"abcdef"_s, {{4, 1, u"X"_s}, {0, 2, u"Y"_s}, {1, 2, u"overlaps"_s}, {3, 0, u"-"_s}}),
            u"Yc-dXf"_s);
        QCOMPARE(applyEdits(u"ab"_s, {{5, 1, u"X"_s}, {2, 0, u"c"_s}}), u"abc"_s);
    }

    void letters_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("needle");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const Error& error, const QString& text, const QString& needle,
                             const QString& expected) { QTest::newRow(name) << error << text << needle << expected; };
        row("not interpolated", {lint::notInterpolated, {}, {}}, u"a\n<p>[=x.y]</p>"_s, u"[=x"_s,
            u"a\n<p>${x.y}</p>"_s);
        row("escape", {lint::noAutoEscape, u"x"_s, {}}, u"<p>${x.y[0]?upper_case}</p>"_s, u"${"_s,
            u"<p>${x.y[0]?upper_case?html}</p>"_s);
        row("escape a default", {lint::noAutoEscape, u"x"_s, {}}, u"<p>${x!'-'}</p>"_s, u"${"_s,
            u"<p>${(x!'-')?html}</p>"_s);
        row("escape a sum", {lint::noAutoEscape, u"x"_s, {}}, u"${ a + b }"_s, u"${"_s, u"${( a + b )?html}"_s);
        row("quotes", {lint::alteredByHtml, {}, {}}, u"<p style=\"color:${c!\"red\"}\">"_s, u"${c"_s,
            u"<p style=\"color:${c!'red'}\">"_s);
        row("directive in a tag", {lint::alteredByHtml, {}, {}}, u"<p [#if odd]class=\"odd\"[/#if]>x</p>"_s, u"[#if"_s,
            u"<p class=\"[#if odd]odd[/#if]\">x</p>"_s);
        row("from its end", {lint::goneByHtml, {}, {}}, u"<p [#if a == \"b\"]class=\"c\"[/#if]>x</p>"_s, u"[/#if"_s,
            u"<p class=\"[#if a == 'b']c[/#if]\">x</p>"_s);
        row("two branches", {lint::alteredByHtml, {}, {}}, u"<p [#if a]id=\"b\"[#else]id=\"c\"[/#if]>"_s, u"[#if"_s,
            u"<p id=\"[#if a]b[#else]c[/#if]\">"_s);
        row("different attributes", {lint::alteredByHtml, {}, {}}, u"<p [#if a]id=\"b\"[#else]class=\"c\"[/#if]>"_s,
            u"[#if"_s, u"no fix"_s);
        row("tbody", {lint::openedByHtml, {}, u"tbody"_s},
            u"<table>\n  [#list a as b]\n  <tr/>\n  [/#list]\n</table>"_s, u"[#list"_s,
            u"<table>\n  <tbody>\n  [#list a as b]\n  <tr/>\n  [/#list]\n  </tbody>\n</table>"_s);
        row("tbody in a line", {lint::openedByHtml, {}, u"tbody"_s}, u"<table>[#list a as b]<tr/>[/#list]</table>"_s,
            u"[#list"_s, u"<table><tbody>[#list a as b]<tr/>[/#list]</tbody></table>"_s);
        row("sheet", {lint::stylePath, u"css/a.css"_s, {}}, u"<link href=\"css/a.css\">"_s, u"<link"_s,
            u"<link href=\"a.css\">"_s);
        row("header", {lint::syntax, {}, {}}, u"[#ftl output_format=\"HTML\"]\n<body>a</body>"_s, u"[#ftl"_s,
            u"<body>[#outputformat 'HTML']a[/#outputformat]</body>"_s);
        row("api", {lint::forbidden, u"?api"_s, {}}, u"<p>${x?api.class}</p>"_s, u"?api"_s,
            u"<p>[#--${x?api.class}--]</p>"_s);
        row("new", {lint::forbidden, u"?new"_s, {}}, u"[#assign e = 'a.B'?new()]\n<p>a</p>"_s, u"[#assign"_s,
            u"[#--[#assign e = 'a.B'?new()]--]\n<p>a</p>"_s);
        row("api that decides", {lint::forbidden, u"?api"_s, {}}, u"[#if x?api.y]a[/#if]"_s, u"[#if"_s, u"no fix"_s);
        row("picture", {lint::missingImage, u"Logo.png"_s, {}}, u"<img src=\"Logo.png\">"_s, u"<img"_s,
            u"<img src=\"images/logo.jpg\">"_s);
        row("no such picture", {lint::missingImage, u"x.png"_s, {}}, u"<img src=\"x.png\">"_s, u"<img"_s, u"no fix"_s);
        row("elsewhere", {lint::notInterpolated, {}, {}}, u"nothing here"_s, u"here"_s, u"no fix"_s);
    }
    void letters()
    {
        QVERIFY(QDir(m_folder.path()).mkpath(u"images"_s));
        QFile logo(m_folder.filePath(u"images/logo.jpg"_s));
        QVERIFY(logo.open(QIODevice::WriteOnly));
        QFETCH(Error, error);
        QFETCH(QString, text);
        QFETCH(QString, needle);
        QFETCH(QString, expected);
        QCOMPARE(fixed(error, text, needle), expected);
    }

    void outputFormatIsTheOtherWay()
    {
        QCOMPARE(fixed({lint::noAutoEscape, u"x"_s, {}}, u"<html><body class=\"a\">${x}</body></html>"_s, u"${"_s, 1),
            u"<html><body class=\"a\">[#outputformat 'HTML']${x}[/#outputformat]</body></html>"_s);
    }

    void metadata()
    {
        QCOMPARE(metadataFixed({lint::missingMetadata, {}, {}}, Channel::Inbox, {}), u"title: 'It''s'\n"_s);
        QCOMPARE(metadataFixed({lint::metadataNotText, u"title"_s, u"5"_s}, Channel::Inbox, u"# a\ntitle: 5 # b\n"_s),
            u"# a\ntitle: \"5\" # b\n"_s);
        QCOMPARE(metadataFixed({lint::metadataNotText, u"shortText"_s, u"0x1F"_s}, Channel::Diia,
                     u"title: t\nattributes:\n  shortText: 0x1F\n"_s),
            u"title: t\nattributes:\n  shortText: \"0x1F\"\n"_s);
        QCOMPARE(
            metadataFixed({lint::metadataUnknownKey, u"colour"_s, {}}, Channel::Inbox, u"title: t\ncolour: red\n"_s),
            u"title: t\n"_s);
        QCOMPARE(metadataFixed({lint::metadataUnknownKey, u"colour"_s, {}}, Channel::Inbox, u"{broken"_s), u"no fix"_s);
    }

    void attributesOfDiia()
    {
        const QString text = u"title: t\nattributes:\n  shortText: s\n"_s;
        const auto fixes = quickFixes(Problem::make(Severity::Error, {lint::missingAttribute, u"actionType"_s, {}}, {}),
            {{Channel::Diia, u"N"_s}, {}, {}, {}, text});
        QCOMPARE(fixes.size(), 2);
        QCOMPARE(*fixes[0].whole, text + u"  actionType: message\n"_s);
        QVERIFY(!fixes[0].mechanical);
        // By itself only the key is written: what nobody has chosen must not reach Diia.
        QCOMPARE(*fixes[1].whole, text + u"  actionType: \"\"\n"_s);
        QVERIFY(fixes[1].mechanical);
        QCOMPARE(metadataFixed({lint::missingAttribute, u"shortText"_s, {}}, Channel::Diia, u"title: t\n"_s),
            u"title: t\nattributes:\n  shortText: It's\n"_s);
        // The key is there and empty: writing it once more would change nothing.
        const auto again = quickFixes(Problem::make(Severity::Error, {lint::missingAttribute, u"shortText"_s, {}}, {}),
            {{Channel::Diia, u"N"_s}, {}, {}, {}, u"title: t\nattributes:\n  shortText: \"\"\n"_s});
        QCOMPARE(again.size(), 1);
        QVERIFY(!again[0].mechanical);
    }

    void filesThatNobodyUses()
    {
        const QString text = u"<html><head><title>t</title></head><body><p>a</p></body></html>"_s;
        const auto of = [&](const QString& file, Channel channel = Channel::Email) {
            return quickFixes(Problem::make(Severity::Warning, {lint::unusedFile, file, {}}, {}),
                {{channel, u"T"_s}, m_folder.path(), text, {}, {}});
        };
        const auto picture = of(u"images/a.png"_s);
        QCOMPARE(picture.size(), 2);
        QCOMPARE(picture[0].kind, QuickFix::Kind::Remove);
        QCOMPARE(picture[0].file, u"images/a.png"_s);
        QCOMPARE(applyEdits(text, picture[1].edits),
            u"<html><head><title>t</title></head><body><p>a</p><img src=\"images/a.png\" alt=\"\">\n</body></html>"_s);
        const auto sheet = of(u"css/a.css"_s);
        QCOMPARE(sheet.size(), 2);
        QCOMPARE(applyEdits(text, sheet[1].edits),
            u"<html><head><title>t</title><link rel=\"stylesheet\" href=\"a.css\">\n</head><body><p>a</p></body></html>"_s);
        QCOMPARE(of(u"notes.txt"_s).size(), 1);
        QCOMPARE(of(u"images/a.png"_s, Channel::Inbox).size(), 1);
    }

    void picturesThatAreNoJpeg()
    {
        const QString text = u"<img src=\"images/a.png\"><img src='images/a.png'>"_s;
        const auto fixes = quickFixes(Problem::make(Severity::Warning, {lint::imageType, u"images/a.png"_s, {}}, {}),
            {{Channel::Email, u"T"_s}, m_folder.path(), text, {}, {}});
        QCOMPARE(fixes.size(), 1);
        QCOMPARE(fixes[0].kind, QuickFix::Kind::ToJpeg);
        QCOMPARE(fixes[0].target, u"images/a.jpg"_s);
        QCOMPARE(applyEdits(text, fixes[0].edits), u"<img src=\"images/a.jpg\"><img src='images/a.jpg'>"_s);
        QVERIFY(!fixes[0].mechanical);
        // A JPEG by its name alone keeps the name.
        const auto liar = quickFixes(Problem::make(Severity::Warning, {lint::imageType, u"images/b.jpg"_s, {}}, {}),
            {{Channel::Email, u"T"_s}, m_folder.path(), text, {}, {}});
        QCOMPARE(liar[0].target, u"images/b.jpg"_s);
        QVERIFY(liar[0].edits.isEmpty());
    }

    void whatIsTooMuchIsShown()
    {
        const QString text = QString(2048, u'x') + u"yyy"_s;
        Problem problem = Problem::make(Severity::Warning, {lint::longContent, u"2051"_s, u"2048"_s}, {}).at(1, 2049);
        const auto fixes = quickFixes(problem, {{Channel::Diia, u"N"_s}, {}, text, {}, {}});
        QCOMPARE(fixes.size(), 1);
        QCOMPARE(fixes[0].kind, QuickFix::Kind::Show);
        QCOMPARE(fixes[0].show, (TextEdit{2048, 3, {}}));
    }

    void problemsMoveWithTheText()
    {
        const auto problem = [](int line, int column) {
            return Problem::make(Severity::Warning, {lint::notInterpolated, {}, {}}, u"a"_s).at(line, column);
        };
        const QString before = u"one\ntwo [=x]\nthree [=y]\n"_s;
        const QList<Problem> found{problem(1, 1), problem(2, 5), problem(3, 7)};
        // A line above: both go down. At their line, behind: nothing; before: to the right.
        QCOMPARE(movedProblems(found, u"a"_s, before, u"one\nnew\ntwo [=x]\nthree [=y]\n"_s),
            (QList<Problem>{problem(1, 1), problem(3, 5), problem(4, 7)}));
        QCOMPARE(movedProblems(found, u"a"_s, before, u"one\ntwo!! [=x]\nthree [=y]\n"_s),
            (QList<Problem>{problem(1, 1), problem(2, 7), problem(3, 7)}));
        QCOMPARE(movedProblems(found, u"a"_s, before, u"one\ntwo [=x]\nthree [=y] end\n"_s), found);
        // What is edited itself is no problem until it is looked at again.
        QCOMPARE(movedProblems(found, u"a"_s, before, u"one\ntwo ${x}\nthree [=y]\n"_s),
            (QList<Problem>{problem(1, 1), problem(3, 7)}));
        QCOMPARE(movedProblems(found, u"other"_s, before, {}), found);
        QCOMPARE(movedProblems(found, u"a"_s, before, {}), QList<Problem>{problem(1, 1)});
    }

    void cyrillicOfOld()
    {
        const auto fixes = quickFixes(Problem::make(Severity::Error, {lint::notUtf8, {}, {}}, {}),
            {{Channel::Inbox, u"T"_s}, {}, {}, QByteArray("\xcf\xf0\xe8\xe2\xb3\xf2, \xaf\xbf\xa5\xb4\xaa\xba \x97"),
                {}});
        QCOMPARE(fixes.size(), 1);
        QCOMPARE(*fixes.first().whole, u"Привіт, ЇїҐґЄє —"_s);
    }
};

QTEST_GUILESS_MAIN(TestQuickFix)
#include "tst_quickfix.moc"
