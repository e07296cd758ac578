#include "core/errors.h"
#include "yaml/yamldocument.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

QStringList path(const char* dotted)
{
    return QString::fromLatin1(dotted).split(u'.');
}

} // namespace

class TestYamlDocument : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sets_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char* name, const QByteArray& before, const char* key, const char* value,
                             const QByteArray& after) {
            QTest::newRow(name) << before << QString::fromLatin1(key) << QString::fromUtf8(value) << after;
        };
        row("replace plain", "a: 1 # c\nb:  x   # keep\n", "b", "w", "a: 1 # c\nb:  w   # keep\n");
        row("replace single", "a: 'x'\n", "a", "it's", "a: 'it''s'\n");
        row("replace double", "a: \"x\"  # c\n", "a", "y\"z", "a: \"y\\\"z\"  # c\n");
        row("needs quotes", "a: x\n", "a", "yes", "a: \"yes\"\n");
        row("likes single quotes", "q: 'x'\na: x\n", "a", "5e3", "q: 'x'\na: '5e3'\n");
        row("number stays text", "a: x\n", "a", "0o17", "a: \"0o17\"\n");
        row("nothing to do", "a:   'x'\n", "a", "x", "a:   'x'\n");
        row("block scalar", "a: |\n  one\n  two\n\n# c\nb: 1\n", "a", "x", "a: x\n\n# c\nb: 1\n");
        row("empty value", "a:\nb: 1\n", "a", "x", "a: x\nb: 1\n");
        row("empty value with comment", "a:   # c\nb: 1\n", "a", "x", "a: x   # c\nb: 1\n");
        row("anchor on it", "a: &k x\n", "a", "w", "a: &k w\n");
        row("append", "a:\n  b: 1\n  # c\nz: 2\n", "a.m", "x", "a:\n  b: 1\n  m: x\n  # c\nz: 2\n");
        row("append behind comment", "a:\n    b: 1   # c\nz: 2\n", "a.m", "x", "a:\n    b: 1   # c\n    m: x\nz: 2\n");
        row("append crlf", "a:\r\n  b: 1\r\nz: 2\r\n", "a.m", "x", "a:\r\n  b: 1\r\n  m: x\r\nz: 2\r\n");
        row("append without line end", "a:\n  b: 1", "a.m", "x", "a:\n  b: 1\n  m: x");
        row("append behind literal", "a:\n  b: |\n    t\n\nz: 2\n", "a.m", "x", "a:\n  b: |\n    t\n  m: x\n\nz: 2\n");
        row("append behind kept literal", "a:\n  b: |+\n    t\n\nz: 2\n", "a.m", "x",
            "a:\n  b: |+\n    t\n\n  m: x\nz: 2\n");
        // Its text would get the line end that it does not have: what is new goes before it.
        row("append behind unterminated literal", "a:\n  b: 1\n  # c\n  t: |\n    x", "a.m", "x",
            "a:\n  b: 1\n  # c\n  m: x\n  t: |\n    x");
        row("comment below an indented literal", "a:\n  t: |2\n      x\n  # c\n", "a.t", "w", "a:\n  t: w\n  # c\n");
        row("only an unterminated literal", "a:\n  t: |2\n      x\n    y", "b", "x",
            "b: x\na:\n  t: |2\n      x\n    y");
        row("append behind unterminated stripped", "a:\n  t: >-\n    x", "a.m", "x", "a:\n  t: >-\n    x\n  m: x");
        row("json", "{\n  \"g\": {\n    \"a\": 1\n  }\n}\n", "g.e", "x",
            "{\n  \"g\": {\n    \"a\": 1,\n    \"e\": \"x\"\n  }\n}\n");
        row("quoted neighbours", "'a':\n  'b': 'y'\n  'n': 1\n", "a.m", "x",
            "'a':\n  'b': 'y'\n  'n': 1\n  'm': 'x'\n");
        row("mixed neighbours", "a:\n  'b': 'y'\n  n: z\n", "a.m", "x", "a:\n  'b': 'y'\n  n: z\n  m: x\n");
        row("root braces", "# c\n{}\n", "a.b", "x", "# c\n{a: {b: x}}\n");
        row("root null", "~ # c", "a", "x", "{a: x} # c");
        row("address inside braces", "d: {url: https://a.b/, k: 1}\n", "d.url", "https://c.d:8/",
            "d: {url: https://c.d:8/, k: 1}\n");
        row("parents", "g:\n    n:\n        e: 1\n", "g.p.q.r", "x",
            "g:\n    n:\n        e: 1\n    p:\n        q:\n            r: x\n");
        row("parents below a later key", "a: 1\nb: 2\ng:\n  c: 3\n", "g.p.q", "x",
            "a: 1\nb: 2\ng:\n  c: 3\n  p:\n    q: x\n");
        row("parent without value", "g:\n  n: # here\n  # and here\nz: 1\n", "g.n.e", "x",
            "g:\n  n: # here\n    e: x\n  # and here\nz: 1\n");
        row("parent null", "g:\n  n: ~ # here\n", "g.n.e", "x", "g:\n  n: # here\n    e: x\n");
        row("flow", "g: {a: 1, b: 2}  # c\n", "g.e", "x", "g: {a: 1, b: 2, e: x}  # c\n");
        row("flow parents", "g: {a: 1}\n", "g.e.f", "x:y", "g: {a: 1, e: {f: \"x:y\"}}\n");
        row("flow braces", "g: {}\n", "g.e.f", "x", "g: {e: {f: x}}\n");
        row("flow lines", "g: {\n  a: 1, # c\n  b: 2 # d\n}\n", "g.e", "x",
            "g: {\n  a: 1, # c\n  b: 2, # d\n  e: x\n}\n");
        row("flow trailing comma", "g: {\n  a: 1,\n}\n", "g.e", "x", "g: {\n  a: 1,\n  e: x,\n}\n");
        row("flow empty value", "g: {a: 1, e: }\n", "g.e", "x", "g: {a: 1, e: x }\n");
        row("empty file", "", "a.b", "x", "a:\n  b: x\n");
        row("only comments", "# c\n\n# d", "a.b", "x", "# c\n\n# d\na:\n  b: x");
        row("bom", "\xEF\xBB\xBF# c\na: 1\n", "a", "x", "\xEF\xBB\xBF# c\na: x\n");
        row("start mark", "---\na: 1\n...\n", "b", "x", "---\na: 1\nb: x\n...\n");
        row("in list item untouched", "l:\n- a: 1\n  b: 2\nc: 3\n", "d", "x", "l:\n- a: 1\n  b: 2\nc: 3\nd: x\n");
        row("unusual scalars stay", "a: yes\nb: 0o17\nc: ~\nd: x\ne: 1_000\n", "d", "w",
            "a: yes\nb: 0o17\nc: ~\nd: w\ne: 1_000\n");
        row("ukrainian", "адреса: x\n", "a", "пошта@приклад.укр", "адреса: x\na: пошта@приклад.укр\n");
        row("merge elsewhere", "d: &d {p: 1}\ne:\n  <<: *d\n  t: x\n", "e.t", "w",
            "d: &d {p: 1}\ne:\n  <<: *d\n  t: w\n");
        row("override merged", "d: &d {p: 1}\ne:\n  <<: *d\n", "e.p", "w", "d: &d {p: 1}\ne:\n  <<: *d\n  p: w\n");
        row("alias with that value", "d: &d x\ne: *d\n", "e", "x", "d: &d x\ne: *d\n");
        row("multiline plain", "a: one\n  two # c\nb: 1\n", "a", "x", "a: x # c\nb: 1\n");
    }
    void sets()
    {
        QFETCH(QByteArray, before);
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(QByteArray, after);
        auto document = YamlDocument::parse(before, u"values.yaml"_s);
        QVERIFY(document);
        const auto done = document->set(key.split(u'.'), YamlValue::string(value));
        if (!done)
            QFAIL(qPrintable(done.error().id() + u" "_s + done.error().subject + u" "_s + done.error().detail));
        QCOMPARE(document->bytes(), after);
        QVERIFY(document->set(key.split(u'.'), YamlValue::string(value)));
        QCOMPARE(document->bytes(), after);
        QCOMPARE(document->resolve(key.split(u'.'))->text, value);
    }

    void setsNumbers()
    {
        auto document = YamlDocument::parse("port: '587'\nother: x\n", u"f"_s);
        QVERIFY(document->set(path("port"), YamlValue::integer(587)));
        QCOMPARE(document->bytes(), QByteArray("port: '587'\nother: x\n"));
        QVERIFY(document->set(path("port"), YamlValue::integer(25)));
        QVERIFY(document->set(path("other"), YamlValue::integer(465)));
        QCOMPARE(document->bytes(), QByteArray("port: '25'\nother: 465\n"));
    }

    void removes_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char* name, const QByteArray& before, const char* key, const QByteArray& after) {
            QTest::newRow(name) << before << QString::fromLatin1(key) << after;
        };
        row("line", "a: 1\n# of b\nb: 2 # c\nc: 3\n", "b", "a: 1\n# of b\nc: 3\n");
        row("not there", "a: 1\n", "b.c", "a: 1\n");
        row("block", "a:\n  b:\n    c: 1\n    # x\n    d: |\n      t\n\n  e: 2\n", "a.b", "a:\n\n  e: 2\n");
        row("last without line end", "a: 1\nb: 2", "b", "a: 1");
        row("crlf", "a: 1\r\nb: 2\r\nc: 3\r\n", "b", "a: 1\r\nc: 3\r\n");
        row("only one", "a: # c\n  b: 1\nz: 2\n", "a.b", "a: {} # c\nz: 2\n");
        row("only one of all", "a: 1\n", "a", "{}\n");
        row("flow first", "a: {b: 1, c: 2}\n", "a.b", "a: {c: 2}\n");
        row("flow last", "a: {b: 1, c: 2}\n", "a.c", "a: {b: 1}\n");
        row("flow only", "a: {b: 1}\n", "a.b", "a: {}\n");
    }
    void removes()
    {
        QFETCH(QByteArray, before);
        QFETCH(QString, key);
        QFETCH(QByteArray, after);
        auto document = YamlDocument::parse(before, u"values.yaml"_s);
        QVERIFY(document);
        const auto done = document->remove(key.split(u'.'));
        if (!done)
            QFAIL(qPrintable(done.error().id() + u" "_s + done.error().subject + u" "_s + done.error().detail));
        QCOMPARE(document->bytes(), after);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("line");
        const auto row = [](const char* name, const QByteArray& yaml, const char* key, const char* code, int line) {
            QTest::newRow(name) << yaml << QString::fromLatin1(key) << QString::fromLatin1(code) << line;
        };
        row("duplicate", "a: 1\nb:\n  c: 1\nb:\n  d: 1\n", "b.x", "yaml-duplicate-key", 4);
        row("duplicate leaf", "b:\n  c: 1\n  c: 2\n", "b.c", "yaml-duplicate-key", 3);
        row("scalar", "a:\n  b: text\n", "a.b.c", "yaml-not-mapping", 2);
        row("list", "a:\n  b:\n  - x\n", "a.b.c", "yaml-not-mapping", 3);
        row("list root", "- a\n", "a", "yaml-not-mapping", 1);
        row("alias", "d: &d\n  x: 1\na: *d\n", "a.x", "yaml-alias", 3);
        row("anchor in use", "a: &d\n  x: 1\nb: *d\n", "a.x", "yaml-anchor-in-use", 2);
        row("merged parent", "d: &d\n  e: {f: 1}\na:\n  <<: *d\n", "a.e.f", "yaml-merge-key", 4);
        row("several", "a: 1\n---\nb: 2\n", "a", "yaml-several-documents", 2);
        row("several, the second empty", "---\na: 1\n# c\n---\n", "a", "yaml-several-documents", 4);
        row("line break of old Macs", "a: 1\nb: 1 # x\rc: 2\n", "a", "yaml-unsafe-edit", 2);
        row("line break of YAML 1.1", "a: 1 # x\xC2\x85y\n", "a", "yaml-unsafe-edit", 1);
        row("mapping as value", "a:\n  b: 1\n", "a", "yaml-unsafe-edit", 2);
        row("braces with comment", "a: { # c\n}\n", "a.b", "yaml-unsafe-edit", 1);
        row("other tag", "a: !!int 5\n", "a", "yaml-unsafe-edit", 1);
        row("tab", "a:\n\tb: 1\n", "a.b", "yaml-tab", 2);
        row("broken", "a: [\n", "a", "yaml-broken", 2);
        row("not utf-8", "a: \xFF\n", "a", "yaml-not-utf8", 1);
    }
    void refuses()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QString, key);
        QFETCH(QString, code);
        QFETCH(int, line);
        auto document = YamlDocument::parse(yaml, u"values.yaml"_s);
        const Result<void> done = document ? document->set(key.split(u'.'), YamlValue::string(u"new"_s))
                                           : Result<void>(fail(document.error()));
        QVERIFY(!done);
        QCOMPARE(QString::fromLatin1(done.error().code.name), code);
        const QString subject = document ? done.error().subject : done.error().subject.section(u':', 0, -2);
        QCOMPARE(subject, line > 0 ? u"values.yaml:%1"_s.arg(line) : u"values.yaml"_s);
        if (document)
            QCOMPARE(document->bytes(), yaml);
    }
};

QTEST_GUILESS_MAIN(TestYamlDocument)
#include "tst_yamldocument.moc"
