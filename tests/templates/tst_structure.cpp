#include "templates/source/templatestructure.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

using Markup = TemplateStructure::Markup;

/// What belongs to the place of the caret `|`, each as it is written.
QString matching(QString text, Markup markup = Markup::Html)
{
    const qsizetype caret = text.indexOf(u'|');
    text.remove(caret, 1);
    QStringList list;
    for (const StructurePart& part : TemplateStructure(text, markup).matching(caret))
        list += text.mid(part.begin, part.end - part.begin);
    return list.join(u' ');
}

} // namespace

class TestStructure : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pairs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("directive") << u"[#|if a]x[/#if]"_s << u"[#if a] [/#if]"_s;
        QTest::newRow("from its end") << u"[#list a as b][#if b][/#if][/#list|]"_s << u"[#list a as b] [/#list]"_s;
        QTest::newRow("branches") << u"[#i|f a][#elseif b][#if c][#else][/#if][#else][/#if]"_s
                                  << u"[#if a] [#elseif b] [#else] [/#if]"_s;
        QTest::newRow("on a branch") << u"[#if a][#el|se][/#if]"_s << u"[#if a] [#else] [/#if]"_s;
        QTest::newRow("tags") << u"<p><b>x</b|></p>"_s << u"<b> </b>"_s;
        QTest::newRow("case does not count") << u"<P|>x</p>"_s << u"<P> </p>"_s;
        QTest::newRow("void") << u"<p><b|r></p>"_s << QString();
        QTest::newRow("code in a tag") << u"<p class='${a!\"<b>\"}'|>x</p>"_s << u"<p class='${a!\"<b>\"}'> </p>"_s;
        QTest::newRow("markup comment") << u"<p|><!-- </p> --></p>"_s << u"<p> </p>"_s;
        QTest::newRow("code comment") << u"[#if| a][#-- [/#if] --][/#if]"_s << u"[#if a] [/#if]"_s;
        QTest::newRow("assign") << u"[#assign a = 1][#assign| b]x[/#assign]"_s << u"[#assign b] [/#assign]"_s;
        QTest::newRow("macro") << u"[@box| a=1]x[@br/][/@box]"_s << u"[@box a=1] [/@box]"_s;
        QTest::newRow("unclosed") << u"[#if| a]x"_s << u"[#if a]"_s;
        QTest::newRow("style") << u"<style>p {| a: b }</style>"_s << u"{ }"_s;
        QTest::newRow("nothing") << u"ab|c"_s << QString();
        QTest::newRow("tags across branches") << u"[#if a]<b|>[/#if]x[#if a]</b>[/#if]"_s << u"<b> </b>"_s;
    }
    void pairs()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(matching(text), expected);
    }

    void plainTextHasNoTags() { QCOMPARE(matching(u"a <b|> </b>"_s, Markup::Plain), QString()); }

    void knowsMacros()
    {
        const QString text = u"[#macro a x][/#macro] [#function b(y)][/#function] [#macro a][/#macro]"_s;
        const TemplateStructure structure(text, Markup::Html);
        QCOMPARE(structure.definitions(), (QStringList{u"a"_s, u"b"_s, u"a"_s}));
        QCOMPARE(structure.definitionOf(u"a"), text.lastIndexOf(u"[#macro"_s));
        QCOMPARE(structure.definitionOf(u"b"), text.indexOf(u"[#function"_s));
        QCOMPARE(structure.definitionOf(u"c"), -1);
    }

    void anythingIsTolerated()
    {
        QString text;
        quint32 seed = 11;
        for (int i = 0; i < 100000; ++i) {
            seed = seed * 1664525 + 1013904223;
            static const char16_t alphabet[] = u"<>[]#/${}\"'=-!ab \n@if";
            text += QChar(alphabet[(seed >> 16) % (std::size(alphabet) - 1)]);
        }
        text += QString(u"<b>"_s).repeated(20000) + QString(u"</i>"_s).repeated(20000);
        const TemplateStructure structure(text, Markup::Html);
        for (const StructurePart& part : structure.parts())
            QVERIFY(part.begin < part.end && part.end <= text.size());
    }
};

QTEST_APPLESS_MAIN(TestStructure)
#include "tst_structure.moc"
