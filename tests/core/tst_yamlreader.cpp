#include "core/errors.h"
#include "yaml/yamlreader.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

QString dump(const YamlNode& n, const QByteArray& bytes)
{
    const QString props = (n.anchor.isEmpty() ? QString() : u"&"_s + n.anchor + u" "_s)
        + (n.tag.isEmpty() ? QString() : u"<"_s + n.tag + u"> "_s);
    switch (n.kind) {
    case YamlNode::Kind::Alias:
        return props + u"*"_s + n.text;
    case YamlNode::Kind::Scalar: {
        static const QString styles = u"psdlf"_s;
        const QString written = QString::fromUtf8(bytes.mid(n.begin, n.end - n.begin));
        return props + styles[int(n.style)] + u"("_s + n.text + u")"_s
            + (n.isPlain() && written != n.text ? u"!"_s + written : u""_s);
    }
    default:
        break;
    }
    QStringList parts;
    for (std::size_t i = 0; i < n.children.size(); ++i) {
        if (n.kind == YamlNode::Kind::Mapping) {
            parts += dump(n.children[i], bytes) + u": "_s + dump(n.children[i + 1], bytes);
            ++i;
        } else {
            parts += dump(n.children[i], bytes);
        }
    }
    const bool map = n.kind == YamlNode::Kind::Mapping;
    return props + (map ? u"{"_s : u"["_s) + parts.join(u", "_s) + (map ? u"}"_s : u"]"_s);
}

} // namespace

class TestYamlReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("tree");
        const auto row = [](const char* name, const char* yaml, const char* tree) {
            QTest::newRow(name) << QByteArray(yaml) << QString::fromUtf8(tree);
        };
        row("nothing", "", "");
        row("comment", "# only\n", "");
        row("title", "title: Заява прийнята\n", "{p(title): p(Заява прийнята)}");
        row("bom", "\xEF\xBB\xBFtitle: x\n", "{p(title): p(x)}");
        row("crlf", "title: x\r\nother: y\r\n", "{p(title): p(x), p(other): p(y)}");
        row("scalars", "a: 5\nb: 0x1F\nc: ~\nd:\ne: yes\nf: 2020-01-01\ng: null\n",
            "{p(a): p(5), p(b): p(0x1F), p(c): p(~), p(d): p(), p(e): p(yes), p(f): p(2020-01-01), p(g): p(null)}");
        row("quoted", "a: \"x\\ty\\\"z\"\nb: 'it''s'\n", "{p(a): d(x\ty\"z), p(b): s(it's)}");
        row("repeated", "a: 1\na: 2\n", "{p(a): p(1), p(a): p(2)}");
        row("null key after empty", "a:\n~: x\n", "{p(a): p(), p(~): p(x)}");
        row("props", "a: &x !!str 5\nb: *x\nc: ! z\n",
            "{p(a): &x <tag:yaml.org,2002:str> p(5), p(b): *x, p(c): <!> p(z)}");
        row("flow", "a: {b: 1, c: [x, 'y', ~]}  # {\nd: []\n",
            "{p(a): {p(b): p(1), p(c): [p(x), s(y), p(~)]}, p(d): []}");
        row("pair in list", "[a: b, c]", "[{p(a): p(b)}, p(c)]");
        row("literal", "a: |\n  one\n   two\n\nb: >-\n  x\n  y\n", "{p(a): l(one\n two\n), p(b): f(x y)}");
        row("multiline plain", "a: one\n  two # c\nb: 1\n", "{p(a): p(one two)!one\n  two, p(b): p(1)}");
        row("first document", "---\na: 1\n---\n[broken\n", "{p(a): p(1)}");
        row("scalar", "just text", "p(just text)");
        row("dashes", "- a\n-\n- - b\n", "[p(a), p(), [p(b)]]");
        row("tab in text", "a: x\ty\nb: \"x\ty\"\nc: z\t\nd: |\n  a\tb\n# c\tc\n",
            "{p(a): p(x\ty), p(b): d(x\ty), p(c): p(z), p(d): l(a\tb\n)}");
    }
    void reads()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QString, tree);
        const auto file = readYaml(yaml);
        if (!file)
            QFAIL(qPrintable(QString::number(file.error().line) + u": "_s + file.error().detail));
        QCOMPARE(file->root ? dump(*file->root, yaml) : QString(), tree);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        const auto row = [](const char* name, const QByteArray& yaml, const char* code, int line, int column) {
            QTest::newRow(name) << yaml << QString::fromLatin1(code) << line << column;
        };
        row("tab after colon", "a: 1\ntitle:\tx\n", "yaml-tab", 2, 7);
        row("tab in indentation", "a:\n\tb: 1\n", "yaml-tab", 2, 1);
        row("tab line", "a: x\n\t\nb: y\n", "yaml-tab", 2, 1);
        row("tab under a scalar", "a: x\n\tb: 1\n", "yaml-tab", 2, 1);
        row("tab after quotes", "a: \"x\"\t\n", "yaml-tab", 1, 7);
        row("broken utf-8", "a: 1\nb: \xD0\n", "yaml-not-utf8", 2, 4);
        row("overlong", "a: \xC0\xAF", "yaml-not-utf8", 1, 4);
        row("surrogate", "a: \xED\xA0\x80", "yaml-not-utf8", 1, 4);
        row("control", "a: \x01", "yaml-control-character", 1, 4);
        row("two BOMs",
            "\xEF\xBB\xBF\xEF\xBB\xBF"
            "a: 1",
            "yaml-control-character", 1, 1);
        row("two colons", "a: b: c\n", "yaml-broken", 1, 5);
        row("at sign", "a: @x\n", "yaml-broken", 1, 4);
        row("percent", "a: %x\n", "yaml-broken", 1, 4);
        row("unclosed", "a: [1, 2\n", "yaml-broken", 2, 1);
        row("unclosed quotes", "a: 1\nb: \"x\n", "yaml-broken", 2, 4);
        row("deep", QByteArray(10'000, '['), "yaml-too-deep", 1, 0);
        row("deep dashes", QByteArray("- ").repeated(10'000), "yaml-too-deep", 1, 0);
        row("deep keys", QByteArray("? ").repeated(10'000), "yaml-too-deep", 1, 0);
        row("large", QByteArray(9 * 1024 * 1024, ' '), "yaml-too-large", 0, 0);
    }
    void refuses()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QString, code);
        QFETCH(int, line);
        QFETCH(int, column);
        const auto file = readYaml(yaml);
        QVERIFY(!file);
        QCOMPARE(QString::fromLatin1(file.error().code.name), code);
        QCOMPARE(file.error().line, line);
        if (column > 0)
            QCOMPARE(file.error().column, column);
    }

    void aliasBombStaysSmall()
    {
        QByteArray bomb = "a0: &a0 [x,x]\n";
        for (int i = 1; i < 60; ++i)
            bomb += QStringLiteral("a%1: &a%1 [*a%2, *a%2]\n").arg(i).arg(i - 1).toUtf8();
        const auto file = readYaml(bomb);
        QVERIFY(file && file->root);
        QCOMPARE(file->root->pairs(), std::size_t(60));
        QCOMPARE(file->root->value(59).children[0].text, u"a58"_s);
    }

    void saysThatMoreFollows()
    {
        QVERIFY(readYaml("a: 1\n---\nb: 2\n")->moreDocuments);
        QVERIFY(!readYaml("---\na: 1\n...\n")->moreDocuments);
    }

    void positions()
    {
        const QByteArray yaml = "ключ:  'a'  # c\nb: {x: 1}\n";
        const auto file = readYaml(yaml);
        QVERIFY(file && file->root);
        const YamlNode& value = file->root->value(0);
        QCOMPARE(value.line, 1);
        QCOMPARE(value.column, 8);
        QCOMPARE(yaml.mid(value.begin, value.end - value.begin), QByteArray("'a'"));
        const YamlNode& flow = file->root->value(1);
        QCOMPARE(yaml.mid(flow.begin, flow.end - flow.begin), QByteArray("{x: 1}"));
        QCOMPARE(flow.line, 2);
    }
};

QTEST_GUILESS_MAIN(TestYamlReader)
#include "tst_yamlreader.moc"
