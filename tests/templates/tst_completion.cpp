#include "authoring/completion.h"
#include "authoring/languagewords.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

namespace {

/// What is offered at `|`, as it is shown.
QStringList offered(QString text, Channel channel = Channel::Email, const QByteArray& json = "{}")
{
    const qsizetype at = text.indexOf(u'|');
    text.remove(at, 1);
    KnownNames names;
    names.addJson(json);
    QStringList list;
    for (const Completion& one :
        completionsAt(text, completionContext(text, at, channel), channel, names, Language::English))
        list += one.text;
    return list;
}

QString inserted(QString text, const QString& word, const QByteArray& json = "{}", Channel channel = Channel::Email)
{
    const qsizetype at = text.indexOf(u'|');
    text.remove(at, 1);
    KnownNames names;
    names.addJson(json);
    for (const Completion& one :
        completionsAt(text, completionContext(text, at, channel), channel, names, Language::English)) {
        if (one.text == word)
            return one.insert.isEmpty() ? one.text : one.insert;
    }
    return u"not offered"_s;
}

const QByteArray data =
    R"({"fullName":"x","items":[{"title":"a"},{"price":1}],"user":{"address":{"city":"y"}},"user2":1})";

} // namespace

class TestCompletion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyWordIsExplained()
    {
        static const QRegularExpression cyrillic(u"[а-яієї]"_s);
        QVERIFY(languageWords().size() > 100);
        for (const LanguageWord& word : languageWords()) {
            QVERIFY2(!word.help[0].isEmpty() && word.help[1].contains(cyrillic), qPrintable(word.name));
            QVERIFY2(word.insert.count(u'|') <= 1 && word.insert.contains(word.name), qPrintable(word.name));
            QVERIFY2(!word.insert.contains(u'"'), qPrintable(word.name)); // double quotes end attributes
        }
        QVERIFY(findWord(LanguageWord::Kind::BuiltIn, u"html"));
        QVERIFY(!findWord(LanguageWord::Kind::BuiltIn, u"new"));
    }

    void directives()
    {
        QCOMPARE(offered(u"[#l|"_s), (QStringList{u"list"_s, u"local"_s, u"lt"_s}));
        QCOMPARE(inserted(u"[#|"_s, u"if"_s), u"if |][/#if]"_s);
        QCOMPARE(inserted(u"[#|]"_s, u"else"_s), u"else"_s);
        QCOMPARE(offered(u"[#if a][#list b as c][/#|"_s), (QStringList{u"list"_s, u"if"_s}));
        QCOMPARE(inserted(u"[#if a][/#|]"_s, u"if"_s), u"if"_s);
        QCOMPARE(offered(u"[#if a]x[/#if][/#|"_s), QStringList());
        QCOMPARE(offered(u"[#macro box a][/#macro][@b|"_s), QStringList{u"box"_s});
        QCOMPARE(offered(u"[@box]x[/@|"_s), QStringList{u"box"_s});
        QCOMPARE(offered(u"<p><b>x</|"_s), (QStringList{u"b"_s, u"p"_s}));
        QCOMPARE(offered(u"a < b</|"_s, Channel::Inbox), QStringList());
    }

    void builtIns()
    {
        QCOMPARE(offered(u"${name?upp|}"_s), QStringList{u"upper_case"_s});
        QCOMPARE(inserted(u"${name?repl|}"_s, u"replace"_s), u"replace('|', '')"_s);
        QVERIFY(offered(u"${name??|}"_s).isEmpty() || !offered(u"${name??|}"_s).contains(u"html"_s));
        QCOMPARE(offered(u"really?upp|"_s), QStringList());
        QVERIFY(offered(u"[#if name?has|]"_s).contains(u"has_content"_s));
    }

    void variables_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("top") << u"${|}"_s << QStringList{u"fullName"_s, u"items"_s, u"user"_s, u"user2"_s};
        QTest::newRow("prefix") << u"${us|"_s << QStringList{u"user"_s, u"user2"_s};
        QTest::newRow("field") << u"${user.|}"_s << QStringList{u"address"_s};
        QTest::newRow("deeper") << u"[#if user.address.c|]"_s << QStringList{u"city"_s};
        QTest::newRow("item") << u"[#list items as i]${i.|}"_s << QStringList{u"title"_s, u"price"_s};
        QTest::newRow("loop variable") << u"[#list items as entry]${en|}[/#list]"_s << QStringList{u"entry"_s};
        QTest::newRow("items") << u"[#list items][#items as i]${i.p|}"_s << QStringList{u"price"_s};
        QTest::newRow("behind the loop") << u"[#list items as entry][/#list]${en|}"_s << QStringList();
        QTest::newRow("index") << u"${items[0].t|}"_s << QStringList{u"title"_s};
        QTest::newRow("of another") << u"${nobody.|}"_s << QStringList();
        QTest::newRow("in a string") << u"${a + 'us|'}"_s << QStringList();
        QTest::newRow("outside") << u"us|"_s << QStringList();
        QTest::newRow("behind code") << u"${a} us|"_s << QStringList();
        QTest::newRow("in a comment") << u"[#-- ${us| --]"_s << QStringList();
        QTest::newRow("number") << u"${a[1|]}"_s << QStringList();
        QTest::newRow("second operand") << u"${a!us|}"_s << QStringList{u"user"_s, u"user2"_s};
    }
    void variables()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, expected);
        QCOMPARE(offered(text, Channel::Email, data), expected);
    }

    void placeholdersOfDiia()
    {
        QCOMPARE(offered(u"Hi {fu|"_s, Channel::Diia, data), QStringList{u"fullName"_s});
        QCOMPARE(inserted(u"Hi {fu|"_s, u"fullName"_s, data, Channel::Diia), u"fullName}"_s);
        QCOMPARE(offered(u"${|"_s, Channel::Diia, data).size(), 4);
        QCOMPARE(offered(u"[#|"_s, Channel::Diia, data), QStringList());
    }
};

QTEST_APPLESS_MAIN(TestCompletion)
#include "tst_completion.moc"
