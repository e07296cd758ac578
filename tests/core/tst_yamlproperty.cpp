#include "core/errors.h"
#include "yaml/yamldocument.h"
#include "yaml/yamlreader.h"

#include <QMap>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

/// Everything a file means, one line a node: "a.b[0] = text". Made from the bytes anew, without the editor.
void flatten(const YamlNode& node, const QString& path, QStringList& out)
{
    const QString props = node.tag + u'&' + node.anchor;
    switch (node.kind) {
    case YamlNode::Kind::Scalar:
        out += u"%1 = %2 %3%4"_s.arg(path, props, node.isPlain() ? u"plain "_s : u"text "_s, node.text);
        return;
    case YamlNode::Kind::Alias:
        out += path + u" = *"_s + node.text;
        return;
    default:
        break;
    }
    out += u"%1 = %2 %3"_s.arg(path, props, node.kind == YamlNode::Kind::Mapping ? u"{}"_s : u"[]"_s);
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        if (node.kind == YamlNode::Kind::Sequence)
            flatten(node.children[i], u"%1[%2]"_s.arg(path).arg(i), out);
        else if (i % 2 == 1)
            flatten(node.children[i], path + u"\x1f"_s + node.children[i - 1].text, out);
    }
}

class Generator {
public:
    explicit Generator(quint32 seed)
        : m_random(seed)
    {
    }
    int below(int n) { return m_random.bounded(n); }
    QByteArray pick(const QList<QByteArray>& from) { return from[below(static_cast<int>(from.size()))]; }

    QByteArray key() { return pick({"a", "b", "email", "host", "type", "ключ", "\"q k\"", "'s'", "external-systems"}); }
    QByteArray scalar()
    {
        return pick({"x", "587", "yes", "0o17", "~", "''", "'it''s'", "\"a # b\"", "2020-01-01", "https://x.y/z",
            "a b  c", "null", "text#no", "-1", "\"\\u0456\"", "привіт", "&anc v", "!!str 5", "{}", "[]",
            "{p: 1, \"q\": [1, 2]}", "[a, {b: c}]", "{ p : 1 , }", "|\n@ lit\n@ er", ">-\n@ folded\n\n@ text",
            "|+\n@ keep\n\n", ""});
    }
    QByteArray file()
    {
        QByteArray out = pick({"", "", "", "# head\n", "---\n", "\xEF\xBB\xBF", "# a\n\n# b\n"});
        block(out, 0, 0);
        if (below(4) == 0)
            out.replace("\n", "\r\n");
        while (below(4) == 0 && (out.endsWith('\n') || out.endsWith('\r')))
            out.chop(1);
        return out;
    }
    /// A file as a careless person or program would leave it.
    QByteArray mutated(QByteArray text)
    {
        for (int n = below(3); n > 0 && !text.isEmpty(); --n) {
            const int at = below(static_cast<int>(text.size()));
            switch (below(5)) {
            case 0:
                text.remove(at, 1 + below(3));
                break;
            case 1:
                text.insert(
                    at, pick({" ", "\t", "\n", ":", "#", "- ", "'", "{", "}", ",", "*anc", "&anc ", "---\n", "\xD0"}));
                break;
            case 2:
                text.insert(at, text.mid(below(static_cast<int>(text.size())), below(20)));
                break;
            case 3: {
                const qsizetype start = text.lastIndexOf('\n', at) + 1;
                const qsizetype end = text.indexOf('\n', start);
                text.insert(start, text.mid(start, (end < 0 ? text.size() : end + 1) - start));
                break;
            }
            default:
                text.insert(text.lastIndexOf('\n', at) + 1, pick({"# c\n", "\n", "  ", "<<: *anc\n"}));
            }
        }
        return text;
    }

private:
    void block(QByteArray& out, int indent, int depth)
    {
        const int step = 1 + below(4);
        const QByteArray before(indent, ' ');
        QList<QByteArray> used;
        for (int n = 1 + below(4); n > 0; --n) {
            const QByteArray name = key();
            if (used.contains(name) && below(20) != 0)
                continue;
            used += name;
            if (below(4) == 0)
                out += pick({"# comment\n", "\n", "   # odd\n"});
            out += before + name + pick({":", ":", ":", " :"});
            const int kind = depth > 3 ? 3 : below(4);
            if (kind == 0) {
                out += pick({"\n", "  # below\n", " &top\n"});
                block(out, indent + step, depth + 1);
            } else if (kind == 1 && below(2) == 0) {
                out += '\n';
                for (int i = 1 + below(3); i > 0; --i)
                    out += before + "- " + pick({"x", "k: v", "'q'", "[1]"}) + '\n';
            } else {
                const QByteArray value = scalar().replace("@", before + " ");
                out += (value.isEmpty() ? "" : ' ' + value);
                out += value.endsWith('\n') ? "" : value.contains('\n') ? "\n" : pick({"\n", "\n", "  # c\n", "   \n"});
            }
        }
    }
    QRandomGenerator m_random;
};

bool isSubsequence(const QByteArray& part, const QByteArray& whole)
{
    qsizetype at = 0;
    for (const char c : whole)
        at += at < part.size() && part[at] == c ? 1 : 0;
    return at == part.size();
}

QString shownAs(const QByteArray& before, const QStringList& path, const QByteArray& after)
{
    return u"%1\nin:  %2\nout: %3"_s.arg(path.join(u'.'),
        QString::fromUtf8(before.toPercentEncoding(" #:{}[],'\"|>&*-\n")),
        QString::fromUtf8(after.toPercentEncoding(" #:{}[],'\"|>&*-\n")));
}

} // namespace

/// Thousands of made-up and damaged files: the meaning afterwards is the old one and the change, all other bytes are
/// the same; or the change was refused and nothing happened.
class TestYamlProperty : public QObject {
    Q_OBJECT

    int m_set = 0;
    int m_removed = 0;
    int m_refused = 0;
    int m_unparsed = 0;

private Q_SLOTS:
    void meaningAndBytes()
    {
        for (quint32 seed = 1; seed <= 9000; ++seed) {
            Generator generator(seed);
            const QByteArray before = generator.mutated(generator.file());
            const auto document = YamlDocument::parse(before, u"f"_s);
            if (!document) {
                ++m_unparsed;
                continue;
            }
            const QStringList path = choosePath(generator, *document);
            if (generator.below(4) == 0)
                checkRemove(*document, path);
            else
                checkSet(generator, *document, path);
            if (QTest::currentTestFailed()) {
                qWarning("seed %u", seed);
                return;
            }
        }
        qInfo("%d set, %d removed, %d refused, %d not YAML", m_set, m_removed, m_refused, m_unparsed);
        QVERIFY(m_set > 2000);
        QVERIFY(m_removed > 400);
        QVERIFY(m_refused > 100);
        QVERIFY(m_unparsed > 100);
    }

private:
    static QStringList choosePath(Generator& generator, const YamlDocument& document)
    {
        QStringList path;
        const YamlNode* node = document.root() ? &*document.root() : nullptr;
        while (node && node->kind == YamlNode::Kind::Mapping && node->pairs() > 0 && generator.below(5) != 0) {
            const auto pair = static_cast<std::size_t>(generator.below(static_cast<int>(node->pairs())));
            path += node->key(pair).text;
            node = &node->value(pair);
        }
        while (path.isEmpty() || generator.below(3) == 0)
            path += QString::fromUtf8(generator.pick({"new", "host", "із пробілом", "yes", "x: y"}));
        return path;
    }

    static QStringList meaning(const QByteArray& bytes)
    {
        QStringList out;
        const auto file = readYaml(bytes);
        if (file && file->root)
            flatten(*file->root, {}, out);
        return out;
    }

    void checkSet(Generator& generator, YamlDocument document, const QStringList& path)
    {
        const QByteArray before = document.bytes();
        const YamlNode* old = document.find(path);
        const bool replaced = old && old->begin < old->end;
        const qsizetype begin = old ? old->begin : 0;
        const qsizetype end = old ? old->end : 0;
        const YamlValue value = generator.below(3) == 0
            ? YamlValue::integer(generator.below(70000))
            : YamlValue::string(
                QString::fromUtf8(generator.pick({"smtp.example.org", "yes", "587", "it's", "a: b", "# x", "", " lead",
                    "мейл@приклад.укр", "line\nbreak", "[", "\"q\"", "a,b", "vault:x/y-2026", "-", "~"})));
        if (!document.set(path, value)) {
            QCOMPARE(document.bytes(), before);
            ++m_refused;
            return;
        }
        const QByteArray after = document.bytes();
        const QString shown = shownAs(before, path, after);
        const auto file = readYaml(after);
        QVERIFY2(file && file->root, qPrintable(shown));
        const YamlNode* now = document.resolve(path);
        QVERIFY2(now && now->text == value.text, qPrintable(shown));

        // All that was there is there still, in its order; new lines belong to the path.
        const QString name = u'\x1f' + path.join(u'\x1f');
        QStringList was = meaning(before);
        QStringList is = meaning(after);
        const auto concerned = [&](const QString& line) {
            const QString at = line.section(u" = "_s, 0, 0);
            return at == name || name.startsWith(at + u'\x1f') || at.isEmpty();
        };
        was.removeIf(concerned);
        is.removeIf(concerned);
        QVERIFY2(was == is, qPrintable(shown));

        if (after == before) {
            QVERIFY2(old, qPrintable(shown));
        } else if (replaced) {
            QVERIFY2(after.startsWith(before.left(begin)) && after.endsWith(before.mid(end)), qPrintable(shown));
        } else if (!isSubsequence(before, after)) {
            // A null or empty braces on the way have given way to the new keys: nothing else may be gone.
            QByteArray bare = before;
            bool found = false;
            for (const char* gone : {" ~", " null", "~", "null", "{}", "{ }", "}", " "}) {
                for (qsizetype at = bare.indexOf(gone); at >= 0 && !found; at = bare.indexOf(gone, at + 1))
                    found = isSubsequence(QByteArray(bare).remove(at, static_cast<qsizetype>(qstrlen(gone))), after);
            }
            QVERIFY2(found, qPrintable(shown));
        }
        QVERIFY(document.set(path, value));
        QVERIFY2(document.bytes() == after, qPrintable(shown));
        ++m_set;
    }

    void checkRemove(YamlDocument document, const QStringList& path)
    {
        const QByteArray before = document.bytes();
        const bool there = document.find(path) != nullptr;
        if (!document.remove(path)) {
            QCOMPARE(document.bytes(), before);
            ++m_refused;
            return;
        }
        const QByteArray after = document.bytes();
        const QString shown = shownAs(before, path, after);
        if (!there) {
            QVERIFY2(before == after, qPrintable(shown));
            return;
        }
        QVERIFY2(!document.find(path), qPrintable(shown));
        const QString name = u'\x1f' + path.join(u'\x1f');
        QStringList was = meaning(before);
        was.removeIf([&](const QString& line) {
            const QString at = line.section(u" = "_s, 0, 0);
            return at == name || at.startsWith(name + u'\x1f') || at.startsWith(name + u'[');
        });
        QVERIFY2(was == meaning(after), qPrintable(shown));
        QByteArray rest = after;
        if (!isSubsequence(after, before)) {
            bool found = false;
            for (const char* added : {" {}", "{}"}) {
                for (qsizetype at = rest.indexOf(added); at >= 0 && !found; at = rest.indexOf(added, at + 1))
                    found = isSubsequence(QByteArray(rest).remove(at, static_cast<qsizetype>(qstrlen(added))), before);
            }
            QVERIFY2(found, qPrintable(shown));
        }
        ++m_removed;
    }
};

QTEST_GUILESS_MAIN(TestYamlProperty)
#include "tst_yamlproperty.moc"
