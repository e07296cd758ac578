#include "widgets/editor/templatescan.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

/// One letter a byte: what a reader of the colours would see.
QString coloured(TemplateSyntax syntax, const QByteArray& text)
{
    static const char letters[] = ".tav!&dis#SPVck=";
    TemplateScan scan(syntax, TemplateScan::initial(syntax));
    QString result;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype newline = text.indexOf('\n', at);
        const qsizetype next = newline < 0 ? text.size() : newline + 1;
        std::vector<std::uint8_t> styles;
        // What crosses a line goes through the packed state, as it does in the editor.
        TemplateScan line(syntax, ScanState::unpack(scan.state().pack()));
        line.line(QByteArrayView(text).sliced(at, next - at), styles);
        if (qsizetype(styles.size()) != next - at)
            return u"wrong size"_s;
        for (const std::uint8_t style : styles)
            result += QLatin1Char(letters[style]);
        scan = line;
        at = next;
    }
    return result;
}

} // namespace

class TestTemplateScan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void colours_data()
    {
        QTest::addColumn<int>("syntax");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, TemplateSyntax syntax, const QByteArray& text, const QString& expected) {
            QTest::newRow(name) << int(syntax) << text << expected;
        };
        using enum TemplateSyntax;
        row("tag", Letter, "<p class=\"x\">Hi</p>", u"tttaaaaatvvvt..tttt"_s);
        row("interpolation", Letter, "a ${x!\"}\"} b", u"..iiiisssi.."_s);
        row("in an attribute", Letter, "<a href='${u}'>", u"tttaaaatviiiivt"_s);
        row("directive over lines", Letter, "[#if a\n && b]x[/#if]", u"ddddddddddddd.dddddd"_s);
        row("brackets inside", Text, "[#if x[0]]y", u"dddddddddd."_s);
        row("comment over lines", Letter, "[#-- a\nb --]c", u"############."_s);
        row("markup comment", Letter, "<!-- a\n ${x} -->b", u"!!!!!!!!iiii!!!!."_s);
        row("entity", Letter, "a&nbsp;b & c", u".&&&&&&....."_s);
        row("sheet in a letter", Letter, "<style>p { color: red }</style>x", u"tttttttSS.PPPPPP.VVVVV.tttttttt."_s);
        row("sheet", Sheet, "a{b:c;}/*d*/", u"S.P.V..ccccc"_s);
        row("not interpolated", Text, "[=x] y", u"====.."_s);
        row("diia", Diia, "Hi {name} {", u"...kkkkkk.."_s);
        row("diia knows no directive", Diia, "[#if]", u"....."_s);
        row("never ends", Letter, "${a", u"iii"_s);
    }
    void colours()
    {
        QFETCH(int, syntax);
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        QCOMPARE(coloured(TemplateSyntax(syntax), text), expected);
    }

    void anyBytesAreStyled()
    {
        QByteArray text;
        quint32 seed = 7;
        for (int i = 0; i < 20000; ++i) {
            seed = seed * 1664525 + 1013904223;
            static const char alphabet[] = "<>[]#/${}\"'=-!&;:*ab \n\\@\x80\xff";
            text += alphabet[(seed >> 16) % (sizeof alphabet - 1)];
        }
        for (const auto syntax :
            {TemplateSyntax::Letter, TemplateSyntax::Text, TemplateSyntax::Diia, TemplateSyntax::Sheet})
            QCOMPARE(coloured(syntax, text).size(), text.size());
    }
};

QTEST_GUILESS_MAIN(TestTemplateScan)
#include "tst_templatescan.moc"
